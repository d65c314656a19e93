import Geometry
import Testing

/// Borders stay common, on small layers made for one difficulty each.
struct BorderTests {
  @Test(arguments: [0.3, 0.5, 0.7], [1, 2, 3]) func quadripoints(_ share: Double, _ seed: Int) {
    let grid = Shapes.wavyGrid(5, 4, edges: 12, seed: seed)
    let thin = grid.simplified(keeping: share)
    let check = CoverageCheck(thin)
    #expect(abs(Double(thin.pointCount) - share * Double(grid.pointCount)) <= 0.01 * Double(grid.pointCount))
    #expect(abs(check.sum - check.outline) < 1e-9)
    #expect(check.outlineRings == 1)
    #expect(check.crossings == 0)
    for x in 0...5 {
      for y in 0...4 where x % 5 > 0 || y % 4 > 0 {
        #expect((0..<thin.pointCount).contains { thin.x($0) == Double(x) && thin.y($0) == Double(y) })
      }
    }
  }

  @Test func ringsThatStartElsewhereAndTurnTheOtherWay() {
    let blob = Self.circle(4, 4, 2, 90)
    let turned = Array(blob[37...] + blob[..<37])
    let outer: [Point] = [(0, 0), (0, 8), (8, 8), (8, 0)]
    let layer = Shapes.layer([[[outer, turned.reversed()]], [[blob]]])
    let thin = layer.simplified(keeping: 0.2).self
    let check = CoverageCheck(thin)
    #expect(abs(check.sum - 64) < 1e-12)
    #expect(abs(check.outline - 64) < 1e-12)
    #expect(check.outlineRings == 1)
    #expect(thin.ringCount == 3)
  }

  @Test func anIslandStaysATriangle() {
    let island = Shapes.layer([[[Self.circle(0, 0, 1, 40)], [Self.circle(5, 0, 0.01, 40)]]])
    let thin = island.simplified(metres: 1000)
    #expect(thin.partCount == 2)
    #expect(thin.pointCount == 8)
    #expect((0..<2).allSatisfy { thin.signedArea(ofRing: $0) < 0 })
  }

  /// The middle of the border is a node of two communes on the west and lies in an edge of the one on the east.
  @Test func aJunctionOnAStraightEdge() {
    let layer = Shapes.layer([
      [[[(0, 0), (0, 1), (0.4, 1.05), (1, 1), (1, 0)]]], [[[(0, 1), (0, 2), (1, 2), (1, 1), (0.4, 1.05)]]],
      [[[(1, 0), (1, 2), (2, 2), (2.02, 1), (2, 0)]]],
    ])
    let thin = layer.simplified(metres: 0.5)
    #expect(thin.area(of: 2) == 2)
    #expect(abs((0..<3).reduce(0) { $0 + thin.area(of: $1) } - 4) < 1e-12)
    #expect((0..<thin.pointCount).filter { thin.x($0) == 1 && thin.y($0) == 1 }.count == 2)
  }

  /// One side has a vertex more, a little off the other's edge: the sliver may vanish but not grow.
  @Test func aVertexOfOneSideOnly() {
    let layer = Shapes.layer([
      [[[(0, 0), (0, 2), (1, 2), (1.001, 1), (1, 0)]]], [[[(1, 0), (1, 2), (2, 2), (2.1, 1), (2, 0)]]],
    ])
    let thin = layer.simplified(metres: 0.1)
    #expect(thin.area(of: 0) == 2)
    #expect(abs(thin.area(of: 1) - 2.1) < 1e-12)
    #expect(layer.simplified(metres: 0.5).area(of: 1) == 2)
  }

  @Test func aHoleFilledByTwo() {
    let west: [Point] = Shapes.wave((4, 2), (4, 6), 20, 1)
    let ring = Self.circle(4, 4, 2, 60)
    // The circle's first point is its east; a quarter further on is the north or the south.
    let north = ring.indices.max { ring[$0].y < ring[$1].y }!
    let south = ring.indices.min { ring[$0].y < ring[$1].y }!
    func arc(_ from: Int, _ to: Int) -> [Point] {
      from <= to ? Array(ring[from...to]) : Array(ring[from...] + ring[...to])
    }
    let middle = [ring[south]] + west.dropFirst().dropLast() + [ring[north]]
    let right = arc(north, south).dropLast() + middle.dropLast()
    let left = arc(south, north).dropLast() + middle.reversed().dropLast()
    let outer: [Point] = [(0, 0), (0, 8), (8, 8), (8, 0)]
    let layer = Shapes.layer([[[outer, ring.reversed()]], [[Array(right)]], [[Array(left)]]])
    for metres in [0.05, 0.3, 100] {
      let check = CoverageCheck(layer.simplified(metres: metres))
      #expect(abs(check.sum - 64) < 1e-12)
      #expect(check.outlineRings == 1)
      #expect(check.crossings == 0)
    }
  }

  /// Clockwise, from the east, not quite round so that no two vertices are alike.
  static func circle(_ x: Double, _ y: Double, _ radius: Double, _ count: Int) -> [Point] {
    var dice = Dice(count)
    var points: [Point] = []
    for index in 0..<count {
      let turn = 4 * Double(index) / Double(count)
      // A rounded diamond: x and y go from −1 to 1 along a parabola.
      let corner = Int(turn)
      let along = turn - Double(corner)
      let bow = 1 + 0.6 * along * (1 - along) + 0.02 * dice.next()
      let (dx, dy) = [(1 - along, -along), (-along, along - 1), (along - 1, along), (along, 1 - along)][corner]
      points.append((x + radius * dx * bow, y + radius * dy * bow))
    }
    return points
  }
}
