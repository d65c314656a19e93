import ArgumentParser
import Cartopole

/// `cartopole convert`: converts a geodata file into another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "convert", "Convertit une couche : format, projection, filtre.", "Converts a layer: format, projection, filter.",
    discussion: example(
      "cartopole convert GeoData/ile-de-france.shp essonne.geojson --where INSEE_DEP=91 --to EPSG:2154"))

  @Argument(
    help: .words("couche à lire (.shp, .geojson ou .gpkg)", "layer to read (.shp, .geojson or .gpkg)"),
    completion: .file()) var input: String

  @Argument(
    help: .words("couche à écrire (.shp, .geojson ou .gpkg)", "layer to write (.shp, .geojson or .gpkg)"),
    completion: .file()) var target: String

  @OptionGroup var layer: LayerOptions

  @Option("système de coordonnées de la sortie", "CRS of the output", "crs") var to: String?

  @Option(
    "communes à garder : codes, noms, EPCI, département, ou un tableau CSV",
    "communes to keep: codes, names, EPCI, département, or a CSV table", "list")
  var communes: [String] = []

  @Option(
    name: .customLong("where"), "condition, par exemple INSEE_DEP=91 ou POPULATION>=1000 (répétable : toutes)",
    "condition, such as INSEE_DEP=91 or POPULATION>=1000 (repeatable: all of them)", "condition")
  var conditions: [String] = []

  @Option("full : tous les chiffres significatifs", "full: every significant digit", "full") var precision: String?

  @Option(
    "moins de sommets, limites communes gardées : 30% des sommets, ou une tolérance, 250m",
    "fewer vertices, shared borders kept: 30% of the vertices, or a tolerance, 250m", "share|metres")
  var simplify: String?

  @Flag("accepter une opération PROJ approximative", "accept a ballpark PROJ operation") var allowBallpark = false

  @OptionGroup(title: .style) var style: StyleOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try refuse(
      (precision ?? "full") != "full", "--precision ne connaît que full", "--precision knows only full")
  }

  func run() throws {
    var conversion = Conversion()
    conversion.reading = layer.reading(input, other: ["--allow-ballpark"])
    conversion.to = to
    conversion.communes = communes
    for condition in conditions { conversion.filters.append(try Filter(condition)) }
    conversion.fullPrecision = precision == "full"
    conversion.allowBallpark = allowBallpark
    conversion.simplification = try simplify.map { text throws(Problem) in try Simplification(text) }
    conversion.style = style.question(common.lang)
    let report = try conversion.run(input, target)
    Terminal.warn(report.warnings)
    Terminal.note(Text.featuresWrittenOfRead(report.written, report.read, report.target.name))
    if let file = report.descriptor { Terminal.note(Text("style : \(file)", "style: \(file)")) }
    if let simplified = report.simplified { note(simplified) }
    if let operation = report.operation {
      let accuracy = operation.accuracy.map { " (±\(Numerals(.ofMessages).short($0, 2)) m)" } ?? ""
      Terminal.note(Text("opération : ", "operation: ") + Text(same: operation.description + accuracy))
      if !operation.missingGrids.isEmpty {
        let names = operation.missingGrids.joined(separator: ", ")
        Terminal.warn([Warning(Text("grilles PROJ absentes : \(names)", "PROJ grids missing: \(names)"))])
      }
    }
  }

  private func note(_ simplified: SimplifiedLayer) {
    let numerals = Numerals(.ofMessages)
    let before = numerals.integer(simplified.before)
    let after = numerals.integer(simplified.after)
    let share = numerals.short(100 * Double(simplified.after) / Double(max(simplified.before, 1)), 1)
    guard let tolerance = simplified.metres else {
      Terminal.warn([Warning(file: target, Text.fewerVerticesWouldUndoBorders(after, before, share))])
      return
    }
    let metres = numerals.short(tolerance, 1)
    Terminal.note(Text.simplifiedWithinTolerance(after, before, share, metres))
  }
}
