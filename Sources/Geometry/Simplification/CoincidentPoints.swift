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
  let numbers: SharedBuffer<Int32>

  /// Each part of a partition by hash gets a table of its own. Complexity: O(points) time; 28 bytes a point during the work and 4 in the end.
  init(_ layer: Layer, threads: Int) {
    numbers = SharedBuffer(layer.pointCount)
    let partition = HashPartition(layer, threads: threads)
    _ = Parallel.each(partition.parts, threads: threads) { [numbers] part in
      layer.coordinates.withUnsafeBufferPointer { Self.group(partition[part], $0, numbers.base) }
    }
  }

  private static func group(
    _ points: UnsafeBufferPointer<PlacedPoint>, _ coordinates: UnsafeBufferPointer<Double>,
    _ numbers: UnsafeMutablePointer<Int32>
  ) {
    var table = ProbeTable(capacity: points.count)
    let first = SharedBuffer<Int32>(points.count)
    let isNode = SharedBuffer<Bool>(repeating: false, count: points.count)
    for entry in 0..<points.count {
      let point = points[entry]
      let found = table.find(hash: point.hash) {
        points[$0].x == point.x && points[$0].y == point.y
      } orInsert: {
        entry
      }
      first.base[entry] = Int32(found)
      guard !isNode.base[found] else { continue }
      isNode.base[found] =
        point.previous < 0 || (found != entry && !haveSameNeighbours(point, points[found], coordinates))
    }
    for entry in 0..<points.count {
      let found = Int(first.base[entry])
      numbers[Int(points[entry].point)] = isNode.base[found] ? ~points[found].point : points[found].point
    }
  }

  @inline(__always) private static func haveSameNeighbours(
    _ one: PlacedPoint, _ other: PlacedPoint, _ coordinates: UnsafeBufferPointer<Double>
  ) -> Bool {
    func same(_ a: Int32, _ b: Int32) -> Bool {
      coordinates[2 * Int(a)] == coordinates[2 * Int(b)] && coordinates[2 * Int(a) + 1] == coordinates[2 * Int(b) + 1]
    }
    if same(one.previous, other.point + 1) { return same(one.point + 1, other.previous) }
    return same(one.previous, other.previous) && same(one.point + 1, other.point + 1)
  }
}

/// A point with its place and the previous point of its line; the next point is `point + 1`.
private struct PlacedPoint: BitwiseCopyable {
  var x: Double
  var y: Double
  var point: Int32
  /// The previous point on the ring; −1 at both ends of an open line.
  var previous: Int32

  @inline(__always) var hash: UInt64 { SplitMix64.mixed(x.bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ y.bitPattern) }
}

/// The points of a layer distributed into parts by the hash of their places, in layer order within each part, so that a
/// table of a part fits a processor's cache (Shatdal, Kant & Naughton, Cache Conscious Algorithms for Relational Query
/// Processing, VLDB 1994).
private struct HashPartition: Sendable {
  let parts: Int
  private let points: SharedBuffer<PlacedPoint>
  private let starts: [Int]

  /// Complexity: O(points): one pass counts and one distributes.
  init(_ layer: Layer, threads: Int) {
    let pieces = layer.ringPieces()
    var parts = 1
    while parts < 512, layer.pointCount / parts > 16_384 { parts *= 2 }
    // Bits 40 to 48 of the hash choose the part.
    let mask = UInt64(parts - 1) << 40
    let counts = Parallel.each(pieces.count, threads: threads) { piece in
      var counts = [Int](repeating: 0, count: Int(mask >> 40) + 1)
      Self.walk(pieces[piece], of: layer) { counts[Int(($0.hash & mask) >> 40)] += 1 }
      return counts
    }
    var starts = [0]
    var heads = counts
    var total = 0
    for part in 0..<parts {
      for piece in counts.indices {
        heads[piece][part] = total
        total += counts[piece][part]
      }
      starts.append(total)
    }
    let points = SharedBuffer<PlacedPoint>(total)
    let first = heads
    _ = Parallel.each(pieces.count, threads: threads) { piece in
      var next = first[piece]
      Self.walk(pieces[piece], of: layer) { point in
        let part = Int((point.hash & mask) >> 40)
        points.base[next[part]] = point
        next[part] += 1
      }
    }
    self.parts = parts
    self.points = points
    self.starts = starts
  }

  subscript(part: Int) -> UnsafeBufferPointer<PlacedPoint> {
    UnsafeBufferPointer(start: points.base + starts[part], count: starts[part + 1] - starts[part])
  }

  /// Calls `body` with every point of some rings, except the last point of a closed ring.
  @inline(__always) private static func walk(_ rings: Range<Int>, of layer: Layer, _ body: (PlacedPoint) -> Void) {
    let isClosed = layer.kind == .polygon
    layer.coordinates.withUnsafeBufferPointer { coordinates in
      for ring in rings {
        let points = layer.points(ofRing: ring)
        guard points.count > 1 || !isClosed else { continue }
        let last = points.upperBound - 1
        var previous = isClosed ? last - 1 : -1
        for point in points.lowerBound..<(isClosed ? last : last + 1) {
          if point == last { previous = -1 }
          // Adding +0 turns −0 into 0, so that both have one bit pattern.
          body(
            PlacedPoint(
              x: coordinates[2 * point] + 0.0, y: coordinates[2 * point + 1] + 0.0, point: Int32(point),
              previous: Int32(previous)))
          previous = point
        }
      }
    }
  }
}
