/// The best sites of a `SitingProblem`, and how far that is proven.
public struct SitingResult: Sendable, Equatable {
  /// One set of new sites and its value.
  public struct Alternative: Sendable, Equatable {
    /// The value of the set, as in `SitingResult.value`.
    public var value: Double
    /// Candidate indices, ascending.
    public var sites: [Int]
  }

  /// The objective of the problem.
  public var objective: SitingProblem.Objective
  /// The weight covered, Σ weight × cost, the largest cost, or the number of new sites, according to the
  /// objective.
  public var value: Double
  /// A value that no set of sites can surpass; equal to `value` when that is proven best.
  public var bound: Double
  /// The new sites as ascending indices of candidates, without the existing ones.
  public var sites: [Int]
  /// For each demand, the candidate index of its nearest site, new or existing, of equally near ones the lower;
  /// `nil` when no site can be reached.
  public var assignment: [Int?]
  /// The demands, whatever their weight, that no site serves: beyond the radius for `cover` and `setCover`,
  /// without a way for `median` and `centre`.
  public var uncovered: [Int]
  /// The next best distinct sets, best first.
  ///
  /// For `cover`, `median` and `centre` they are sets of `count` sites; for `setCover`, covers of any size in
  /// which every site is needed. There are fewer than asked for when no more exist or the time limit stopped
  /// the search; in the latter case they need not be the next best.
  public var alternatives: [Alternative]
  /// Number of nodes in the search trees.
  public var nodes: Int
  /// Elapsed time in seconds.
  public var seconds: Double

  /// |value − bound| ÷ max(|value|, 1e-9): 0 when the value is proven best.
  public var gap: Double { abs(value - bound) / max(abs(value), 1e-9) }
  /// Whether no set of sites is better, by proof.
  public var isProven: Bool { value == bound }

  /// The mean cost of a `median` result: its value ÷ Σ weight; 0 without weight.
  public func mean(of problem: SitingProblem) -> Double {
    let weight = problem.weights.reduce(0, +)
    return weight > 0 ? value / weight : 0
  }

  /// A result for a set of new sites; `bound` is `nil` when the value is proven.
  init(_ problem: SitingProblem, sites: [Int], bound: Double?, alternatives: [[Int]], nodes: Int, seconds: Double) {
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
  /// For each demand, the nearest of the given and the existing sites, of equally near ones the lower index;
  /// `nil` when none can be reached. O(demands × sites).
  public func assignment(to sites: [Int]) -> [Int?] {
    let open = (sites + existing).sorted()
    return weights.indices.map { demand in
      var best: Int?
      for site in open where cost(demand, site) < (best.map { cost(demand, $0) } ?? .infinity) { best = site }
      return best
    }
  }

  /// The value of the objective for a set of new sites; infinite for `median` and `centre` when a demand with a
  /// positive weight is out of reach.
  public func value(of sites: [Int]) -> Double {
    let nearest = assignment(to: sites).enumerated().map { demand, site in site.map { cost(demand, $0) } ?? .infinity }
    switch objective {
    case .median: return weighing.reduce(0) { $0 + weights[$1] * nearest[$1] }
    case .cover: return weighing.reduce(0) { $0 + (nearest[$1] <= radius ?? 0 ? weights[$1] : 0) }
    case .centre: return weighing.reduce(0) { max($0, nearest[$1]) }
    case .setCover: return Double(sites.count)
    }
  }
}
