import Bytes

/// Which border segments of a polygon layer coincide.
///
/// The number of an edge is that of its first point in the layer. Two edges coincide when their end points are
/// equal bit for bit, in either direction (−0 counts as 0). Everything lies in flat arrays, 12 bytes a point.
public struct SharedEdges: Sendable {
  /// For each point, the number of its place, from 0 in order of appearance.
  let vertices: [Int32]
  let vertexCount: Int
  /// For each edge, the next edge that coincides with it, in a circular list: an edge that is alone is its own
  /// successor. −1 for a ring's last point and for a segment without length, which are not edges.
  let next: [Int32]
  /// For each edge, the feature it bounds.
  let features: [Int32]

  /// Finds them in a layer. Complexity: O(points), two open-addressing tables.
  public init(_ layer: Layer) {
    let vertices = Self.vertices(of: layer)
    var next = [Int32](repeating: -1, count: layer.pointCount)
    var features = [Int32](repeating: -1, count: layer.pointCount)
    var table = ProbeTable(capacity: layer.pointCount)
    for feature in 0..<layer.featureCount {
      for ring in layer.rings(of: feature) {
        for point in layer.points(ofRing: ring).dropLast() where vertices.ids[point] != vertices.ids[point + 1] {
          features[point] = Int32(feature)
          let a = UInt64(UInt32(bitPattern: vertices.ids[point]))
          let b = UInt64(UInt32(bitPattern: vertices.ids[point + 1]))
          let low = min(a, b)
          let high = max(a, b)
          let found = table.find(hash: low << 32 | high) { other in
            let c = vertices.ids[other]
            let d = vertices.ids[other + 1]
            return min(c, d) == Int32(low) && max(c, d) == Int32(high)
          } orInsert: {
            point
          }
          if found == point {
            next[point] = Int32(point)
          } else {
            next[point] = next[found]
            next[found] = Int32(point)
          }
        }
      }
    }
    self.vertices = vertices.ids
    vertexCount = vertices.count
    self.next = next
    self.features = features
  }

  /// Calls `body` with the edges that coincide with an edge, without that edge.
  @inline(__always) func forEachTwin(of edge: Int, _ body: (Int) -> Void) {
    var other = Int(next[edge])
    while other != edge {
      body(other)
      other = Int(next[other])
    }
  }

  /// The features that have a vertex at each place of the layer, each feature once. O(points).
  func features(atPlacesOf layer: Layer) -> CompressedRows<Int32> {
    CompressedRows(vertexCount) { add in
      // Points come feature by feature, so a feature already added at a place is the last one added there.
      var last = [Int32](repeating: -1, count: vertexCount)
      for feature in 0..<layer.featureCount {
        for ring in layer.rings(of: feature) {
          for point in layer.points(ofRing: ring) {
            let place = Int(vertices[point])
            guard last[place] != Int32(feature) else { continue }
            last[place] = Int32(feature)
            add(place, Int32(feature))
          }
        }
      }
    }
  }

  private static func vertices(of layer: Layer) -> (ids: [Int32], count: Int) {
    var ids = [Int32](repeating: 0, count: layer.pointCount)
    var count: Int32 = 0
    var table = ProbeTable(capacity: layer.pointCount)
    layer.coordinates.withUnsafeBufferPointer { buffer in
      for point in 0..<ids.count {
        // Adding +0 turns −0 into 0, so that both have one bit pattern.
        let x = buffer[2 * point] + 0.0
        let y = buffer[2 * point + 1] + 0.0
        let found = table.find(hash: x.bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ y.bitPattern) { other in
          buffer[2 * other] == x && buffer[2 * other + 1] == y
        } orInsert: {
          point
        }
        if found == point {
          ids[point] = count
          count += 1
        } else {
          ids[point] = ids[found]
        }
      }
    }
    return (ids, Int(count))
  }
}

/// An open-addressing table of numbers with linear probing; the caller decides what the numbers stand for.
struct ProbeTable {
  private var slots: [Int32]
  private let mask: Int

  /// Room for `capacity` entries at half load.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number, among those with this hash, that `isSame` accepts, or else `new()`, which is inserted.
  @inline(__always) mutating func find(hash: UInt64, isSame: (Int) -> Bool, orInsert new: () -> Int) -> Int {
    var slot = Int(truncatingIfNeeded: SplitMix64.mixed(hash)) & mask
    while slots[slot] >= 0 {
      if isSame(Int(slots[slot])) { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    let inserted = new()
    slots[slot] = Int32(inserted)
    return inserted
  }
}
