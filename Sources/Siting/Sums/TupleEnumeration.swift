/// Tries every way to open the sites of the groups with a bound below the cutoff, one by one.
///
/// At given prices a set costs at least Σ prices + Σ savings of its members, so whole ranges of sets above the
/// cutoff are skipped, and the other sets are valued exactly.
struct TupleEnumeration {
  private let columns: CostColumns
  /// Members and savings of each group, least saving first.
  private let groups: [(count: Int, members: [Int32], savings: [Double])]
  /// For each slot (a site to choose), its group and the least that all later slots can add.
  private let slots: [(group: Int, rest: Double)]
  private let base: Double

  init(_ columns: CostColumns, _ groups: [SiteGroup], _ dual: DualAscent) {
    self.columns = columns
    let sorted = zip(groups, dual.savings).map { group, savings in
      let order = savings.indices.sorted { (savings[$0], $0) < (savings[$1], $1) }
      return (count: group.count, members: order.map { group.members[$0] }, savings: order.map { savings[$0] })
    }.sorted { $0.members.count < $1.members.count }
    var slots: [(group: Int, rest: Double)] = []
    var rest = 0.0
    for (index, group) in sorted.enumerated().reversed() {
      for k in (0..<group.count).reversed() {
        slots.append((index, rest))
        rest += group.savings[k]
      }
    }
    self.groups = sorted
    self.slots = slots.reversed()
    base = dual.prices.reduce(0, +)
  }

  /// Number of sets below the cutoff; counting stops at `limit`.
  func count(below cutoff: Double, limit: Int) -> Int {
    var count = 0
    tally(0, 0, base, cutoff, limit, &count)
    return count
  }

  private func tally(_ slot: Int, _ from: Int, _ sum: Double, _ cutoff: Double, _ limit: Int, _ count: inout Int) {
    if slot == slots.count {
      count += 1
      return
    }
    let (g, rest) = slots[slot]
    let group = groups[g]
    let stays = slot + 1 < slots.count && slots[slot + 1].group == g
    for k in from..<max(from, group.members.count) {
      let next = sum + group.savings[k]
      if next + rest >= cutoff || count >= limit { return }
      tally(slot + 1, stays ? k + 1 : 0, next, cutoff, limit, &count)
    }
  }

  /// Values every set with a bound below the cutoff of the pool, and offers it to the pool.
  func run(into pool: inout SitePool) {
    var chosen: [Int] = []
    descend(0, 0, base, columns.ceiling, &chosen, &pool)
  }

  private func descend(
    _ slot: Int, _ from: Int, _ sum: Double, _ nearest: [Double], _ chosen: inout [Int], _ pool: inout SitePool
  ) {
    let (g, rest) = slots[slot]
    let isLast = slot + 1 == slots.count
    let stays = !isLast && slots[slot + 1].group == g
    let paid = isLast ? nearest.reduce(0, +) : 0
    for k in from..<max(from, groups[g].members.count) {
      let next = sum + groups[g].savings[k]
      if next + rest >= pool.cutoff { return }
      let site = Int(groups[g].members[k])
      chosen.append(site)
      if isLast {
        let value = paid + columns.saving(site, against: nearest)
        if value < pool.cutoff { pool.offer(columns.value(chosen), chosen) }
      } else {
        var lowered = nearest
        columns.lower(&lowered, by: site)
        descend(slot + 1, stays ? k + 1 : 0, next, lowered, &chosen, &pool)
      }
      chosen.removeLast()
    }
  }
}
