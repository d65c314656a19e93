import Projections
import Testing

/// The series maps are drawn with, against PROJ's geodesics.
struct NearGeodesicTests {
  private static let drawn = Geodesic(.drawing)
  private static let exact = Geodesic.grs80

  private struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// From 0 up to 1.
    mutating func roll() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
  }

  /// Starts and ends from a millimetre to a thousand kilometres apart, all latitudes, azimuths and longitudes.
  private static let pairs: [(Double, Double, Double, Double)] = {
    var dice = Dice(2_154)
    return (0..<20_000).map { number in
      let longitude = -180 + 360 * dice.roll()
      // Every tenth near a pole, every tenth near the equator.
      let latitude =
        number % 10 == 0
        ? (dice.roll() < 0.5 ? -1 : 1) * (90 - 2 * dice.roll())
        : number % 10 == 1 ? 0.01 * (dice.roll() - 0.5) : -89 + 178 * dice.roll()
      let decades = 9 * dice.roll()
      let metres = 0.001 * power(decades)
      let end = exact.direct(longitude, latitude, azimuth: 360 * dice.roll(), distance: metres)
      return (longitude, latitude, end.longitude, end.latitude)
    }
  }()

  /// 10 to a power from 0 to 9, near enough for lengths drawn by lot.
  private static func power(_ decades: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(decades) { value *= 10 }
    let rest = decades - decades.rounded(.down)
    return value * (1 + 9 * rest * rest)
  }

  /// Between two azimuths, degrees, whatever their turns.
  private static func turn(_ a: Double, _ b: Double) -> Double {
    (a - b).remainder(dividingBy: 360).magnitude
  }

  @Test func distancesAndAzimuths() {
    var worst = (metres: 0.0, degrees: 0.0)
    var (shortest, longest) = (Double.infinity, 0.0)
    for (x1, y1, x2, y2) in Self.pairs {
      let (near, far) = (Self.drawn.inverse(x1, y1, x2, y2), Self.exact.inverse(x1, y1, x2, y2))
      worst.metres = max(worst.metres, (near.distance - far.distance).magnitude)
      if far.distance > 1 { worst.degrees = max(worst.degrees, Self.turn(near.azimuth, far.azimuth)) }
      (shortest, longest) = (min(shortest, far.distance), max(longest, far.distance))
      #expect(Self.drawn.distance(x1, y1, x2, y2) == near.distance)
    }
    #expect(shortest < 0.002 && longest > 990_000)
    #expect(worst.metres < 1e-4)
    #expect(worst.metres > 0, "the series was used")
    // A metre away, the last digits of the latitudes are worth as much: three nanometres.
    #expect(worst.degrees < 2e-7)
    if Fixture.isTalkative { print("near geodesics: worst \(worst)") }
  }

  @Test func placesAtADistance() {
    var dice = Dice(7)
    var worst = 0.0
    for (x, y, _, _) in Self.pairs {
      let (azimuth, metres) = (-360 + 720 * dice.roll(), 1_000_000 * dice.roll())
      let near = Self.drawn.direct(x, y, azimuth: azimuth, distance: metres)
      let far = Self.exact.direct(x, y, azimuth: azimuth, distance: metres)
      worst = max(worst, Self.exact.distance(near.longitude, near.latitude, far.longitude, far.latitude))
      #expect(near.longitude.magnitude <= 180)
    }
    #expect(worst < 1e-4)
    #expect(worst > 0, "the series was used")
  }

  static let same: [(Double, Double)] = [
    (2.16, 48.43), (0, 0), (180, 0), (-180, -45), (3, 90), (3, -90), (-61.5, 16.2),
  ]

  @Test(arguments: same) func coincidentPoints(longitude: Double, latitude: Double) {
    let found = Self.drawn.inverse(longitude, latitude, longitude, latitude)
    #expect(found.distance == 0)
    let round = Self.drawn.distance(longitude, latitude, longitude + 360, latitude)
    #expect(round < 1e-7)
    let still = Self.drawn.direct(longitude, latitude, azimuth: 33, distance: 0)
    #expect(Self.exact.distance(still.longitude, still.latitude, longitude, latitude) < 1e-7)
  }

  static let special: [(Double, Double, Double, Double)] = [
    // Across the antimeridian.
    (179.9, 10, -179.9, 10.1), (-179.999, -52, 179.999, -52), (180, 5, -180, 6), (540.1, 48, -179.8, 48.2),
    // Over a pole and along meridians and the equator.
    (0, 89.9, 180, 89.8), (10, 90, 45, 89), (-70, -90, 20, -88.5), (3, 40, 3, 48), (3, 48, 3, 40),
    (-2, 0, 5, 0),
    (5, 0, -2, 0), (-4, -0.5, 4, 0.5),
  ]

  @Test(arguments: special) func specialWays(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    let (near, far) = (Self.drawn.inverse(x1, y1, x2, y2), Self.exact.inverse(x1, y1, x2, y2))
    #expect((near.distance - far.distance).magnitude < 1e-4)
    #expect(Self.turn(near.azimuth, far.azimuth) < 1e-7, "\(near) \(far)")
  }

  /// Between nearly opposite points the series does not settle, and PROJ's own numbers come.
  @Test(arguments: [
    (0, 0.3, 179.7, -0.2), (0, 0, 179.6, 0), (2, 48, -178.2, -48.1), (0, 0, 180, 0), (10, 30, -170, -30),
    (0, 0.1, 180, -0.1),
  ])
  func nearlyOppositePointsArePROJs(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    let (near, far) = (Self.drawn.inverse(x1, y1, x2, y2), Self.exact.inverse(x1, y1, x2, y2))
    #expect(near.distance == far.distance && near.azimuth == far.azimuth)
  }

  /// Whatever the pair, far or opposite: within a centimetre, which is what the ends of an exact comparison allow for.
  @Test func anyPairOnEarth() {
    var dice = Dice(11)
    var worst = 0.0
    for number in 0..<20_000 {
      let (x1, y1) = (-180 + 360 * dice.roll(), -90 + 180 * dice.roll())
      let isOpposite = number % 2 == 0
      let spread = 3 * dice.roll()
      let x2 = isOpposite ? x1 + 180 + spread * (dice.roll() - 0.5) : -180 + 360 * dice.roll()
      let y2 = isOpposite ? max(-90, min(90, -y1 + spread * (dice.roll() - 0.5))) : -90 + 180 * dice.roll()
      let far = Self.exact.distance(x1, y1, x2, y2)
      let error = (Self.drawn.distance(x1, y1, x2, y2) - far).magnitude
      if error > worst { worst = error }
    }
    #expect(worst < 0.01)
    if Fixture.isTalkative { print("near geodesics, any pair: worst \(worst) m") }
  }
}
