import Bytes

/// Which points of a layer of lines or polygons lie at the same place, and which places are nodes.
///
/// Points are at one place when their coordinates are equal bit for bit (−0 counts as 0). A place is a node when
/// its points have other neighbours on one line or ring than on another, in whatever direction these run: where
/// three borders meet, where a border ends at the outside, where only one side has a vertex more. Ends of lines are
/// nodes. Between two nodes run arcs, and all lines that follow an arc have all its points.
///
/// The number of a ring's last point, which repeats its first, is not set.
struct Places: Sendable {
  /// For each point the number of the first point at its place; of nodes, its bitwise complement.
  let numbers: Slots<Int32>

  /// Points are dealt by hash into parts that fit a processor's cache, and each part into a table of its own.
  ///
  /// Complexity: O(points) time, 28 bytes a point meanwhile and 4 in the end.
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

  @inline(__always)
  private static func haveSameNeighbours(
    _ one: DealtPoint, _ other: DealtPoint, _ coordinates: UnsafeBufferPointer<Double>
  ) -> Bool {
    func same(_ a: Int32, _ b: Int32) -> Bool {
      coordinates[2 * Int(a)] == coordinates[2 * Int(b)]
        && coordinates[2 * Int(a) + 1] == coordinates[2 * Int(b) + 1]
    }
    if same(one.previous, other.point + 1) { return same(one.point + 1, other.previous) }
    return same(one.previous, other.previous) && same(one.point + 1, other.point + 1)
  }
}
