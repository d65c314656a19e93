import Bytes

/// Which points of a layer of lines or polygons lie at the same place, and which places are nodes.
///
/// Points are at one place when their coordinates are equal bit for bit (−0 counts as 0). A place is a node
/// when two lines or rings through it have different neighbours there, regardless of their direction: where
/// three borders meet, where a border ends at the outside, where only one side of a border has an extra vertex.
/// Ends of lines are nodes. Arcs run between two nodes, and every line that follows an arc has all its points.
///
/// The last point of a ring, which repeats the first, gets no number.
struct CoincidentPoints: Sendable {
  /// For each point the number of the first point at its place, or the bitwise complement of that number for a
  /// node.
  let numbers: Slots<Int32>

  /// Hashes distribute the points into parts that fit a processor's cache, and each part gets a table of its
  /// own.
  ///
  /// Complexity: O(points) time; 28 bytes a point during the work and 4 in the end.
  init(_ layer: Layer, threads: Int) {
    numbers = Slots(layer.pointCount)
    let pieces = layer.ringPieces()
    let dealt = DealtPoints(layer, pieces, threads: threads)
    let numbers = numbers
    _ = Parallel.each(dealt.parts, threads: threads) { part in
      layer.coordinates.withUnsafeBufferPointer { Self.group(dealt[part], $0, numbers.base) }
    }
  }

  private static func group(
    _ points: UnsafeBufferPointer<DealtPoint>, _ coordinates: UnsafeBufferPointer<Double>,
    _ numbers: UnsafeMutablePointer<Int32>
  ) {
    var size = 16
    while size < 2 * points.count { size *= 2 }
    let table = Slots<Int32>(repeating: -1, count: size)
    let first = Slots<Int32>(points.count)
    let isNode = Slots<Bool>(repeating: false, count: points.count)
    for entry in 0..<points.count {
      let point = points[entry]
      var slot = Int(truncatingIfNeeded: point.hash) & (size - 1)
      while true {
        let found = Int(table.base[slot])
        if found < 0 {
          table.base[slot] = Int32(entry)
          first.base[entry] = Int32(entry)
          isNode.base[entry] = point.previous < 0
          break
        }
        let other = points[found]
        if other.x == point.x, other.y == point.y {
          first.base[entry] = Int32(found)
          if !isNode.base[found] {
            isNode.base[found] = point.previous < 0 || !haveSameNeighbours(point, other, coordinates)
          }
          break
        }
        slot = (slot + 1) & (size - 1)
      }
    }
    for entry in 0..<points.count {
      let found = Int(first.base[entry])
      numbers[Int(points[entry].point)] = isNode.base[found] ? ~points[found].point : points[found].point
    }
  }

  @inline(__always) private static func haveSameNeighbours(
    _ one: DealtPoint, _ other: DealtPoint, _ coordinates: UnsafeBufferPointer<Double>
  ) -> Bool {
    func same(_ a: Int32, _ b: Int32) -> Bool {
      coordinates[2 * Int(a)] == coordinates[2 * Int(b)] && coordinates[2 * Int(a) + 1] == coordinates[2 * Int(b) + 1]
    }
    if same(one.previous, other.point + 1) { return same(one.point + 1, other.previous) }
    return same(one.previous, other.previous) && same(one.point + 1, other.point + 1)
  }
}
