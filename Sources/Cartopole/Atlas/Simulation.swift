import Bytes
import Cartography
import Maps
import Reach

/// A scenario worked through: maps and tables of what it would change. It is never a decision of the Pôle.
struct Simulation: Sendable {
  /// File name of the scenario without extension.
  var id: String
  var scenario: Scenario
  var plates: [Plate]
  var tables: [Table]

  /// Prefix of the title of every map of a simulation, because a picture may leave its page.
  static let prefix = "Simulation – "

  static let heading = Text.simulationsAreNoDecisions

  /// Works through a scenario of a project.
  init(_ file: String, of project: Project, _ look: Look) throws(Problem) {
    id = Path.stem(Path.name(file))
    scenario = try project.applying(scenario: file)
    plates = []
    tables = []
    let changed = scenario.project
    var request = look.request
    request.credit = Self.heading[look.language]
    if !scenario.actions.isEmpty {
      let coverage = try changed.coverage(scenario.actions)
      let subject = try changed.subject(coverage)
      for reach in coverage.reaching(.any) {
        var request = request
        request.titlePrefix = Self.prefix
        add(
          try look.plate("\(id)-coverage-\(reach.action.id)", CoverageMap([reach.action.id]), subject, request),
          [ReachTables.communes(reach, of: coverage)])
      }
    }
    if let siting = scenario.siting {
      _ = try changed.action(siting.action)
      var question = SitingQuestion(changed.studyArea.layer)
      question.count = siting.count
      question.radius = siting.radius
      let answer = try question.answer(siting.objective)
      let subject = try changed.subject()
      let title = changed.pole.action(siting.action)?.title ?? Text(same: siting.action)
      add(
        try look.plate("\(id)-siting", SitingMap(answer, of: siting.action), subject, request),
        SitingTables.tables(answer, title))
    }
    if scenario.changesVisibility {
      let subject = try changed.subject()
      request.subtitle = scenario.title[look.language]
      request.titlePrefix = Self.prefix
      add(
        try look.plate("\(id)-visibility", VisibilityMap(), subject, request),
        [VisibilityTables.comparison(try project.visibility(), try changed.visibility(), scenario.title)])
    }
  }

  /// Adds a map and the tables that say the same, under names of their own.
  private mutating func add(_ plate: Plate, _ own: [Table]) {
    let named = own.map { table -> Table in
      var table = table
      table.name = "simulation-\(id)-\(table.name)"
      return table
    }
    var plate = plate
    plate.tables = named.map(\.name)
    plates.append(plate)
    tables += named
  }
}
