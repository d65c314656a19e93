/// The best sets of sites met so far: the optimum and the alternatives asked for.
struct SitePool: Sendable {
  let capacity: Int
  /// Best first; of equal values the set found first.
  private(set) var sets: [(value: Double, sites: [Int])] = []

  init(capacity: Int) { self.capacity = capacity }

  var best: Double { sets.first?.value ?? .infinity }

  /// A set whose value is not below this is of no interest: the worst of the pool less one part in 10¹¹.
  ///
  /// Sums of a few thousand doubles are right to some 10⁻¹³, so that a bound computed above the cutoff stands
  /// in exact arithmetic for « not better than the pool by more than the margin ».
  var cutoff: Double { sets.count < capacity ? .infinity : sets[capacity - 1].value * (1 - 1e-11) }

  /// Takes a set in when it is good enough and new; `sites` in any order.
  mutating func offer(_ value: Double, _ sites: [Int]) {
    guard value < cutoff else { return }
    let sites = sites.sorted()
    guard !sets.contains(where: { $0.sites == sites }) else { return }
    let place = sets.firstIndex { value < $0.value } ?? sets.count
    sets.insert((value, sites), at: place)
    if sets.count > capacity { sets.removeLast() }
  }
}
