import ArgumentParser
import Cartopole

struct RenderDensity: RenderKind {
  static let kind: any MapKind.Type = DensityMap.self
  static let example = "--data docs/examples/counts.csv -o densite.svg"

  @OptionGroup(title: .data) var counts: CountsOptions

  @Flag("taux bayésiens au lieu des taux observés", "empirical Bayes rates instead of observed ones") var eb = false

  @OptionGroup(title: .classes) var classes: ShadeOptions

  @Option(file: "couche de communes au lieu du projet", "layer of communes instead of the project") var geo: String?

  @OptionGroup(title: say("Lecture de la couche", "Reading the layer")) var layer: LayerOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try layer.check(geo != nil)
    guard geo != nil else { return }
    try refuse(
      tried.scenario != nil, "--scenario change un projet ; --geo n’en ouvre pas",
      "--scenario changes a project; --geo opens none")
    try refuse(
      counts.data.data == nil, "--geo demande --data FICHIER : les effectifs de ses communes",
      "--geo needs --data FILE: the counts of its communes")
  }

  func draw(_ request: MapRequest) throws -> (drawing: Drawing, warnings: [Warning]) {
    guard let geo else {
      let (project, request) = try tried.open(request)
      // The atlas draws the project's counts too, and published figures only where there are none.
      let file = counts.file(of: project, isAsked: true)
      try counts.check(without: file, firstGiven(["--eb": eb]))
      guard let question = counts.question(file) else {
        return try project.publishedDensity(classes: classes.choice, request)
      }
      return try question.density(on: project, isSmoothed: eb, classes: classes.choice, request)
    }
    guard var question = counts.question(counts.data.data) else {
      throw Problem(.bug, Text("ni --data ni projet", "neither --data nor project"))
    }
    (question.geo, question.reading) = (geo, layer.reading(geo, other: ["--crs"]))
    return try question.density(isSmoothed: eb, crs: tried.crs, classes: classes.choice, request)
  }
}
