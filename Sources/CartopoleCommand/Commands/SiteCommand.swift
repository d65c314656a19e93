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
  @Option(parsing: .unconditional, "nombre de nouveaux sites", "number of new sites", "p") var count: Int?

  @Option("ce que les lieux doivent faire au mieux", "what the sites are to do best")
  var objective: SitingChoice = .median

  @Option(number: "rayon de cover et set-cover", "radius of cover and set-cover", "km") var radiusKm: Double?

  @Option("communes qui ont déjà un site (liste ou CSV)", "communes that have a site already (list or CSV)", "list")
  var existing: [String] = []

  @Option(
    "communes où ouvrir (liste ou CSV ; toutes sinon)", "communes to open in (list or CSV; all otherwise)", "list")
  var candidates: [String] = []

  @Option("colonne des poids (POPULATION sinon)", "column of weights (POPULATION otherwise)", "column")
  var weight: String?

  @Option(
    file: "poids par commune au lieu des habitants : colonnes insee et weight",
    "weights by commune instead of inhabitants: columns insee and weight")
  var weights: String?

  @Option(
    file: "habitants par commune au lieu de ceux de la couche (ceux de la date la plus récente)",
    "inhabitants by commune instead of those of the layer (of the latest date)")
  var population: String?

  @Option(file: "table from,to,minutes au lieu des distances", "table from,to,minutes instead of distances")
  var times: String?

  /// Makes the question about the communes of a layer, whose columns are in a file.
  func question(_ communes: CommuneLayer, in file: String, _ reading: LayerReading = LayerReading()) throws(Problem)
    -> SitingQuestion
  {
    var layer = communes
    if let population {
      let (inhabited, warnings) = try layer.inhabited(byFile: population)
      Terminal.warn(warnings)
      layer = inhabited
    }
    var question = SitingQuestion(layer)
    question.existing += try Terminal.rows(existing, in: layer)
    if !candidates.isEmpty {
      let rows = Set(try Terminal.rows(candidates, in: layer))
      question.candidates = rows.sorted { layer.communes[$0].insee < layer.communes[$1].insee }
    }
    if let weight {
      let features = try Layers.features(file, reading)
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

  /// Makes the question about the territory of a project.
  func question(_ project: Project) throws(Problem) -> SitingQuestion {
    try question(project.studyArea.layer, in: project.layerPath)
  }

  /// Refuses options that do not go together.
  func validate() throws {
    try refuse(
      weight != nil && weights != nil, "--weight ou --weights, pas les deux", "--weight or --weights, not both")
    try refuse(objective == .setCover && count != nil, "set-cover ne prend pas --count", "set-cover takes no --count")
    try refuse(
      objective != .median && objective != .centre && radiusKm == nil, "cover et set-cover veulent --radius-km",
      "cover and set-cover need --radius-km")
    try refuse(
      objective != .setCover && count == nil, "combien de sites ? donnez --count", "how many sites? give --count")
  }
}

/// `cartopole site`: where to open.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "site", "Où ouvrir : les meilleurs lieux, prouvés.", "Where to open: the best places, proven.",
    discussion: example("cartopole site epicerie-solidaire --count 1 --objective cover --radius-km 10"))

  @Argument(
    help: .words("action à implanter (inutile avec --geo)", "action to site (not needed with --geo)"),
    completion: .actions) var action: String?

  @OptionGroup var siting: SitingOptions

  @Option(file: "couche de communes au lieu du projet", "layer of communes instead of the project") var geo: String?

  @OptionGroup(title: say("Lecture de la couche", "Reading the layer")) var layer: LayerOptions

  @Option("donner aussi les K meilleures solutions suivantes", "give the K next best solutions too", "k")
  var alternatives = 0

  @Option(
    help: .words(
      "s’arrêter après tant de secondes, avec borne et écart", "stop after so many seconds, with bound and gap",
      "seconds"), transform: Double.typed) var timeLimit: Double?

  @Option("accès de chaque commune aux sites", "access of each commune to the sites") var access: Access.Method?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try layer.check(geo != nil)
    try refuse(action == nil && geo == nil, "quelle action ? ou donnez --geo", "which action? or give --geo")
  }

  func run() throws {
    var opened: Project?
    var question: SitingQuestion
    if let geo {
      let reading = layer.reading(geo)
      let read = try Layers.communes(geo, vintage: nil, reading)
      Terminal.warn(read.warnings)
      question = try siting.question(read.communes, in: geo, reading)
    } else {
      let project = try project.open()
      if let action { _ = try project.action(action) }
      question = try siting.question(project)
      opened = project
    }
    question.alternatives = alternatives
    if let timeLimit { question.timeLimit = timeLimit }
    if let leftOut = SitingTables.leftOut(question) { Terminal.warn([Warning(file: question.layer.path, leftOut)]) }
    var answers: [SitingAnswer] = []
    for objective in siting.objective.objectives { answers.append(try question.answer(objective)) }
    for answer in answers where answer.result.gap > 0 {
      let numerals = Numerals(output.language)
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
    try output.write(tables, of: question.layer, json: json)
  }
}
