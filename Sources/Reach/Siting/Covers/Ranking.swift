/// The next best sets after the best one, by parting what is left.
///
/// All sets but S = {s₁, s₂, …} fall into parts « holds s₁ … sₜ₋₁, not sₜ »; the best of each part goes in a
/// queue, and the best of the queue is the next set, whose own part is parted in turn. Sources: Murty (1968),
/// Lawler (1972). Supersets of S are in no part: they are of no use to a cover, and do not exist among sets of
/// one size.
struct Ranking {
  typealias Found = (value: Double, sites: [Int])

  /// The best set that holds `forced` and nothing of `excluded`, `nil` when there is none; its value is at
  /// least that of the set it was parted from, which is given.
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

  /// At most `count` sets after the first, those that `isWanted` admits. One solution a site of each set met.
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
