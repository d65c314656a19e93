import Bytes

/// Finds the p columns with the smallest sum of row minima, proves that, and finds the next best sets.
///
/// A best-first branch and bound on groups of candidates (k sites in one group, p − k in the other), with
/// Lagrangian bounds, removal of candidates by reduced cost, and enumeration of small remainders.
struct SumSearch {
  let columns: CostColumns
  let count: Int
  let alternatives: Int
  let deadline: Deadline
  /// A node with fewer sets than this below the cutoff is enumerated instead of branched.
  var enumeration = 2_000

  struct Outcome {
    var sets: [(value: Double, sites: [Int])]
    /// No set costs less than this; equal to the best value when that is proven.
    var bound: Double
    var isProven: Bool
    var nodes: Int
  }

  /// Searches from the greedy set and other known sets.
  func run(from starts: [[Int]]) -> Outcome {
    var pool = SitePool(capacity: alternatives + 1)
    let interchange = VertexSubstitution(columns: columns)
    for start in starts + [interchange.greedy(count)] { interchange.improve(start, into: &pool) }
    var nodes = 0
    var open = BinaryHeap<SumNode>(newestFirst: true)
    let all = SiteGroup(count: count, members: (0..<columns.columns).map { Int32($0) })
    open.push(SumNode(groups: [all], prices: interchange.middles(pool.sets[0].sites), bound: 0))
    while let node = open.pop() {
      if node.bound >= pool.cutoff { continue }
      if nodes > 0, deadline.isPassed {
        let isProven = node.bound >= pool.best * (1 - 1e-11)
        return Outcome(sets: pool.sets, bound: node.bound, isProven: isProven, nodes: nodes)
      }
      nodes += 1
      for child in expand(node, isRoot: nodes == 1, interchange, &pool) { open.push(child) }
    }
    return Outcome(sets: pool.sets, bound: pool.best, isProven: true, nodes: nodes)
  }

  private func expand(_ node: SumNode, isRoot: Bool, _ interchange: VertexSubstitution, _ pool: inout SitePool)
    -> [SumNode]
  {
    var groups = node.groups
    var dual = DualAscent(columns, prices: node.prices)
    let scale = zip(dual.prices, columns.spread).map { ($0 + Self.floor * $1) * ($0 + Self.floor * $1) }
    for _ in 0..<(isRoot ? 12 : 2) {
      dual.climb(groups, isRoot ? 25 : 30, scale: scale, into: &pool)
      if isRoot { interchange.improve(dual.open, into: &pool) }
      if dual.bound >= pool.cutoff { return [] }
      if deadline.isPassed { break }
      strikeOut(&groups, &dual, pool.cutoff)
      let tuples = TupleEnumeration(columns, groups, dual)
      if tuples.count(below: pool.cutoff, limit: enumeration) < enumeration {
        tuples.run(into: &pool)
        return []
      }
    }
    guard let children = GroupSplit(columns: columns, dual: dual).children(groups) else { return [] }
    let saving = Dictionary(uniqueKeysWithValues: zip(groups.flatMap(\.members), dual.savings.flatMap { $0 }))
    let base = dual.prices.reduce(0, +)
    return children.compactMap { groups in
      var bound = base
      for group in groups {
        let values = group.members.map { saving[$0]! }
        for k in DualAscent.least(group.count, of: values) { bound += values[k] }
      }
      bound = max(bound, node.bound)
      return bound >= pool.cutoff ? nil : SumNode(groups: groups, prices: dual.prices, bound: bound)
    }
  }

  /// Smallest step of a price relative to the spread of its row, so that prices of 0 can change.
  private static let floor = 0.05

  /// Removes members that no set below the cutoff can contain.
  private func strikeOut(_ groups: inout [SiteGroup], _ dual: inout DualAscent, _ cutoff: Double) {
    for g in groups.indices {
      let savings = dual.savings[g]
      let kept = DualAscent.least(groups[g].count, of: savings)
      guard let last = kept.map({ savings[$0] }).max() else { continue }
      let staying = savings.indices.filter { dual.bound - last + savings[$0] < cutoff || savings[$0] <= last }
      if staying.count < savings.count {
        groups[g].members = staying.map { groups[g].members[$0] }
        dual.savings[g] = staying.map { savings[$0] }
        dual.use[g] = staying.map { dual.use[g][$0] }
      }
    }
  }
}
