import Bytes
import Geometry
import Projections
import Testing

/// Quadratic patches against PROJ itself.
struct PatchedProjectionTests {
  /// A seeded cloud over a box of degrees.
  private static func cloud(_ count: Int, _ box: Bounds) -> Layer {
    var layer = Layer(.point)
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    for _ in 0..<count {
      layer.addPoint(box.minX + random() * box.width, box.minY + random() * box.height)
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    return layer
  }

  private static let france = Bounds(minX: -5.2, minY: 41.3, maxX: 9.6, maxY: 51.1)

  @Test(arguments: [10.0, 1, 0.1, 0.01]) func withinTheTolerance(tolerance: Double) throws {
    let context = ProjectionContext()
    let degrees = Self.cloud(150_000, Self.france)
    var exact = degrees
    try exact.project(from: .wgs84, to: .lambert93, context: context)
    var near = degrees
    try near.project(from: .wgs84, to: .lambert93, context: context, tolerance: tolerance)
    var worst = 0.0
    for point in 0..<exact.pointCount {
      let (dx, dy) = (exact.x(point) - near.x(point), exact.y(point) - near.y(point))
      worst = max(worst, (dx * dx + dy * dy).squareRoot())
    }
    #expect(worst <= tolerance)
    // Patches were used: they are not PROJ's own numbers.
    #expect(worst > 0)
  }

  /// The same bytes on one thread, two and three, with patches and without.
  @Test(arguments: [0.0, 1]) func threadsDoNotMatter(tolerance: Double) throws {
    let context = ProjectionContext()
    let degrees = Self.cloud(160_000, Self.france)
    var first = degrees
    try first.project(from: .wgs84, to: .lambert93, context: context, tolerance: tolerance, threads: 1)
    for threads in [2, 3] {
      var other = degrees
      try other.project(from: .wgs84, to: .lambert93, context: context, tolerance: tolerance, threads: threads)
      #expect(other.coordinates == first.coordinates)
    }
  }

  /// Few points are not worth a patch: whatever the tolerance, they go through the formula, a micrometre from PROJ.
  @Test func smallLayersHaveNoPatches() throws {
    let context = ProjectionContext()
    let degrees = Self.cloud(1000, Self.france)
    var exact = degrees
    try exact.project(from: .wgs84, to: .lambert93, context: context)
    var near = degrees
    try near.project(from: .wgs84, to: .lambert93, context: context, tolerance: 10)
    var worst = 0.0
    for (one, other) in zip(near.coordinates, exact.coordinates) { worst = max(worst, abs(one - other)) }
    #expect(worst < 1e-6)
  }

  /// A point the target has no place for is named by its number in the layer, whatever thread met it.
  @Test func thePointOutsideIsNamed() throws {
    let context = ProjectionContext()
    var layer = Self.cloud(160_000, Self.france)
    layer.coordinates[2 * 120_000 + 1] = -90
    let problem = #expect(throws: Problem.self) {
      try layer.project(from: .wgs84, to: .lambert93, context: context, tolerance: 1, threads: 2)
    }
    #expect(problem?.place?.en.contains("120001") == true, "\(String(describing: problem))")
  }

  /// Places in France and then overseas: too wide for patches as a whole, so runs of points have their own, on any
  /// number of threads.
  @Test func farApartRuns() throws {
    let context = ProjectionContext()
    var degrees = Layer(.point)
    for place in 0..<16 {
      let (west, south) = (-4 + 3.4 * Double(place % 4), 42.5 + 2.2 * Double(place / 4))
      degrees.append(contentsOf: Self.cloud(8192, Bounds(minX: west, minY: south, maxX: west + 1, maxY: south + 1)))
    }
    degrees.append(contentsOf: Self.cloud(8192, Bounds(minX: 55.2, minY: -21.4, maxX: 55.9, maxY: -20.8)))
    var exact = degrees
    try exact.project(from: .wgs84, to: .lambert93, context: context)
    var first = degrees
    try first.project(from: .wgs84, to: .lambert93, context: context, tolerance: 0.01, threads: 1)
    var worst = 0.0
    var changed = 0
    for point in 0..<exact.pointCount {
      let (dx, dy) = (exact.x(point) - first.x(point), exact.y(point) - first.y(point))
      worst = max(worst, (dx * dx + dy * dy).squareRoot())
      if dx != 0 || dy != 0 { changed += 1 }
    }
    #expect(worst <= 0.01)
    #expect(changed > 100_000)
    for threads in [2, 3] {
      var other = degrees
      try other.project(from: .wgs84, to: .lambert93, context: context, tolerance: 0.01, threads: threads)
      #expect(other.coordinates == first.coordinates)
    }
  }
}
