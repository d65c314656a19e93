import Geometry
import Testing

@Suite struct ArrowGraphTests {
  /// A layer of unit squares at integer corners, y upwards.
  private static func squares(_ corners: [(Double, Double)]) -> Layer {
    var layer = Layer(.polygon)
    for (x, y) in corners {
      for (dx, dy) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)] { layer.addPoint(x + dx, y + dy) }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    return layer
  }

  private static func graph(_ corners: [(Double, Double)]) -> ArrowGraph {
    ArrowGraph(corners.map { (x: $0.0 + 0.5, y: -($0.1 + 0.5)) }, Adjacency(squares(corners)))
  }

  @Test func aSquareGrid() {
    // 2 3
    // 0 1
    let graph = Self.graph([(0, 0), (1, 0), (0, 1), (1, 1)])
    #expect(graph.target(of: 0, .right) == 1)
    #expect(graph.target(of: 0, .up) == 2)
    #expect(graph.target(of: 0, .left) == nil)
    #expect(graph.target(of: 3, .down) == 1)
    #expect(graph.target(of: 3, .left) == 2)
  }

  @Test func anIslandIsReachedAndLeft() {
    let graph = Self.graph([(0, 0), (1, 0), (40, 3)])
    #expect(graph.target(of: 1, .right) == 2)
    #expect(graph.reached(from: 2).allSatisfy { $0 })
  }

  /// Every point from every other, whatever their places.
  @Test(arguments: 0..<40) func everyPointFromEveryOther(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: UInt64) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % bound)
    }
    var corners: [(Double, Double)] = []
    while corners.count < 60 {
      let corner = (next(12), next(12))
      if !corners.contains(where: { $0 == corner }) { corners.append(corner) }
    }
    let graph = Self.graph(corners)
    for start in corners.indices { #expect(graph.reached(from: start).allSatisfy { $0 }, "\(start)") }
  }

  /// Every point from every other in territories without gaps: each unit square of a grid belongs to the nearest of 40
  /// points. In the territory of seed 105 an arrow that brings one back was once the only one that led to another.
  @Test(arguments: 96..<112) func everyPointOfATerritory(seed: UInt64) {
    let side = 16
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(side))
    }
    var points: [(x: Int, y: Int)] = []
    while points.count < 40 {
      let point = (x: next(), y: next())
      if !points.contains(where: { $0 == point }) { points.append(point) }
    }
    var squares = [[(x: Int, y: Int)]](repeating: [], count: points.count)
    for y in 0..<side {
      for x in 0..<side {
        func distance(_ point: Int) -> Int {
          (points[point].x - x) * (points[point].x - x) + (points[point].y - y) * (points[point].y - y)
        }
        squares[points.indices.min { (distance($0), $0) < (distance($1), $1) }!].append((x, y))
      }
    }
    var layer = Layer(.polygon)
    for own in squares {
      for (x, y) in own {
        for (dx, dy) in [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)] { layer.addPoint(Double(x + dx), Double(y + dy)) }
        layer.endRing()
        layer.endPart()
      }
      layer.endFeature()
    }
    let graph = ArrowGraph(points.map { (x: Double($0.x) + 0.5, y: -Double($0.y) - 0.5) }, Adjacency(layer))
    for start in points.indices { #expect(graph.reached(from: start).allSatisfy { $0 }, "\(start)") }
  }
}
