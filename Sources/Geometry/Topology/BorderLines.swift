/// The borders between groups of features, each drawn once.
public struct BorderLines: Sendable, Equatable {
  /// Line features, one for each pair of groups that share a border; each has one part for each connected line.
  public var lines: Layer
  /// The lower group number of each pair, by feature of `lines`; −1 is the outside of the layer.
  public var low: [Int]
  /// The higher group number of each pair, by feature of `lines`.
  public var high: [Int]
}

extension Layer {
  /// The edges between different groups, joined into lines that end at forks.
  ///
  /// `groups` has the group of each feature, from 0; −1 makes a feature part of the outside. With `outside`,
  /// borders towards the outside are included. Two groups share an edge only if both sides have exactly the
  /// same vertices. Pairs are in ascending order. Complexity: O(points + edges·log edges) for the edges between
  /// groups.
  ///
  /// - `edges`: those of this layer, where they are known already.
  public func borderLines(between groups: [Int], outside: Bool = false, edges: SharedEdges? = nil) -> BorderLines {
    precondition(groups.count == featureCount, "one group a feature")
    let edges = edges ?? SharedEdges(self)
    func group(_ edge: Int) -> Int { groups[Int(edges.features[edge])] }

    var found: [(low: Int, high: Int, edge: Int)] = []
    for edge in edges.next.indices where edges.next[edge] >= 0 {
      let own = group(edge)
      var isFirst = true
      var other: Int? = Int(edges.next[edge]) == edge ? -1 : nil
      edges.forEachTwin(of: edge) { twin in
        if twin < edge { isFirst = false }
        if group(twin) != own { other = group(twin) }
      }
      guard isFirst, let other, other != own, outside || min(own, other) >= 0 else { continue }
      found.append((min(own, other), max(own, other), edge))
    }
    found.sort { ($0.low, $0.high, $0.edge) < ($1.low, $1.high, $1.edge) }

    var joiner = LineJoiner(vertexCount: edges.vertexCount)
    var out = BorderLines(lines: Layer(.line), low: [], high: [])
    var start = 0
    while start < found.count {
      var end = start
      while end < found.count, found[end].low == found[start].low, found[end].high == found[start].high { end += 1 }
      joiner.join(found[start..<end].map(\.edge), of: self, vertices: edges.vertices, into: &out.lines)
      out.lines.endFeature()
      out.low.append(found[start].low)
      out.high.append(found[start].high)
      start = end
    }
    return out
  }
}

/// Joins undirected edges end to end.
private struct LineJoiner {
  /// For each vertex, the number of edges being joined that end there, and the exclusive-or of their numbers:
  /// where two edges end, the exclusive-or and one edge give the other edge.
  private var degree: [Int32]
  private var mixed: [Int32]

  init(vertexCount: Int) {
    degree = [Int32](repeating: 0, count: vertexCount)
    mixed = [Int32](repeating: 0, count: vertexCount)
  }

  /// Appends each line as a part with one ring. Complexity: O(edges).
  mutating func join(_ edges: [Int], of layer: Layer, vertices: [Int32], into out: inout Layer) {
    for edge in edges { count(edge, 1, vertices) }
    var used = Set<Int>(minimumCapacity: edges.count)
    // Lines with ends come first; the edges left then form closed lines.
    for wantsEnd in [true, false] {
      for edge in edges where !used.contains(edge) {
        for point in [edge, edge + 1] where !used.contains(edge) {
          if wantsEnd, degree[Int(vertices[point])] == 2 { continue }
          walk(edge, from: point, layer, vertices, &used, &out)
        }
      }
    }
    for edge in edges { count(edge, -1, vertices) }
  }

  private mutating func count(_ edge: Int, _ step: Int32, _ vertices: [Int32]) {
    for point in [edge, edge + 1] {
      degree[Int(vertices[point])] += step
      mixed[Int(vertices[point])] ^= Int32(edge)
    }
  }

  private func walk(
    _ first: Int, from start: Int, _ layer: Layer, _ vertices: [Int32], _ used: inout Set<Int>, _ out: inout Layer
  ) {
    var edge = first
    var point = start
    out.addPoint(layer.x(point), layer.y(point))
    while used.insert(edge).inserted {
      point = vertices[point] == vertices[edge] ? edge + 1 : edge
      out.addPoint(layer.x(point), layer.y(point))
      let vertex = Int(vertices[point])
      guard degree[vertex] == 2 else { break }
      edge = Int(mixed[vertex]) ^ edge
    }
    out.endRing()
    out.endPart()
  }
}
