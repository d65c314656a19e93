/// Which features of a polygon layer share a border of positive length.
///
/// The neighbours of feature f are `neighbours[offsets[f] ..< offsets[f+1]]`, ascending, f itself never among
/// them. Features that touch in points only are not neighbours.
public struct Adjacency: Sendable, Equatable {
  public let offsets: [Int]
  public let neighbours: [Int]

  /// Finds shared edges, exact vertex for vertex; then, among the edges that have no twin, those that lie along
  /// an edge of another feature within `tolerance` (units of the layer; by default 1e-9 of the layer's larger
  /// side) over more than ten times that length: the borders with more vertices on one side than on the other.
  ///
  /// Complexity: O(points), and for the edges without twin O(edges · edges nearby).
  public init(_ layer: Layer, tolerance: Double? = nil) {
    let edges = SharedEdges(layer)
    var pairs: [UInt64] = []
    var alone: [Int] = []
    for edge in edges.next.indices where edges.next[edge] >= 0 {
      let own = edges.features[edge]
      var hasNeighbour = false
      edges.forEachTwin(of: edge) { twin in
        let other = edges.features[twin]
        guard other != own else { return }
        hasNeighbour = true
        pairs.append(UInt64(own) << 32 | UInt64(other))
      }
      if !hasNeighbour { alone.append(edge) }
    }
    let box = layer.bounds
    let tolerance = tolerance ?? max(box.width, box.height) * 1e-9
    let overlaps = OverlappingEdges(layer, edges: alone, tolerance: tolerance)
    overlaps.forEachPair { first, second in
      let a = edges.features[first]
      let b = edges.features[second]
      guard a != b else { return }
      pairs.append(UInt64(a) << 32 | UInt64(b))
      pairs.append(UInt64(b) << 32 | UInt64(a))
    }

    pairs.sort()
    var offsets = [Int](repeating: 0, count: layer.featureCount + 1)
    var neighbours: [Int] = []
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      neighbours.append(Int(pair & 0xFFFF_FFFF))
      offsets[Int(pair >> 32) + 1] = neighbours.count
    }
    for feature in 0..<layer.featureCount { offsets[feature + 1] = max(offsets[feature + 1], offsets[feature]) }
    self.offsets = offsets
    self.neighbours = neighbours
  }

  public var featureCount: Int { offsets.count - 1 }

  /// The features that share a border with one.
  public func neighbours(of feature: Int) -> ArraySlice<Int> {
    neighbours[offsets[feature]..<offsets[feature + 1]]
  }

  /// The features at most `order` borders away, ascending, the feature itself left out; none for order 0.
  ///
  /// Breadth first. Complexity: O(features + neighbours looked at).
  public func neighbours(of feature: Int, order: Int) -> [Int] {
    var seen = [Bool](repeating: false, count: featureCount)
    seen[feature] = true
    var found: [Int] = []
    var front = [feature]
    for _ in 0..<max(order, 0) where !front.isEmpty {
      var reached: [Int] = []
      for member in front {
        for next in neighbours(of: member) where !seen[next] {
          seen[next] = true
          reached.append(next)
        }
      }
      found += reached
      front = reached
    }
    return found.sorted()
  }
}
