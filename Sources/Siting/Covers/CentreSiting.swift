import Bytes

/// p-centre: the smallest radius within which `count` sites reach all weight, by bisection of the list of
/// distinct costs; each step decides exactly whether `count` sites cover. Source: Minieka (1970).
struct CentreSiting {
  private let problem: SitingProblem
  private let deadline: Deadline
  private let rows: [Int]
  private let free: [Int]
  private let nearest: [Double]

  init(_ problem: SitingProblem, _ deadline: Deadline) {
    self.problem = problem
    self.deadline = deadline
    rows = problem.weighing
    free = problem.free
    nearest = problem.costToExisting
  }

  func solve() throws(Problem) -> SitingResult {
    let limit = Double.greatestFiniteMagnitude
    let open = rows.filter { !(nearest[$0] <= limit) }
    let start = try problem.reachingAll(table(limit, [], []), open, deadline)
    var search = CoverSearch(deadline: deadline)
    let best = narrow(start, [], [], from: 0, &search)
    let isStopped = search.isStopped
    let ranking = Ranking(first: best.sites, value: value(best.sites)) { forced, excluded, least in
      let reach = table(limit, forced, excluded)
      guard !deadline.isPassed, forced.count + reach.columns >= problem.count,
        let cover = search.fewest(reach, limit: problem.count - forced.count)
      else { return nil }
      let filled = fill(cover, forced, reach.names)
      let found = narrow(filled, forced, excluded, from: least, &search)
      return search.isStopped ? nil : (value(found.sites), found.sites)
    }
    let others = ranking.next(problem.alternatives) { _ in true }
    return SitingResult(
      problem, sites: best.sites, bound: isStopped ? best.bound : nil, alternatives: others, nodes: search.nodes,
      seconds: deadline.elapsed)
  }

  private func value(_ sites: [Int]) -> Double { problem.value(of: sites) }

  /// The best set with all of `forced` and none of `excluded`, starting from such a set, and the lowest value
  /// not ruled out, which is the best value itself unless the search was stopped. The caller knows that no such
  /// set has a value below `from`.
  private func narrow(
    _ start: [Int], _ forced: [Int], _ excluded: [Int], from least: Double, _ search: inout CoverSearch
  ) -> (sites: [Int], bound: Double) {
    var best = start
    var top = value(start)
    var bound = max(least, floor)
    let steps = distances(from: bound, below: top)
    // Costs with an index < low are ruled out; those with an index ≥ high can be reached.
    var low = 0
    var high = steps.count
    // The first guess is the lowest value, because a set often ties with the set from which it was split off.
    var middle = 0
    while low < high {
      let reach = table(steps[middle], forced, excluded)
      let cover = search.fewest(reach, limit: problem.count - forced.count)
      if let cover {
        best = fill(cover, forced, reach.names)
        top = value(best)
        high = steps.prefix(middle).partitioningIndex { $0 >= top }
      } else if search.isStopped {
        return (best, bound)
      } else {
        low = middle + 1
        bound = low < steps.count ? steps[low] : top
      }
      middle = (low + high) / 2
    }
    return (best, top)
  }

  /// A lower bound: no demand can be nearer to a site than to its nearest candidate.
  private var floor: Double {
    rows.reduce(0) { floor, row in max(floor, free.reduce(nearest[row]) { min($0, problem.cost(row, $1)) }) }
  }

  /// Distinct costs in [from, below[, ascending. O(demands × candidates), and sorting.
  private func distances(from least: Double, below top: Double) -> [Double] {
    var found: [Double] = []
    for row in rows {
      if nearest[row] >= least, nearest[row] < top { found.append(nearest[row]) }
      for site in free {
        let cost = problem.cost(row, site)
        if cost >= least, cost < top, cost < nearest[row] { found.append(cost) }
      }
    }
    found.sort()
    var distinct: [Double] = []
    for cost in found where cost != distinct.last { distinct.append(cost) }
    return distinct
  }

  /// The demands that existing and forced sites leave uncovered within a radius, with the free candidates that
  /// are neither forced nor excluded.
  private func table(_ radius: Double, _ forced: [Int], _ excluded: [Int]) -> CoverTable {
    let out = Set(forced + excluded)
    let names = free.filter { !out.contains($0) }
    let left = rows.filter { row in !(nearest[row] <= radius) && !forced.contains { problem.cost(row, $0) <= radius } }
    return CoverTable(names: names, rows: left.count) { row, column in problem.cost(left[row], names[column]) <= radius
    }
  }

  private func fill(_ cover: [Int], _ forced: [Int], _ names: [Int]) -> [Int] {
    problem.padded((cover + forced).sorted(), among: names)
  }
}
