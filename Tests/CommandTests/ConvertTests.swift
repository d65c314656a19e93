import Foundation
import Testing

/// Layers from one file to another.
struct ConvertTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  @Test func thereAndBack() throws {
    try work.cartopole("convert", work.layerPath(), "a.geojson", "--precision", "full", "--quiet")
    let run = try work.cartopole("convert", "a.geojson", "b.shp")
    #expect(run.status == 0, "\(run.err)")
    #expect(try work.data("b.shp") == Data(contentsOf: Tool.data.appendingPathComponent("sud-essonne.shp")))
    try work.cartopole("convert", "b.shp", "c.geojson", "--precision", "full", "--quiet")
    #expect(try work.data("c.geojson") == work.data("a.geojson"))
    #expect(work.files() == ["a.geojson", "b.cpg", "b.dbf", "b.prj", "b.shp", "b.shx", "c.geojson"])
  }

  @Test func roundedDegreesStayWithinACentimetre() throws {
    try work.cartopole("convert", work.layerPath(), "a.geojson", "--quiet")
    try work.cartopole("convert", work.layerPath(), "full.geojson", "--precision", "full", "--quiet")
    let rounded = try coordinates("a.geojson")
    let full = try coordinates("full.geojson")
    #expect(rounded.count == 2 * 3427)
    #expect(zip(rounded, full).allSatisfy { abs($0 - $1) <= 5.000001e-8 })
  }

  @Test(.enabled(if: Tool.find("cs2cs") != nil)) func lambert93AgreesWithCS2CS() throws {
    try work.cartopole("convert", work.layerPath(), "deg.geojson", "--precision", "full", "--quiet")
    let run = try work.cartopole("convert", work.layerPath(), "m.geojson", "--to", "EPSG:2154", "--precision", "full")
    #expect(run.err.contains("Lambert-93 (±1 m)"), "\(run.err)")
    #expect(try work.text("m.geojson").contains("urn:ogc:def:crs:EPSG::2154"))
    let degrees = try coordinates("deg.geojson")
    let metres = try coordinates("m.geojson")
    let input = stride(from: 0, to: degrees.count, by: 2).map { "\(degrees[$0 + 1]) \(degrees[$0])\n" }.joined()
    let cs2cs = try work.run(
      URL(fileURLWithPath: try #require(Tool.find("cs2cs"))), ["-f", "%.5f", "EPSG:4326", "EPSG:2154"], input: input)
    let expected = cs2cs.text.split(whereSeparator: \.isNewline).flatMap { line in
      line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Double($0) }
    }
    #expect(expected.count == metres.count)
    let worst = zip(expected, metres).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst < 0.001, "\(worst) m")
  }

  @Test(.enabled(if: Tool.find("ogr2ogr") != nil)) func gdalReadsTheShapefile() throws {
    try work.cartopole("convert", work.layerPath(), "m.shp", "--to", "EPSG:2154", "--quiet")
    let ogr = URL(fileURLWithPath: try #require(Tool.find("ogr2ogr")))
    let run = try work.run(ogr, ["-f", "GeoJSON", "-t_srs", "EPSG:4326", "ogr.geojson", "m.shp"])
    #expect(run.status == 0, "\(run.err)")
    try work.cartopole("convert", work.layerPath(), "ours.geojson", "--quiet")
    let ours = try coordinates("ours.geojson")
    let theirs = try coordinates("ogr.geojson")
    #expect(ours.count == theirs.count)
    #expect(abs(mean(ours) - mean(theirs)) < 1e-7)
    #expect(try work.text("ogr.geojson").contains("Abbéville-la-Rivière"))
  }

  @Test func onlySomeFeatures() throws {
    try work.cartopole(
      "convert", work.layerPath(), "a.csv", "--where", "INSEE_CAN=9108", "--where", "POPULATION>=1000", "--quiet")
    let rows = try work.text("a.csv").split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.map { String($0[0]) } == ["91109", "91130", "91223", "91433"])
    #expect(rows.allSatisfy { Int($0[2])! >= 1000 })
    let run = try work.cartopole("convert", work.layerPath(), "none.geojson", "--where", "NOM=Paris")
    #expect(run.status == 0)
    #expect(run.err.contains("0 entité"))
    let none = try JSONSerialization.jsonObject(with: work.data("none.geojson")) as? [String: Any]
    #expect((none?["features"] as? [Any])?.isEmpty == true)
  }

  static let conditions: [(condition: String, status: Int32, words: [String])] = [
    ("PAYS=France", 65, ["PAYS", "INSEE_COM, NOM"]), ("Dourdan", 64, ["Dourdan", "--where"]),
    ("POPULATION>beaucoup", 64, ["beaucoup"]),
  ]

  @Test(arguments: conditions) func aConditionThatIsNone(condition: String, status: Int32, words: [String]) throws {
    let run = try work.cartopole("convert", work.layerPath(), "a.geojson", "--where", condition)
    #expect(run.status == status)
    for word in words { #expect(run.errors.first?.contains(word) == true, "\(run.err)") }
    #expect(work.files().isEmpty)
  }

  @Test func throughThePipes() throws {
    let out = try work.cartopole("convert", work.layerPath(), "-", "--where", "NOM=Dourdan")
    #expect(out.text.contains("\"91200\""))
    let back = try work.cartopole("convert", "-", "dourdan.shp", input: out.text)
    #expect(back.status == 0, "\(back.err)")
    #expect(try work.cartopole("inspect", "dourdan.shp", "--format", "json").object()["features"] as? Int == 1)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Every x and y of a GeoJSON file, in order.
  private func coordinates(_ name: String) throws -> [Double] {
    let json = try JSONSerialization.jsonObject(with: work.data(name)) as? [String: Any]
    let features = json?["features"] as? [[String: Any]] ?? []
    func flatten(_ value: Any) -> [Double] {
      if let number = value as? NSNumber { return [number.doubleValue] }
      return (value as? [Any] ?? []).flatMap(flatten)
    }
    return features.flatMap { flatten(($0["geometry"] as? [String: Any])?["coordinates"] ?? []) }
  }
}
