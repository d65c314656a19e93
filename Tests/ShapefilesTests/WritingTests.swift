import Bytes
import Geometry
import Glibc
import Shapefiles
import Testing

@Suite struct WritingTests {
  static func polygons() -> Layer {
    var layer = Layer(.polygon)
    for ring in [Fixture.square(0, 0, 10), Fixture.square(2, 2, 1).reversed()] {
      for (x, y) in ring { layer.addPoint(x, y) }
      layer.endRing()
    }
    layer.endPart()
    for (x, y) in Fixture.square(20, 0, 1) { layer.addPoint(x, y) }
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    layer.endFeature()
    return layer
  }

  static func sample() -> Features {
    Features(
      path: "", geometry: polygons(),
      columns: [
        Column("INSEE_COM", .text(["01001", nil])), Column("nom", .text(["L’Haÿ « x »", "Œuf"])),
        Column("population", .integer([-12, nil])), Column("part", .number([0.1, 1e-7])),
        Column("surface", .number([123456.5, 2])), Column("tiers", .number([1.0 / 3, .nan])),
      ], crs: nil)
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    let folder = Folder()
    let path = folder.path("b.shp")
    let before = Self.sample()
    #expect(try Shapefile.write(before, to: path, projection: "PROJCS[\"x\"]").isEmpty)
    #expect(folder.names == ["b.cpg", "b.dbf", "b.prj", "b.shp", "b.shx"])
    let scan = try Shapefile.scan(path)
    #expect(scan.features.warnings.isEmpty)
    #expect(scan.problems.isEmpty)
    #expect(scan.hasIndex)
    #expect(scan.encoding?.rule == .codePage)
    #expect(scan.features.crs == "PROJCS[\"x\"]")
    #expect(scan.features.geometry == before.geometry)
    var expected = before.columns
    expected[2].name = "population"
    expected[5] = Column("tiers", .number([1.0 / 3, nil]))
    #expect(scan.features.columns == expected)
  }

  @Test func theSameFeaturesGiveTheSameBytes() throws {
    let folder = Folder()
    try Shapefile.write(Self.sample(), to: folder.path("a.shp"))
    try Shapefile.write(Self.sample(), to: folder.path("b.shp"))
    for name in ["shp", "shx", "dbf", "cpg"] {
      #expect(try FileBytes.read(folder.path("a." + name)) == FileBytes.read(folder.path("b." + name)))
    }
    #expect(try FileBytes.read(folder.path("a.dbf"))[1...3] == [100, 1, 1])
  }

  @Test func linesAndPoints() throws {
    let folder = Folder()
    var lines = Layer(.line)
    for (x, y) in [(0.0, 0.0), (1, 1)] { lines.addPoint(x, y) }
    lines.endRing()
    lines.endPart()
    for (x, y) in [(5.0, 0.0), (6, 1), (7, 7)] { lines.addPoint(x, y) }
    lines.endRing()
    lines.endPart()
    lines.endFeature()
    for several in [false, true] {
      var points = Layer(.point)
      for x in 0..<3 {
        points.addPoint(Double(x), 1)
        points.endRing()
        points.endPart()
        if !several || x > 0 { points.endFeature() }
      }
      for layer in [lines, points] {
        let path = folder.path("c.shp")
        try Shapefile.write(Features(path: "", geometry: layer, columns: [], crs: nil), to: path)
        let features = try Shapefile.read(path)
        #expect(features.geometry == layer)
        #expect(features.columns == [Column("id", .integer((0..<layer.featureCount).map { $0 + 1 }))])
      }
    }
  }

  @Test func wrongWindingIsWrittenRight() throws {
    let folder = Folder()
    var layer = Layer(.polygon)
    for (x, y) in Fixture.square(0, 0, 1).reversed() { layer.addPoint(x, y) }
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    let path = folder.path("d.shp")
    try Shapefile.write(Features(path: "", geometry: layer, columns: [], crs: nil), to: path)
    #expect(try Shapefile.read(path).warnings.isEmpty)
  }

  @Test func longTextsAreCutBetweenCharacters() throws {
    let folder = Folder()
    let path = folder.path("e.shp")
    var layer = Layer(.point)
    layer.endFeature()
    let text = "a" + String(repeating: "é", count: 200)
    let warnings = try Shapefile.write(
      Features(path: "", geometry: layer, columns: [Column("t", .text([text]))], crs: nil), to: path)
    #expect(warnings.map { $0.line(.en) } == ["\(folder.path("e.dbf")): column \"t\": texts cut to 254 bytes: 1"])
    #expect(try Shapefile.read(path).columns[0].text(0) == "a" + String(repeating: "é", count: 126))
  }

  @Test func longNamesAreCutAndMadeUnique() throws {
    let folder = Folder()
    let path = folder.path("f.shp")
    var layer = Layer(.point)
    layer.endFeature()
    let names = ["departement_code", "departement_nom", "departemen", "ééééééé", "A", "a", ""]
    let columns = names.map { Column($0, .integer([1])) }
    let warnings = try Shapefile.write(Features(path: "", geometry: layer, columns: columns, crs: nil), to: path)
    #expect(
      try Shapefile.read(path).columns.map(\.name) == [
        "departem_2", "departem_3", "departemen", "ééééé", "A", "a_2", "column",
      ])
    #expect(warnings.count == 5)
  }

  @Test func nothingIsLeftWhenWritingFails() throws {
    let folder = Folder()
    try OutputFile.makeFolder(folder.path("g.dbf"))
    defer { rmdir(folder.path("g.dbf")) }
    let found = problem { () throws(Problem) in try Shapefile.write(Self.sample(), to: folder.path("g.shp")) }
    #expect(found?.status == .cannotCreate)
    #expect(folder.names == ["g.dbf"])
    let nowhere = problem { () throws(Problem) in try Shapefile.write(Self.sample(), to: "/nowhere/g.shp") }
    #expect(nowhere?.status == .cannotCreate)
  }

  @Test func staleIndexesAreRemoved() throws {
    let folder = Folder()
    for name in ["h.qix", "h.sbn", "h.sbx", "h.prj"] { try folder.put(name, [1]) }
    try Shapefile.write(Self.sample(), to: folder.path("h.shp"))
    #expect(folder.names == ["h.cpg", "h.dbf", "h.shp", "h.shx"])
  }

  /// A reader of the new shapes would take them for its own.
  @Test func staleCompanionsInCapitalsAreRemoved() throws {
    let folder = Folder()
    for name in ["h.PRJ", "h.DBF", "hh.PRJ"] { try folder.put(name, [1]) }
    try Shapefile.write(Self.sample(), to: folder.path("h.shp"))
    #expect(folder.names == ["h.cpg", "h.dbf", "h.shp", "h.shx", "hh.PRJ"])
  }
}
