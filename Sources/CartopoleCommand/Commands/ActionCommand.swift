import ArgumentParser
import Cartopole

extension Action.Status: ExpressibleByArgument {}
extension Action.NoRule: ExpressibleByArgument {}
extension Basis: ExpressibleByArgument {}

/// `cartopole action`: the actions of the project.
struct ActionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "action", "Les actions du projet.", "The project's actions.",
    discussion: example(
      "cartopole action add jardin --title \"Jardin partagé\" --status planned --communes Fontainebleau --reason \"lieu pressenti\" --project fontainebleau",
      "cartopole action add garden --title \"Shared garden\" --status planned --communes Fontainebleau --reason \"likely place\" --project fontainebleau"
    ), subcommands: [ActionAddCommand.self])
}

/// `cartopole action add`: one more action in pole.yaml.
struct ActionAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "add", "Ajoute une action à pole.yaml sans toucher au reste.",
    "Adds an action to pole.yaml and leaves the rest alone.",
    discussion: example(
      "cartopole action add atelier --title \"Atelier vélo\" --status planned --communes Avon,77186 --reason \"lieu pressenti\" --project fontainebleau",
      "cartopole action add workshop --title \"Bicycle workshop\" --status planned --communes Avon,77186 --reason \"likely place\" --project fontainebleau"
    ))

  @Argument(help: .words("identifiant : minuscules, chiffres, tirets", "id: lower case, digits, hyphens")) var id:
    String

  @Option("titre", "title", "text") var title: String

  @Option("état", "status") var status: Action.Status

  @Option("action dont celle-ci est une partie", "the action this one is a part of", "id") var parent: String?

  @Option(
    "communes, par code ou nom, séparées par des virgules, ou un fichier CSV, une par ligne",
    "communes, by code or name, separated by commas, or a CSV file, one a row", "list")
  var communes: [String] = []

  @Option(number: "rayon en km autour de --site ou --commune", "radius in km around --site or --commune", "km")
  var withinKm: Double?

  @Option("site du projet, centre du rayon", "the project's site, centre of the radius", "id") var site: String?

  @Option("commune, centre du rayon ou des voisines", "commune, centre of the radius or of the neighbours")
  var commune: String?

  @Option(
    parsing: .unconditional, "voisines de --commune, à tant de pas", "neighbours of --commune, that many steps away",
    "order")
  var neighbours: Int?

  @Option("canton, par son code dans la couche", "canton, by its code in the layer", "code") var canton: String?

  @Option("EPCI (SIREN)", "EPCI (SIREN)", "siren") var epci: String?

  @Flag("tout le territoire", "the whole territory") var territory = false

  @Option("sans portée : undecided (lieu non décidé) ou internal (interne)", "no reach: undecided or internal")
  var noRule: Action.NoRule?

  @Option("fondement", "basis") var basis: Basis = .assumption

  @Option("raison, pour une hypothèse", "reason, for an assumption", "text") var reason: String?

  @Option("qui le dit, pour declared", "who says it, for declared", "who") var by: String?

  @Option("quand, pour declared (2026-11-22)", "when, for declared (2026-11-22)", "date") var date: String?

  @OptionGroup var project: ProjectOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try refuse(
      basis == .declared && (by == nil || date == nil), "declared veut --by et --date", "declared wants --by and --date"
    )
    try refuse(
      withinKm != nil && (site == nil) == (commune == nil), "--within-km veut --site ou --commune, pas les deux",
      "--within-km wants --site or --commune, not both")
    try refuse(neighbours != nil && commune == nil, "--neighbours veut --commune", "--neighbours wants --commune")
    try refuse(
      withinKm == nil && (site != nil || (commune != nil && neighbours == nil)),
      "--site et --commune sont le centre de --within-km ou de --neighbours ; pour énumérer des communes, --communes",
      "--site and --commune are the centre of --within-km or --neighbours; to list communes, --communes")
  }

  func run() throws {
    let project = try project.open()
    let rules = try rules(project)
    if rules.isEmpty && noRule == nil {
      throw Problem(
        .usage, Text("où l’action a-t-elle lieu ?", "where does the action take place?"), fix: Text.giveAReachOption)
    }
    try project.add(
      NewAction(
        id: id, title: title, status: status, parent: parent, rules: rules,
        support: Support(basis, by: by, date: date, reason: (reason ?? unreasoned).map { Text(french: $0) }),
        noRule: noRule))
    Terminal.note(Text("action « \(id) » ajoutée à \(project.path)", "action \"\(id)\" added to \(project.path)"))
  }

  /// The reason written for an assumption that has none: a request to give one.
  private var unreasoned: String? { basis == .assumption ? "Raison à préciser" : nil }

  private func rules(_ project: Project) throws(Problem) -> [NewAction.Rule] {
    let layer = project.studyArea.layer
    var rules: [NewAction.Rule] = []
    if territory { rules.append(.territory) }
    let named = try Terminal.rows(communes, in: layer)
    if !named.isEmpty { rules.append(.communes(named.map { layer.communes[$0].insee })) }
    if let canton { rules.append(.canton(canton)) }
    if let epci { rules.append(.epci(epci)) }
    let centre = try commune.map { text throws(Problem) in layer.communes[try layer.find(text)].insee }
    if let withinKm {
      if let site {
        rules.append(.within(.site(site), kilometres: withinKm))
      } else if let centre {
        rules.append(.within(.commune(centre), kilometres: withinKm))
      }
    }
    if let neighbours, let centre { rules.append(.neighbours(centre, order: neighbours)) }
    return rules
  }
}
