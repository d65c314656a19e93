import Bytes

/// Location set covering: the fewest sites that have all weight within the radius.
struct SetCoverSiting {
  private let problem: SitingProblem
  private let deadline: Deadline
  private let table: CoverTable

  init(_ problem: SitingProblem, _ deadline: Deadline) throws(Problem) {
    self.problem = problem
    self.deadline = deadline
    let radius = problem.radius ?? 0
    let nearest = problem.costToExisting
    let open = problem.weighing.filter { !(nearest[$0] <= radius) }
    let free = problem.free
    table = CoverTable(names: free, rows: open.count) { row, column in problem.cost(open[row], free[column]) <= radius }
    if let alone = (0..<table.rows).first(where: { table.columns(of: $0).isEmpty }) {
      throw problem.unreachable(open[alone], within: radius)
    }
  }

  func solve() throws(Problem) -> SitingResult {
    var search = CoverSearch(deadline: deadline)
    guard let (good, least) = search.estimate(table) else { preconditionFailure("each row has a column") }
    let better = good.count > least ? search.fewest(table, limit: good.count - 1) : nil
    let best = better ?? good
    let bound = search.isStopped && best.count > least ? Double(least) : nil
    let ranking = Ranking(first: best, value: Double(best.count)) { forced, excluded, _ in
      let left = table.without(excluded).opening(forced)
      guard !deadline.isPassed, let found = search.fewest(left, limit: table.columns), !search.isStopped else {
        return nil
      }
      let sites = (found + forced).sorted()
      return (Double(sites.count), sites)
    }
    let others = ranking.next(problem.alternatives) { isIrredundant($0) }
    return SitingResult(
      problem, sites: best, bound: bound, alternatives: others, nodes: search.nodes, seconds: deadline.elapsed)
  }

  /// Whether each site covers a demand that no other site covers.
  private func isIrredundant(_ sites: [Int]) -> Bool {
    let chosen = Set(sites)
    var needed = Set<Int>()
    for row in 0..<table.rows {
      let covering = table.columns(of: row).map { table.names[$0] }.filter(chosen.contains)
      if covering.count == 1 { needed.insert(covering[0]) }
    }
    return needed.count == sites.count
  }
}
