import ArgumentParser
import Cartopole

/// The values of `site --objective`: an objective, or all of them.
enum SitingChoice: String, CaseIterable, ExpressibleByArgument {
  case cover, median, centre
  case setCover = "set-cover"
  case all

  var objectives: [SitingProblem.Objective] {
    self == .all ? SitingProblem.Objective.allCases : [SitingProblem.Objective(rawValue: rawValue)!]
  }
}

extension Access.Method: ExpressibleByArgument {}

/// Options of siting, for `site` and for `render siting`.
struct SitingOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .words("nombre de nouveaux sites", "number of new sites", "p")) var count: Int?

  @Option(help: .words("ce que les lieux doivent faire au mieux", "what the sites are to do best")) var objective:
    SitingChoice = .median

  @Option(
    parsing: .unconditional, help: .words("rayon de cover et set-cover", "radius of cover and set-cover", "km"),
    transform: Double.typed) var radiusKm: Double?

  @Option(
    help: .words(
      "communes qui ont déjà un site (liste ou CSV)", "communes that have a site already (list or CSV)", "list"))
  var existing: [String] = []

  @Option(
    help: .words(
      "communes où ouvrir (liste ou CSV ; toutes sinon)", "communes to open in (list or CSV; all otherwise)", "list"))
  var candidates: [String] = []

  @Option(help: .words("colonne des poids (POPULATION sinon)", "column of weights (POPULATION otherwise)", "column"))
  var weight: String?

  @Option(
    help: .words(
      "poids par commune au lieu des habitants : colonnes insee et weight",
      "weights by commune instead of inhabitants: columns insee and weight", "file"), completion: .file()) var weights:
    String?

  @Option(
    help: .words(
      "habitants par commune au lieu de ceux de la couche (ceux de la date la plus récente)",
      "inhabitants by commune instead of those of the layer (of the latest date)", "file"), completion: .file())
  var population: String?

  @Option(
    help: .words("table from,to,minutes au lieu des distances", "table from,to,minutes instead of distances", "file"),
    completion: .file()) var times: String?

  /// Makes the question about the project's territory, or about a layer that needs no project.
  func question(_ project: Project?, geo: String? = nil, _ reading: LayerReading = LayerReading()) throws(Problem)
    -> SitingQuestion
  {
    let source = geo ?? project?.layerPath ?? ""
    var layer: CommuneLayer
    if let geo {
      let read = try Layers.communes(geo, vintage: nil, reading)
      Terminal.warn(read.warnings)
      layer = read.communes
    } else if let project {
      layer = project.ground.layer
    } else {
      throw Problem(.bug, Text("ni projet ni couche", "neither project nor layer"))
    }
    if let population {
      let (inhabited, warnings) = try layer.inhabited(byFile: population)
      Terminal.warn(warnings)
      layer = inhabited
    }
    var question = SitingQuestion(layer)
    for name in try CommuneList.read(existing, in: layer) { question.existing.append(try layer.find(name)) }
    let places = try CommuneList.read(candidates, in: layer)
    if !candidates.isEmpty {
      var rows: [Int] = []
      for name in places { rows.append(try layer.find(name)) }
      question.candidates = Set(rows).sorted { layer.communes[$0].insee < layer.communes[$1].insee }
    }
    if let weight {
      let features = try Layers.features(source, reading)
      try question.weigh(by: try features.column(asked: weight), of: features)
    }
    if let weights { try question.weigh(byTable: weights) }
    if let times {
      let table = try TravelTimes(path: times)
      try table.requireKnown(in: layer)
      Terminal.warn(table.warnings)
      question.times = table
    }
    question.count = count ?? 1
    question.radius = radiusKm
    return question
  }

  /// Refuses options that do not go together.
  func validate() throws {
    if weight != nil, weights != nil {
      throw misuse("--weight ou --weights, pas les deux", "--weight or --weights, not both")
    }
    if objective == .setCover && count != nil {
      throw misuse("set-cover ne prend pas --count", "set-cover takes no --count")
    }
    if objective != .median && objective != .centre && radiusKm == nil {
      throw misuse("cover et set-cover veulent --radius-km", "cover and set-cover need --radius-km")
    }
    if objective != .setCover && count == nil {
      throw misuse("combien de sites ? donnez --count", "how many sites? give --count")
    }
  }
}

/// `cartopole site`: where to open.
struct SiteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "site",
      abstract: say("Où ouvrir : les meilleurs lieux, prouvés.", "Where to open: the best places, proven."),
      discussion: say(
        "Exemple : cartopole site epicerie-solidaire --count 1 --objective cover --radius-km 10",
        "Example: cartopole site epicerie-solidaire --count 1 --objective cover --radius-km 10"))
  }

  @Argument(
    help: .words("action à implanter (inutile avec --geo)", "action to site (not needed with --geo)"),
    completion: .actions) var action: String?

  @OptionGroup var siting: SitingOptions

  @Option(
    help: .words("couche de communes au lieu du projet", "layer of communes instead of the project", "file"),
    completion: .file()) var geo: String?

  @OptionGroup(title: say("Lecture de la couche", "Reading the layer")) var layer: LayerOptions

  @Option(help: .words("donner aussi les K meilleures solutions suivantes", "give the K next best solutions too", "k"))
  var alternatives = 0

  @Option(
    help: .words(
      "s’arrêter après tant de secondes, avec borne et écart", "stop after so many seconds, with bound and gap",
      "seconds"), transform: Double.typed) var timeLimit: Double?

  @Option(help: .words("accès de chaque commune aux sites", "access of each commune to the sites")) var access:
    Access.Method?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try layer.check(geo != nil)
    if action == nil && geo == nil { throw misuse("quelle action ? ou donnez --geo", "which action? or give --geo") }
  }

  func run() throws {
    var opened: Project?
    if geo == nil {
      opened = try project.open()
      if let action { _ = try opened?.action(action) }
    }
    var question = try siting.question(opened, geo: geo, layer.reading(geo))
    question.alternatives = alternatives
    if let timeLimit { question.timeLimit = timeLimit }
    if let leftOut = SitingTables.leftOut(question) { Terminal.warn([Warning(file: question.layer.path, leftOut)]) }
    var answers: [SitingAnswer] = []
    for objective in siting.objective.objectives { answers.append(try question.answer(objective)) }
    for answer in answers where answer.result.gap > 0 {
      let numerals = Numerals(common.lang)
      let (value, bound) = (numerals.short(answer.result.value, 2), numerals.short(answer.result.bound, 2))
      let (name, gap) = (answer.result.objective.rawValue, numerals.percent(answer.result.gap, 2))
      Terminal.warn([Warning(Text.stoppedByTimeLimit(name, value, bound, gap))])
    }
    let title = action.flatMap { opened?.pole.action($0)?.title } ?? Text(same: Path.name(geo ?? ""))
    var tables = answers.flatMap { SitingTables.tables($0, title) }
    var json = siting.objective == .all ? JSON.array(answers.map(\.json)) : answers[0].json
    if let access {
      let measured = try AccessAnswer(access, answers[0], project: opened)
      tables.append(measured.table)
      if case .object(let members) = json { json = .object(members + [("access", measured.json)]) }
    }
    try output.write(tables, of: question.layer, language: common.lang, json: json)
  }
}
