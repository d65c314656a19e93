import Bytes

/// The problem of where to open sites: demands with weights, candidate places, the costs between them, and an
/// objective.
///
/// Costs are kilometres, minutes or anything else that is not negative; infinity means that there is no way.
/// Candidates and demands are identified by their index. Of equally near sites the one with the lower index
/// serves, so candidates ordered by code give ties to the lower code.
public struct SitingProblem: Sendable {
  /// What the best sites are best at.
  public enum Objective: String, Sendable, CaseIterable {
    /// Maximal covering: the largest weight within the radius. Church & ReVelle (1974).
    case cover
    /// p-median: the smallest Σ weight × cost to the nearest site. Hakimi (1964).
    case median
    /// p-centre: the smallest maximum of the costs of demands with a positive weight. Hakimi (1964).
    case centre
    /// Location set covering: the fewest sites with all demands of positive weight within the radius. Toregas
    /// (1971).
    case setCover = "set-cover"

    /// Whether the objective needs a `radius`.
    public var needsRadius: Bool { self == .cover || self == .setCover }
    /// Whether the objective needs a `count`.
    public var needsCount: Bool { self != .setCover }
  }

  /// What is to be best.
  public var objective: Objective
  /// The weight of each demand, ≥ 0. A demand of weight 0 is assigned to a site but does not influence the
  /// sites.
  public var weights: [Double]
  /// Number of candidate places.
  public var candidates: Int
  /// The costs, ≥ 0, as `costs[demand * candidates + candidate]`; infinity when there is no way.
  public var costs: [Double]
  /// Number of new sites to open; `setCover` ignores it.
  public var count: Int
  /// Indices of candidates that already are sites and stay.
  public var existing: [Int]
  /// A site covers a demand when the cost is at most this; `median` and `centre` ignore it.
  public var radius: Double?
  /// Number of next best sets of sites to find besides the best, 0 to 10,000.
  public var alternatives: Int
  /// Seconds after which the search stops with the best it has found; infinity for no limit.
  public var timeLimit: Double
  /// Names of the demands for messages; a demand without one is « demande 17 », counted from 1.
  public var demandNames: [String]
  /// Names of the candidates for messages; a candidate without one is « le candidat 17 », counted from 1.
  public var candidateNames: [String]

  /// A problem from its parts; `solve` checks it.
  public init(
    _ objective: Objective, weights: [Double], candidates: Int, costs: [Double], count: Int = 1, existing: [Int] = [],
    radius: Double? = nil, alternatives: Int = 0, timeLimit: Double = .infinity, demandNames: [String] = [],
    candidateNames: [String] = []
  ) {
    self.objective = objective
    self.weights = weights
    self.candidates = candidates
    self.costs = costs
    self.count = count
    self.existing = existing
    self.radius = radius
    self.alternatives = alternatives
    self.timeLimit = timeLimit
    self.demandNames = demandNames
    self.candidateNames = candidateNames
  }

  /// Finds the best sites and proves that they are, unless the time limit stops the search.
  ///
  /// Without a time limit the same problem always gets the same answer. `median` and `cover` are proven to one
  /// part in 10¹¹ of their value, a margin for rounding; `centre` and `setCover` are exact. Throws 65 for
  /// invalid data and for problems without a solution, 64 for invalid parameters. All four problems are
  /// NP-hard: the time is exponential in the worst case, and a second or less for a few sites among a thousand
  /// communes.
  public func solve() throws(Problem) -> SitingResult {
    try check()
    let deadline = Deadline(seconds: timeLimit)
    switch objective {
    case .median: return try SumSiting(self, deadline).median()
    case .cover: return try SumSiting(self, deadline).cover()
    case .centre: return try CentreSiting(self, deadline).solve()
    case .setCover: return try fewestSites(deadline)
    }
  }

  var demands: Int { weights.count }

  func cost(_ demand: Int, _ candidate: Int) -> Double { costs[demand * candidates + candidate] }

  /// The demands with a positive weight, which decide.
  var weighing: [Int] { weights.indices.filter { weights[$0] > 0 } }

  /// The candidates that are not sites yet, ascending.
  var free: [Int] {
    let taken = Set(existing)
    return (0..<candidates).filter { !taken.contains($0) }
  }

  /// The cost from each demand to the nearest existing site; infinity without one.
  var costToExisting: [Double] {
    weights.indices.map { demand in existing.reduce(Double.infinity) { min($0, cost(demand, $1)) } }
  }

  /// The same problem with another objective.
  public func with(_ objective: Objective) -> SitingProblem {
    var copy = self
    copy.objective = objective
    return copy
  }
}
