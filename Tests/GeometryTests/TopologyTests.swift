import Geometry
import Testing

@Suite struct DissolveTests {
  static let block = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]

  @Test func sharedBordersVanish() {
    let whole = Shapes.squares(Self.block).dissolved()
    #expect(whole.featureCount == 1)
    #expect(whole.ringCount == 1)
    #expect(whole.pointCount == 9)
    #expect(whole.signedArea(ofRing: 0) == -4)
  }

  @Test func eachGroupIsAFeature() {
    let groups = Shapes.squares(Self.block).dissolved(by: [0, 0, -1, 2])
    #expect(groups.featureCount == 3)
    #expect(groups.area(of: 0) == 2)
    #expect(groups.parts(of: 1).isEmpty)
    #expect(groups.area(of: 2) == 1)
  }

  @Test func partsThatTouchInACornerStayApart() {
    let pair = Shapes.squares(Self.block).dissolved([0, 3])
    #expect(pair.parts(of: 0).count == 2)
    #expect((0..<2).map { pair.signedArea(ofRing: $0) } == [-1, -1])
  }

  @Test func aRingOfSquaresHasAHole() {
    var corners = [(Double, Double)]()
    for x in 0..<3 { for y in 0..<3 where x != 1 || y != 1 { corners.append((Double(x), Double(y))) } }
    let ring = Shapes.squares(corners).dissolved()
    #expect(ring.partCount == 1)
    #expect(ring.ringCount == 2)
    #expect(ring.signedArea(ofRing: 0) == -9)
    #expect(ring.signedArea(ofRing: 1) == 1)
  }

  /// Without the square at (2, 2) too, the hole and the notch touch in a point: the hole stays a ring of its own.
  @Test func aHoleThatTouchesTheOutlineStaysARing() {
    var corners = [(Double, Double)]()
    for x in 0..<3 { for y in 0..<3 where !(x == y && x > 0) { corners.append((Double(x), Double(y))) } }
    let ring = Shapes.squares(corners).dissolved()
    #expect(ring.partCount == 1)
    #expect((0..<ring.ringCount).map { ring.signedArea(ofRing: $0) } == [-8, 1])
  }

  @Test func holesGoToTheSmallestRingAround() {
    func square(_ x: Double, _ side: Double, clockwise: Bool) -> [(Double, Double)] {
      let points = [(x, x), (x, x + side), (x + side, x + side), (x + side, x), (x, x)]
      return clockwise ? points : points.reversed()
    }
    let loose = Shapes.polygon([
      square(4, 2, clockwise: false), square(0, 20, clockwise: true), square(3, 6, clockwise: true),
      square(2, 10, clockwise: false), square(4.5, 1, clockwise: true),
    ])
    #expect(RingGrouping(rings: 0..<5, of: loose).parts == [[1, 3], [2, 0], [4]])
  }

  /// A border with one vertex more on one side: nothing is lost, no sliver remains.
  @Test func aBorderDrawnTwoWaysKeepsTheArea() {
    let whole = Shapes.squares([(0, 0), (1, 0)], pieces: [2, 1]).dissolved()
    #expect(whole.area(of: 0) == 2)
  }

  @Test func theCommunesMakeOneOutline() throws {
    let outline = try SudEssonne().layer.dissolved()
    #expect(outline.ringCount == 1)
    // Tests/Oracles/label-fixture.py: union, 465,999.14 px².
    #expect(abs(outline.area(of: 0) - 465_999.14) < 0.01)
  }
}

@Suite struct BorderLinesTests {
  @Test func aBorderBetweenGroupsIsDrawnOnce() {
    let borders = Shapes.squares(DissolveTests.block).borderLines(between: [0, 1, 0, 1])
    #expect(borders.low == [0])
    #expect(borders.high == [1])
    #expect(borders.lines.partCount == 1)
    #expect(borders.lines.coordinates == [1, 0, 1, 1, 1, 2] || borders.lines.coordinates == [1, 2, 1, 1, 1, 0])
  }

  @Test func outsideIsMinusOne() {
    let borders = Shapes.squares(DissolveTests.block).borderLines(between: [0, 1, 0, -1], outside: true)
    #expect(borders.low == [-1, -1, 0])
    #expect(borders.high == [0, 1, 1])
    // The L's perimeter, 8, and the border between its two groups.
    #expect(length(borders.lines) == 9)
  }

  @Test func anEnclaveHasAClosedBorder() {
    var corners = [(1.0, 1.0)]
    for x in 0..<3 { for y in 0..<3 where x != 1 || y != 1 { corners.append((Double(x), Double(y))) } }
    let borders = Shapes.squares(corners).borderLines(between: [1] + Array(repeating: 0, count: 8))
    #expect(borders.lines.ringCount == 1)
    #expect(borders.lines.pointCount == 5)
  }

  @Test func allBordersOfTheCommunes() throws {
    let layer = try SudEssonne().layer
    let borders = layer.borderLines(between: Array(0..<layer.featureCount), outside: true)
    #expect(borders.low.filter { $0 >= 0 }.count == 338)
    // Every border counts once: half of all perimeters and half of the outline's length, 5,116.24 px (shapely).
    let outer = length(borders.lines.selecting(borders.low.indices.filter { borders.low[$0] < 0 }))
    #expect(abs(outer - 5116.24) < 0.01)
    #expect(abs(length(borders.lines) - (length(layer) + outer) / 2) < 1e-6)
  }

  private func length(_ layer: Layer) -> Double {
    var total = 0.0
    for ring in 0..<layer.ringCount {
      for point in layer.points(ofRing: ring).dropLast() {
        let dx = layer.x(point + 1) - layer.x(point)
        let dy = layer.y(point + 1) - layer.y(point)
        total += (dx * dx + dy * dy).squareRoot()
      }
    }
    return total
  }
}

@Suite struct AdjacencyTests {
  @Test func cornersAreNotBorders() {
    let adjacency = Adjacency(Shapes.squares(DissolveTests.block))
    #expect(Array(adjacency.neighbours(of: 0)) == [1, 2])
    #expect(Array(adjacency.neighbours(of: 3)) == [1, 2])
  }

  @Test(arguments: [1, 2, 3, 7]) func bordersWithOtherVerticesCount(_ pieces: Int) {
    let adjacency = Adjacency(Shapes.squares([(0, 0), (1, 0), (0.5, 1), (5, 5)], pieces: [pieces, 2]))
    #expect(Array(adjacency.neighbours(of: 0)) == [1, 2])
    #expect(Array(adjacency.neighbours(of: 2)) == [0, 1])
    #expect(adjacency.neighbours(of: 3).isEmpty)
  }

  @Test func aGapIsNoBorder() {
    #expect(Adjacency(Shapes.squares([(0, 0), (1.001, 0)])).neighbours.isEmpty)
    #expect(Adjacency(Shapes.squares([(0, 0), (1.001, 0)]), tolerance: 0.01).neighbours == [1, 0])
  }

  @Test func orderCountsBorders() {
    let row = Adjacency(Shapes.squares((0..<6).map { (Double($0), 0) }))
    #expect(row.neighbours(of: 2, order: 0) == [])
    #expect(row.neighbours(of: 2, order: 1) == [1, 3])
    #expect(row.neighbours(of: 2, order: 2) == [0, 1, 3, 4])
    #expect(row.neighbours(of: 2, order: 99) == [0, 1, 3, 4, 5])
  }

  @Test func communesHaveTheNeighboursShapelyFinds() throws {
    let data = try SudEssonne()
    let adjacency = Adjacency(data.layer)
    #expect((0..<132).map { Double(adjacency.neighbours(of: $0).count) } == (try data.numbers("neighbours")))
    for feature in 0..<132 {
      for other in adjacency.neighbours(of: feature) { #expect(adjacency.neighbours(of: other).contains(feature)) }
    }
  }
}
