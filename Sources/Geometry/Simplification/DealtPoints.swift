import Bytes

/// A point with its place and the previous point of its line; the next point is `point + 1`.
struct DealtPoint: BitwiseCopyable {
  var x: Double
  var y: Double
  var point: Int32
  /// The previous point on the ring; −1 at both ends of an open line.
  var previous: Int32

  /// The finisher of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014).
  @inline(__always) var hash: UInt64 {
    var mixed = x.bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ y.bitPattern
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The points of a layer distributed into parts by the hash of their places, in layer order within each part.
struct DealtPoints: Sendable {
  let parts: Int
  private let points: Slots<DealtPoint>
  private let starts: [Int]

  /// Complexity: O(points): one pass counts and one distributes.
  init(_ layer: Layer, _ pieces: [Range<Int>], threads: Int) {
    var parts = 1
    while parts < 512, layer.pointCount / parts > 16_384 { parts *= 2 }
    // Bits 40 to 48 of the hash choose the part, because the lowest bits choose the slot in the part's table.
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
    let points = Slots<DealtPoint>(total)
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

  subscript(part: Int) -> UnsafeBufferPointer<DealtPoint> {
    UnsafeBufferPointer(start: points.base + starts[part], count: starts[part + 1] - starts[part])
  }

  /// Calls `body` with every point of some rings, except the last point of a closed ring.
  @inline(__always) private static func walk(_ rings: Range<Int>, of layer: Layer, _ body: (DealtPoint) -> Void) {
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
            DealtPoint(
              x: coordinates[2 * point] + 0.0, y: coordinates[2 * point + 1] + 0.0, point: Int32(point),
              previous: Int32(previous)))
          previous = point
        }
      }
    }
  }
}
