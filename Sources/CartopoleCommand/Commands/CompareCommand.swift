import ArgumentParser
import Cartopole

/// `cartopole compare`: ESS density across Île-de-France figures.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let measures = Indicator.columns.map { "  \($0.id): \($0.definition[.ofMessages])" }.joined(separator: "\n")
    return CommandConfiguration(
      commandName: "compare",
      abstract: say(
        "Densité de l’ESS : chiffres publiés et effectifs attendus.",
        "Density of the social economy: published figures and expected counts."),
      discussion: say(
        "Mesures :\n\(measures)\nExemple : cartopole compare --area 11 --measure establishments_per_10000 --explain",
        "Measures:\n\(measures)\nExample: cartopole compare --area 11 --measure establishments_per_10000 --explain"
      ))
  }

  @Option(
    help: ArgumentHelp(
      say(
        "territoires, par code ou nom (répétable ; aucun : tous)",
        "areas, by code or name (repeatable; none: all)")))
  var area: [String] = []

  @Option(help: ArgumentHelp(say("mesures (répétable ; aucune : toutes)", "measures (repeatable; none: all)")))
  var measure: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(
        "les lignes du registre et la formule de chaque nombre",
        "the register's rows and the formula of every number")))
  var explain = false

  @Flag(
    help: ArgumentHelp(
      say(
        "comparer malgré une rupture de périmètre, en le disant",
        "compare across a break of perimeter, and say so")))
  var acrossBreaks = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if explain && output.format != .table {
      throw ValidationError(
        say("--explain s’écrit en texte, sans --format", "--explain is plain text, without --format"))
    }
  }

  func run() throws {
    let project = try project.open()
    var options = Comparison.Options()
    options.areas = area
    options.measures = measure
    options.acrossPerimeters = acrossBreaks
    let comparison = try project.comparison(options)
    if explain {
      try OutputFile.write(Array(ComparisonTables.explanation(comparison, common.lang).utf8), to: output.output)
      return
    }
    let table = ComparisonTables.table(comparison, Phrases.territorySource(project.pole), all: !measure.isEmpty)
    try output.write([table], language: common.lang, json: table.json)
    // People read them below the table.
    guard output.chosen == .csv || output.chosen == .json else { return }
    let file = project.pole.territory.figures
    Messages.warn(ComparisonTables.warnings(comparison).map { Warning(file: file, $0) })
  }
}
