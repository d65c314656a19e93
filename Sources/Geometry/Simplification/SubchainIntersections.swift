import Bytes

/// The subchains of a simplified layer, and which of their segments meet.
struct SubchainIntersections {
  let thinning: Thinning
  /// All subchains by number; a subchain that was replaced starts at −1.
  private(set) var subchains: [Subchain]
  private var segments: [Segment]
  private(set) var grid: UniformGrid

  /// Complexity: O(points + cells crossed); a cell is twice as long as the mean segment.
  init(_ thinning: Thinning, in box: Bounds) {
    self.thinning = thinning
    let subchains = thinning.subchains()
    let lists = Parallel.each(0..<subchains.count, by: 1 << 14, threads: thinning.threads) { numbers in
      subchains[numbers].map { thinning.segment(of: $0) }
    }
    let segments = Array(lists.joined())
    var length = 0.0
    for segment in segments { length += max((segment.x1 - segment.x0).magnitude, (segment.y1 - segment.y0).magnitude) }
    grid = UniformGrid(box, cell: 2 * length / Double(max(segments.count, 1)), things: 2 * segments.count)
    grid.fill(segments.count, threads: thinning.threads) { grid, numbers in
      var entries: [UInt64] = []
      for number in numbers {
        grid.forEachBucket(of: segments[number]) { entries.append(UInt64($0) << 32 | UInt64(number)) }
      }
      return entries
    }
    self.subchains = subchains
    self.segments = segments
  }

  var count: Int { subchains.count }

  /// The subchains that meet another one, when at least one of the two is a shortcut.
  ///
  /// Complexity: O(pairs that share a cell) where few do, else those of `SegmentSweep`.
  func meeting() -> Set<Int> {
    let found = Parallel.each(0..<grid.bucketCount, by: 1 << 12, threads: thinning.threads) { buckets in
      var met: [Int] = []
      var isMet: [Bool] = []
      for bucket in buckets {
        let items = grid.buckets[bucket]
        guard items.count > 1 else { continue }
        if items.count > UniformGrid.crowd {
          let numbers = items.map { Int($0) }
          met += SegmentSweep(numbers.map { segments[$0] }, slack: grid.slack).meeting {
            meet(numbers[$0], numbers[$1])
          }
          .map { numbers[$0] }
          continue
        }
        // Two subchains that are both known to meet others need no comparison, which saves most of the work in
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

  /// The subchains with a number of at least `first` that meet another one, and the ones they meet.
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
      guard new.count > UniformGrid.crowd else {
        for number in new { grid.forEachItem(in: bucket) { compare(number, Int($0)) } }
        continue
      }
      var all: [Int] = []
      grid.forEachItem(in: bucket) { if subchains[Int($0)].from >= 0 { all.append(Int($0)) } }
      met.formUnion(
        SegmentSweep(all.map { segments[$0] }, slack: grid.slack).meeting { one, other in
          max(all[one], all[other]) >= first && meet(all[one], all[other])
        }.map { all[$0] })
    }
    return met
  }

  @inline(__always) private func meet(_ one: Int, _ other: Int) -> Bool {
    let first = subchains[one]
    let second = subchains[other]
    guard one != other, first.isShortcut || second.isShortcut, first.from >= 0, second.from >= 0 else { return false }
    return segments[one].meets(segments[other], slack: grid.slack)
  }

  /// Replaces a subchain by its two halves, which get the next numbers.
  mutating func replace(_ number: Int, with halves: (Subchain, Subchain)) {
    subchains[number].from = -1
    for half in [halves.0, halves.1] {
      let segment = thinning.segment(of: half)
      var buckets: [Int] = []
      grid.forEachBucket(of: segment) { buckets.append($0) }
      for bucket in buckets { grid.add(Int32(subchains.count), to: bucket) }
      subchains.append(half)
      segments.append(segment)
    }
  }
}
