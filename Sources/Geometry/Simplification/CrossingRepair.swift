import Bytes

/// Restores vertices where simplified lines meet although the lines of the layer do not.
///
/// Of two segments that meet, each gets back the lost vertex with the largest area, and this repeats until no
/// segment meets another. A segment also gets a vertex back when a node or a whole ring lies between it and the
/// stretch that it replaces, so that everything stays on its side of a border.
///
/// Complexity: O(segments) when the segments are evenly spread and of similar length.
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

  /// Restores vertices until no more are needed and returns how many it restored.
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

  /// The shortcuts, among some stretches, with a probe between the shortcut and the points it replaces.
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

  /// Restores the lost vertex of largest area of a shortcut, which two segments then replace.
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
        Stretch(from: Int32(point), to: stretch.to, ring: stretch.ring, isShortcut: inner[inner.count - 1] != point)
      ))
  }
}
