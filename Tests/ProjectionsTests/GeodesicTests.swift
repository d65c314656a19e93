import Bytes
import Geometry
import Projections
import Testing

/// Against GeographicLib's Python implementation (Tests/Oracles/geography/geodesics.py).
@Suite struct GeodesicTests {
  @Test func distancesAndAzimuths() throws {
    var worst = (metres: 0.0, place: 0.0)
    let rows = try Fixture.rows("geodesics.csv")
    #expect(rows.count > 100)
    for row in rows {
      let value = { (key: String) in Double(row[key] ?? "") ?? .nan }
      let (x1, y1) = (value("longitude1"), value("latitude1"))
      let (x2, y2) = (value("longitude2"), value("latitude2"))
      let found = Geodesic.grs80.inverse(x1, y1, x2, y2)
      worst.metres = max(worst.metres, abs(found.distance - value("metres")))
      #expect(Geodesic.grs80.distance(x1, y1, x2, y2) == found.distance)
      guard found.distance > 0 else { continue }
      // There and back: along the published azimuth one arrives within a micrometre.
      let end = Geodesic.grs80.direct(x1, y1, azimuth: value("azimuth"), distance: value("metres"))
      worst.place = max(worst.place, Geodesic.grs80.distance(end.longitude, end.latitude, x2, y2))
    }
    #expect(worst.metres < 2e-9)
    #expect(worst.place < 1e-6)
  }

  @Test func areasOfTheCommunes() throws {
    let (codes, outlines) = try Fixture.sudEssonne()
    let rows = try Fixture.rows("areas.csv")
    #expect(rows.count == 132)
    #expect(codes == rows.compactMap { $0["insee"] })
    var total = 0.0
    var worst = 0.0
    for (feature, row) in rows.enumerated() {
      let area = outlines.geodesicArea(of: feature)
      let expected = Double(row["area_m2"] ?? "") ?? .nan
      worst = max(worst, abs(area / expected - 1))
      total += area
      let ring = outlines.points(ofRing: outlines.rings(of: feature).lowerBound)
      let points = Array(outlines.coordinates[2 * ring.lowerBound..<2 * ring.upperBound])
      let found = points.withUnsafeBufferPointer { Geodesic.grs80.ringArea($0) }
      #expect(found.area == -area, "clockwise is negative")
      #expect(abs(found.perimeter - (Double(row["perimeter_m"] ?? "") ?? .nan)) < 1e-6)
    }
    #expect(worst < 1e-9)
    #expect(abs(total / 1e6 - 1368.887) < 0.005)
  }

  @Test func ringsOpenOrClosedAreTheSame() {
    let closed: [Double] = [2, 48, 2, 49, 3, 49, 3, 48, 2, 48]
    let open = Array(closed.dropLast(2))
    let first = closed.withUnsafeBufferPointer { Geodesic.grs80.ringArea($0) }
    let second = open.withUnsafeBufferPointer { Geodesic.grs80.ringArea($0) }
    #expect(first == second)
    #expect(first.area < 0)
  }

  @Test func degenerateRingsHaveNoArea() {
    for ring: [Double] in [[], [2, 48], [2, 48, 2, 48], [2, 48, 3, 49, 2, 48]] {
      #expect(abs(ring.withUnsafeBufferPointer { Geodesic.grs80.ringArea($0) }.area) < 1e-6)
    }
  }

  @Test(arguments: [300.0, 15_000, 100_000]) func circlesAreAtOneDistance(radius: Double) {
    let circle = GeodesicCircle(longitude: 2.162222, latitude: 48.435, radius: radius)
    let ring = circle.ring(72)
    #expect(ring.count == 2 * 73)
    #expect(ring[0] == ring[144] && ring[1] == ring[145])
    for point in 0..<72 {
      let distance = Geodesic.grs80.distance(2.162222, 48.435, ring[2 * point], ring[2 * point + 1])
      #expect(abs(distance - radius) < 1e-7)
    }
    #expect(ring.withUnsafeBufferPointer { Geodesic.grs80.ringArea($0) }.area < 0, "clockwise")
  }
}
