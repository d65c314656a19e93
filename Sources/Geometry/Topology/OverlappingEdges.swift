import Bytes

/// Edges that overlap without having the same end points, found with a grid.
struct OverlappingEdges {
  private let layer: Layer
  private let edges: [Int]
  private let tolerance: Double
  private var grid: UniformGrid

  /// Complexity: O(edges) for edges spread evenly and of like length.
  init(_ layer: Layer, edges: [Int], tolerance: Double) {
    self.layer = layer
    self.edges = edges
    self.tolerance = tolerance
    var box = Bounds.empty
    var length = 0.0
    for edge in edges {
      box.include(layer.x(edge), layer.y(edge))
      box.include(layer.x(edge + 1), layer.y(edge + 1))
      length += max((layer.x(edge + 1) - layer.x(edge)).magnitude, (layer.y(edge + 1) - layer.y(edge)).magnitude)
    }
    let cell = max(2 * length / Double(max(edges.count, 1)), tolerance)
    grid = UniformGrid(box, cell: cell, things: 2 * edges.count, slack: tolerance)
    grid.fill(edges.count, threads: 1) { grid, numbers in
      layer.coordinates.withUnsafeBufferPointer { coordinates in
        var entries: [UInt64] = []
        for number in numbers {
          let segment = Segment(coordinates, from: edges[number], to: edges[number] + 1)
          grid.forEachBucket(of: segment) { entries.append(UInt64($0) << 32 | UInt64(number)) }
        }
        return entries
      }
    }
  }

  /// Calls `body` with two edges that overlap; a pair may come more than once.
  func forEachPair(_ body: (Int, Int) -> Void) {
    forEachNearPair { first, second in if overlap(first, second) { body(first, second) } }
  }

  /// Calls `body` with the end point of an edge and another edge that passes within the tolerance of it.
  func forEachTouch(_ body: (_ point: Int, _ edge: Int) -> Void) {
    forEachNearPair { first, second in
      for (point, edge) in [(first, second), (first + 1, second), (second, first), (second + 1, first)]
      where touches(point, edge) { body(point, edge) }
    }
  }

  private func forEachNearPair(_ body: (Int, Int) -> Void) {
    for bucket in 0..<grid.bucketCount {
      grid.buckets.forEachPair(in: bucket) { first, second in
        if first != second { body(edges[Int(first)], edges[Int(second)]) }
      }
    }
  }

  /// Whether the shorter of two edges lies within the tolerance of the longer one along more than ten
  /// tolerances.
  private func overlap(_ first: Int, _ second: Int) -> Bool {
    let (long, short) = length(first) >= length(second) ? (first, second) : (second, first)
    let size = length(long)
    guard size > 0 else { return false }
    let ux = (layer.x(long + 1) - layer.x(long)) / size
    let uy = (layer.y(long + 1) - layer.y(long)) / size
    var along: [Double] = []
    for point in [short, short + 1] {
      let dx = layer.x(point) - layer.x(long)
      let dy = layer.y(point) - layer.y(long)
      guard (dx * uy - dy * ux).magnitude <= tolerance else { return false }
      along.append(dx * ux + dy * uy)
    }
    let shared = min(max(along[0], along[1]), size) - max(min(along[0], along[1]), 0)
    return shared > 10 * tolerance
  }

  /// Whether a point is at most the tolerance away from an edge.
  private func touches(_ point: Int, _ edge: Int) -> Bool {
    let size = length(edge)
    guard size > 0 else { return false }
    let ux = (layer.x(edge + 1) - layer.x(edge)) / size
    let uy = (layer.y(edge + 1) - layer.y(edge)) / size
    let dx = layer.x(point) - layer.x(edge)
    let dy = layer.y(point) - layer.y(edge)
    let along = min(max(dx * ux + dy * uy, 0), size)
    let awayX = dx - along * ux
    let awayY = dy - along * uy
    return awayX * awayX + awayY * awayY <= tolerance * tolerance
  }

  private func length(_ edge: Int) -> Double {
    let dx = layer.x(edge + 1) - layer.x(edge)
    let dy = layer.y(edge + 1) - layer.y(edge)
    return (dx * dx + dy * dy).squareRoot()
  }
}
