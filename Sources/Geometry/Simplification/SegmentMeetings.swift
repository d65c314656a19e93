import Bytes

/// The segments of a simplified layer, and which of them meet.
struct SegmentMeetings {
  let thinning: Thinning
  /// Where a stretch is no more, it starts at −1.
  private(set) var stretches: [Stretch]
  private var segments: [Segment]
  private(set) var grid: BucketGrid

  /// Complexity: O(points) and O(cells passed), a cell being twice as long as the mean segment.
  init(_ thinning: Thinning, in box: Bounds) {
    self.thinning = thinning
    let stretches = thinning.stretches()
    let size = 1 << 14
    let lists = Parallel.each((stretches.count + size - 1) / size, threads: thinning.threads) { piece in
      stretches[piece * size..<min((piece + 1) * size, stretches.count)].map { thinning.segment(of: $0) }
    }
    let segments = Array(lists.joined())
    var length = 0.0
    for segment in segments {
      length += max((segment.x1 - segment.x0).magnitude, (segment.y1 - segment.y0).magnitude)
    }
    let grid = BucketGrid(box, cell: 2 * length / Double(max(segments.count, 1)), things: 2 * segments.count)
    let entries = Parallel.each((segments.count + size - 1) / size, threads: thinning.threads) { piece in
      var entries: [UInt64] = []
      for number in piece * size..<min((piece + 1) * size, segments.count) {
        grid.forEachBucket(of: segments[number]) { entries.append(UInt64($0) << 32 | UInt64(number)) }
      }
      return entries
    }
    self.stretches = stretches
    self.segments = segments
    self.grid = grid
    self.grid.fill(entries)
  }

  var count: Int { stretches.count }

  /// The pairs that meet of which one at least is a shortcut, as low << 32 | high, each once, ascending.
  ///
  /// Complexity: O(pairs that share a cell).
  func pairs() -> [UInt64] {
    let size = 1 << 12
    let found = Parallel.each((grid.bucketCount + size - 1) / size, threads: thinning.threads) { piece in
      var pairs: [UInt64] = []
      for bucket in piece * size..<min((piece + 1) * size, grid.bucketCount) {
        grid.forEachPair(in: bucket) { one, other in
          if meet(one, other) { pairs.append(Self.pair(one, other)) }
        }
      }
      return pairs
    }
    return Set(found.joined()).sorted()
  }

  /// Those of which one at least has this number or a higher one.
  func pairs(from first: Int) -> [UInt64] {
    var pairs = Set<UInt64>()
    for number in first..<count {
      grid.forEachBucket(of: segments[number]) { bucket in
        grid.forEachItem(in: bucket) { other in
          if meet(number, Int(other)) { pairs.insert(Self.pair(number, Int(other))) }
        }
      }
    }
    return pairs.sorted()
  }

  private static func pair(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }

  @inline(__always)
  private func meet(_ one: Int, _ other: Int) -> Bool {
    guard one != other, segments[one].meets(segments[other], slack: grid.slack) else { return false }
    let first = stretches[one]
    let second = stretches[other]
    return first.from >= 0 && second.from >= 0 && (first.isShortcut || second.isShortcut)
  }

  /// Puts two stretches in the place of one.
  mutating func replace(_ number: Int, with halves: (Stretch, Stretch)) {
    stretches[number].from = -1
    for half in [halves.0, halves.1] {
      let segment = thinning.segment(of: half)
      var buckets: [Int] = []
      grid.forEachBucket(of: segment) { buckets.append($0) }
      for bucket in buckets { grid.add(Int32(stretches.count), to: bucket) }
      stretches.append(half)
      segments.append(segment)
    }
  }
}

extension Thinning {
  func segment(of stretch: Stretch) -> Segment {
    let from = Int(stretch.from)
    let to = Int(stretch.to)
    return Segment(x0: layer.x(from), y0: layer.y(from), x1: layer.x(to), y1: layer.y(to))
  }
}
