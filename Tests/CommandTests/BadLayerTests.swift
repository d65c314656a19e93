import Foundation
import Testing

/// Layers with something wrong: one line that names file and record, the right code, no output.
struct BadLayerTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func expect(_ run: Run, _ status: Int32, _ words: [String], sourceLocation: SourceLocation = #_sourceLocation)
  {
    #expect(run.status == status, "\(run.err)", sourceLocation: sourceLocation)
    #expect(run.errors.count == 1, "\(run.err)", sourceLocation: sourceLocation)
    for word in words {
      #expect(run.errors.first?.contains(word) == true, "\(word): \(run.err)", sourceLocation: sourceLocation)
    }
  }

  @Test func aMissingTable() throws {
    try work.copyLayer("a", without: ["dbf"])
    let inspected = try work.cartopole("inspect", "a.shp", "--format", "json")
    #expect(inspected.status == 0)
    #expect(inspected.err.hasPrefix("warning: a.shp: "))
    #expect(try inspected.object()["features"] as? Int == 132)
    #expect(try work.cartopole("convert", "a.shp", "a.geojson").status == 0)

    try work.makeProject()
    try FileManager.default.removeItem(at: work.url("pole/sud-essonne.dbf"))
    expect(try work.cartopole("reach", "--project", "pole", "-o", "o.txt"), 66, ["pole/sud-essonne.dbf"])
    #expect(!work.files().contains("o.txt"))
  }

  @Test func aMissingIndexIsRebuilt() throws {
    try work.copyLayer("a", without: ["shx"])
    let run = try work.cartopole("inspect", "a.shp", "--format", "json")
    #expect(run.status == 0)
    #expect(run.err.hasPrefix("warning: a.shp: "))
    #expect(try run.object()["points"] as? Int == 3427)
    #expect(!work.files().contains("a.shx"))
  }

  @Test func aTruncatedShapefile() throws {
    try work.copyLayer("a")
    try Data(work.data("a.shp").prefix(30_000)).write(to: work.url("a.shp"))
    let inspected = try work.cartopole("inspect", "a.shp", "--format", "json")
    expect(inspected, 65, ["a.shp: enregistrement 61"])
    let json = try inspected.object()
    #expect((json["problems"] as? [String])?.isEmpty == false)
    expect(try work.cartopole("convert", "a.shp", "b.shp"), 65, ["a.shp: enregistrement 61"])
    #expect(work.files() == ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"])
  }

  @Test func aTruncatedTable() throws {
    try work.copyLayer("a")
    try Data(work.data("a.dbf").prefix(3_000)).write(to: work.url("a.dbf"))
    expect(try work.cartopole("convert", "a.shp", "b.csv"), 65, ["a.dbf: enregistrement 16"])
    #expect(!work.files().contains("b.csv"))
  }

  @Test(arguments: [0, 50, 100]) func noShapefileAtAll(length: Int) throws {
    try Data(repeating: 0x61, count: length).write(to: work.url("a.shp"))
    expect(try work.cartopole("inspect", "a.shp"), 65, ["a.shp: "])
    expect(try work.cartopole("convert", "a.shp", "b.geojson"), 65, ["a.shp: "])
    #expect(work.files() == ["a.shp"])
  }

  @Test func aProjectionNobodyCanRead() throws {
    try work.copyLayer("a")
    try work.write("PROJCS[\"cassé\"", to: "a.prj")
    expect(try work.cartopole("inspect", "a.shp"), 65, ["a.prj: ", "--from"])
    expect(try work.cartopole("convert", "a.shp", "b.geojson"), 65, ["a.prj: ", "--from"])
    #expect(try work.cartopole("convert", "a.shp", "b.geojson", "--from", "EPSG:4326").status == 0)
  }

  @Test func metresWithoutAProjection() throws {
    try work.cartopole("convert", work.layerPath(), "m.shp", "--to", "EPSG:2154", "--quiet")
    try FileManager.default.removeItem(at: work.url("m.prj"))
    expect(try work.cartopole("convert", "m.shp", "b.geojson"), 65, ["m.shp: ", "--from EPSG:2154"])
    #expect(!work.files().contains("b.geojson"))
  }

  /// PROJ would take any word for the nearest name it knows: `foo` for Amersfoort.
  @Test(arguments: ["foo", "EPSG:0", "EPSG:4978", "+proj=rien"]) func aProjectionThatIsNone(crs: String) throws {
    for option in ["--to", "--from"] {
      expect(try work.cartopole("convert", work.layerPath(), "b.geojson", option, crs), 65, [crs])
    }
    #expect(work.files().isEmpty)
  }

  @Test func aRingOfTwoPoints() throws {
    try work.write(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"insee":"91001"},"geometry":{"type":"Polygon","coordinates":[[[2,48],[2.1,48],[2.1,48.1],[2,48]]]}},
      {"type":"Feature","properties":{"insee":"91002"},"geometry":{"type":"Polygon","coordinates":[[[2,48],[2.1,48]]]}}
      ]}
      """, to: "a.geojson")
    expect(try work.cartopole("inspect", "a.geojson"), 65, ["a.geojson: ", "2"])
    expect(try work.cartopole("convert", "a.geojson", "b.shp"), 65, ["a.geojson: "])

    try twoPointRing().write(to: work.url("b.shp"))
    expect(try work.cartopole("inspect", "b.shp"), 65, ["b.shp: enregistrement 1"])
    expect(try work.cartopole("convert", "b.shp", "c.geojson"), 65, ["b.shp: enregistrement 1"])
    #expect(work.files() == ["a.geojson", "b.shp"])
  }

  /// A shapefile of one polygon whose only ring goes from a point to another and stops.
  private func twoPointRing() -> Data {
    var body = Data()
    func big(_ value: Int32) { withUnsafeBytes(of: value.bigEndian) { body.append(contentsOf: $0) } }
    func little(_ value: Int32) { withUnsafeBytes(of: value.littleEndian) { body.append(contentsOf: $0) } }
    func double(_ value: Double) { withUnsafeBytes(of: value.bitPattern.littleEndian) { body.append(contentsOf: $0) } }
    let record: Int32 = 44 + 4 + 32
    big(9994)
    for _ in 0..<5 { big(0) }
    big((100 + 8 + record) / 2)
    little(1000)
    little(5)
    for value in [2.0, 48, 2.1, 48.1, 0, 0, 0, 0] { double(value) }
    big(1)
    big(record / 2)
    little(5)
    for value in [2.0, 48, 2.1, 48.1] { double(value) }
    little(1)
    little(2)
    little(0)
    for value in [2.0, 48, 2.1, 48.1] { double(value) }
    return body
  }

  @Test(arguments: ["{", "[]", "{\"type\":\"FeatureCollection\"}", "pas du JSON", ""]) func noGeoJSON(text: String)
    throws
  {
    try work.write(text, to: "a.geojson")
    expect(try work.cartopole("inspect", "a.geojson"), 65, ["a.geojson: "])
    expect(try work.cartopole("convert", "a.geojson", "b.shp"), 65, ["a.geojson: "])
  }
}
