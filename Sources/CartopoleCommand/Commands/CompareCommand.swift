import ArgumentParser
import Cartopole

/// `cartopole compare`: the density of the ESS in published areas and in the user's own.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let measures = (Indicator.columns + Indicator.ofCounts).map { "  \($0.id): \($0.definition[.ofMessages])" }.joined(
      separator: "\n")
    return CommandConfiguration(
      "compare", "Densité de l’ESS : chiffres publiés, parts des emplois et repères.",
      "Density of the social economy: published figures, shares of jobs and landmarks.",
      discussion: say(
        "Mesures :\n\(measures)\nExemple : cartopole compare --data docs/examples/counts.csv --areas docs/examples/bassins.csv --level area --level region",
        "Measures:\n\(measures)\nExample: cartopole compare --data docs/examples/counts.csv --areas docs/examples/bassins.csv --level area --level region"
      ))
  }

  @Option(
    "territoires : nom, code, ou niveau et code comme departement:75 et region:11 (répétable ; aucun : ceux du projet)",
    "areas: name, code, or level and code such as departement:75 and region:11 (repeatable; none: the project's)")
  var area: [String] = []

  @Option("mesures (répétable ; aucune : toutes)", "measures (repeatable; none: all)") var measure: [String] = []

  @Flag("les lignes du registre et la formule de chaque nombre", "the register's rows and the formula of every number")
  var explain = false

  @Flag("comparer malgré une rupture de périmètre, en le disant", "compare across a break of perimeter, and say so")
  var acrossBreaks = false

  @Option(
    file: "couche de communes au lieu de celles du projet, avec --data",
    "layer of communes instead of the project's, with --data")
  var geo: String?

  @OptionGroup(title: say("Lecture de la couche", "Reading the layer")) var layer: LayerOptions

  @OptionGroup(title: say("Vos propres effectifs", "Counts of your own")) var counts: CountsOptions

  @OptionGroup(title: say("Graphiques", "Charts")) var charts: ChartOptions

  @Flag(
    "ce qu’un tiers peut déduire de chaque case retenue par le secret ; 65 si la protection manque",
    "what an outsider can deduce of each cell withheld; 65 when protection is short")
  var checkDisclosure = false

  @OptionGroup(title: say("Voisinage des communes", "Neighbourhood of communes")) var pattern: PatternOptions

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try refuse(
      explain && output.format != .table, "--explain s’écrit en texte, sans --format",
      "--explain is plain text, without --format")
    try requireDistinct(
      ("--output", output.output), ("--chart", charts.chart), ("--funnel", charts.funnel), ("--plan", counts.plan))
    try layer.check(geo != nil)
    try refuse(geo != nil && counts.data.data == nil, "--geo va avec --data", "--geo goes with --data")
    try refuse(
      counts.data.data != nil && charts.chart != nil, "--chart va sans --data, --funnel avec",
      "--chart goes without --data, --funnel with it")
  }

  /// The first given option that only counts answer.
  private var onlyOfCounts: String? {
    firstGiven(["--funnel": charts.funnel != nil, "--moran": pattern.moran, "--check-disclosure": checkDisclosure])
  }

  func run() throws {
    let opened = geo == nil ? try project.open() : nil
    let file = counts.file(of: opened, isAsked: charts.chart == nil && onlyOfCounts != nil)
    try counts.check(without: file, onlyOfCounts)
    if var question = counts.question(file) {
      (question.names, question.measures, question.acrossPerimeters) = (area, measure, acrossBreaks)
      (question.geo, question.reading) = (geo, layer.reading(geo))
      question.pattern = pattern.options
      question.checksDisclosure = checkDisclosure
      return try answer(question, opened)
    }
    guard let project = opened else { throw Problem(.bug, Text("ni --data ni projet", "neither --data nor project")) }
    if let own = project.statisticsPath { Terminal.note(Text.compareYourOwnCounts(own)) }
    let picture = try charts.picture(charts.chart)
    var options = Comparison.Options()
    options.areas = area
    if let picture {
      try picture.write(
        project.figuresChart(area).draw(language: output.language, width: charts.width, theme: charts.theme()))
    }
    options.measures = measure
    options.acrossPerimeters = acrossBreaks
    let comparison = try project.comparison(options)
    if explain {
      return try output.write(ComparisonTables.explanation(comparison, output.language))
    }
    let source = Phrases.territorySource(project.pole)
    let tables =
      measure.isEmpty && output.isForPeople
      ? ComparisonTables.printed(comparison, source)
      : [ComparisonTables.table(comparison, source, all: !measure.isEmpty)]
    try output.write(tables, json: ComparisonTables.json(comparison, source))
    // With a table, readers find the warnings below it.
    guard !output.isForPeople else { return }
    let register = project.pole.territory.figures
    Terminal.warn(ComparisonTables.warnings(comparison).map { Warning(file: register, $0) })
  }

  /// Answers a question about areas by their own counts.
  private func answer(_ question: CountsQuestion, _ project: Project?) throws {
    let picture = try charts.picture(charts.funnel)
    let answer = try CountsAnswer(question, project: project)
    Terminal.warn(answer.warnings)
    if let picture { try picture.write(answer.funnel(output.language, width: charts.width, theme: charts.theme())) }
    if explain {
      let text =
        ComparisonTables.explanation(answer.comparison, output.language)
        + (answer.pattern.map { PatternTables.explanation($0, output.language) } ?? "")
      return try output.write(text)
    }
    if checkDisclosure {
      let check = try answer.checkDisclosure()
      try output.write([check.table], json: check.table.json)
      guard !check.isSafe else { return }
      throw Problem(.badData, file: question.data, check.table.title, fix: Text.dropOneLevelOrFamily)
    }
    try output.write(
      answer.tables(all: !measure.isEmpty), json: answer.json, features: answer.features)
  }
}
