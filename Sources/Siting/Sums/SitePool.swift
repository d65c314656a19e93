/// The best sets of sites found so far: the best set and the alternatives asked for.
struct SitePool: Sendable {
  let capacity: Int
  /// The sets, best first; of equal values the set found first.
  private(set) var sets: [(value: Double, sites: [Int])] = []

  init(capacity: Int) { self.capacity = capacity }

  var best: Double { sets.first?.value ?? .infinity }

  /// Only sets with a value below this are of interest: the worst value in a full pool less one part in 10¹¹.
  ///
  /// Sums of a few thousand doubles are correct to some 10⁻¹³. So a computed bound above the cutoff proves,
  /// also in exact arithmetic, that a set is not better than the pool by more than the margin.
  var cutoff: Double { sets.count < capacity ? .infinity : sets[capacity - 1].value * (1 - 1e-11) }

  /// Adds a set if it is good enough and new; `sites` may be in any order.
  mutating func offer(_ value: Double, _ sites: [Int]) {
    guard value < cutoff else { return }
    let sites = sites.sorted()
    guard !sets.contains(where: { $0.sites == sites }) else { return }
    let place = sets.firstIndex { value < $0.value } ?? sets.count
    sets.insert((value, sites), at: place)
    if sets.count > capacity { sets.removeLast() }
  }
}
