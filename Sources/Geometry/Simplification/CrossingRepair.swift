import Bytes

/// Restores vertices where simplified lines meet though the lines of the layer do not.
///
/// Segments that meet get back the vertex of largest area each has lost, and again, until none meets another but
/// where the stretches of the layer they stand for met already. A segment gets one back as well when a node or a
/// whole ring lies between it and what it stands for: what was on one side of a border stays there.
///
/// Complexity: O(segments) for a layer whose segments are spread evenly and of like length.
struct CrossingRepair {
  private let thinning: Thinning
  private var stretches: [Stretch]
  private var segments: [Segment]
  private var grid: BucketGrid
  private let probes: Probes
  private(set) var restored = 0

  init(_ thinning: Thinning) {
    self.thinning = thinning
    stretches = thinning.stretches()
    segments = Parallel.segments(stretches, thinning)
    let box = thinning.layer.bounds
    var length = 0.0
    for segment in segments {
      length += max((segment.x1 - segment.x0).magnitude, (segment.y1 - segment.y0).magnitude)
    }
    let cell = 2 * length / Double(max(segments.count, 1))
    grid = BucketGrid(box, cell: cell, things: 2 * segments.count)
    probes = Probes(thinning, box, cell: cell)
    fill()
  }

  private mutating func fill() {
    let size = 1 << 13
    let segments = segments
    let grid = grid
    let entries = Parallel.each((segments.count + size - 1) / size, threads: thinning.threads) { piece in
      var entries: [UInt64] = []
      for number in piece * size..<min((piece + 1) * size, segments.count) {
        grid.forEachBucket(of: segments[number]) { entries.append(UInt64($0) << 32 | UInt64(number)) }
      }
      return entries
    }
    self.grid.fill(entries)
  }

  /// Works until nothing is left to do; says how many vertices were restored.
  mutating func run() -> Int {
    var met = meetings()
    var swept = sweeps(0..<stretches.count)
    while true {
      var touched = swept
      for pair in met {
        let one = Int(pair >> 32)
        let other = Int(pair & 0xFFFF_FFFF)
        if metBefore(one, other) { continue }
        touched.append(one)
        touched.append(other)
      }
      let before = stretches.count
      for number in Set(touched).sorted() { split(number) }
      guard stretches.count > before else { return restored }
      met = meetings(from: before)
      swept = sweeps(before..<stretches.count)
    }
  }

  /// The pairs that meet, of which one at least is a shortcut; each once, in order.
  private func meetings() -> [UInt64] {
    let size = 1 << 12
    let found = Parallel.each((grid.bucketCount + size - 1) / size, threads: thinning.threads) { piece in
      var pairs: [UInt64] = []
      for bucket in piece * size..<min((piece + 1) * size, grid.bucketCount) {
        let items = grid.filled(bucket)
        for place in items.indices {
          for other in items[(place + 1)...] where meet(Int(items[place]), Int(other)) {
            pairs.append(Self.pair(Int(items[place]), Int(other)))
          }
        }
      }
      return pairs
    }
    return Set(found.joined()).sorted()
  }

  /// The same of the segments from a number on with all others.
  private func meetings(from first: Int) -> [UInt64] {
    var pairs = Set<UInt64>()
    for number in first..<stretches.count {
      grid.forEachBucket(of: segments[number]) { bucket in
        grid.forEachItem(in: bucket) { other in
          if Int(other) != number, meet(number, Int(other)) { pairs.insert(Self.pair(number, Int(other))) }
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
    (stretches[one].isShortcut || stretches[other].isShortcut) && one != other
      && segments[one].meets(segments[other]) && stretches[one].from >= 0 && stretches[other].from >= 0
  }

  /// Whether the lines two segments stand for meet in the layer itself.
  private func metBefore(_ one: Int, _ other: Int) -> Bool {
    let second = thinning.edges(of: stretches[other])
    return thinning.edges(of: stretches[one]).contains { edge in second.contains { edge.meets($0) } }
  }

  /// The shortcuts among some that have a probe between them and what they stand for.
  private func sweeps(_ numbers: Range<Int>) -> [Int] {
    let size = 1 << 12
    let found = Parallel.each((numbers.count + size - 1) / size, threads: thinning.threads) { piece in
      let start = numbers.lowerBound + piece * size
      return (start..<min(start + size, numbers.upperBound)).filter {
        stretches[$0].isShortcut && probes.lieBetween(stretches[$0], thinning)
      }
    }
    return Array(found.joined())
  }

  /// Restores the vertex a shortcut misses most and puts two segments in its place.
  private mutating func split(_ number: Int) {
    let stretch = stretches[number]
    guard stretch.isShortcut else { return }
    let inner = thinning.inner(stretch)
    guard let point = thinning.mostNeeded(inner) else { return }
    thinning.restore(point)
    restored += 1
    // A stretch that is no more starts nowhere.
    stretches[number].from = -1
    for (from, to, isShortcut) in [
      (stretch.from, Int32(point), inner[0] != point),
      (Int32(point), stretch.to, inner[inner.count - 1] != point),
    ] {
      let half = Stretch(from: from, to: to, ring: stretch.ring, isShortcut: isShortcut)
      let segment = thinning.segment(of: half)
      grid.forEachBucket(of: segment) { grid.add(Int32(stretches.count), to: $0) }
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

  /// The edges of the layer a stretch stands for.
  func edges(of stretch: Stretch) -> [Segment] {
    var edges: [Segment] = []
    var last = -1
    forEachPoint(of: stretch) { point in
      if last >= 0 {
        edges.append(Segment(x0: layer.x(last), y0: layer.y(last), x1: layer.x(point), y1: layer.y(point)))
      }
      last = point
    }
    return edges
  }
}

extension Parallel {
  fileprivate static func segments(_ stretches: [Stretch], _ thinning: Thinning) -> [Segment] {
    let size = 1 << 14
    let lists = each((stretches.count + size - 1) / size, threads: thinning.threads) { piece in
      stretches[piece * size..<min((piece + 1) * size, stretches.count)].map { thinning.segment(of: $0) }
    }
    return Array(lists.joined())
  }
}
