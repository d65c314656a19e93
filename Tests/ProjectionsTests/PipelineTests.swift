import Bytes
import CProj
import Testing

@testable import Projections

/// The operations written out against those PROJ looks up.
@Suite struct PipelineTests {
  static let pairs: [(String, String)] = ["EPSG:4326", "EPSG:4171", "EPSG:4258"].flatMap {
    [($0, "EPSG:2154"), ("EPSG:2154", $0)]
  }

  /// What PROJ makes of two codes by itself.
  final class LookUp {
    let context: OpaquePointer
    let handle: OpaquePointer

    init(_ from: String, _ to: String) throws {
      context = try #require(proj_context_create())
      let raw = try #require(proj_create_crs_to_crs(context, from, to, nil))
      handle = try #require(proj_normalize_for_visualization(context, raw))
      proj_destroy(raw)
    }

    deinit {
      proj_destroy(handle)
      proj_context_destroy(context)
    }
  }

  @Test(arguments: pairs) func agreesWithTheLookUp(_ from: String, _ to: String) throws {
    let context = ProjectionContext()
    let (source, target) = (try CRS(from, context: context), try CRS(to, context: context))
    try #require(CommonPipelines.between(source, target) != nil)
    let projector = try Projector(from: source, to: target, context: context)
    let lookUp = try LookUp(from, to)
    let journey = try #require(Journey.all.first { $0.from == from && $0.to == to })
    var found = journey.grid
    try projector.project(&found)
    let degree = target.isGeographic ? 111_320.0 : 1
    var worst = 0.0
    for index in stride(from: 0, to: found.count, by: 2) {
      let expected = proj_trans(lookUp.handle, PJ_FWD, proj_coord(journey.grid[index], journey.grid[index + 1], 0, 0))
      worst = max(worst, abs(expected.xy.x - found[index]) * degree, abs(expected.xy.y - found[index + 1]) * degree)
    }
    #expect(worst < 1e-5)
    if Fixture.isTalkative { print("look-up, \(from) → \(to): worst \(worst) m") }
  }

  @Test func onlyTheRegistrysOwnSystemsAreShortened() throws {
    let context = ProjectionContext()
    // Read from a .prj, Lambert-93 keeps the parameters it was given.
    let text = try #require(Fixture.rows("prj.csv").first { $0["epsg"] == "2154" }?["text"])
    let read = try CRS(text, context: context)
    #expect(read.epsg == 2154)
    #expect(CommonPipelines.between(.wgs84, read) == nil)
    #expect(CommonPipelines.between(.wgs84, .lambert93) != nil)
  }
}
