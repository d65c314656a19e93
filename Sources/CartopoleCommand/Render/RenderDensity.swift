import ArgumentParser
import Cartopole

struct RenderDensity: RenderKind {
  static let kind: any MapKind.Type = DensityMap.self
  static let example = "--data docs/examples/counts.csv -o densite.svg"

  @OptionGroup(title: .data) var data: DataOptions
  @OptionGroup(title: .data) var counts: CountsOptions

  @Flag(help: .words("taux bayésiens au lieu des taux observés", "empirical Bayes rates instead of observed ones"))
  var eb = false

  @OptionGroup(title: .classes) var classes: ShadeOptions

  @Option(
    help: .words("couche de communes au lieu du projet", "layer of communes instead of the project", "file"),
    completion: .file())
  var geo: String?

  @OptionGroup(title: say("Lecture de la couche", "Reading the layer")) var layer: LayerOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try layer.check(geo != nil)
    guard geo != nil else { return }
    if tried.scenario != nil {
      throw misuse(
        "--scenario change un projet ; --geo n’en ouvre pas", "--scenario changes a project; --geo opens none")
    }
    guard data.data != nil else {
      throw misuse(
        "--geo demande --data FICHIER : les effectifs de ses communes",
        "--geo needs --data FILE: the counts of its communes")
    }
  }

  func draw(_ request: MapRequest) throws -> (drawing: Drawing, warnings: [Warning]) {
    func question(_ file: String?) -> CountsQuestion? {
      counts.question(file, data, areas: [], measures: [], geo: geo, acrossBreaks: false)
    }
    guard let geo else {
      let (project, request) = try tried.open(request)
      // The atlas draws the project's counts too, and published figures only where there are none.
      let file = counts.file(data, of: project, isAsked: true)
      try counts.check(data, without: file, [("--eb", eb)])
      return try project.density(question(file), isSmoothed: eb, classes: classes.choice, request)
    }
    guard var question = question(data.data) else {
      throw Problem(.bug, Text("ni --data ni projet", "neither --data nor project"))
    }
    question.reading = layer.reading(geo, other: ["--crs"])
    var density = LayerDensity(question)
    density.isSmoothed = eb
    density.crs = tried.crs
    return try density.draw(request, classes: classes.choice)
  }
}
