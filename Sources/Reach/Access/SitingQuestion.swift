import Bytes
import Geometry
import Projections
import Siting
import Territory

/// The question of where to open sites in a layer of communes: which communes are served, where a site may
/// open, and what is best.
public struct SitingQuestion: Sendable {
  /// The communes.
  public var layer: CommuneLayer
  /// Rows of the communes to be served, including those without a weight.
  public var places: [Int]
  /// Rows of the communes in which a site may open; ties go to the first.
  public var candidates: [Int]
  /// Rows of the communes that already have a site, which stays; they must be among the candidates.
  public var existing: [Int] = []
  /// The name of weights that count inhabitants.
  public static let inhabitants = Text("habitants", "inhabitants")
  /// The weight of each row of the layer; `nil` when unknown. It is the population unless a column is named.
  public var weights: [Double?]
  /// What the weights count: inhabitants, or the name of a column.
  public var weightName = SitingQuestion.inhabitants
  /// Travel times, which are then the costs; `nil` for kilometres.
  public var times: TravelTimes?
  /// Number of new sites.
  public var count = 1
  /// Limit of kilometres or minutes for the objectives that need one.
  public var radius: Double?
  /// Number of next best sets to find besides the best.
  public var alternatives = 0
  /// Seconds after which the search stops; infinity for no limit.
  public var timeLimit = Double.infinity

  /// A question in which every commune is served and is a candidate, by ascending code, with its population as
  /// weight.
  public init(_ layer: CommuneLayer) {
    self.layer = layer
    let order = layer.communes.indices.sorted { layer.communes[$0].insee < layer.communes[$1].insee }
    places = order
    candidates = order
    weights = layer.communes.map { $0.population.map(Double.init) }
  }

  /// The places with a known weight, which are the demands of the problem.
  public var demand: [Int] { places.filter { weights[$0] != nil } }

  /// The places without a weight. Unknown is not zero, so they are left out of every answer and must be named.
  public var leftOut: [Int] { places.filter { weights[$0] == nil } }

  /// The total weight of some rows; rows with an unknown weight count 0.
  public func weight(_ rows: some Sequence<Int>) -> Double { rows.reduce(0) { $0 + (weights[$1] ?? 0) } }

  /// Throws 65 when no place has a positive weight, because all sites would then be equally good.
  private func requireWeights() throws(Problem) {
    guard !places.isEmpty else { return }
    let known = demand
    if known.isEmpty {
      throw Problem(
        .badData, file: layer.path, Text.noCommuneHasAWeight + weightName + Text.nothingTellsPlacesApart,
        fix: Text.givePopulationOrWeightColumn)
    }
    guard known.contains(where: { weights[$0] ?? 0 > 0 }) else {
      throw Problem(
        .badData, file: layer.path,
        Text("tous les poids sont nuls (", "every weight is zero (") + weightName + Text.nothingTellsPlacesApart,
        fix: Text("donnez des poids", "give weights"))
    }
  }

  /// The unit of costs: `km` or `minutes`.
  public var unit: String { times == nil ? "km" : "minutes" }

  /// The costs from each demand to each candidate: geodesic kilometres, or minutes of the table, infinity when
  /// it lacks the pair. O(demand × candidates).
  func costs(of demand: [Int]) -> [Double] {
    var costs = [Double](repeating: 0, count: demand.count * candidates.count)
    // Geodesics are equally long in both directions, so half of them are enough when both lists are the same.
    let isSymmetric = times == nil && demand == candidates
    for (line, from) in demand.enumerated() {
      let start = layer.communes[from]
      for (column, to) in candidates.enumerated() {
        let cell = line * candidates.count + column
        let end = layer.communes[to]
        if let times {
          costs[cell] = times.minutes(from: start.insee, to: end.insee) ?? .infinity
        } else if isSymmetric, column < line {
          costs[cell] = costs[column * candidates.count + line]
        } else if from != to {
          costs[cell] = Geodesic.grs80.distance(start.longitude, start.latitude, end.longitude, end.latitude) / 1000
        }
      }
    }
    return costs
  }

  /// The problem for the solvers, with candidates in the order of `candidates`. Throws 65 when no place has a
  /// positive weight or an existing site is not among the candidates.
  public func problem(_ objective: SitingProblem.Objective) throws(Problem) -> SitingProblem {
    try requireWeights()
    let demand = demand
    let names = { (row: Int) in "\(layer.communes[row].insee) \(layer.communes[row].name)" }
    var numbers: [Int: Int] = [:]
    for (number, row) in candidates.enumerated() { numbers[row] = number }
    var locked: [Int] = []
    for row in existing {
      guard let number = numbers[row] else {
        throw Problem(
          .badData, Text.existingSiteIsNoCandidate(names(row)),
          fix: Text("ajoutez-le aux candidats", "add it to the candidates"))
      }
      locked.append(number)
    }
    return SitingProblem(
      objective, weights: demand.compactMap { weights[$0] }, candidates: candidates.count, costs: costs(of: demand),
      count: count, existing: locked.sorted(), radius: radius, alternatives: alternatives, timeLimit: timeLimit,
      demandNames: demand.map(names), candidateNames: candidates.map(names))
  }

  /// Solves the question for one objective. Throws as `problem` and `SitingProblem.solve` do.
  public func answer(_ objective: SitingProblem.Objective) throws(Problem) -> SitingAnswer {
    let problem = try problem(objective)
    return SitingAnswer(question: self, problem: problem, result: try problem.solve(), demand: demand)
  }
}

/// The answer to a question, in rows of its layer.
public struct SitingAnswer: Sendable {
  /// The question as it was asked.
  public let question: SitingQuestion
  /// The problem that was solved.
  public let problem: SitingProblem
  /// Its solution, in indices of demands and candidates.
  public let result: SitingResult
  /// Rows of the demands, in the order of the problem.
  let demand: [Int]

  /// Rows of the new sites, in the order of the candidates.
  public var sites: [Int] { result.sites.map { question.candidates[$0] } }
  /// For each demand, its row, the row of its nearest site and the cost to it; site and cost are `nil` when no
  /// site can be reached.
  public var assignment: [(row: Int, site: Int?, cost: Double?)] {
    result.assignment.enumerated().map { demand, site in
      let cost = site.map { problem.costs[demand * problem.candidates + $0] }
      return (self.demand[demand], site.map { question.candidates[$0] }, cost)
    }
  }
  /// The assignment of the demands that are served: those with a site in reach, within the radius if there is
  /// one.
  public var served: [(row: Int, site: Int?, cost: Double?)] {
    let left = Set(uncovered)
    return assignment.filter { !left.contains($0.row) }
  }

  /// Rows of the demands that are not served.
  public var uncovered: [Int] { result.uncovered.map { demand[$0] } }
}
