import ArgumentParser
import Cartopole

/// `cartopole render`: one map.
struct RenderCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let named =
      MapKinds.all.map { ($0.name, $0.summary) } + LayerMapKinds.all.map { ($0.name, $0.summary) }
    let kinds = named.map { "  \($0): \($1[.ofMessages])" }.joined(separator: "\n")
    return CommandConfiguration(
      commandName: "render", abstract: say("Une carte, en SVG, PNG ou PDF.", "One map, as SVG, PNG or PDF."),
      discussion: say(
        "Genres de cartes :\n\(kinds)\nExemple : cartopole render coverage mobilite-solidaire -o carte.svg",
        "Kinds of maps:\n\(kinds)\nExample: cartopole render coverage mobilite-solidaire -o map.svg"))
  }

  @Argument(help: ArgumentHelp(say("genre de carte", "kind of map")))
  var kind: String

  @Argument(
    help: ArgumentHelp(
      say("actions à montrer (aucune : toutes ensemble)", "actions to show (none: all together)")))
  var actions: [String] = []

  @OptionGroup var sheet: SheetOptions

  @Option(
    help: ArgumentHelp(
      say(
        "contours simplifiés, limites communes gardées : 30% des sommets, ou 250m",
        "outlines simplified, shared borders kept: 30% of the vertices, or 250m"),
      valueName: "share|metres"))
  var simplify: String?

  @Option(
    help: ArgumentHelp(say("titre, au lieu du constat", "title, instead of the finding"), valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp(say("sous-titre", "subtitle"), valueName: "text"))
  var subtitle: String?

  @Option(
    help: ArgumentHelp(say("mention ajoutée aux sources", "credit added to the sources"), valueName: "text"))
  var credit: String?

  @Option(
    help: ArgumentHelp(
      say("logo à côté du titre (.png, .svg)", "logo beside the title (.png, .svg)"), valueName: "file"))
  var logo: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("px du PNG pour un px de la carte (3 sinon)", "px of the PNG for one px of the map (3 otherwise)"),
      valueName: "factor"))
  var scale: Double?

  @Option(
    help: ArgumentHelp(
      say("scénario : la carte de ce qu’il changerait", "scenario: the map of what it would change"),
      valueName: "file"))
  var scenario: String?

  @Flag(
    help: ArgumentHelp(
      say("coverage : une vignette par action, sur une page", "coverage: one panel an action, on one page")))
  var multiples = false

  @OptionGroup(title: say("Carte siting", "Map siting")) var siting: SitingOptions

  @OptionGroup var data: DataOptions

  @OptionGroup(title: say("Cartes d’une couche quelconque", "Maps of any layer")) var layer: LayerMapOptions

  @OptionGroup(title: say("Carte density", "Map density")) var counts: CountsOptions

  @Flag(
    help: ArgumentHelp(
      say(
        "carte density : taux bayésiens au lieu des taux observés",
        "density map: empirical Bayes rates instead of observed ones")))
  var eb = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if kind == "siting" { try siting.check() }
    try layer.check(kind, data)
    try checkProjectOptions()
    if kind == "density" {
      try counts.check(data)
    } else if eb || (data.data != nil && LayerMapKinds.named(kind) == nil) {
      throw ValidationError(
        say(
          "--data et --eb vont avec la carte density ou celles d’une couche",
          "--data and --eb go with the density map or those of a layer"))
    }
    if multiples, kind != "coverage" {
      throw ValidationError(say("--multiples va avec coverage", "--multiples goes with coverage"))
    }
    if let scale {
      guard scale > 0, scale * sheet.width <= 30_000 else {
        throw ValidationError(
          say(
            "--scale : plus de 0, et 30000 px de large au plus", "--scale: above 0, and 30000 px wide at most"))
      }
      guard sheet.output?.lowercased().hasSuffix(".png") == true else {
        throw ValidationError(say("--scale ne vaut que pour un .png", "--scale is for a .png only"))
      }
    }
  }

  /// Maps of a layer open no project, and only some maps show actions.
  private func checkProjectOptions() throws {
    let isOfLayer = LayerMapKinds.named(kind) != nil || (kind == "density" && layer.geo != nil)
    if isOfLayer, scenario != nil {
      throw ValidationError(
        say("--scenario va avec les cartes d’un projet", "--scenario goes with the maps of a project"))
    }
    if isOfLayer || kind == "density", let action = actions.first {
      throw ValidationError(
        say("\(kind) ne montre pas d’action : « \(action) »", "\(kind) shows no action: \"\(action)\""))
    }
  }

  func run() throws {
    // An unknown kind or a format nobody can write should not wait for the data.
    let layerKind = LayerMapKinds.named(kind)
    if layerKind == nil { _ = try MapKinds.named(kind) }
    let theme = try Theme.named(sheet.theme)
    let target = sheet.target(kind, actions)
    let picture = try Picture(path: target, scale: scale)
    let mark = try logo.map { path throws(Problem) in try Logo(path: path) }
    let simplification = try simplify.map { text throws(Problem) in try Simplification(text) }
    let isOfLayer = layerKind != nil || (kind == "density" && layer.geo != nil)
    if isOfLayer {
      var base = MapRequest(
        language: common.lang, width: sheet.width, theme: theme, title: title, subtitle: subtitle,
        credit: credit,
        labels: sheet.labels)
      base.logo = mark
      base.simplification = simplification
      let (drawing, warnings) =
        if let layerKind {
          try layer.question(data).draw(layerKind, layer.request(base))
        } else {
          try layerDensity().draw(layer.request(base), layer.choice)
        }
      try picture.write(drawing)
      Messages.warn(warnings)
      return sheet.sayWhere(target)
    }
    var project = try project.open()
    var credits = [credit].compactMap { $0 }
    if let scenario {
      let tried = try project.applying(scenario: scenario)
      project = tried.project
      credits.append(tried.credit[common.lang])
    }
    var answer: SitingAnswer?
    if kind == "siting" { answer = try sites(project) }
    var request = MapRequest(
      actions: actions, language: common.lang, width: sheet.width, theme: theme, title: title,
      subtitle: subtitle,
      credit: credits.isEmpty ? nil : credits.joined(separator: ". "), labels: sheet.labels, siting: answer)
    request.logo = mark
    request.simplification = simplification
    request.multiples = multiples
    request.classes = layer.choice
    if kind == "density" {
      let question = counts.question(data, areas: [], measures: [], geo: nil, acrossBreaks: false)
      let drawn = try project.density(question, isSmoothed: eb, request)
      Messages.warn(drawn.warnings)
      try picture.write(drawn.drawing)
      return sheet.sayWhere(target)
    }
    let drawing = try project.map(kind, request)
    try picture.write(drawing)
    sheet.sayWhere(target)
  }

  /// The density of a layer of one's own.
  private func layerDensity() throws(Problem) -> LayerDensity {
    guard
      var question = counts.question(data, areas: [], measures: [], geo: layer.geo, acrossBreaks: false)
    else { throw Problem(.usage, Text("il manque --data", "--data is missing")) }
    question.reading = layer.reading
    var density = LayerDensity(question)
    density.isSmoothed = eb
    density.crs = layer.crs
    return density
  }

  /// The sites the `siting` map draws: of one objective, over the project's territory.
  private func sites(_ project: Project) throws(Problem) -> SitingAnswer {
    guard siting.objective != .all else {
      throw Problem(
        .usage, Text("la carte siting montre un objectif", "the siting map shows one objective"),
        fix: Text("ôtez --objective all", "drop --objective all"))
    }
    return try siting.question(project).answer(siting.objective.objectives[0])
  }
}
