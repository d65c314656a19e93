import Bytes

extension Layer {
  /// The outlines of groups of features, without the borders inside a group. Feature g of the result is group
  /// g.
  ///
  /// `groups` has the group of each feature, from 0; −1 leaves a feature out. An edge disappears when two
  /// features of a group share it with exactly the same vertices; a border with different vertices on its two
  /// sides stays. Rings are simple and touch others at most in points; outer rings are clockwise. Complexity:
  /// O(points).
  ///
  /// - `edges`: those of this layer, where they are known already.
  public func dissolved(by groups: [Int], edges: SharedEdges? = nil) -> Layer {
    precondition(groups.count == featureCount, "one group a feature")
    let edges = edges ?? SharedEdges(self)
    let count = max((groups.max() ?? -1) + 1, 0)
    var kept = edges.next.map { $0 >= 0 }
    for edge in kept.indices where kept[edge] {
      let group = groups[Int(edges.features[edge])]
      guard group >= 0 else {
        kept[edge] = false
        continue
      }
      var twin = -1
      edges.forEachTwin(of: edge) { other in
        let isOpposite = edges.vertices[other] == edges.vertices[edge + 1]
        if twin < 0, kept[other], isOpposite, groups[Int(edges.features[other])] == group { twin = other }
      }
      if twin >= 0 {
        kept[edge] = false
        kept[twin] = false
      }
    }

    let outlines = CompressedRows<Int>(count) { add in
      for edge in kept.indices where kept[edge] { add(groups[Int(edges.features[edge])], edge) }
    }
    var stitcher = RingStitcher(layer: self, vertices: edges.vertices, vertexCount: edges.vertexCount)
    var out = Layer(.polygon)
    for group in 0..<count {
      let rings = stitcher.rings(of: outlines[group])
      RingGrouping(rings: 0..<rings.ringCount, of: rings).append(to: &out, from: rings)
      out.endFeature()
    }
    return out
  }

  /// The outline of some features together, as a layer of one feature; the feature is empty when `features` is.
  public func dissolved(_ features: some Sequence<Int>, edges: SharedEdges? = nil) -> Layer {
    var groups = [Int](repeating: -1, count: featureCount)
    for feature in features { groups[feature] = 0 }
    let out = dissolved(by: groups, edges: edges)
    guard out.featureCount == 0 else { return out }
    var empty = Layer(.polygon)
    empty.endFeature()
    return empty
  }

  /// The outline of the whole layer, as a layer of one feature.
  public func dissolved(edges: SharedEdges? = nil) -> Layer { dissolved(0..<featureCount, edges: edges) }
}
