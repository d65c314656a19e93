import ArgumentParser
import Cartopole

/// `cartopole visibility`: how visible the Pôle is from each commune.
struct VisibilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "visibility", "D’où le Pôle serait vu : un indice sous hypothèses.",
    "From where the Pôle would be seen: an index under assumptions.",
    discussion: say(
      "Le modèle et ses limites : docs/visibility.md\nExemple : cartopole visibility --sensitivity",
      "The model and its limits: docs/visibility.md\nExample: cartopole visibility --sensitivity"))

  @Option(
    file: "scénario à comparer : sites et canaux ajoutés ou changés",
    "scenario to compare: sites and channels added or changed")
  var scenario: String?

  @Flag("chaque paramètre à 0,8 et 1,2 fois sa valeur", "each parameter at 0.8 and 1.2 times its value")
  var sensitivity = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try refuse(
      scenario != nil && sensitivity, "--scenario ou --sensitivity, pas les deux",
      "--scenario or --sensitivity, not both")
  }

  func run() throws {
    let project = try project.open()
    let visibility = try project.visibility()
    if let scenario {
      let changed = try project.applying(scenario: scenario)
      let after = try changed.project.visibility()
      let table = VisibilityTables.comparison(visibility, after, changed.title)
      try output.write(
        [table], of: project.studyArea.layer,
        json: VisibilityJSON.comparison(visibility, after, changed.title.fr),
        features: VisibilityJSON.features(visibility, after))
    } else if sensitivity {
      let rows = Sensitivity(visibility)
      try output.write(
        [VisibilityTables.sensitivity(rows)], of: project.studyArea.layer,
        json: VisibilityJSON.sensitivity(rows, visibility))
    } else {
      let channels = output.isForPeople ? [VisibilityTables.channels(visibility)] : []
      try output.write(
        [VisibilityTables.communes(visibility)] + channels, of: project.studyArea.layer,
        json: VisibilityJSON.communes(visibility), features: VisibilityJSON.features(visibility))
    }
  }
}
