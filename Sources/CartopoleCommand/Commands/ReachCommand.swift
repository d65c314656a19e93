import ArgumentParser
import Cartopole

/// `cartopole reach`: the communes that a project reaches.
struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "reach", "Quelles communes les actions atteignent.", "Which communes the actions reach.",
    discussion: example(
      "cartopole reach mobilite-solidaire --format csv -o portee.csv",
      "cartopole reach mobilite-solidaire --format csv -o reach.csv"))

  @Argument(help: .words("identifiants d’actions (aucun : toutes)", "ids of actions (none: all)"), completion: .actions)
  var actions: [String] = []

  @Flag("toutes les actions", "every action") var all = false

  @Option(
    "les actions qui atteignent cette commune (code ou nom)", "the actions that reach this commune (code or name)")
  var commune: String?

  @Flag("les communes qu’aucune action n’atteint", "the communes no action reaches") var blindSpots = false

  @Flag("les communes que deux actions atteignent", "the communes two actions both reach") var overlaps = false

  @Option(
    "état des actions comptées : realised (défaut des zones blanches et recoupements), planned ou any",
    "status of the actions counted: realised (default of blind spots and overlaps), planned or any")
  var status: StatusFilter?

  @Flag("compter aussi les communes hors du territoire", "count communes outside the territory too") var beyond = false

  @Option(
    "habitants par commune au lieu de ceux du projet (ceux de la date la plus récente)",
    "inhabitants by commune instead of the project's (of the latest date)", "file")
  var population: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let questions = [commune != nil, blindSpots, overlaps].count { $0 }
    try refuse(
      questions > 1, "--commune, --blind-spots et --overlaps s’excluent",
      "--commune, --blind-spots and --overlaps exclude each other")
    try refuse(all && !actions.isEmpty, "--all ou des identifiants, pas les deux", "--all or ids, not both")
  }

  func run() throws {
    let project = try project.open(population: population)
    let coverage = try project.coverage(actions, beyond: beyond)
    if let commune {
      let row = try coverage.studyArea.find(commune)
      try output.write(
        [ReachTables.commune(row, filtered(coverage))], of: project.studyArea.layer,
        json: ReachJSON.commune(row, filtered(coverage)))
    } else if blindSpots {
      let status = status ?? .realised
      try output.write(
        [ReachTables.blindSpots(coverage, status)], of: project.studyArea.layer,
        json: ReachJSON.blindSpots(coverage, status), features: ReachJSON.blindSpotFeatures(coverage, status))
    } else if overlaps {
      let status = status ?? .realised
      try output.write(
        [ReachTables.overlaps(coverage, status)], of: project.studyArea.layer,
        json: ReachJSON.overlaps(coverage, status))
    } else {
      try writeReaches(filtered(coverage))
    }
  }

  private func filtered(_ coverage: Coverage) -> Coverage {
    Coverage(coverage.reaches.filter { (status ?? .any).admits($0.action.status) }, of: coverage)
  }

  /// Writes the communes of one action. For several actions, it writes the table of totals and,
  /// in machine formats, every commune of each.
  private func writeReaches(_ coverage: Coverage) throws(Problem) {
    let single = coverage.reaches.count == 1
    let tables =
      single
      ? [ReachTables.communes(coverage.reaches[0], of: coverage)]
      : output.isForPeople ? [ReachTables.actions(coverage)] : [ReachTables.everyCommune(coverage)]
    try output.write(
      tables, of: coverage.studyArea.layer, json: ReachJSON.actions(coverage),
      features: ReachJSON.features(coverage))
  }
}
