import Bytes
import Geometry
import Projections
import Territory

/// Where to open, asked of a layer of communes: who is served, where a site may open, what is best.
public struct SitingQuestion: Sendable {
  public var layer: CommuneLayer
  /// Where people come from: rows of the layer.
  public var demand: [Int]
  /// Where a site may open: rows of the layer.
  public var candidates: [Int]
  /// Rows that have a site already and keep it.
  public var existing: [Int] = []
  /// One a row of the layer; the population unless a column is named.
  public var weights: [Double]
  /// What weights count: inhabitants, or a column by its name.
  public var weightName = Text("habitants", "inhabitants")
  /// Minutes between communes instead of kilometres.
  public var times: TravelTimes?
  public var count = 1
  public var radius: Double?
  public var alternatives = 0
  public var timeLimit = Double.infinity

  /// Demand and candidates are every commune of the layer, weights its populations.
  public init(_ layer: CommuneLayer) {
    self.layer = layer
    let order = layer.communes.indices.sorted { layer.communes[$0].insee < layer.communes[$1].insee }
    demand = order
    candidates = order
    weights = layer.communes.map { Double($0.population ?? 0) }
  }

  /// Weighs by a column of the layer's file. Throws 65 for a column there is not, or a value that is no number ≥ 0.
  public mutating func weigh(by column: Column, of path: String) throws(Problem) {
    weightName = Text(same: column.name)
    let numbers = try column.numbers(of: path)
    for row in layer.communes.indices {
      guard let value = numbers[row].number, value >= 0 else {
        throw Problem(
          .badData, file: path, at: Text("enregistrement \(row + 1)", "record \(row + 1)"),
          Text(
            "« \(column.text(row) ?? "") » n’est pas un poids", "\"\(column.text(row) ?? "")\" is no weight"),
          fix: Text("donnez un nombre positif ou nul", "give a number ≥ 0"))
      }
      weights[row] = value
    }
  }

  /// `km` or `minutes`.
  public var unit: String { times == nil ? "km" : "minutes" }

  /// From each demand to each candidate: kilometres of geodesic, 0 to itself, or minutes of the table, infinity where
  /// it has no pair. O(demand × candidates).
  func costs() -> [Double] {
    var costs = [Double](repeating: 0, count: demand.count * candidates.count)
    // The way back is as long as the way there: half of the geodesics are enough where both lists are one.
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
          costs[cell] =
            Geodesic.grs80.distance(start.longitude, start.latitude, end.longitude, end.latitude) / 1000
        }
      }
    }
    return costs
  }

  /// The problem for the solvers; candidates by code, so that ties go to the lower code.
  public func problem(_ objective: SitingProblem.Objective) throws(Problem) -> SitingProblem {
    let names = { (row: Int) in "\(layer.communes[row].insee) \(layer.communes[row].name)" }
    var numbers: [Int: Int] = [:]
    for (number, row) in candidates.enumerated() { numbers[row] = number }
    var locked: [Int] = []
    for row in existing {
      guard let number = numbers[row] else {
        throw Problem(
          .badData,
          Text(
            "le site existant \(names(row)) n’est pas parmi les candidats",
            "existing site \(names(row)) is not among the candidates"),
          fix: Text("ajoutez-le aux candidats", "add it to the candidates"))
      }
      locked.append(number)
    }
    return SitingProblem(
      objective, weights: demand.map { weights[$0] }, candidates: candidates.count, costs: costs(),
      count: count,
      existing: locked.sorted(), radius: radius, alternatives: alternatives, timeLimit: timeLimit,
      demandNames: demand.map(names), candidateNames: candidates.map(names))
  }

  /// Solves one objective.
  public func answer(_ objective: SitingProblem.Objective) throws(Problem) -> SitingAnswer {
    let problem = try problem(objective)
    return SitingAnswer(question: self, problem: problem, result: try problem.solve())
  }
}

/// The best sites, in the layer's terms.
public struct SitingAnswer: Sendable {
  public let question: SitingQuestion
  public let problem: SitingProblem
  public let result: SitingResult

  /// Rows of the new sites.
  public var sites: [Int] { result.sites.map { question.candidates[$0] } }
  /// For each demand: its row, the row of its nearest site, and the cost to it.
  public var assignment: [(row: Int, site: Int?, cost: Double?)] {
    result.assignment.enumerated().map { demand, site in
      let cost = site.map { problem.costs[demand * problem.candidates + $0] }
      return (question.demand[demand], site.map { question.candidates[$0] }, cost)
    }
  }
  /// The assignment of those the sites serve: within the radius, where there is one.
  public var served: [(row: Int, site: Int?, cost: Double?)] {
    let left = Set(uncovered)
    return assignment.filter { !left.contains($0.row) }
  }

  public var uncovered: [Int] { result.uncovered.map { question.demand[$0] } }
}
