import Bytes

/// p-centre: the least radius within which `count` sites have all weight, by halving the list of distinct costs;
/// each step asks exactly whether so few sites cover. Source: Minieka (1970).
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
      problem, sites: best.sites, bound: isStopped ? best.bound : nil, alternatives: others,
      nodes: search.nodes, seconds: deadline.elapsed)
  }

  private func value(_ sites: [Int]) -> Double { problem.value(of: sites) }

  /// The best set that holds `forced` and nothing of `excluded`, from one that does, and the least value not
  /// yet ruled out (the best value itself unless stopped). No such set has a value below `from`.
  private func narrow(
    _ start: [Int], _ forced: [Int], _ excluded: [Int], from least: Double, _ search: inout CoverSearch
  ) -> (sites: [Int], bound: Double) {
    var best = start
    var top = value(start)
    var bound = max(least, floor)
    let steps = distances(from: bound, below: top)
    // Costs of index < low are ruled out; those of index ≥ high are reached.
    var low = 0
    var high = steps.count
    // Sets often tie with the one they were parted from: that value first.
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

  /// No set of sites brings the farthest demand nearer than its nearest candidate.
  private var floor: Double {
    rows.reduce(0) { floor, row in
      max(floor, free.reduce(nearest[row]) { min($0, problem.cost(row, $1)) })
    }
  }

  /// Distinct costs in [from, below), ascending. O(demands × candidates), and sorting.
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

  /// What is left to cover within a radius by the free sites that are neither forced nor excluded.
  private func table(_ radius: Double, _ forced: [Int], _ excluded: [Int]) -> CoverTable {
    let out = Set(forced + excluded)
    let names = free.filter { !out.contains($0) }
    let left = rows.filter { row in
      !(nearest[row] <= radius) && !forced.contains { problem.cost(row, $0) <= radius }
    }
    return CoverTable(names: names, rows: left.count) { row, column in
      problem.cost(left[row], names[column]) <= radius
    }
  }

  private func fill(_ cover: [Int], _ forced: [Int], _ names: [Int]) -> [Int] {
    problem.padded((cover + forced).sorted(), among: names)
  }
}

extension Collection where Element == Double, Index == Int {
  /// The first index from which the predicate holds; it must not turn false again. O(log n).
  fileprivate func partitioningIndex(_ isPast: (Double) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
