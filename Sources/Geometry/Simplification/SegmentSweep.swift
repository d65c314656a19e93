import Bytes

/// Many segments close to one another, to find those whose boxes meet without looking at all pairs.
///
/// A flat segment is thin across y and a steep one across x: each kind is sorted by the side it is thin on, where
/// few others overlap it. Long segments at 45°, each beside the next, are what is left to compare one by one.
struct SegmentSweep {
  private struct Entry {
    var segment: Segment
    var number: Int32
    /// On the side it is sorted by.
    var low: Double
    var high: Double
  }

  private var flat: [Entry] = []
  private var steep: [Entry] = []
  /// The extent of the thickest flat segment across y.
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

  /// Every pair whose boxes may come nearer than `slack`, each once.
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
