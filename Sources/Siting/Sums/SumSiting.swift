import Bytes

/// p-median and maximal covering as sums of minima.
struct SumSiting {
  private let problem: SitingProblem
  private let deadline: Deadline
  private let rows: [Int]
  private let free: [Int]

  init(_ problem: SitingProblem, _ deadline: Deadline) {
    self.problem = problem
    self.deadline = deadline
    rows = problem.weighing
    free = problem.free
  }

  func median() throws(Problem) -> SitingResult {
    let nearest = problem.costToExisting
    var farthest: [Double] = []
    // Whether any set of sites reaches every demand.
    var isWhole = problem.count > 0
    for row in rows {
      var finite = nearest[row].isFinite ? nearest[row] : -1
      for site in free {
        let cost = problem.cost(row, site)
        if cost.isFinite { finite = max(finite, cost) } else { isWhole = isWhole && nearest[row].isFinite }
      }
      guard finite >= 0 else { throw problem.unreachable(row, within: nil) }
      farthest.append(problem.weights[row] * finite)
    }
    let total = farthest.reduce(0, +)
    guard total.isFinite else {
      throw Problem(.badData, Text("poids et coûts trop grands", "weights and costs too large"))
    }
    // A cost above that of any set of sites that reaches every demand.
    let outOfReach = 2 * total + 1
    let starts = isWhole ? [] : [try reachingAll()]
    let ceiling = rows.indices.map { k -> Double in
      let stays = problem.weights[rows[k]] * nearest[rows[k]]
      return stays.isFinite ? stays : isWhole ? farthest[k] : outOfReach
    }
    let columns = CostColumns(rows: rows.count, columns: free.count, ceiling: ceiling, spread: farthest) {
      row, column in
      let cost = problem.cost(rows[row], free[column])
      return cost.isFinite ? problem.weights[rows[row]] * cost : outOfReach
    }
    let found = search(columns, starts: starts)
    let sets = found.sets.filter { $0.value < outOfReach }
    return result(sets, isProven: found.isProven, bound: found.bound, found.nodes)
  }

  func cover() throws(Problem) -> SitingResult {
    let radius = problem.radius ?? 0
    let nearest = problem.costToExisting
    let ceiling = rows.map { nearest[$0] <= radius ? 0 : problem.weights[$0] }
    let columns = CostColumns(rows: rows.count, columns: free.count, ceiling: ceiling, spread: ceiling) { row, column in
      problem.cost(rows[row], free[column]) <= radius ? 0 : problem.weights[rows[row]]
    }
    let found = search(columns, starts: [])
    let total = rows.reduce(0) { $0 + problem.weights[$1] }
    return result(found.sets, isProven: found.isProven, bound: total - found.bound, found.nodes)
  }

  private func search(_ columns: CostColumns, starts: [[Int]]) -> SumSearch.Outcome {
    guard problem.count > 0 else {
      let set = (value: columns.value([]), sites: [Int]())
      return SumSearch.Outcome(sets: [set], bound: set.value, isProven: true, nodes: 0)
    }
    return SumSearch(columns: columns, count: problem.count, alternatives: problem.alternatives, deadline: deadline)
      .run(from: starts)
  }

  private func result(_ sets: [(value: Double, sites: [Int])], isProven: Bool, bound: Double, _ nodes: Int)
    -> SitingResult
  {
    let sites = sets.map { $0.sites.map { free[$0] } }
    return SitingResult(
      problem, sites: sites[0], bound: isProven ? nil : bound, alternatives: Array(sites.dropFirst()), nodes: nodes,
      seconds: deadline.elapsed)
  }

  /// A set of `count` sites, as columns, that every row can reach. Throws 65 when `count` sites are too few for
  /// that.
  private func reachingAll() throws(Problem) -> [Int] {
    let nearest = problem.costToExisting
    let open = rows.filter { !nearest[$0].isFinite }
    let table = CoverTable(names: Array(free.indices), rows: open.count) { row, column in
      problem.cost(open[row], free[column]).isFinite
    }
    return try problem.reachingAll(table, open, deadline)
  }
}

extension SitingProblem {
  /// A set of `count` columns that covers the rows of a table, row i being `demands[i]`. Throws 65 when more
  /// columns are needed.
  func reachingAll(_ table: CoverTable, _ demands: [Int], _ deadline: Deadline) throws(Problem) -> [Int] {
    var search = CoverSearch(deadline: deadline)
    guard let cover = search.fewest(table, limit: table.columns) else {
      let lonely = (0..<table.rows).first { table.columns(of: $0).isEmpty } ?? 0
      throw unreachable(demands[lonely], within: nil)
    }
    guard cover.count <= count else {
      let some = Set(cover.prefix(count))
      let left = (0..<table.rows).first { row in !table.columns(of: row).contains { some.contains(table.names[$0]) } }
      throw disconnected(demands[left ?? 0], needed: cover.count)
    }
    return padded(cover, among: table.names)
  }

  /// The set filled up to `count` with the first other names, ascending.
  func padded(_ cover: [Int], among names: [Int]) -> [Int] {
    let taken = Set(cover)
    return (cover + names.filter { !taken.contains($0) }.prefix(count - cover.count)).sorted()
  }
}
