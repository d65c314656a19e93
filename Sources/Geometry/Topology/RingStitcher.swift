import Bytes

/// Joins directed edges, each with the interior on its right, into simple closed rings.
struct RingStitcher {
  let layer: Layer
  let vertices: [Int32]
  /// For each vertex, the first unused edge that leaves it, and for each edge the next such edge; −1 ends a
  /// list.
  private var leaving: [Int32]
  private var following: [Int32]
  /// For each vertex, its position on the path being walked; −1 when it is not on the path.
  private var place: [Int32]

  init(layer: Layer, vertices: [Int32], vertexCount: Int) {
    self.layer = layer
    self.vertices = vertices
    leaving = [Int32](repeating: -1, count: vertexCount)
    following = [Int32](repeating: -1, count: vertices.count)
    place = [Int32](repeating: -1, count: vertexCount)
  }

  /// The closed rings of the edges, in one polygon feature with one part. Edges that lead nowhere are dropped,
  /// and so are slivers, which remain where a border has an extra vertex on one side. Complexity: O(edges).
  mutating func rings(of edges: ArraySlice<Int>) -> Layer {
    for edge in edges.reversed() {
      let vertex = Int(vertices[edge])
      following[edge] = leaving[vertex]
      leaving[vertex] = Int32(edge)
    }
    var rings = Layer(.polygon)
    for start in edges { while leaving[Int(vertices[start])] >= 0 { walk(from: Int(vertices[start]), into: &rings) } }
    rings.endPart()
    rings.endFeature()
    return rings
  }

  /// Walks until no unused edge leaves the current vertex, and cuts a ring off whenever the path returns to a
  /// vertex.
  private mutating func walk(from start: Int, into rings: inout Layer) {
    var path: [Int] = []
    var vertex = start
    while true {
      if place[vertex] >= 0 {
        let begin = Int(place[vertex])
        for edge in path[begin...] { place[Int(vertices[edge])] = -1 }
        close(path[begin...], into: &rings)
        path.removeSubrange(begin...)
      }
      let edge = takeRightmost(at: vertex, after: path.last)
      guard edge >= 0 else { break }
      place[vertex] = Int32(path.count)
      path.append(edge)
      vertex = Int(vertices[edge + 1])
    }
    for edge in path { place[Int(vertices[edge])] = -1 }
  }

  /// Takes from the list the edge that leaves a vertex furthest to the right, seen from the incoming edge; −1
  /// for none.
  private mutating func takeRightmost(at vertex: Int, after incoming: Int?) -> Int {
    var best = leaving[vertex]
    guard best >= 0 else { return -1 }
    if following[Int(best)] >= 0, let incoming {
      let backX = layer.x(incoming) - layer.x(incoming + 1)
      let backY = layer.y(incoming) - layer.y(incoming + 1)
      var smallest = Double.infinity
      var edge = best
      while edge >= 0 {
        let dx = layer.x(Int(edge) + 1) - layer.x(Int(edge))
        let dy = layer.y(Int(edge) + 1) - layer.y(Int(edge))
        // The counter-clockwise angle from the way back; the smallest angle keeps the interior on the right.
        var turn = atan2(backX * dy - backY * dx, backX * dx + backY * dy)
        if turn <= 0 { turn += 2 * Double.pi }
        if turn < smallest {
          smallest = turn
          best = edge
        }
        edge = following[Int(edge)]
      }
    }
    if leaving[vertex] == best {
      leaving[vertex] = following[Int(best)]
    } else {
      var edge = Int(leaving[vertex])
      while following[edge] != best { edge = Int(following[edge]) }
      following[edge] = following[Int(best)]
    }
    return Int(best)
  }

  private func close(_ edges: ArraySlice<Int>, into rings: inout Layer) {
    guard edges.count > 2 else { return }
    var ring = Layer(.polygon)
    var length = 0.0
    for edge in edges {
      ring.addPoint(layer.x(edge), layer.y(edge))
      length += hypot(layer.x(edge + 1) - layer.x(edge), layer.y(edge + 1) - layer.y(edge))
    }
    ring.addPoint(ring.x(0), ring.y(0))
    ring.endRing()
    guard ring.signedArea(ofRing: 0).magnitude > 1e-10 * length * length else { return }
    rings.coordinates.append(contentsOf: ring.coordinates)
    rings.endRing()
  }
}
