import Bytes

/// Restores vertices where simplified lines meet though the lines of the layer do not.
///
/// Segments that meet get back the vertex of largest area each has lost, and again, until none meets another. A
/// segment gets one back as well when a node or a whole ring lies between it and what it stands for: what was on one
/// side of a border stays there.
///
/// Complexity: O(segments) for a layer whose segments are spread evenly and of like length.
struct CrossingRepair {
  private let thinning: Thinning
  private var segments: SegmentMeetings
  private let probes: Probes
  private var restored = 0

  init(_ thinning: Thinning) {
    let box = thinning.layer.bounds
    self.thinning = thinning
    segments = SegmentMeetings(thinning, in: box)
    probes = Probes(thinning, box, cell: segments.grid.cell)
  }

  /// Works until nothing is left to do; says how many vertices were restored.
  mutating func run() -> Int {
    var touched = segments.meeting()
    var first = 0
    while true {
      touched.formUnion(sweeps(first..<segments.count))
      first = segments.count
      for number in touched.sorted() { split(number) }
      guard segments.count > first else { return restored }
      touched = segments.meeting(from: first)
    }
  }

  /// The shortcuts among some that have a probe between them and what they stand for.
  private func sweeps(_ numbers: Range<Int>) -> [Int] {
    let size = 1 << 12
    let found = Parallel.each((numbers.count + size - 1) / size, threads: thinning.threads) { piece in
      let start = numbers.lowerBound + piece * size
      return (start..<min(start + size, numbers.upperBound)).filter {
        let stretch = segments.stretches[$0]
        return stretch.isShortcut && probes.lieBetween(stretch, thinning)
      }
    }
    return Array(found.joined())
  }

  /// Restores the vertex a shortcut misses most and puts two segments in its place.
  private mutating func split(_ number: Int) {
    let stretch = segments.stretches[number]
    guard stretch.isShortcut else { return }
    let inner = thinning.inner(stretch)
    guard let point = thinning.mostNeeded(inner) else { return }
    thinning.restore(point)
    restored += 1
    segments.replace(
      number,
      with: (
        Stretch(from: stretch.from, to: Int32(point), ring: stretch.ring, isShortcut: inner[0] != point),
        Stretch(
          from: Int32(point), to: stretch.to, ring: stretch.ring, isShortcut: inner[inner.count - 1] != point)
      ))
  }
}
