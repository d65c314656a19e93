import Foundation
import Testing

/// `--simplify`, of layers and of maps.
struct SimplifyTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  @Test(arguments: ["a.shp", "a.geojson"]) func aShareOfTheVertices(_ name: String) throws {
    let run = try work.cartopole("convert", work.layerPath(), name, "--simplify", "50%")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("sommets sur 3 427 (50"), "\(run.err)")
    let layer = try work.cartopole("inspect", name, "--format", "json").object()
    #expect(layer["features"] as? Int == 132)
    try work.cartopole("convert", name, "back.geojson", "--precision", "full", "--quiet")
    let points = try points("back.geojson")
    #expect(abs(Double(points) - 3427 / 2) <= 0.01 * 3427 / 2)
  }

  /// The same tolerance in degrees and in Lambert-93 metres leaves about as many vertices.
  @Test func metresOnTheGround() throws {
    try work.cartopole("convert", work.layerPath(), "m.shp", "--to", "EPSG:2154", "--quiet")
    try work.cartopole("convert", work.layerPath(), "a.geojson", "--simplify", "300m", "--quiet")
    try work.cartopole("convert", "m.shp", "b.geojson", "--simplify", "300", "--quiet")
    let (degrees, metres) = (try points("a.geojson"), try points("b.geojson"))
    #expect(degrees < 3000 && degrees > 600)
    #expect(abs(degrees - metres) < degrees / 50, "\(degrees) \(metres)")
  }

  @Test func lessThanTheBordersNeedIsSaid() throws {
    let run = try work.cartopole("convert", work.layerPath(), "a.geojson", "--simplify", "1%")
    #expect(run.status == 0)
    #expect(run.err.contains("warning: a.geojson: "), "\(run.err)")
    #expect(run.err.contains("limites communes"), "\(run.err)")
  }

  @Test(arguments: ["30%%", "0%", "-5", "peu"]) func anAmountThatIsNone(_ amount: String) throws {
    for arguments in [["convert", work.layerPath(), "a.geojson"], ["render", "territory", "-o", "a.svg"]] {
      let run = try work.run(Tool.program, arguments + ["--simplify=" + amount])
      #expect(run.status == 64, "\(run.err)")
      #expect(run.errors.first?.contains(amount) == true, "\(run.err)")
    }
    #expect(work.files().isEmpty)
  }

  @Test func mapsWithFewerVertices() throws {
    try work.cartopole("init", "pole", "--from", "sud-essonne")
    try work.cartopole("render", "territory", "--project", "pole", "-o", "full.svg", "--labels", "none")
    try work.cartopole(
      "render", "territory", "--project", "pole", "-o", "thin.svg", "--labels", "none", "--simplify", "400m")
    let (full, thin) = (try work.text("full.svg"), try work.text("thin.svg"))
    #expect(thin.utf8.count < full.utf8.count)
    #expect(thin.components(separatedBy: "data-insee=").count == 133)
  }

  private func points(_ name: String) throws -> Int {
    let json = try JSONSerialization.jsonObject(with: work.data(name)) as? [String: Any]
    func count(_ value: Any) -> Int {
      guard let list = value as? [Any] else { return 0 }
      return list.first is NSNumber ? 1 : list.reduce(0) { $0 + count($1) }
    }
    return (json?["features"] as? [[String: Any]] ?? []).reduce(0) {
      $0 + count(($1["geometry"] as? [String: Any])?["coordinates"] ?? [])
    }
  }
}
