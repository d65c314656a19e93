import Bytes
import Geometry
import Shapefiles
import Testing

@Suite struct BadInputTests {
  /// What reading the files of a folder ends with.
  static func reading(_ path: String, _ attributes: Shapefile.Attributes = .required) -> Problem? {
    problem { () throws(Problem) in _ = try Shapefile.read(path, .init(attributes: attributes)) }
  }

  @Test func aMissingFile() { #expect(Self.reading("/nowhere/a.shp")?.status == .missingInput) }

  @Test func aMissingTable() throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder, without: ["dbf"])
    let found = Self.reading(path)
    #expect(found?.status == .missingInput)
    #expect(found?.file == folder.path("a.dbf"))
    let features = try Shapefile.read(path, .init(attributes: .optional))
    #expect(features.columns.isEmpty)
    #expect(features.warnings.contains { $0.line(.en).contains(".dbf table is missing") })
  }

  @Test func aMissingIndexIsRebuiltInMemory() throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder, without: ["shx"])
    let scan = try Shapefile.scan(path)
    #expect(!scan.hasIndex)
    #expect(scan.features.count == 2)
    #expect(scan.problems.isEmpty)
    #expect(scan.features.warnings.contains { $0.line(.en).contains("rebuilt in memory") })
    #expect(folder.names == ["a.dbf", "a.shp"])
  }

  @Test(arguments: ["garbage", "empty", "other", "shifted"]) func aBadIndexIsRebuiltInMemory(kind: String) throws {
    let folder = Folder()
    let fixture = Fixture.communes
    let path = try fixture.save(in: folder)
    var shx = fixture.shx
    switch kind {
    case "garbage": shx = Array("not an index at all".utf8)
    case "empty": shx = []
    case "other": shx.replaceSubrange(100..<108, with: Fixture.big(54) + Fixture.big(10))
    default: shx.replaceSubrange(108..<116, with: shx[100..<108])
    }
    try folder.put("a.shx", shx)
    let features = try Shapefile.read(path)
    #expect(features.geometry.partCount == 3)
    #expect(features.warnings.contains { $0.line(.en).contains("rebuilt in memory") })
  }

  @Test func anIndexThatCountsTheRecordHeaderIsUnderstood() throws {
    let folder = Folder()
    let fixture = Fixture.communes
    let path = try fixture.save(in: folder)
    var shx = fixture.shx
    shx[107] += 4
    shx[115] += 4
    try folder.put("a.shx", shx)
    #expect(try Shapefile.read(path).warnings.filter { $0.line(.en).contains("index") }.isEmpty)
  }

  @Test func garbageBesideAValidIndex() throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder)
    try folder.put("a.shp", (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    let found = Self.reading(path)
    #expect(found?.status == .badData)
    #expect(found?.line(.en).contains("not a shapefile") == true)
  }

  @Test(arguments: [
    (0, UInt8(1), "not a shapefile"), (28, 1, "not a shapefile"), (32, 31, "MultiPatch"),
    (32, 77, "unknown shape type: 77"),
  ]) func aBadHeader(offset: Int, byte: UInt8, message: String) throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder)
    var shp = Fixture.communes.shp
    shp[offset] = byte
    try folder.put("a.shp", shp)
    let found = Self.reading(path)
    #expect(found?.status == .badData)
    #expect(found?.line(.en).contains(message) == true)
    #expect(found?.file == path)
  }

  @Test(arguments: [true, false]) func aTruncatedFileNamesTheRecord(indexed: Bool) throws {
    let folder = Folder()
    let fixture = Fixture.communes
    let path = try fixture.save(in: folder, without: indexed ? [] : ["shx"])
    try folder.put("a.shp", Array(fixture.shp.dropLast(20)))
    let found = Self.reading(path)
    #expect(found?.status == .badData)
    #expect(found?.line(.en).hasPrefix("\(path): record 2: truncated: ") == true)
    let scan = try Shapefile.scan(path)
    #expect(scan.features.count == 2)
    #expect(scan.features.geometry.partCount == 1)
    #expect(scan.features.column("INSEE_COM")?.text(1) == "2A004")
    #expect(scan.problems == [try #require(found)])
  }

  @Test func aFileCutBetweenRecords() throws {
    let folder = Folder()
    let fixture = Fixture.communes
    let path = try fixture.save(in: folder, without: ["shx"])
    try folder.put("a.shp", Array(fixture.shp.prefix(100 + 8 + fixture.records[0].count)))
    #expect(Self.reading(path)?.line(.en).contains("record 2: missing") == true)
  }

  static let halfTurn: [(Double, Double)] = [(0, 0), (0, 1), (1, 1), (1, 0)]

  struct BadRecord: Sendable, CustomTestStringConvertible {
    var content: [UInt8]
    var message: String
    var testDescription: String { message }

    init(_ content: [UInt8], _ message: String) {
      self.content = content
      self.message = message
    }
  }

  static func counts(_ parts: Int32, _ points: Int32) -> [UInt8] {
    Fixture.little(5) + [UInt8](repeating: 0, count: 32) + Fixture.little(parts) + Fixture.little(points)
  }

  static let badRecords: [BadRecord] = [
    BadRecord(Fixture.rings([[(0, 0), (0, 0)]]), "ring 1 has 2 points, four are needed"),
    BadRecord(Fixture.rings([Fixture.square(0, 0, 1), [(0, 0), (1, 1), (0, 0)]]), "ring 2 has 3 points"),
    BadRecord(Fixture.rings([halfTurn]), "ring 1 is not closed"),
    BadRecord(Fixture.rings([[(0, .nan), (0, 1), (1, 1), (0, .nan)]]), "a coordinate is not a number"),
    BadRecord(Fixture.rings([[(0, 1e16), (0, 1), (1, 1), (0, 1e16)]]), "coordinate 1e+16 is beyond 10^15"),
    BadRecord(Fixture.rings([[(0, .infinity), (0, 1), (1, 1), (0, .infinity)]]), "coordinate ∞ is beyond 10^15"),
    BadRecord(Fixture.point(1, 2), "a shape of type Point in a file of type Polygon"),
    BadRecord(Fixture.little(99), "a shape of type 99 in a file of type Polygon"),
    BadRecord(Fixture.little(5), "too few for a shape of type Polygon"), BadRecord([0, 0], "too few"),
    BadRecord(counts(1, 1 << 30), "1 parts and 1073741824 points do not fit"),
    BadRecord(counts(-1, 2), "-1 parts and 2 points do not fit"),
  ]

  @Test(arguments: badRecords) func aBadRecordIsNamed(record: BadRecord) throws {
    let folder = Folder()
    var fixture = Fixture.communes
    fixture.records[1] = record.content
    let path = try fixture.save(in: folder)
    let found = try #require(Self.reading(path))
    #expect(found.status == .badData)
    #expect(found.line(.en).hasPrefix("\(path): record 2: "))
    #expect(found.line(.en).contains(record.message))
    let scan = try Shapefile.scan(path)
    #expect(scan.problems == [found])
    #expect(scan.features.geometry.parts(of: 0).count == 1)
    #expect(scan.features.geometry.parts(of: 1).isEmpty)
  }

  @Test func aLineOfOnePoint() throws {
    let folder = Folder()
    var fixture = Fixture(3)
    fixture.records = [Fixture.rings([[(0, 0)]], type: 3)]
    let path = try fixture.save(in: folder, without: ["dbf"])
    #expect(Self.reading(path, .optional)?.line(.en).contains("record 1: line 1 has 1 point") == true)
  }

  @Test func anotherNumberOfRows() throws {
    let folder = Folder()
    var fixture = Fixture.communes
    fixture.rows.append(fixture.rows[0])
    let path = try fixture.save(in: folder)
    let found = try #require(Self.reading(path))
    #expect(found.status == .badData)
    #expect(found.file == folder.path("a.dbf"))
    #expect(found.line(.en).contains("3 rows for 2 shapes"))
    let scan = try Shapefile.scan(path)
    #expect(scan.problems == [found])
    #expect(scan.features.columns[0].values == .text(["01001", "2A004"]))
  }

  @Test func aTruncatedTable() throws {
    let folder = Folder()
    let fixture = Fixture.communes
    let path = try fixture.save(in: folder)
    try folder.put("a.dbf", Array(fixture.dbf.dropLast(12)))
    let found = try #require(Self.reading(path))
    #expect(found.line(.en).hasPrefix("\(folder.path("a.dbf")): record 2: truncated"))
    let scan = try Shapefile.scan(path)
    #expect(scan.features.columns[0].values == .text(["01001", nil]))
  }

  @Test(arguments: [0, 10, 32, 60]) func aTableThatIsNone(size: Int) throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder)
    try folder.put("a.dbf", Array(Fixture.communes.dbf.prefix(size)))
    let found = Self.reading(path)
    #expect(found?.status == .badData)
    #expect(found?.line(.fr).contains("table illisible") == true)
  }

  @Test func wideFieldsInNarrowRows() throws {
    let folder = Folder()
    let path = try Fixture.communes.save(in: folder)
    var dbf = Fixture.communes.dbf
    dbf[32 + 16] = 200
    try folder.put("a.dbf", dbf)
    #expect(Self.reading(path)?.line(.en).contains("the columns take 229 bytes in rows of 34") == true)
  }
}
