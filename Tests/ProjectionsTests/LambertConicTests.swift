import Bytes
import Geometry
import Projections
import Testing

/// The formula maps are drawn with, against PROJ.
struct LambertConicTests {
  private static func projectors(_ from: CRS, _ to: CRS) throws -> (exact: Projector, drawn: Projector) {
    let context = ProjectionContext()
    return (
      try Projector(from: from, to: to, context: context),
      try Projector(from: from, to: to, context: context, accuracy: .drawing)
    )
  }

  /// Metropolitan France and its borders every 0.05°, with a jitter so that no point lies on a round number.
  private static let france: [Double] = {
    var grid: [Double] = []
    for row in 0..<240 {
      for column in 0..<340 {
        grid.append(-6 + 0.05 * Double(column) + 0.0003 * Double(row % 7))
        grid.append(40.2 + 0.05 * Double(row) + 0.0007 * Double(column % 11))
      }
    }
    return grid
  }()

  private static func worst(_ a: [Double], _ b: [Double]) -> Double {
    var worst = 0.0
    for index in a.indices { worst = max(worst, (a[index] - b[index]).magnitude) }
    return worst
  }

  @Test func forwardIsWithinAMicrometre() throws {
    let (exact, drawn) = try Self.projectors(.wgs84, .lambert93)
    var (a, b) = (Self.france, Self.france)
    try exact.project(&a)
    try drawn.project(&b)
    let worst = Self.worst(a, b)
    #expect(worst < 1e-6)
    #expect(a != b, "the formula was used")
    if Fixture.isTalkative { print("Lambert-93 by the formula: worst \(worst) m") }
  }

  /// A micrometre is 9e-12 degree.
  @Test func inverseIsWithinAMicrometre() throws {
    let (exact, drawn) = try Self.projectors(.lambert93, .wgs84)
    var metres = Self.france
    try Self.projectors(.wgs84, .lambert93).exact.project(&metres)
    var (a, b) = (metres, metres)
    try exact.project(&a)
    try drawn.project(&b)
    #expect(Self.worst(a, b) < 9e-12)
    #expect(a != b, "the formula was used")
  }

  /// The null transformations between the three systems of degrees, both ways.
  @Test(arguments: ["EPSG:4326", "EPSG:4171", "EPSG:4258"]) func everySystemOfDegrees(name: String) throws {
    let context = ProjectionContext()
    let degrees = try CRS(name, context: context)
    for (from, to, point) in [
      (degrees, CRS.lambert93, (2.162222, 48.435)), (CRS.lambert93, degrees, (637_997.0, 6_815_000.0)),
    ] {
      let exact = try Projector(from: from, to: to, context: context).project(point.0, point.1)
      let drawn = try Projector(from: from, to: to, context: context, accuracy: .drawing)
        .project(point.0, point.1)
      let allowed = to.isGeographic ? 9e-12 : 1e-6
      #expect((exact.x - drawn.x).magnitude < allowed && (exact.y - drawn.y).magnitude < allowed)
    }
  }

  /// The rest of the world, where a layer of France has its overseas communes: a tenth of a millimetre.
  @Test func overseas() throws {
    let (exact, drawn) = try Self.projectors(.wgs84, .lambert93)
    for place in [(-61.5, 16.2), (-52.3, 4.9), (55.5, -21.1), (45.2, -12.8), (-176.2, -13.3), (165.6, -21.4)] {
      let (a, b) = (try exact.project(place.0, place.1), try drawn.project(place.0, place.1))
      #expect((a.x - b.x).magnitude < 1e-4 && (a.y - b.y).magnitude < 1e-4, "\(place)")
    }
  }

  /// Longitudes come round, and results stay within ±180°, as PROJ's do.
  @Test(arguments: [(362.16, 48.4), (-357.84, 48.4), (182.9, 48.4), (-176.9, 48.4), (3, 90), (100, 90)])
  func longitudesComeRound(longitude: Double, latitude: Double) throws {
    let (exact, drawn) = try Self.projectors(.wgs84, .lambert93)
    let (a, b) = (try exact.project(longitude, latitude), try drawn.project(longitude, latitude))
    #expect((a.x - b.x).magnitude < 1e-5 && (a.y - b.y).magnitude < 1e-5)
  }

  @Test(arguments: [(700_000, 12_655_612.05), (0, 20_000_000), (1_400_000, 30_000_000), (700_000, 40_000_000)])
  func beyondTheApex(x: Double, y: Double) throws {
    let (exact, drawn) = try Self.projectors(.lambert93, .wgs84)
    let (a, b) = (try exact.project(x, y), try drawn.project(x, y))
    #expect((a.x - b.x).magnitude < 1e-9 && (a.y - b.y).magnitude < 1e-9, "\(a) \(b)")
  }

  static let noImage: [(Double, Double)] = [
    (3, -90), (3, 90.001), (3, -91), (3, 400), (573, 48), (-573, 48), (1e9, 48), (.nan, 48), (3, .nan),
    (.infinity, 48), (3, .infinity), (-.infinity, 48), (3, -.infinity),
  ]

  /// What PROJ has no image for the formula refuses too, in the same words and by the same number.
  @Test(arguments: noImage) func refusedAsByPROJ(longitude: Double, latitude: Double) throws {
    let (exact, drawn) = try Self.projectors(.wgs84, .lambert93)
    let points = [2.1, 48, 3, 47, longitude, latitude, longitude, latitude, 3, 49]
    let problems = [exact, drawn].map { projector in
      #expect(throws: Problem.self) {
        var copy = points
        try projector.project(&copy)
      }
    }
    #expect(problems[0]?.line(.en).hasPrefix("point 3: ") == true)
    #expect(problems[0]?.line(.en) == problems[1]?.line(.en))
  }

  @Test(arguments: [(Double.nan, 6e6), (7e5, .nan), (.infinity, 6e6), (7e5, .infinity)])
  func refusedAsByPROJOnTheWayBack(x: Double, y: Double) throws {
    let (exact, drawn) = try Self.projectors(.lambert93, .wgs84)
    #expect(throws: Problem.self) { try exact.project(x, y) }
    #expect(throws: Problem.self) { try drawn.project(x, y) }
  }

  /// Just inside the domain both have an image.
  @Test(arguments: [(3, 90), (572, 48), (-572, 48), (3, -89)]) func theEdgeIsInside(
    longitude: Double, latitude: Double
  )
    throws
  {
    let (exact, drawn) = try Self.projectors(.wgs84, .lambert93)
    _ = try exact.project(longitude, latitude)
    _ = try drawn.project(longitude, latitude)
  }

  /// Where there is no formula, or PROJ is asked for, its own numbers to the last bit.
  @Test func otherSystemsArePROJs() throws {
    let context = ProjectionContext()
    let (from, to) = (try CRS("EPSG:4326", context: context), try CRS("EPSG:32631", context: context))
    var (a, b) = (Self.france, Self.france)
    try Projector(from: from, to: to, context: context).project(&a)
    try Projector(from: from, to: to, context: context, accuracy: .drawing).project(&b)
    #expect(a == b)
  }
}
