import Bytes

/// Where to open: demands with weights, candidate places, what it costs to get from one to the other, and what is
/// to be best.
///
/// Costs are kilometres, minutes or anything that is not negative; infinity says that there is no way. Candidates
/// and demands are known by their index; of equally near sites the lower index serves, so that a caller who
/// orders candidates by code gets ties to the lower code.
public struct SitingProblem: Sendable {
  public enum Objective: String, Sendable, CaseIterable {
    /// Maximal covering: the most weight within the radius. Church & ReVelle (1974).
    case cover
    /// p-median: the least Σ weight × cost to the nearest site. Hakimi (1964).
    case median
    /// p-centre: the least largest cost among demands that weigh. Hakimi (1964).
    case centre
    /// Location set covering: the fewest sites that have all that weighs within the radius. Toregas (1971).
    case setCover = "set-cover"

    /// Whether it needs `radius`.
    public var needsRadius: Bool { self == .cover || self == .setCover }
    /// Whether it needs `count`.
    public var needsCount: Bool { self != .setCover }
  }

  public var objective: Objective
  /// One a demand, ≥ 0. A demand of weight 0 is assigned but decides nothing.
  public var weights: [Double]
  /// Number of candidate places.
  public var candidates: Int
  /// `costs[demand * candidates + candidate]`.
  public var costs: [Double]
  /// New sites to open; not read by `setCover`.
  public var count: Int
  /// Candidates that are sites already and stay.
  public var existing: [Int]
  /// Cover counts what costs at most this; not read by `median` and `centre`.
  public var radius: Double?
  /// How many next best sets of sites to give besides the best.
  public var alternatives: Int
  /// Seconds after which the search stops with what it has; infinity by default.
  public var timeLimit: Double
  /// Names for messages; demands without one are « demande 17 », counted from 1.
  public var demandNames: [String]
  public var candidateNames: [String]

  public init(
    _ objective: Objective, weights: [Double], candidates: Int, costs: [Double], count: Int = 1,
    existing: [Int] = [], radius: Double? = nil, alternatives: Int = 0, timeLimit: Double = .infinity,
    demandNames: [String] = [], candidateNames: [String] = []
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

  /// The best sites, proven unless the time limit stopped the search.
  ///
  /// The same problem always gets the same answer. Sums are proven to one part in 10¹¹ of their value, the
  /// margin kept for rounding; `centre` and `setCover` exactly. Throws 65 for data that cannot be read and for
  /// problems without a solution, naming the demand or the parameter. All four are NP-hard: exponential in the
  /// worst case, a second or less for a few sites among a thousand communes.
  public func solve() throws(Problem) -> SitingResult {
    try check()
    let deadline = Deadline(seconds: timeLimit)
    switch objective {
    case .median: return try SumSiting(self, deadline).median()
    case .cover: return try SumSiting(self, deadline).cover()
    case .centre: return try CentreSiting(self, deadline).solve()
    case .setCover: return try SetCoverSiting(self, deadline).solve()
    }
  }

  var demands: Int { weights.count }

  func cost(_ demand: Int, _ candidate: Int) -> Double { costs[demand * candidates + candidate] }

  /// Demands that decide.
  var weighing: [Int] { weights.indices.filter { weights[$0] > 0 } }

  /// Candidates where a site can be opened, ascending.
  var free: [Int] {
    let taken = Set(existing)
    return (0..<candidates).filter { !taken.contains($0) }
  }

  /// Cost from each demand to the nearest existing site; infinity without one.
  var costToExisting: [Double] {
    weights.indices.map { demand in existing.reduce(Double.infinity) { min($0, cost(demand, $1)) } }
  }

  /// The same problem asked about another objective.
  public func with(_ objective: Objective) -> SitingProblem {
    var copy = self
    copy.objective = objective
    return copy
  }
}
