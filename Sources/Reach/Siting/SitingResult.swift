/// The best sites of a `SitingProblem` and how well that is proven.
public struct SitingResult: Sendable, Equatable {
  /// One set of new sites and its value.
  public struct Alternative: Sendable, Equatable {
    public var value: Double
    /// Candidate indices, ascending.
    public var sites: [Int]
  }

  public var objective: SitingProblem.Objective
  /// Weight covered, Σ weight × cost, the largest cost, or the number of new sites.
  public var value: Double
  /// No set of sites does better than this; the value itself when proven.
  public var bound: Double
  /// New sites, candidate indices, ascending; the existing ones are not among them.
  public var sites: [Int]
  /// For each demand the candidate index of its nearest site, new or existing, ties to the lower index;
  /// `nil` when no site can be reached.
  public var assignment: [Int?]
  /// Demands, whatever they weigh, that no site reaches: beyond the radius for `cover` and `setCover`, without
  /// a way for `median` and `centre`.
  public var uncovered: [Int]
  /// The next best distinct sets, best first.
  ///
  /// For `cover`, `median` and `centre`, sets of `count` sites; for `setCover`, covers of any size of which no
  /// site can be left out. Fewer when there are no more, or when the time limit stopped the search, in which case
  /// they are sets met on the way.
  public var alternatives: [Alternative]
  /// Nodes of the search trees.
  public var nodes: Int
  /// Wall time.
  public var seconds: Double

  /// |value − bound| ÷ max(|value|, 1e-9): 0 when the value is proven best.
  public var gap: Double { abs(value - bound) / max(abs(value), 1e-9) }
  public var isProven: Bool { value == bound }

  /// Σ weight × cost ÷ Σ weight: the mean cost of a median.
  public func mean(of problem: SitingProblem) -> Double {
    let weight = problem.weights.reduce(0, +)
    return weight > 0 ? value / weight : 0
  }

  /// `bound` is `nil` when the value is proven.
  init(
    _ problem: SitingProblem, sites: [Int], bound: Double?, alternatives: [[Int]],
    nodes: Int, seconds: Double
  ) {
    objective = problem.objective
    let own = problem.value(of: sites)
    self.value = own
    self.bound = bound ?? own
    self.sites = sites
    let assignment = problem.assignment(to: sites)
    self.assignment = assignment
    let limit = problem.objective.needsRadius ? problem.radius ?? 0 : Double.greatestFiniteMagnitude
    uncovered = assignment.indices.filter { demand in
      assignment[demand].map { problem.cost(demand, $0) > limit } ?? true
    }
    self.alternatives = alternatives.map { Alternative(value: problem.value(of: $0), sites: $0) }
    self.nodes = nodes
    self.seconds = seconds
  }
}

extension SitingProblem {
  /// Nearest of the sites and the existing ones for each demand, ties to the lower index.
  public func assignment(to sites: [Int]) -> [Int?] {
    let open = (sites + existing).sorted()
    return weights.indices.map { demand in
      var best: Int?
      for site in open where cost(demand, site) < (best.map { cost(demand, $0) } ?? .infinity) { best = site }
      return best
    }
  }

  /// The objective's value for any set of new sites; infinite for a median or centre with demand out of reach.
  public func value(of sites: [Int]) -> Double {
    let nearest = assignment(to: sites).enumerated().map { demand, site in
      site.map { cost(demand, $0) } ?? .infinity
    }
    switch objective {
    case .median: return weighing.reduce(0) { $0 + weights[$1] * nearest[$1] }
    case .cover: return weighing.reduce(0) { $0 + (nearest[$1] <= radius ?? 0 ? weights[$1] : 0) }
    case .centre: return weighing.reduce(0) { max($0, nearest[$1]) }
    case .setCover: return Double(sites.count)
    }
  }
}
