import ArgumentParser
import Cartopole

/// `cartopole render`: one map.
struct RenderCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let kinds = MapKinds.all.map { "  \($0.name): \($0.summary[.ofMessages])" }.joined(separator: "\n")
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

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        "fichier .svg, .png ou .pdf (- : SVG sur la sortie standard)",
        "file .svg, .png or .pdf (-: SVG on stdout)"),
      valueName: "file"))
  var output: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("largeur en px (375 : téléphone)", "width in px (375: phone)"), valueName: "px"))
  var width = 1000.0

  @Option(help: ArgumentHelp(say("noms des communes", "names of communes")))
  var labels: MapRequest.Labels = .auto

  @Option(
    help: ArgumentHelp(
      say(
        "light, dark (écran sombre, diapositives) ou print (noir et blanc)",
        "light, dark (dark screens, slides) or print (black and white)"), valueName: "theme"))
  var theme = "light"

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
      say("scénario : la carte de ce qu’il changerait", "scenario: the map of what it would change"),
      valueName: "file"))
  var scenario: String?

  @OptionGroup(title: say("Carte siting", "Map siting")) var siting: SitingOptions

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
    if kind != "density", eb || counts.data != nil {
      throw ValidationError(
        say("--data et --eb vont avec la carte density", "--data and --eb go with the density map"))
    }
    guard width >= 320, width <= 10_000 else {
      throw ValidationError(say("--width va de 320 à 10000 px", "--width goes from 320 to 10000 px"))
    }
  }

  func run() throws {
    // An unknown kind or a format nobody can write should not wait for the data.
    _ = try MapKinds.named(kind)
    let theme = try Theme.named(theme)
    let target = output ?? (Messages.isTerminal ? ([kind] + actions).joined(separator: "-") + ".svg" : "-")
    let picture = try Picture(path: target)
    var project = try project.open()
    var credits = [credit].compactMap { $0 }
    if let scenario {
      let tried = try project.applying(scenario: scenario)
      project = tried.project
      credits.append(tried.credit[common.lang])
    }
    if kind == "density" {
      let drawn = try project.density(
        counts.question(areas: [], measures: [], geo: nil, acrossBreaks: false), isSmoothed: eb,
        MapRequest(
          language: common.lang, width: width, title: title, subtitle: subtitle,
          credit: credits.isEmpty ? nil : credits.joined(separator: ". "), labels: labels))
      Messages.warn(drawn.warnings)
      return try write(drawn.drawing, picture, target)
    }
    var answer: SitingAnswer?
    if kind == "siting" { answer = try sites(project) }
    let drawing = try project.map(
      kind,
      MapRequest(
        actions: actions, language: common.lang, width: width, theme: theme, title: title, subtitle: subtitle,
        credit: credits.isEmpty ? nil : credits.joined(separator: ". "),
        labels: labels, siting: answer))
    try write(drawing, picture, target)
  }

  private func write(_ drawing: Drawing, _ picture: Picture, _ target: String) throws {
    try picture.write(drawing)
    if output == nil && target != "-" {
      Messages.note(Text("carte écrite : \(target)", "map written: \(target)"))
    }
  }

  /// The sites the `siting` map draws: of one objective, over the project's territory.
  private func sites(_ project: Project) throws(Problem) -> SitingAnswer {
    guard siting.geo == nil, siting.objective != .all else {
      throw Problem(
        .usage,
        Text(
          "la carte siting montre un objectif, sur le territoire du projet",
          "the siting map shows one objective, over the project's territory"),
        fix: Text("ôtez --geo et --objective all", "drop --geo and --objective all"))
    }
    return try siting.question(project).answer(siting.objective.objectives[0])
  }
}
