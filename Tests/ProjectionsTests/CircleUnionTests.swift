import Bytes
import Geometry
import Projections
import Testing

/// Against fine polygons in an equal-area projection (Tests/Oracles/geography/circles.py).
@Suite struct CircleUnionTests {
  /// What the specification promises, and what the oracle's own polygons leave room for.
  static let tolerance = 1e-6

  static func circles(_ text: String) -> [GeodesicCircle] {
    let numbers = text.numbers
    return stride(from: 0, to: numbers.count, by: 3).map {
      GeodesicCircle(longitude: numbers[$0], latitude: numbers[$0 + 1], radius: numbers[$0 + 2])
    }
  }

  @Test func communesOfTheTerritory() throws {
    let (codes, outlines) = try Fixture.sudEssonne()
    var expected: [String: [String: Double]] = [:]
    for row in try Fixture.rows("shares.csv") {
      expected[row["case"] ?? "", default: [:]][row["insee"] ?? ""] = Double(row["share"] ?? "")
    }
    let cases = try Fixture.rows("cases.csv")
    #expect(cases.count == 9)
    for row in cases {
      let name = row["case"] ?? ""
      let shares = try #require(expected[name])
      #expect(shares.count > 1)
      let union = CircleUnion(Self.circles(row["circles"] ?? ""))
      var worst = 0.0
      for (feature, code) in codes.enumerated() {
        let share = try #require(union.share(of: feature, in: outlines))
        let difference = abs(share - shares[code, default: 0])
        #expect(difference < Self.tolerance, "\(name) \(code): \(share)")
        worst = max(worst, difference)
      }
      if Fixture.isTalkative { print("share, \(name): worst \(worst)") }
    }
  }

  @Test func syntheticPolygons() throws {
    let rows = try Fixture.rows("synthetic.csv")
    #expect(rows.count > 20)
    var worst = 0.0
    for row in rows {
      let union = CircleUnion(Self.circles(row["circles"] ?? ""))
      let share = try #require(union.share(of: 0, in: Layer(text: row["parts"] ?? "")))
      let expected = Double(row["share"] ?? "") ?? .nan
      #expect(abs(share - expected) < Self.tolerance, "\(row["case"] ?? ""): \(share), not \(expected)")
      worst = max(worst, abs(share - expected))
    }
    if Fixture.isTalkative { print("share, synthetic: worst \(worst)") }
  }

  /// A circle through a vertex to the last bit, and a hair to either side of it, must not tip the area over.
  @Test func circlesThroughVertices() throws {
    let (_, outlines) = try Fixture.sudEssonne()
    let (x, y) = (2.162222, 48.435)
    for feature in stride(from: 0, to: outlines.featureCount, by: 4) {
      let ring = outlines.points(ofRing: outlines.rings(of: feature).lowerBound)
      for point in ring.dropLast() {
        let radius = Geodesic.grs80.distance(x, y, outlines.x(point), outlines.y(point))
        func share(_ change: Double) -> Double {
          let circle = GeodesicCircle(longitude: x, latitude: y, radius: radius + change)
          return CircleUnion([circle]).share(of: feature, in: outlines) ?? .nan
        }
        let (low, high) = (share(-0.5), share(0.5))
        for change in [0, -1e-9, 1e-9, -1e-7, 1e-7, -1e-3, 1e-3] {
          let value = share(change)
          #expect(low - 1e-9 <= value && value <= high + 1e-9, "\(feature) \(radius): \(low) \(value) \(high)")
        }
      }
    }
  }

  /// Sweeping the radius finely, the share never falls and never leaps: circles graze edges on the way.
  @Test func sharesGrowWithTheRadius() throws {
    let (_, outlines) = try Fixture.sudEssonne()
    for feature in stride(from: 0, to: outlines.featureCount, by: 11) {
      let box = outlines.bounds(of: feature)
      let area = outlines.geodesicArea(of: feature)
      for (x, y) in [(box.midX, box.midY), (box.minX - 0.1, box.midY), (box.midX + 0.7, box.maxY + 0.4)] {
        let near = Geodesic.grs80.distance(x, y, box.midX, box.midY)
        var before = 0.0
        for step in 0...200 {
          let radius = max(0, near - 6000) + Double(step) * 60
          let circle = GeodesicCircle(longitude: x, latitude: y, radius: radius)
          let share = CircleUnion([circle]).share(of: feature, in: outlines) ?? .nan
          #expect(share >= before - 1e-9, "\(feature) \(radius)")
          // No more can be gained than the ring between two radii holds.
          if step > 0 { #expect((share - before) * area < 6.2832 * radius * 60 * 1.01, "\(feature) \(radius)") }
          before = share
        }
      }
    }
  }

  /// Edges are geodesics: a circle that touches the sliver between an edge and its straight line in degrees.
  @Test func circlesThatGrazeAnEdge() {
    // The northern edge bulges 50 m beyond its parallel; the circle enters the polygon only there.
    let layer = Layer(text: "2 48 2 48.5 2.8 48.5 2.8 48 2 48")
    let middle = Geodesic.grs80.inverse(2, 48.5, 2.8, 48.5)
    let top = Geodesic.grs80.direct(2, 48.5, azimuth: middle.azimuth, distance: middle.distance / 2)
    let centre = Geodesic.grs80.direct(top.longitude, top.latitude, azimuth: 0, distance: 10_000)
    let toEdge = Geodesic.grs80.distance(centre.longitude, centre.latitude, top.longitude, top.latitude)
    for depth in [1.0, 20, 60, 100] {
      let circle = GeodesicCircle(longitude: centre.longitude, latitude: centre.latitude, radius: toEdge + depth)
      let found = (CircleUnion([circle]).share(of: 0, in: layer) ?? .nan) * layer.geodesicArea(of: 0)
      // Area of a circle's segment of that height.
      let half = (depth * (2 * circle.radius - depth)).squareRoot()
      #expect(abs(found / (4.0 / 3 * half * depth) - 1) < 0.01, "\(depth): \(found)")
    }
  }

  @Test func manyNearlyEqualCirclesAreOne() throws {
    let layer = Layer(text: "2 48 2 48.5 2.5 48.5 2.5 48 2 48")
    let one = GeodesicCircle(longitude: 2.1, latitude: 48.2, radius: 15_000)
    let alone = try #require(CircleUnion([one]).share(of: 0, in: layer))
    for offset in [0, 1e-15, 1e-13, 1e-11, 1e-10, 1e-9] {
      var twin = one
      twin.longitude += offset
      twin.radius += 1e4 * offset
      let both = try #require(CircleUnion([one, twin]).share(of: 0, in: layer))
      #expect(abs(both - alone) < 1e-6, "\(offset): \(both)")
    }
  }

  /// South of the equator as north of it, and across it.
  @Test func hemispheres() throws {
    let north = Layer(text: "55 20.8 55 21.1 55.4 21.2 55.3 20.9 55 20.8")
    let south = Layer(text: "55 -20.8 55.3 -20.9 55.4 -21.2 55 -21.1 55 -20.8")
    let circles = [(55.1, 20.9, 12_000.0), (55.3, 21.1, 9000), (55.2, 21.0, 4000)]
    let above = circles.map { GeodesicCircle(longitude: $0.0, latitude: $0.1, radius: $0.2) }
    let below = circles.map { GeodesicCircle(longitude: $0.0, latitude: -$0.1, radius: $0.2) }
    let share = try #require(CircleUnion(above).share(of: 0, in: north))
    #expect(share > 0.3 && share < 0.9)
    #expect(abs(try #require(CircleUnion(below).share(of: 0, in: south)) - share) < 1e-9)

    let across = Layer(text: "0 -0.1 0 0.1 0.2 0.1 0.2 -0.1 0 -0.1")
    let half = Layer(text: "0 0 0 0.1 0.2 0.1 0.2 0 0 0")
    let circle = CircleUnion([GeodesicCircle(longitude: 0, latitude: 0, radius: 8000)])
    let whole = try #require(circle.share(of: 0, in: across))
    #expect(abs(whole - (circle.share(of: 0, in: half) ?? .nan)) < 1e-9)
    // Half the disc of 8 km, flat to 1e-6, in some 22.3 km by 22.1 km.
    #expect(abs(whole * across.geodesicArea(of: 0) / (.pi * 32e6) - 1) < 1e-6)
  }

  @Test func degenerateInput() {
    let square = Layer(text: "2 48 2 48.1 2.1 48.1 2.1 48 2 48")
    #expect(CircleUnion([]).share(of: 0, in: square) == 0)
    let point = GeodesicCircle(longitude: 2.05, latitude: 48.05, radius: 0)
    #expect(CircleUnion([point]).share(of: 0, in: square) == 0)
    #expect(CircleUnion([point]).circles.isEmpty)
    var empty = Layer(.polygon)
    empty.endFeature()
    let circle = GeodesicCircle(longitude: 2.05, latitude: 48.05, radius: 100)
    #expect(CircleUnion([circle]).share(of: 0, in: empty) == nil)
    #expect(CircleUnion([circle, circle]).circles.count == 1)
  }
}
