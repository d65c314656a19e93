import Bytes

/// Restores vertices where simplified lines meet although the lines of the layer do not.
///
/// Of two segments that meet, each gets back the lost vertex with the largest area, and this repeats until no
/// segment meets another. A segment also gets a vertex back when a node or a whole ring lies between it and the
/// subchain that it replaces, so that everything stays on its side of a border.
///
/// Complexity: O(segments) when the segments are evenly spread and of similar length.
struct CrossingRepair {
  private let thinning: Thinning
  private var subchains: SubchainIntersections
  private let constraints: ConstraintPoints
  private var restored = 0

  init(_ thinning: Thinning) {
    let box = thinning.layer.bounds
    self.thinning = thinning
    subchains = SubchainIntersections(thinning, in: box)
    constraints = ConstraintPoints(thinning, box, cell: subchains.grid.cell)
  }

  /// Restores vertices until no more are needed and returns how many it restored.
  mutating func run() -> Int {
    var touched = subchains.meeting()
    var first = 0
    while true {
      touched.formUnion(sweeps(first..<subchains.count))
      first = subchains.count
      for number in touched.sorted() { split(number) }
      guard subchains.count > first else { return restored }
      touched = subchains.meeting(from: first)
    }
  }

  /// The shortcuts, among some subchains, with a constraint point between the shortcut and the points it replaces.
  private func sweeps(_ numbers: Range<Int>) -> [Int] {
    let found = Parallel.each(numbers, by: 1 << 12, threads: thinning.threads) { numbers in
      numbers.filter {
        let subchain = subchains.subchains[$0]
        return subchain.isShortcut && constraints.lieBetween(subchain, thinning)
      }
    }
    return Array(found.joined())
  }

  /// Restores the lost vertex of largest area of a shortcut, which two segments then replace.
  private mutating func split(_ number: Int) {
    let subchain = subchains.subchains[number]
    guard subchain.isShortcut else { return }
    let inner = thinning.inner(subchain)
    guard let point = thinning.mostNeeded(inner) else { return }
    thinning.restore(point)
    restored += 1
    subchains.replace(
      number,
      with: (
        Subchain(from: subchain.from, to: Int32(point), ring: subchain.ring, isShortcut: inner[0] != point),
        Subchain(from: Int32(point), to: subchain.to, ring: subchain.ring, isShortcut: inner[inner.count - 1] != point)
      ))
  }
}
