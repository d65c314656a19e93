import Bytes

extension SitingProblem {
  /// Location set covering: the fewest sites that have all weight within the radius. Throws 65 for a demand that no
  /// candidate can serve.
  func fewestSites(_ deadline: Deadline) throws(Problem) -> SitingResult {
    let radius = radius ?? 0
    let nearest = costToExisting
    let open = weighing.filter { !(nearest[$0] <= radius) }
    let free = free
    let table = CoverTable(names: free, rows: open.count) { row, column in cost(open[row], free[column]) <= radius }
    if let alone = (0..<table.rows).first(where: { table.columns(of: $0).isEmpty }) {
      throw unreachable(open[alone], within: radius)
    }
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
    let others = ranking.next(alternatives) { table.needsAll(of: $0) }
    return SitingResult(
      self, sites: best, bound: bound, alternatives: others, nodes: search.nodes, seconds: deadline.elapsed)
  }
}

extension CoverTable {
  /// Whether each of some columns, given by name, covers a row that no other of them covers.
  fileprivate func needsAll(of sites: [Int]) -> Bool {
    let chosen = Set(sites)
    var needed = Set<Int>()
    for row in 0..<rows {
      let covering = columns(of: row).map { names[$0] }.filter(chosen.contains)
      if covering.count == 1 { needed.insert(covering[0]) }
    }
    return needed.count == sites.count
  }
}
