import Geometry
import Testing

@Suite struct InteriorTests {
  /// A square of side 10 with a hole of side 2 in its middle.
  static let holed = Shapes.polygon([
    [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)], [(4, 4), (6, 4), (6, 6), (4, 6), (4, 4)],
  ])

  @Test(arguments: [(1.0, 1.0, true), (5, 5, false), (3.9, 5, true), (-1, 5, false), (11, 5, false), (5, 10.1, false)])
  func evenOdd(_ x: Double, _ y: Double, _ inside: Bool) { #expect(Self.holed.contains(0, x: x, y: y) == inside) }

  @Test func areaAndCentroid() throws {
    #expect(Self.holed.area(of: 0) == 96)
    let centre = try #require(Self.holed.centroid(of: 0))
    #expect(abs(centre.x - 5) < 1e-12 && abs(centre.y - 5) < 1e-12)
    // An L of three unit squares: the mean of the squares' centres.
    let angle = Shapes.polygon([[(0, 0), (0, 2), (1, 2), (1, 1), (2, 1), (2, 0), (0, 0)]])
    let corner = try #require(angle.centroid(of: 0))
    #expect(abs(corner.x - 2.5 / 3) < 1e-12 && abs(corner.y - 2.5 / 3) < 1e-12)
  }

  @Test func largeCoordinatesCostNoDigits() {
    let far = Shapes.squares([(1e9, -1e9)])
    #expect(far.signedArea(ofRing: 0) == -1)
  }

  @Test func poleKeepsClearOfTheHole() throws {
    let pole = try #require(Self.holed.poleOfInaccessibility(of: 0, precision: 1e-6))
    // In a corner, equally far from two sides and the hole's corner: d = (4 − d)·√2.
    let expected = 4 * 2.0.squareRoot() / (1 + 2.0.squareRoot())
    #expect(abs(pole.distance - expected) < 1e-5)
    #expect(Self.holed.contains(0, x: pole.x, y: pole.y))
  }

  @Test func poleOfSeveralPartsLiesInTheLargest() throws {
    var layer = Layer(.polygon)
    for (x, side) in [(0.0, 1.0), (10, 3), (20, 2)] {
      for (dx, dy) in [(0.0, 0.0), (0, 1), (1, 1), (1, 0), (0, 0)] { layer.addPoint(x + dx * side, dy * side) }
      layer.endRing()
      layer.endPart()
    }
    layer.endFeature()
    let pole = try #require(layer.poleOfInaccessibility(of: 0))
    #expect(abs(pole.x - 11.5) < 0.01 && abs(pole.y - 1.5) < 0.01)
  }

  @Test func aSliverHasAPoleInsideAndNothingHasNone() throws {
    let sliver = Shapes.polygon([[(0, 0), (0, 1e-5), (1, 1e-5), (1, 0), (0, 0)]])
    let pole = try #require(sliver.poleOfInaccessibility(of: 0))
    #expect(sliver.contains(0, x: pole.x, y: pole.y))
    var empty = Layer(.polygon)
    empty.endFeature()
    #expect(empty.poleOfInaccessibility(of: 0) == nil)
    #expect(empty.centroid(of: 0) == nil)
    #expect(Shapes.polygon([[(0, 0), (1, 1), (2, 2), (0, 0)]]).poleOfInaccessibility(of: 0) == nil)
  }

  /// Distances by shapely's polylabel to 0.01 px (Tests/Oracles/label-fixture.py).
  @Test func polesOfTheCommunesAreThoseOfShapely() throws {
    let data = try SudEssonne()
    for (feature, expected) in try data.numbers("distance").enumerated() {
      let pole = try #require(data.layer.poleOfInaccessibility(of: feature, precision: 0.01))
      #expect(abs(pole.distance - expected) <= 0.02)
      #expect(data.layer.contains(feature, x: pole.x, y: pole.y))
    }
  }
}
