import Projections
import Reach
import Territory
import Testing

@Suite struct DistanceStepsTests {
  private static func commune(_ index: Int, _ longitude: Double, _ latitude: Double) -> Commune {
    Commune(
      insee: "9\(1000 + index)", name: "C\(index)", population: 1, longitude: longitude, latitude: latitude,
      position: .chefLieu)
  }

  /// The byte of a pair is the first half-kilometre that is at least the geodesic distance.
  @Test func theStepsAreThoseOfTheGeodesic() {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    let communes = (0..<120).map { Self.commune($0, 2 + 1.2 * next(), 48 + 0.8 * next()) }
    let steps = DistanceSteps.between(communes)
    #expect(steps.count == 120 * 119 / 2)
    var beyond = 0
    for high in 1..<120 {
      for low in 0..<high {
        let (a, b) = (communes[high], communes[low])
        let km = Geodesic.grs80.distance(a.longitude, a.latitude, b.longitude, b.latitude) / 1000
        let step = steps[high * (high - 1) / 2 + low]
        if km > 60 {
          beyond += 1
          #expect(step == DistanceSteps.beyond)
        } else {
          #expect(Double(step) / 2 >= km && Double(step) / 2 - 0.5 < km, "\(km) \(step)")
        }
      }
    }
    #expect(beyond > 100)
  }

  /// Pairs whose chord and geodesic lie on two sides of a half-kilometre.
  @Test func betweenChordAndGeodesic() {
    // 60 km and a few centimetres along a meridian: the chord is 22 cm shorter.
    for metres in stride(from: 59_999.6, through: 60_000.4, by: 0.05) {
      let end = Geodesic.grs80.direct(2, 48, azimuth: 0, distance: metres)
      let pair = [Self.commune(0, 2, 48), Self.commune(1, end.longitude, end.latitude)]
      let km = Geodesic.grs80.distance(2, 48, end.longitude, end.latitude) / 1000
      #expect(DistanceSteps.between(pair) == [km <= 60 ? 120 : DistanceSteps.beyond], "\(metres)")
    }
  }

  @Test func withoutAPosition() {
    let pair = [Self.commune(0, 2, 48), Self.commune(1, .nan, .nan)]
    #expect(DistanceSteps.between(pair) == [DistanceSteps.beyond])
  }
}
