/// Which features of a polygon layer touch.
///
/// The neighbours of feature f are `neighbours[offsets[f] ..< offsets[f+1]]`, ascending, f itself never among
/// them.
public struct Adjacency: Sendable, Equatable {
  /// What two features must have in common to be neighbours.
  public enum Contact: Sendable {
    /// A border of positive length ("rook"): features that touch in points only are not neighbours.
    case border
    /// A point at least ("queen").
    case point
  }

  public let offsets: [Int]
  public let neighbours: [Int]

  /// Finds shared edges or points, exact vertex for vertex; then, among the edges that have no twin, those that lie
  /// along an edge of another feature within `tolerance` (units of the layer; by default 1e-9 of the layer's larger
  /// side) over more than ten times that length: the borders with more vertices on one side than on the other. For
  /// `.point`, also those that end on an edge of another feature within the tolerance.
  ///
  /// Complexity: O(points), and for the edges without twin O(edges · edges nearby).
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
      let places = FeaturesAtPlaces(layer, edges)
      places.forEachPair { pairs.add($0, $1) }
      overlaps.forEachTouch { point, edge in
        for feature in places.features(at: Int(edges.vertices[point])) {
          pairs.add(feature, edges.features[edge])
        }
      }
    }
    (offsets, neighbours) = pairs.rows()
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
