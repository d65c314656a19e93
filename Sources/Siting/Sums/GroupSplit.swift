/// Splits one group of a node in two, the candidates near one site and those near another, and branches on how
/// many sites are opened on each side. Prices can then no longer balance sites that are far apart against each
/// other.
struct GroupSplit {
  let columns: CostColumns
  let dual: DualAscent

  /// The groups of each node after the split; `nil` when no group has a choice left.
  func children(_ groups: [SiteGroup]) -> [[SiteGroup]]? {
    guard let (group, a, b) = seeds(groups) else { return nil }
    let members = groups[group].members
    var near: [Int32] = []
    var far: [Int32] = []
    for k in members.indices {
      let toA = difference(members[a], members[k])
      let toB = difference(members[b], members[k])
      if toA < toB || (toA == toB && k != b) { near.append(members[k]) } else { far.append(members[k]) }
    }
    let count = groups[group].count
    return (0...count).reversed().compactMap { inNear in
      guard inNear <= near.count, count - inNear <= far.count else { return nil }
      var child = groups
      child.remove(at: group)
      if inNear > 0 { child.append(SiteGroup(count: inNear, members: near)) }
      if count > inNear { child.append(SiteGroup(count: count - inNear, members: far)) }
      return child
    }
  }

  /// The group in which the members in use differ most, and the two of them that differ most.
  private func seeds(_ groups: [SiteGroup]) -> (group: Int, a: Int, b: Int)? {
    var best: (score: Double, group: Int, a: Int, b: Int)?
    for (g, group) in groups.enumerated() where group.members.count > group.count {
      let use = dual.use[g]
      let order = use.indices.sorted { (use[$1], dual.savings[g][$0], $0) < (use[$0], dual.savings[g][$1], $1) }
      let top = order.prefix(max(12, 2 * group.count))
      var total = 0.0
      var pair = (score: -1.0, a: 0, b: 0)
      for (i, a) in top.enumerated() {
        for b in top.dropFirst(i + 1) {
          let score = (use[a] + 1e-6) * (use[b] + 1e-6) * difference(group.members[a], group.members[b])
          total += score
          if score > pair.score { pair = (score, a, b) }
        }
      }
      if total > (best?.score ?? -1) { best = (total, g, pair.a, pair.b) }
    }
    return best.map { ($0.group, $0.a, $0.b) }
  }

  /// How differently two candidates serve the rows; a cost above the price of a row counts as no service.
  /// O(rows).
  private func difference(_ a: Int32, _ b: Int32) -> Double {
    let rows = columns.rows
    var sum = 0.0
    columns.cells.withUnsafeBufferPointer { cells in
      dual.prices.withUnsafeBufferPointer { prices in
        let first = Int(a) * rows
        let second = Int(b) * rows
        for row in 0..<rows { sum += abs(min(cells[first + row], prices[row]) - min(cells[second + row], prices[row])) }
      }
    }
    return sum
  }
}
