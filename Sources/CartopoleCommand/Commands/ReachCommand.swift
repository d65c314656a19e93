import ArgumentParser
import Cartopole

/// `cartopole reach`: the communes that a project reaches.
struct ReachCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reach",
      abstract: say("Quelles communes les actions atteignent.", "Which communes the actions reach."),
      discussion: say(
        "Exemple : cartopole reach mobilite-solidaire --format csv -o portee.csv",
        "Example: cartopole reach mobilite-solidaire --format csv -o reach.csv"))
  }

  @Argument(help: .words("identifiants d’actions (aucun : toutes)", "ids of actions (none: all)"), completion: .actions)
  var actions: [String] = []

  @Flag(help: .words("toutes les actions", "every action")) var all = false

  @Option(
    help: .words(
      "les actions qui atteignent cette commune (code ou nom)", "the actions that reach this commune (code or name)"))
  var commune: String?

  @Flag(help: .words("les communes qu’aucune action n’atteint", "the communes no action reaches"))
  var blindSpots = false

  @Flag(help: .words("les communes que deux actions atteignent", "the communes two actions both reach"))
  var overlaps = false

  @Option(
    help: .words(
      "état des actions comptées : realised (défaut des zones blanches et recoupements), planned ou any",
      "status of the actions counted: realised (default of blind spots and overlaps), planned or any"))
  var status: StatusFilter?

  @Flag(help: .words("compter aussi les communes hors du territoire", "count communes outside the territory too"))
  var beyond = false

  @Option(
    help: .words(
      "habitants par commune au lieu de ceux du projet (ceux de la date la plus récente)",
      "inhabitants by commune instead of the project's (of the latest date)", "file"))
  var population: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let questions = [commune != nil, blindSpots, overlaps].count { $0 }
    if questions > 1 {
      throw misuse(
        "--commune, --blind-spots et --overlaps s’excluent",
        "--commune, --blind-spots and --overlaps exclude each other")
    }
    if all && !actions.isEmpty { throw misuse("--all ou des identifiants, pas les deux", "--all or ids, not both") }
  }

  func run() throws {
    let project = try project.open(population: population)
    let coverage = try project.coverage(actions, beyond: beyond)
    let language = common.lang
    if let commune {
      let row = try coverage.ground.find(commune)
      try output.write(
        [ReachTables.commune(row, filtered(coverage))], of: project.ground.layer, language: language,
        json: ReachJSON.commune(row, filtered(coverage)))
    } else if blindSpots {
      let status = status ?? .realised
      try output.write(
        [ReachTables.blindSpots(coverage, status)], of: project.ground.layer, language: language,
        json: ReachJSON.blindSpots(coverage, status)
      ) { () throws(Problem) in try GeoJSONFormat.bytes(ReachJSON.blindSpotFeatures(coverage, status)) }
    } else if overlaps {
      let status = status ?? .realised
      try output.write(
        [ReachTables.overlaps(coverage, status)], of: project.ground.layer, language: language,
        json: ReachJSON.overlaps(coverage, status))
    } else {
      try writeReaches(filtered(coverage), language)
    }
  }

  private func filtered(_ coverage: Coverage) -> Coverage {
    Coverage(coverage.reaches.filter { (status ?? .any).admits($0.action.status) }, of: coverage)
  }

  /// Writes the communes of one action. For several actions, it writes the table of totals and,
  /// in machine formats, every commune of each.
  private func writeReaches(_ coverage: Coverage, _ language: Language) throws(Problem) {
    let single = coverage.reaches.count == 1
    let isText = output.chosen == .table || output.chosen == .markdown
    let tables =
      single
      ? [ReachTables.communes(coverage.reaches[0], of: coverage)]
      : isText ? [ReachTables.actions(coverage)] : [ReachTables.everyCommune(coverage)]
    try output.write(tables, of: coverage.ground.layer, language: language, json: ReachJSON.actions(coverage)) {
      () throws(Problem) in
      try GeoJSONFormat.bytes(ReachJSON.features(coverage))
    }
  }
}
