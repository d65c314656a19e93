/// Finds the next best sets after the best one, by partitioning the remaining sets.
///
/// All sets except S = {s₁, s₂, …} are divided into parts: part t has the sets that contain s₁ … sₜ₋₁ but not
/// sₜ. The best set of each part goes into a queue. The best in the queue is the next set, and its own part is
/// then divided the same way. Sources: Murty (1968), Lawler (1972). Supersets of S are in no part: for a cover
/// they are useless, and among sets of equal size there are none.
struct Ranking {
  typealias Found = (value: Double, sites: [Int])

  /// Finds the best set with all of `forced` and none of `excluded`; `nil` when there is none. Its value is at
  /// least `atLeast`, the value of the set whose part is divided.
  typealias Solver = (_ forced: [Int], _ excluded: [Int], _ atLeast: Double) -> Found?

  private struct Part {
    var found: Found
    var forced: [Int]
    var excluded: [Int]
  }

  private let first: Part
  private let solve: Solver

  init(first: [Int], value: Double, solve: @escaping Solver) {
    self.first = Part(found: (value, first), forced: [], excluded: [])
    self.solve = solve
  }

  /// The next sets after the first, best first, at most `count`, without those that `isWanted` rejects. Solves
  /// one problem for each site of each set found.
  func next(_ count: Int, where isWanted: (_ sites: [Int]) -> Bool) -> [[Int]] {
    var given: [[Int]] = []
    var queue: [Part] = []
    var part = first
    while given.count < count {
      var forced = part.forced
      for site in part.found.sites where !part.forced.contains(site) {
        let excluded = part.excluded + [site]
        if let found = solve(forced, excluded, part.found.value) {
          queue.append(Part(found: found, forced: forced, excluded: excluded))
        }
        forced.append(site)
      }
      let best = queue.indices.min { (queue[$0].found.value, $0) < (queue[$1].found.value, $1) }
      guard let best else { break }
      part = queue.remove(at: best)
      if isWanted(part.found.sites) { given.append(part.found.sites) }
    }
    return given
  }
}
