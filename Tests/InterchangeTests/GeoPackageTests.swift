import Bytes
import GRDB
import Geometry
import Glibc
import Interchange
import Testing

private func run(_ command: String) -> (status: Int32, output: String) {
  guard let pipe = popen(command, "r") else { return (-1, "") }
  var bytes: [UInt8] = []
  while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
  return (pclose(pipe), String(decoding: bytes, as: UTF8.self))
}

private let gdalIsThere = run("ogr2ogr --version >/dev/null 2>&1").status == 0

@Suite struct GeoPackageTests {
  static func layer(_ kind: Layer.Kind) -> Layer {
    guard kind != .polygon else { return GeoJSONWritingTests.polygons(scale: 1.25) }
    var layer = Layer(kind)
    for feature in 0..<3 {
      // The second in two parts, the third without geometry.
      for part in 0..<[1, 2, 0][feature] {
        layer.addPoint(Double(feature) + 0.25, Double(part))
        if kind == .line { layer.addPoint(Double(feature) + 1.5, Double(part) - 0.125) }
        layer.endRing()
        layer.endPart()
      }
      layer.endFeature()
    }
    return layer
  }

  static func sample(_ kind: Layer.Kind, crs: String? = "EPSG:2154") -> Features {
    Features(
      path: "", geometry: layer(kind),
      columns: [
        Column("insee", .text(["01001", "2A004", nil])), Column("nom \"x\"", .text(["Méréville", "Œuf", "L’Haÿ"])),
        Column("n", .integer([1, nil, 123_456_789_012])), Column("x", .number([0.1, -1234.5678, nil])),
      ], crs: crs)
  }

  @Test(arguments: [Layer.Kind.polygon, .line, .point]) func backAsWritten(kind: Layer.Kind) throws {
    let folder = Folder()
    let path = folder.path("a.gpkg")
    #expect(try Geodata.write(Self.sample(kind), to: path).isEmpty)
    let back = try Geodata.read(path)
    #expect(back.geometry == Self.sample(kind).geometry)
    #expect(back.columns == Self.sample(kind).columns)
    #expect(back.crs == "EPSG:2154")
    #expect(back.warnings.isEmpty)
    // Written over: whole again, nothing beside it.
    try Geodata.write(Self.sample(kind), to: path)
    #expect(try Geodata.read(path).count == 3)
    #expect(FileBytes.names(in: folder.path) == ["a.gpkg"])
  }

  @Test func namesSQLiteTakesForOne() throws {
    let folder = Folder()
    var sample = Self.sample(.point, crs: nil)
    sample.columns = ["fid", "FID", "geom"].map { Column($0, .integer([1, 2, 3])) }
    let warnings = try Geodata.write(sample, to: folder.path("gpkg_x.gpkg"))
    #expect(warnings.count == 1)
    let back = try Geodata.read(folder.path("gpkg_x.gpkg"))
    #expect(back.columns.map(\.name) == ["fid", "FID_2", "geom"])
    #expect(back.geometry == sample.geometry)
    #expect(back.crs == nil)
  }

  /// A key that says something is a column, one that numbers the rows is none.
  @Test(arguments: [
    ("fid", "1 2 3", false), ("OGC_FID", "0 1 2", false), ("fid_2", "1 2 3", false), ("fid", "1 2 4", true),
    ("fid", "91001 91002 91003", true), ("CODE", "1 2 3", true), ("CODE", "91223 91226 91001", true),
  ]) func thePrimaryKey(name: String, values: String, isColumn: Bool) throws {
    let folder = Folder()
    let path = folder.path("a.gpkg")
    try Geodata.write(Self.sample(.point), to: path)
    let keys = values.split(separator: " ").map(String.init)
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: "ALTER TABLE a RENAME COLUMN fid TO \(name)")
      try database.execute(sql: "UPDATE a SET \(name) = \(name) + 999999")
      for (old, new) in keys.enumerated() {
        try database.execute(sql: "UPDATE a SET \(name) = \(new) WHERE \(name) = \(1_000_000 + old)")
      }
    }
    try queue.close()
    let back = try Geodata.read(path)
    #expect(back.columns.first?.name == (isColumn ? name : "insee"))
    if isColumn { #expect(Set((0..<3).map { back.columns[0].text($0) }) == Set(keys)) }
    #expect(try Geodata.read(path, options: .init(columns: [name])).columns.map(\.name) == [name])
  }

  /// SQL run on a file by SQLite itself.
  private func change(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// As QGIS leaves them: nothing is written beside, and a folder that cannot be written is no obstacle.
  @Test(arguments: ["a.gpkg", "é ?#%.gpkg"]) func inTheModeOfALog(name: String) throws {
    let folder = Folder()
    let path = folder.path(name)
    try Geodata.write(Self.sample(.point), to: path)
    try change(path, "PRAGMA journal_mode = WAL")
    #expect(FileBytes.names(in: folder.path) == [name])
    let bytes = try FileBytes.read(path)
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(try Geodata.read(path).columns == Self.sample(.point).columns)
    #expect(FileBytes.names(in: folder.path) == [name])
    #expect(try FileBytes.read(path) == bytes)
    #expect(Geodata.files(of: path) == [path])
  }

  /// What is only in the log is read, and log and file stay as they are.
  @Test func withALog() throws {
    let folder = Folder()
    let (source, path) = (folder.path("source.gpkg"), folder.path("a.gpkg"))
    try Geodata.write(Self.sample(.point), to: source)
    try change(source, "PRAGMA journal_mode = WAL")
    let queue = try DatabaseQueue(path: source)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "UPDATE source SET insee = '91223' WHERE fid = 1")
      // As a program that crashed leaves them: before the log is written back.
      for end in ["", "-wal"] { try OutputFile.write(FileBytes.read(source + end), to: path + end) }
    }
    try queue.close()
    let before = try ["", "-wal"].map { try FileBytes.read(path + $0) }
    #expect(try Geodata.read(path).columns[0].text(0) == "91223")
    #expect(FileBytes.names(in: folder.path).filter { $0.hasPrefix("a.") } == ["a.gpkg", "a.gpkg-wal"])
    #expect(try ["", "-wal"].map { try FileBytes.read(path + $0) } == before)
    #expect(Geodata.files(of: path) == [path, path + "-wal"])
  }

  /// A join saved as a view, the usual way to keep figures beside communes.
  @Test func aView() throws {
    let folder = Folder()
    let path = folder.path("t.gpkg")
    try Geodata.write(Self.sample(.point), to: path)
    try change(
      path,
      """
      CREATE VIEW vue AS SELECT geom, insee, n * 2 AS double, x / 2 AS half, 'é' || insee AS words FROM t;
      UPDATE gpkg_geometry_columns SET table_name = 'vue';
      UPDATE gpkg_contents SET table_name = 'vue', identifier = 'vue';
      """)
    let back = try Geodata.read(path)
    #expect(back.geometry == Self.layer(.point))
    #expect(
      back.columns == [
        Column("insee", .text(["01001", "2A004", nil])), Column("double", .integer([2, nil, 246_913_578_024])),
        Column("half", .number([0.05, -617.2839, nil])), Column("words", .text(["é01001", "é2A004", nil])),
      ])
  }

  /// A quote and the accent after it are one character.
  @Test func aNameWithAQuoteAndAnAccent() throws {
    let folder = Folder()
    var sample = Self.sample(.point)
    sample.columns[1].name = "n\"\u{301}; drop"
    try Geodata.write(sample, to: folder.path("a.gpkg"))
    #expect(try Geodata.read(folder.path("a.gpkg")).columns == sample.columns)
  }

  @Test func tooManyColumns() throws {
    let folder = Folder()
    var sample = Self.sample(.point)
    sample.columns = (0..<1999).map { Column("c\($0)", .integer([1, 2, 3])) }
    #expect { try Geodata.write(sample, to: folder.path("a.gpkg")) } throws: {
      ($0 as? Problem)?.status == .badData && ($0 as? Problem)?.line(.en).contains("CREATE") == false
    }
    sample.columns.removeLast()
    try Geodata.write(sample, to: folder.path("a.gpkg"))
    #expect(try Geodata.read(folder.path("a.gpkg")).columns.count == 1998)
  }

  @Test func badFiles() throws {
    let folder = Folder()
    for (name, bytes) in [("text.gpkg", Array("pas une base".utf8)), ("empty.gpkg", [])] {
      try OutputFile.write(bytes, to: folder.path(name))
      #expect { try Geodata.read(folder.path(name)) } throws: {
        ($0 as? Problem)?.status == .badData && ($0 as? Problem)?.line(.en).contains("not a GeoPackage") == true
      }
    }
    #expect { try Geodata.write(Self.sample(.point), to: "-", format: "gpkg") } throws: {
      ($0 as? Problem)?.status == .usage
    }
  }
}

/// GDAL reads what we write, and we read what GDAL writes. Run where `ogr2ogr` is installed.
@Suite(.enabled(if: gdalIsThere, "ogr2ogr is not installed: no GeoPackage compared with GDAL"))
struct GeoPackageGDALTests {
  @Test(arguments: [Layer.Kind.polygon, .line, .point]) func gdalReadsOurs(kind: Layer.Kind) throws {
    let folder = Folder()
    let path = folder.path("ours.gpkg")
    let sample = GeoPackageTests.sample(kind)
    try Geodata.write(sample, to: path)
    let converted = run(
      "ogr2ogr -f GeoJSON -lco RFC7946=NO -lco COORDINATE_PRECISION=15 /vsistdout/ \(path) 2>\(folder.path("said"))")
    #expect(converted.status == 0)
    #expect(try FileBytes.read(folder.path("said")).isEmpty)
    let features = try GeoJSONFormat.read(Array(converted.output.utf8), path: "gdal")
    #expect(features.geometry == sample.geometry)
    #expect(features.columns == sample.columns)
    #expect(features.crs == "EPSG:2154")
  }

  @Test(arguments: ["", "-nlt CONVERT_TO_LINEAR -dim XYZ", "-lco VERSION=1.2 -lco SPATIAL_INDEX=NO -lco FID=id"])
  func weReadGDALs(options: String) throws {
    let folder = Folder()
    for kind in [Layer.Kind.polygon, .line, .point] {
      let sample = GeoPackageTests.sample(kind)
      try Geodata.write(sample, to: folder.path("in.geojson"), options: .init(precision: .full))
      let path = folder.path("\(kind.rawValue).gpkg")
      let dataset = options.replacing("-lco VERSION", with: "-dsco VERSION")
      let made = run("ogr2ogr \(dataset) \(path) \(folder.path("in.geojson")) 2>&1")
      #expect(made.status == 0, "\(made.output)")
      let back = try Geodata.read(path)
      #expect(back.geometry == sample.geometry)
      #expect(back.columns == sample.columns)
      #expect(back.crs == "EPSG:2154")
      #expect(back.warnings.count == (options.contains("XYZ") ? 1 : 0))
    }
  }

  @Test func oneOfSeveralLayers() throws {
    let folder = Folder()
    let path = folder.path("two.gpkg")
    for kind in [Layer.Kind.polygon, .point] {
      let input = folder.path("\(kind.rawValue).geojson")
      try Geodata.write(GeoPackageTests.sample(kind), to: input, options: .init(precision: .full))
      #expect(
        run(
          "ogr2ogr -update -append -nln \(kind.rawValue) \(path) \(input) 2>/dev/null || ogr2ogr -nln \(kind.rawValue) \(path) \(input)"
        ).status == 0)
    }
    #expect { try Geodata.read(path) } throws: {
      let problem = $0 as? Problem
      return problem?.status == .badData && problem?.need == .layer
        && problem?.line(.en).hasSuffix("several layers, and nothing says which to read (polygon, point)") == true
    }
    #expect(try Geodata.read(path, options: .init(layer: "POINT")).geometry == GeoPackageTests.layer(.point))
    #expect(try Geodata.read(path + "#polygon").geometry == GeoPackageTests.layer(.polygon))
    #expect { try Geodata.read(path + "#ligne") } throws: {
      ($0 as? Problem)?.line(.en).contains("no layer \"ligne\"; layers of the file: polygon, point") == true
    }
    // The polygons each of which has a code; a row without one is too many.
    func chosen(_ column: String) -> GeodataReadOptions {
      .init(choice: LayerChoice(columns: ["none", column]) { !$0.isEmpty })
    }
    #expect(throws: Problem.self) { try Geodata.read(path, options: chosen("insee")) }
    #expect(throws: Problem.self) { try Geodata.read(path, options: chosen("x")) }
    var whole = GeoPackageTests.sample(.polygon)
    whole.columns.append(Column("code", .text(["01001", "2A004", "75056"])))
    try Geodata.write(whole, to: folder.path("whole.geojson"), options: .init(precision: .full))
    #expect(run("ogr2ogr -update -nln whole \(path) \(folder.path("whole.geojson"))").status == 0)
    let back = try Geodata.read(path, options: chosen("CODE"))
    #expect(back.count == 3 && back.column("code") != nil)
    #expect(back.warnings.contains { $0.what.en.hasPrefix("several layers: \"whole\" is read") })
  }

  @Test(arguments: ["GEOMETRYCOLLECTION(POINT(1 2))", "CIRCULARSTRING(0 0,1 1,2 0)", "LINESTRING(0 0,1 1)"])
  func whatALayerCannotHold(wkt: String) throws {
    let folder = Folder()
    try OutputFile.write(Array("id,WKT\n1,POINT(0 1)\n2,\"\(wkt)\"\n".utf8), to: folder.path("in.csv"))
    let made = run("ogr2ogr -nlt GEOMETRY \(folder.path("a.gpkg")) \(folder.path("in.csv")) 2>&1")
    #expect(made.status == 0, "\(made.output)")
    #expect { try Geodata.read(folder.path("a.gpkg")) } throws: {
      ($0 as? Problem)?.status == .badData && ($0 as? Problem)?.line(.en).contains("feature 2") == true
    }
  }
}
