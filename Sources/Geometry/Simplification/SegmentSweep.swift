import Bytes

/// Many segments close to one another; finds the pairs with meeting boxes without looking at all pairs.
///
/// A flat segment has a short extent in y, a steep one in x, and each kind is sorted along its short extent,
/// where few others overlap it. The slow case is many parallel segments at 45°, which must all be compared.
struct SegmentSweep {
  private struct Entry {
    var segment: Segment
    var number: Int32
    /// The segment's extent along the axis it is sorted by: y for flat segments, x for steep ones.
    var low: Double
    var high: Double
  }

  private var flat: [Entry] = []
  private var steep: [Entry] = []
  /// The largest extent in y of a flat segment.
  private var thickness = 0.0

  /// Complexity: O(segments · log segments).
  init(_ segments: [Segment]) {
    for (number, segment) in segments.enumerated() {
      let (left, right) = (min(segment.x0, segment.x1), max(segment.x0, segment.x1))
      let (bottom, top) = (min(segment.y0, segment.y1), max(segment.y0, segment.y1))
      if right - left >= top - bottom {
        flat.append(Entry(segment: segment, number: Int32(number), low: bottom, high: top))
        thickness = max(thickness, top - bottom)
      } else {
        steep.append(Entry(segment: segment, number: Int32(number), low: left, high: right))
      }
    }
    flat.sort { ($0.low, $0.number) < ($1.low, $1.number) }
    steep.sort { ($0.low, $0.number) < ($1.low, $1.number) }
  }

  /// Calls `body` once for each pair of segments whose boxes may be nearer than `slack`.
  @inline(__always)
  func forEachPair(slack: Double, _ body: (Int, Int) -> Void) {
    for list in [flat, steep] {
      for place in list.indices {
        let end = list[place].high + slack
        for other in place + 1..<list.count {
          guard list[other].low <= end else { break }
          body(Int(list[place].number), Int(list[other].number))
        }
      }
    }
    for entry in steep {
      let (bottom, top) = (min(entry.segment.y0, entry.segment.y1), max(entry.segment.y0, entry.segment.y1))
      let (left, right) = (entry.low - slack, entry.high + slack)
      for place in Self.first(in: flat, from: bottom - thickness - slack)..<flat.count {
        guard flat[place].low <= top + slack else { break }
        let segment = flat[place].segment
        guard min(segment.x0, segment.x1) <= right, max(segment.x0, segment.x1) >= left else { continue }
        body(Int(entry.number), Int(flat[place].number))
      }
    }
  }

  private static func first(in list: [Entry], from value: Double) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].low < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
