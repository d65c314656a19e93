import ArgumentParser
import Cartopole

/// `cartopole compare`: the density of the ESS in published areas and in the user's own.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let measures = (Indicator.columns + Indicator.ofCounts).map { "  \($0.id): \($0.definition[.ofMessages])" }.joined(
      separator: "\n")
    return CommandConfiguration(
      commandName: "compare",
      abstract: say(
        "Densité de l’ESS : chiffres publiés, parts des emplois et repères.",
        "Density of the social economy: published figures, shares of jobs and landmarks."),
      discussion: say(
        "Mesures :\n\(measures)\nExemple : cartopole compare --data docs/examples/counts.csv --areas docs/examples/bassins.csv --level area --level region",
        "Measures:\n\(measures)\nExample: cartopole compare --data docs/examples/counts.csv --areas docs/examples/bassins.csv --level area --level region"
      ))
  }

  @Option(
    help: .words(
      "territoires : nom, code, ou niveau et code comme departement:75 et region:11 (répétable ; aucun : ceux du projet)",
      "areas: name, code, or level and code such as departement:75 and region:11 (repeatable; none: the project's)"))
  var area: [String] = []

  @Option(help: .words("mesures (répétable ; aucune : toutes)", "measures (repeatable; none: all)")) var measure:
    [String] = []

  @Flag(
    help: .words(
      "les lignes du registre et la formule de chaque nombre", "the register's rows and the formula of every number"))
  var explain = false

  @Flag(
    help: .words(
      "comparer malgré une rupture de périmètre, en le disant", "compare across a break of perimeter, and say so"))
  var acrossBreaks = false

  @Option(
    help: .words(
      "couche de communes au lieu de celles du projet, avec --data",
      "layer of communes instead of the project's, with --data", "file"), completion: .file()) var geo: String?

  @OptionGroup(title: say("Lecture de la couche", "Reading the layer")) var layer: LayerOptions

  @OptionGroup(title: say("Vos propres effectifs", "Counts of your own")) var data: DataOptions

  @OptionGroup(title: say("Vos propres effectifs", "Counts of your own")) var counts: CountsOptions

  @OptionGroup(title: say("Graphiques", "Charts")) var charts: ChartOptions

  @Flag(
    help: .words(
      "ce qu’un tiers peut déduire de chaque case retenue par le secret ; 65 si la protection manque",
      "what an outsider can deduce of each cell withheld; 65 when protection is short")) var checkDisclosure = false

  @OptionGroup(title: say("Voisinage des communes", "Neighbourhood of communes")) var pattern: PatternOptions

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if explain && output.format != .table {
      throw misuse("--explain s’écrit en texte, sans --format", "--explain is plain text, without --format")
    }
    try requireDistinct(
      ("--output", output.output), ("--chart", charts.chart), ("--funnel", charts.funnel), ("--plan", counts.plan))
    try layer.check(geo != nil)
    if geo != nil, data.data == nil { throw misuse("--geo va avec --data", "--geo goes with --data") }
    if data.data != nil, charts.chart != nil {
      throw misuse("--chart va sans --data, --funnel avec", "--chart goes without --data, --funnel with it")
    }
  }

  /// The options that only counts answer.
  private var ofCounts: [(name: String, isGiven: Bool)] {
    [("--funnel", charts.funnel != nil), ("--moran", pattern.moran), ("--check-disclosure", checkDisclosure)]
  }

  func run() throws {
    let opened = geo == nil ? try project.open() : nil
    let isAsked = charts.chart == nil && ofCounts.contains(where: \.isGiven)
    let file = counts.file(data, of: opened, isAsked: isAsked)
    try counts.check(data, without: file, ofCounts)
    if var question = counts.question(file, data, areas: area, measures: measure, geo: geo, acrossBreaks: acrossBreaks)
    {
      question.reading = layer.reading(geo)
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
        project.figuresChart(area).draw(language: common.lang, width: charts.width, theme: charts.theme()))
    }
    options.measures = measure
    options.acrossPerimeters = acrossBreaks
    let comparison = try project.comparison(options)
    if explain {
      let text = ComparisonTables.explanation(comparison, common.lang)
      try OutputFile.write(Array(Escape.lines(text).utf8), to: output.output)
      return
    }
    let source = Phrases.territorySource(project.pole)
    let isForPeople = measure.isEmpty && (output.chosen == .table || output.chosen == .markdown)
    let tables =
      isForPeople
      ? ComparisonTables.printed(comparison, source)
      : [ComparisonTables.table(comparison, source, all: !measure.isEmpty)]
    try output.write(tables, language: common.lang, json: ComparisonTables.json(comparison, source))
    // With a table, readers find the warnings below it.
    guard output.chosen == .csv || output.chosen == .json else { return }
    let register = project.pole.territory.figures
    Terminal.warn(ComparisonTables.warnings(comparison).map { Warning(file: register, $0) })
  }

  /// Answers a question about areas by their own counts.
  private func answer(_ question: CountsQuestion, _ project: Project?) throws {
    let picture = try charts.picture(charts.funnel)
    let answer = try CountsAnswer(question, project: project)
    Terminal.warn(answer.warnings)
    if let picture { try picture.write(answer.funnel(common.lang, width: charts.width, theme: charts.theme())) }
    if explain {
      let text =
        ComparisonTables.explanation(answer.comparison, common.lang)
        + (answer.pattern.map { PatternTables.explanation($0, common.lang) } ?? "")
      return try OutputFile.write(Array(Escape.lines(text).utf8), to: output.output)
    }
    if checkDisclosure {
      let check = try answer.checkDisclosure()
      try output.write([check.table], language: common.lang, json: check.table.json)
      guard !check.isSafe else { return }
      throw Problem(.badData, file: question.data, check.table.title, fix: Text.dropOneLevelOrFamily)
    }
    let tables = answer.tables(all: !measure.isEmpty)
    try output.write(tables, language: common.lang, json: answer.json) { () throws(Problem) in
      try GeoJSONFormat.bytes(answer.features)
    }
  }
}
