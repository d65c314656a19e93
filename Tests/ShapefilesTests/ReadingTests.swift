import Bytes
import Geometry
import Testing

@testable import Shapefiles

@Suite struct ReadingTests {
  @Test func communesKeepTheirCodesAndParts() throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder)
    let features = try Shapefile.read(path)
    #expect(features.geometry.kind == .polygon)
    #expect(features.geometry.partCount == 3)
    #expect(features.geometry.bounds(of: 1) == Bounds(minX: 3, minY: 0, maxX: 11, maxY: 11))
    #expect(features.column("insee_com")?.values == .text(["01001", "2A004"]))
    #expect(features.column("NOM")?.values == .text(["Méréville", "Étampes"]))
    #expect(features.column("POPULATION")?.values == .integer([3117, 25655]))
    #expect(features.crs == nil)
    #expect(folder.names == ["a.dbf", "a.shp", "a.shx"])
  }

  @Test func onlyTheColumnsAskedFor() throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder)
    let features = try Shapefile.read(path, .init(columns: ["nom"]))
    #expect(features.columns.map(\.name) == ["NOM"])
  }

  @Test(arguments: [Int32(1), 11, 21]) func pointsWithHeightsAndMeasures(type: Int32) throws {
    let folder = Folder()
    var fixture = Fixture(type)
    let extra: [Double] = type == 1 ? [] : type == 11 ? [9, 8] : [8]
    fixture.records = [Fixture.point(1, 2, type: type, extra: extra), Fixture.null]
    let features = try Shapefile.read(try fixture.save(in: folder, without: ["dbf"]), .init(attributes: .optional))
    #expect(features.geometry.coordinates == [1, 2])
    #expect(features.geometry.featureOffsets == [0, 1, 1])
    let dropped = features.warnings.filter { $0.line(.en).contains("dropped") }
    #expect(dropped.count == (type == 1 ? 0 : 1))
  }

  @Test(arguments: [Int32(8), 18, 28]) func multiPointsAreParts(type: Int32) throws {
    let folder = Folder()
    var fixture = Fixture(type)
    fixture.records = [Fixture.multiPoint([(1, 2), (3, 4)], type: type)]
    let features = try Shapefile.read(try fixture.save(in: folder, without: ["dbf"]), .init(attributes: .optional))
    #expect(features.geometry.kind == .point)
    #expect(features.geometry.coordinates == [1, 2, 3, 4])
    #expect(features.geometry.parts(of: 0).count == 2)
  }

  @Test(arguments: [Int32(3), 13, 23]) func linesAreParts(type: Int32) throws {
    let folder = Folder()
    var fixture = Fixture(type)
    fixture.records = [Fixture.rings([[(0, 0), (1, 1)], [(5, 5), (6, 6), (7, 5)]], type: type)]
    let features = try Shapefile.read(try fixture.save(in: folder, without: ["dbf"]), .init(attributes: .optional))
    #expect(features.geometry.kind == .line)
    #expect(features.geometry.ringOffsets == [0, 2, 5])
    #expect(features.geometry.partOffsets == [0, 1, 2])
  }

  @Test(arguments: [Int32(15), 25]) func polygonsWithHeightsAndMeasures(type: Int32) throws {
    let folder = Folder()
    var fixture = Fixture(type)
    fixture.records = [Fixture.rings([Fixture.square(0, 0, 1)], type: type)]
    let scan = try Shapefile.scan(try fixture.save(in: folder, without: ["dbf"]))
    #expect(scan.features.geometry.pointCount == 5)
    #expect(scan.type.name == (type == 15 ? "PolygonZ" : "PolygonM"))
    #expect(scan.problems.isEmpty)
  }

  @Test func nullShapesStayAsFeatures() throws {
    let folder = Folder()
    var fixture = Fixture.communes
    fixture.records[0] = Fixture.null
    let scan = try Shapefile.scan(try fixture.save(in: folder))
    #expect(scan.nullShapes == 1)
    #expect(scan.features.count == 2)
    #expect(scan.features.geometry.parts(of: 0).isEmpty)
    #expect(scan.features.column("INSEE_COM")?.text(0) == "01001")
  }

  @Test(arguments: ["SHX", "Shx", "shx"], ["DBF", "dBf", "dbf"]) func sidecarsInAnyLetterCase(shx: String, dbf: String)
    throws
  {
    let folder = Folder()
    let fixture = Fixture.communes
    let path = try fixture.save(in: folder, without: ["shx", "dbf"])
    try folder.put("a." + shx, fixture.shx)
    try folder.put("a." + dbf, fixture.dbf)
    try folder.put("a.PRJ", Array("GEOGCS[\"x\"]\r\n".utf8))
    let scan = try Shapefile.scan(path)
    #expect(scan.hasIndex)
    #expect(scan.features.columns.count == 3)
    #expect(scan.features.crs == "GEOGCS[\"x\"]")
  }

  @Test func everyColumnType() throws {
    let folder = Folder()
    var fixture = Fixture(1)
    fixture.records = [Fixture.point(0, 0), Fixture.point(1, 1), Fixture.point(2, 2)]
    fixture.fields = [
      ("CODE", "C", 6, 0), ("ENTIER", "N", 6, 0), ("REEL", "N", 8, 3), ("FLOTTANT", "F", 13, 0), ("JOUR", "D", 8, 0),
      ("OUI", "L", 1, 0), ("LARGE", "N", 6, 0), ("BINAIRE", "I", 4, 0),
    ]
    let cells = [
      ["01001", "    12", "   1.500", "1.5e+02", "20080131", "T", "     1", "...."],
      ["  b  ", "******", "", "     -2", "00000000", "n", "   1.5", "...."],
      ["", "     x", "     2,5", "nan", "2008-1-3", "?", "", "...."],
    ]
    fixture.rows = cells.map { $0.map { Array($0.utf8) } }
    let features = try Shapefile.read(try fixture.save(in: folder))
    #expect(features.columns.map(\.name) == ["CODE", "ENTIER", "REEL", "FLOTTANT", "JOUR", "OUI", "LARGE"])
    #expect(features.columns[0].values == .text(["01001", "  b", nil]))
    #expect(features.columns[1].values == .integer([12, nil, nil]))
    #expect(features.columns[2].values == .number([1.5, nil, nil]))
    #expect(features.columns[3].values == .number([150, -2, nil]))
    #expect(features.columns[4].values == .text(["2008-01-31", nil, nil]))
    #expect(features.columns[5].values == .text(["true", "false", nil]))
    #expect(features.columns[6].values == .number([1, 1.5, nil]))
    let lines = features.warnings.map { $0.line(.en) }
    for name in ["ENTIER", "REEL", "FLOTTANT", "JOUR", "BINAIRE"] {
      #expect(lines.contains { $0.contains("\"\(name)\"") }, "\(name)")
    }
    #expect(!lines.contains { $0.contains("\"OUI\"") || $0.contains("\"LARGE\"") })
  }

  @Test func deletedRowsAreKeptAndSaid() throws {
    let folder = Folder()
    var fixture = Fixture.communes
    fixture.deleted = [1]
    let scan = try Shapefile.scan(try fixture.save(in: folder))
    #expect(scan.deletedRows == 1)
    #expect(scan.features.count == 2)
    #expect(scan.features.warnings.contains { $0.line(.en).hasSuffix("1, the first in record 2") })
  }

  @Test func nothingStaysOpen() throws {
    let folder = Folder()
    let good = try Fixture.communes.save(in: folder)
    _ = try Shapefile.read(good)
    var bad = Fixture.communes
    bad.rows.removeLast()
    let mismatched = try bad.save(in: folder, name: "b")
    #expect(problem { () throws(Problem) in _ = try Shapefile.read(mismatched) } != nil)
    #expect(Shapelib.openFiles == 0)
  }
}
