import Projections
import Testing

/// The chord's answer against the geodesic's own.
struct ChordTestTests {
  private static let places: [(longitude: Double, latitude: Double)] = {
    var state: UInt64 = 11
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    return (0..<150).map { _ in (-5 + 15 * random(), 41 + 10 * random()) } + [(2.16, 48.43), (2.16, 48.43)]
  }()

  @Test(arguments: [0.0, 1, 15_000, 100_000, 700_000, 2e6, 3e7]) func agreesWithTheGeodesic(metres: Double) {
    let test = ChordTest(Self.places, within: metres)
    for a in Self.places.indices {
      for b in Self.places.indices {
        let (here, there) = (Self.places[a], Self.places[b])
        let length = Geodesic.grs80.distance(here.longitude, here.latitude, there.longitude, there.latitude)
        #expect(test.isWithin(a, b) == (length <= metres))
      }
    }
  }

  /// A limit that is a distance to the last bit still counts as reached.
  @Test func theLimitItselfIsWithin() {
    let (here, there) = (Self.places[0], Self.places[1])
    let length = Geodesic.grs80.distance(here.longitude, here.latitude, there.longitude, there.latitude)
    #expect(ChordTest(Self.places, within: length).isWithin(0, 1))
    #expect(!ChordTest(Self.places, within: length.nextDown).isWithin(0, 1))
  }
}
