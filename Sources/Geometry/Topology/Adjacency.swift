/// Which features of a polygon layer touch.
///
/// The neighbours of feature f are `neighbours[offsets[f] ..< offsets[f+1]]`, ascending and without f.
public struct Adjacency: Sendable, Equatable {
  /// What two features must have in common to be neighbours.
  public enum Contact: Sendable {
    /// A border of positive length ("rook"): features that touch only in points are not neighbours.
    case border
    /// At least one point ("queen").
    case point
  }

  /// Position in `neighbours` of each feature's first neighbour, then the length of `neighbours`.
  public let offsets: [Int]
  /// The neighbours of all features, one feature after the other.
  public let neighbours: [Int]

  /// Finds edges, or points, that two features share with exactly the same vertices. Then looks at the edges
  /// without a twin for borders that have more vertices on one side than on the other: edges of two features
  /// that run within `tolerance` of each other over more than ten times that length. For `.point`, an edge that
  /// ends within `tolerance` of another feature's edge counts too.
  ///
  /// `tolerance` is in the units of the layer; the default is 1e-9 of the layer's larger side.
  ///
  /// Complexity: O(points), and O(edges · edges nearby) for the edges without a twin.
  public init(_ layer: Layer, sharing contact: Contact = .border, tolerance: Double? = nil) {
    let edges = SharedEdges(layer)
    var pairs = FeaturePairs(featureCount: layer.featureCount)
    var alone: [Int] = []
    for edge in edges.next.indices where edges.next[edge] >= 0 {
      let own = edges.features[edge]
      var hasNeighbour = false
      edges.forEachTwin(of: edge) { twin in
        let other = edges.features[twin]
        guard other != own else { return }
        hasNeighbour = true
        pairs.add(own, other)
      }
      if !hasNeighbour { alone.append(edge) }
    }
    let box = layer.bounds
    let tolerance = tolerance ?? max(box.width, box.height) * 1e-9
    let overlaps = OverlappingEdges(layer, edges: alone, tolerance: tolerance)
    overlaps.forEachPair { pairs.add(edges.features[$0], edges.features[$1]) }
    if contact == .point {
      let places = edges.features(atPlacesOf: layer)
      for place in 0..<edges.vertexCount { places.forEachPair(in: place) { pairs.add($0, $1) } }
      overlaps.forEachTouch { point, edge in
        for feature in places[Int(edges.vertices[point])] { pairs.add(feature, edges.features[edge]) }
      }
    }
    (offsets, neighbours) = pairs.rows()
  }

  /// Number of features of the layer.
  public var featureCount: Int { offsets.count - 1 }

  /// The neighbours of a feature, ascending.
  public func neighbours(of feature: Int) -> ArraySlice<Int> { neighbours[offsets[feature]..<offsets[feature + 1]] }

  /// The features at most `order` steps between neighbours away, ascending, without the feature itself; none
  /// for order 0.
  ///
  /// A breadth-first search. Complexity: O(features + neighbours visited).
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
