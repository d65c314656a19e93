import Geometry
import Testing

/// Lines that do not meet do not meet once simplified, and nothing passes to the other side of one.
struct CrossingTests {
  /// A peninsula in a bay: the bay's shore, simplified alone, would cut it.
  @Test func aTongueInABay() {
    let shore: [Point] = [(0, 0), (4, 0), (4.9, 5), (5.1, 5), (6, 0), (10, 0), (10, -3), (0, -3)]
    let tongue: [Point] = [(4.5, 9), (5.5, 9), (5.02, 5.4), (5, 5.2), (4.98, 5.4)]
    let layer = Shapes.layer([[[shore]], [[tongue]]])
    for metres in [0.3, 0.6, 1, 2, 3, 5] { #expect(CoverageCheck(layer.simplified(metres: metres)).crossings == 0) }
  }

  /// An island of one commune, or of two that share a border, in a bay: it stays in the water.
  @Test(arguments: [1, 2]) func anIslandInABay(_ communes: Int) {
    let coast: [Point] = [(0, 0), (0, 10), (10, 10), (10, 0), (5.3, 0), (5, 2), (4.7, 0)]
    let all: [Point] = [(4.95, 0.5), (5, 0.6), (5.05, 0.5), (5, 0.4)]
    let islands: [[[[Point]]]] =
      communes == 1 ? [[[all]]] : [[[[all[0], all[1], all[3]]]], [[[all[1], all[2], all[3]]]]]
    let thin = Shapes.layer([[[coast]]] + islands).simplified(metres: 2)
    #expect(!thin.contains(0, x: 5, y: 0.5))
    #expect(thin.pointCount > 5 + 4 * communes)
    #expect(CoverageCheck(thin).crossings == 0)
  }

  /// Two borders that wind about each other closely.
  @Test(arguments: 1...12) func aCorridor(_ seed: Int) {
    var dice = Dice(seed)
    var upper: [Point] = []
    var lower: [Point] = []
    for step in 0...120 {
      let y = 3 * dice.next()
      upper.append((Double(step), y + 0.05 + 0.1 * dice.next()))
      lower.append((Double(step), y))
    }
    let north = [(0.0, 9.0), (120.0, 9.0)] + upper.reversed()
    let south = lower.map { $0 } + [(120.0, -9.0), (0.0, -9.0)]
    let layer = Shapes.layer([[[north]], [[south]]])
    #expect(CoverageCheck.crossings(layer) == 0)
    for share in [0.1, 0.3, 0.6] {
      let result = layer.simplified(.share(share))
      #expect(CoverageCheck.crossings(result.layer) == 0)
      #expect(CoverageCheck(result.layer, crossings: false).smallestArea > 0)
    }
  }

  /// A tip that lies on the middle of another's slanting edge, as nearly as numbers can say, stays there.
  @Test func aTipOnTheNeighboursEdge() {
    let tip: Point = (1.0 / 3, 0.7 / 3 + 1e-12)
    let south: [Point] = [(0, 0), (1, 0.7), (1, -2), (0, -2)]
    let north: [Point] = [(-1, 1.2), (-1, 3), (2, 3), (2, 1.2), (0.5, 1.2), tip, (0.2, 1.2)]
    let alone = Shapes.layer([[[north]]]).simplified(metres: 0.3)
    #expect(!(0..<alone.pointCount).contains { alone.x($0) == tip.x })
    let thin = Shapes.layer([[[south]], [[north]]]).simplified(metres: 0.3)
    #expect((0..<thin.pointCount).contains { thin.x($0) == tip.x })
    #expect(thin.area(of: 0) == 2.35)
  }

  /// Features that overlap without a common vertex are a fault of the layer: where their borders cross they stay.
  @Test func bordersThatCrossedAlreadyKeepTheirCrossing() {
    let one: [Point] = [(0, 0), (0, 4), (3, 4.1), (4, 4), (4, 2), (4.05, 1), (4, 0), (2, -0.1)]
    let other: [Point] = [(3, 1), (3, 3), (5, 3.1), (7, 3), (7.05, 2), (7, 1)]
    let thin = Shapes.layer([[[one]], [[other]]]).simplified(metres: 100)
    let corners = Set((0..<thin.pointCount).map { [thin.x($0), thin.y($0)] })
    for corner in [[4.0, 4.0], [4, 2], [4.05, 1], [4, 0], [3, 1], [3, 3], [5, 3.1], [7, 1]] {
      #expect(corners.contains(corner))
    }
  }
}
