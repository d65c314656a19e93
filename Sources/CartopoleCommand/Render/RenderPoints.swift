import ArgumentParser
import Cartopole

struct RenderPoints: RenderKind {
  static let kind: any MapKind.Type = PointsMap.self
  static let example = "--places docs/examples/membres.csv --label nom --category type -o membres.svg"

  @Option(
    file: "lieux : CSV ou couche de points, avec longitude et latitude, x et y, insee, ou code_postal et ville",
    "places: CSV or layer of points, with longitude and latitude, x and y, insee, or postcode and commune")
  var places: String?

  @Option("colonne des noms", "column of the names", "column") var label: String?

  @Option("colonne des catégories", "column of the categories", "column") var category: String?

  @Flag(
    "à leurs coordonnées, que vous avez le droit de publier ; sinon à la commune",
    "at their coordinates, which you may publish; else at their commune")
  var exact = false

  @Option(file: "compter aussi les lieux par commune, dans un CSV", "count the places by commune too, in a CSV")
  var table: String?

  @OptionGroup(title: say("Lecture de la couche", "Reading the layer")) var layer: LayerOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try requireDistinct(("--output", sheet.output), ("--table", table))
    guard places == nil else { return }
    if let given = firstGiven(["--label": label != nil, "--category": category != nil, "--exact": exact]) {
      throw misuse("\(given) va avec --places", "\(given) goes with --places")
    }
    try layer.check(false, of: "--places")
  }

  func draw(_ request: MapRequest) throws -> (drawing: Drawing, warnings: [Warning]) {
    let (project, request) = try tried.open(request)
    var map =
      PointsMap(of: project.pole, on: project.studyArea) ?? PointsMap(sitesOf: project.studyArea, request.language)
    var warnings: [Warning] = []
    if let places {
      var file = PlacesFile(places)
      file.label = label
      file.category = category
      file.reading = layer.reading(places)
      let read = try file.places(in: project.studyArea.layer)
      warnings = read.warnings
      let name = Path.name(places)
      map = PointsMap(read.places, source: Text("Lieux : \(name)", "Places: \(name)"), isExact: exact)
    }
    let (drawing, notes) = try project.draw(map, request)
    if let table { try OutputFile.write(map.table(project.studyArea.layer).csv(), to: table) }
    return (drawing, warnings + notes.map { Warning(file: places ?? project.path, $0) })
  }
}
