import ArgumentParser
import Cartopole

/// `cartopole inspect`: what a geodata file holds, and its faults.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "inspect", "Ce qu’une couche contient, et ce qui n’y va pas.", "What a layer holds, and what is wrong with it.",
    discussion: example("cartopole inspect GeoData/sud-essonne.shp"))

  @Argument(help: .words("couche (.shp, .geojson ou .gpkg)", "layer (.shp, .geojson or .gpkg)"), completion: .file())
  var file: String

  @Option(
    "liste de communes à confronter à la couche : codes, noms, EPCI, département, ou un tableau CSV",
    "list of communes to hold against the layer: codes, names, EPCI, département, or a CSV table", "list")
  var communes: [String] = []

  @OptionGroup var layer: LayerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let inspection = try Inspection(file, layer.reading(file), communes: communes)
    try output.write(inspection.tables, json: inspection.json(output.language))
    Terminal.warn(inspection.warnings)
    if let first = inspection.problems.first { throw first }
  }
}
