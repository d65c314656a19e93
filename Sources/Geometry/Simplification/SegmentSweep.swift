import Bytes

/// Many segments close to one another; finds the pairs with meeting boxes without looking at all pairs.
///
/// A flat segment is thin across y and a steep one across x: each kind is sorted by the side it is thin on, where
/// few others overlap it, and what lies beside one another there is told apart by its other side, many at a time.
/// Long segments at 45°, each beside the next, are what is left to compare one by one.
struct SegmentSweep {
  private let flat: SortedBoxes
  private let steep: SortedBoxes

  /// Complexity: O(segments · log segments).
  init(_ segments: [Segment]) {
    var flat: [SortedBoxes.Box] = []
    var steep: [SortedBoxes.Box] = []
    for (number, segment) in segments.enumerated() {
      let x = (low: min(segment.x0, segment.x1), high: max(segment.x0, segment.x1))
      let y = (low: min(segment.y0, segment.y1), high: max(segment.y0, segment.y1))
      if x.high - x.low >= y.high - y.low {
        flat.append(SortedBoxes.Box(number: Int32(number), low: y.low, high: y.high, start: x.low, end: x.high))
      } else {
        steep.append(SortedBoxes.Box(number: Int32(number), low: x.low, high: x.high, start: y.low, end: y.high))
      }
    }
    self.flat = SortedBoxes(flat)
    self.steep = SortedBoxes(steep)
  }

  /// Every pair whose boxes come nearer than `slack`, each once. Complexity: O(segments · log segments + pairs), where
  /// each kind is thin.
  @inline(__always) func forEachPair(slack: Double, _ body: (Int, Int) -> Void) {
    for list in [flat, steep] {
      for place in list.boxes.indices {
        let box = list.boxes[place]
        list.forEachMeeting(box.grown(by: slack), from: place + 1) { body(Int(box.number), Int($0)) }
      }
    }
    for box in steep.boxes {
      // What is thin on the one side is long on the other's.
      let turned = SortedBoxes.Box(number: box.number, low: box.start, high: box.end, start: box.low, end: box.high)
      flat.forEachMeeting(turned.grown(by: slack), from: 0) { body(Int(box.number), Int($0)) }
    }
  }
}

/// Boxes sorted by where they begin on one side, and over each sixteen of them, and each sixteen of these, a box
/// around all.
private struct SortedBoxes {
  struct Box: BitwiseCopyable {
    var number: Int32
    /// On the side they are sorted by.
    var low: Double
    var high: Double
    /// On the other side.
    var start: Double
    var end: Double

    func grown(by slack: Double) -> Box {
      Box(number: number, low: low - slack, high: high + slack, start: start - slack, end: end + slack)
    }

    @inline(__always) func meets(_ other: Box) -> Bool {
      low <= other.high && other.low <= high && start <= other.end && other.start <= end
    }
  }

  /// Sorted by `low`.
  let boxes: [Box]
  /// The boxes around each sixteen, then around each sixteen of these, and so on.
  private var around: [[Box]] = []
  private static let bits = 4

  init(_ given: [Box]) {
    boxes = given.sorted { ($0.low, $0.number) < ($1.low, $1.number) }
    var inner = boxes
    while inner.count > 1 << Self.bits {
      let outer = stride(from: 0, to: inner.count, by: 1 << Self.bits).map { first in
        inner[first..<min(first + 1 << Self.bits, inner.count)].dropFirst().reduce(into: inner[first]) { all, box in
          all.high = max(all.high, box.high)
          all.start = min(all.start, box.start)
          all.end = max(all.end, box.end)
        }
      }
      around.append(outer)
      inner = outer
    }
  }

  /// The numbers of the boxes from a place on that share a point with one.
  func forEachMeeting(_ box: Box, from first: Int, _ body: (Int32) -> Void) {
    let levels = around.count
    func visit(_ level: Int, _ range: Range<Int>) {
      let list = level == 0 ? boxes : around[level - 1]
      for place in max(range.lowerBound, first >> (Self.bits * level))..<range.upperBound {
        let other = list[place]
        // The ones after begin farther still.
        guard other.low <= box.high else { return }
        guard other.meets(box) else { continue }
        if level == 0 {
          body(other.number)
        } else {
          let inner = level == 1 ? boxes.count : around[level - 2].count
          visit(level - 1, place << Self.bits..<min((place + 1) << Self.bits, inner))
        }
      }
    }
    let top = levels == 0 ? boxes.count : around[levels - 1].count
    if first < boxes.count { visit(levels, 0..<top) }
  }
}
