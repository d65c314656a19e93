import Bytes

/// The segments of a simplified layer, and which of them meet.
struct SegmentMeetings {
  let thinning: Thinning
  /// All stretches by number; a stretch that was replaced starts at −1.
  private(set) var stretches: [Stretch]
  private var segments: [Segment]
  private(set) var grid: BucketGrid

  /// Complexity: O(points + cells crossed); a cell is twice as long as the mean segment.
  init(_ thinning: Thinning, in box: Bounds) {
    self.thinning = thinning
    let stretches = thinning.stretches()
    let size = 1 << 14
    let lists = Parallel.each((stretches.count + size - 1) / size, threads: thinning.threads) { piece in
      stretches[piece * size..<min((piece + 1) * size, stretches.count)].map { thinning.segment(of: $0) }
    }
    let segments = Array(lists.joined())
    var length = 0.0
    for segment in segments { length += max((segment.x1 - segment.x0).magnitude, (segment.y1 - segment.y0).magnitude) }
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

  /// The stretches that meet another one, when at least one of the two is a shortcut.
  ///
  /// Complexity: O(pairs that share a cell) where few do, else those of `SegmentSweep`.
  func meeting() -> Set<Int> {
    let size = 1 << 12
    let found = Parallel.each((grid.bucketCount + size - 1) / size, threads: thinning.threads) { piece in
      var met: [Int] = []
      var isMet: [Bool] = []
      for bucket in piece * size..<min((piece + 1) * size, grid.bucketCount) {
        let items = grid.items(in: bucket)
        guard items.count > 1 else { continue }
        if items.count > BucketGrid.crowd {
          let numbers = items.map { Int($0) }
          met += SegmentSweep(numbers.map { segments[$0] }, slack: grid.slack).meeting {
            meet(numbers[$0], numbers[$1])
          }
          .map { numbers[$0] }
          continue
        }
        // Two stretches that are both known to meet others need no comparison, which saves most of the work in
        // a crowd.
        isMet.removeAll(keepingCapacity: true)
        isMet.append(contentsOf: repeatElement(false, count: items.count))
        for (place, one) in items.enumerated() {
          for next in place + 1..<items.count where !(isMet[place] && isMet[next]) {
            guard meet(Int(one), Int(items[items.startIndex + next])) else { continue }
            isMet[place] = true
            isMet[next] = true
          }
        }
        for (place, number) in items.enumerated() where isMet[place] { met.append(Int(number)) }
      }
      return met
    }
    return Set(found.joined())
  }

  /// The stretches with a number of at least `first` that meet another one, and the ones they meet.
  func meeting(from first: Int) -> Set<Int> {
    var met = Set<Int>()
    func compare(_ number: Int, _ other: Int) {
      guard meet(number, other) else { return }
      met.insert(number)
      met.insert(other)
    }
    var arrivals: [Int: [Int]] = [:]
    for number in first..<count {
      grid.forEachBucket(of: segments[number]) { bucket in
        if arrivals[bucket]?.last != number { arrivals[bucket, default: []].append(number) }
      }
    }
    for (bucket, new) in arrivals {
      guard new.count > BucketGrid.crowd else {
        for number in new { grid.forEachItem(in: bucket) { compare(number, Int($0)) } }
        continue
      }
      var all: [Int] = []
      grid.forEachItem(in: bucket) { if stretches[Int($0)].from >= 0 { all.append(Int($0)) } }
      met.formUnion(
        SegmentSweep(all.map { segments[$0] }, slack: grid.slack).meeting { one, other in
          max(all[one], all[other]) >= first && meet(all[one], all[other])
        }.map { all[$0] })
    }
    return met
  }

  @inline(__always) private func meet(_ one: Int, _ other: Int) -> Bool {
    let first = stretches[one]
    let second = stretches[other]
    guard one != other, first.isShortcut || second.isShortcut, first.from >= 0, second.from >= 0 else { return false }
    return segments[one].meets(segments[other], slack: grid.slack)
  }

  /// Replaces a stretch by its two halves, which get the next numbers.
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
