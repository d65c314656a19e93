import Bytes
import Geometry
import Projections
import Testing

/// Against PROJ's own factors (Tests/Oracles/geography/frames.py).
@Suite struct MapFrameTests {
  @Test func scaleAndConvergence() throws {
    for row in try Fixture.rows("frames.csv") {
      let value = { (key: String) in Double(row[key] ?? "") ?? .nan }
      let code = row["epsg"] ?? ""
      let box = Bounds(minX: value("min_x"), minY: value("min_y"), maxX: value("max_x"), maxY: value("max_y"))
      let frame = try MapFrame(box, toDegrees: ProjectorTests.projector("EPSG:\(code)", "EPSG:4326"))
      let scale = 1 / frame.metresPerUnit / value("scale")
      let turn = frame.convergence - value("vertical_azimuth")
      #expect(abs(scale - 1) < 1e-6, "EPSG:\(code)")
      #expect(abs(turn) < 1e-4, "EPSG:\(code)")
      if Fixture.isTalkative { print("frame, EPSG:\(code): scale off by \(scale - 1), convergence by \(turn)°") }
    }
  }

  @Test func convergenceSpreadsOverFrance() throws {
    let projector = try ProjectorTests.projector("EPSG:2154", "EPSG:4326")
    let france = try MapFrame(
      Bounds(minX: 100_000, minY: 6_000_000, maxX: 1_200_000, maxY: 7_100_000), toDegrees: projector)
    // Lambert-93's convergence is (λ − 3°)·sin φ₀, sin φ₀ = 0.7256; the northern corners are about 15.6° apart.
    #expect(france.convergenceSpread > 9 && france.convergenceSpread < 12)
    let territory = try MapFrame(
      Bounds(minX: 600_000, minY: 6_780_000, maxX: 680_000, maxY: 6_840_000), toDegrees: projector)
    #expect(territory.convergenceSpread < 2)
  }

  @Test func degreesOnAMapInDegrees() throws {
    let frame = try MapFrame(
      Bounds(minX: 2, minY: 48, maxX: 3, maxY: 49), toDegrees: ProjectorTests.projector("EPSG:4326", "EPSG:4326"))
    // One degree of longitude at 48.5° N: π/180·a·cos φ/√(1 − e² sin² φ) = 73,902 m.
    #expect(abs(frame.metresPerUnit - 73_902) < 5)
    #expect(abs(frame.convergence) < 1e-9)
  }

  /// Near a pole the vertical turns all round; the azimuths ±179° are 2° apart, not 358°.
  @Test func convergenceAcrossTheBackOfThePole() throws {
    // EPSG:3031 at 180°: up on the map is south.
    let frame = try MapFrame(
      Bounds(minX: -40_000, minY: -2_040_000, maxX: 40_000, maxY: -1_960_000),
      toDegrees: ProjectorTests.projector("EPSG:3031", "EPSG:4326"))
    #expect(abs(abs(frame.convergence) - 180) < 1e-6)
    #expect(frame.convergenceSpread < 5)
  }
}
