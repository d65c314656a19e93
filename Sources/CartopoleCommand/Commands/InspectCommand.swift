import ArgumentParser
import Cartopole

/// `cartopole inspect`: what a geodata file holds, and its faults.
struct InspectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: say(
        "Ce qu’une couche contient, et ce qui n’y va pas.", "What a layer holds, and what is wrong with it."),
      discussion: say(
        "Exemple : cartopole inspect GeoData/sud-essonne.shp", "Example: cartopole inspect GeoData/sud-essonne.shp"))
  }

  @Argument(help: .words("couche (.shp, .geojson ou .gpkg)", "layer (.shp, .geojson or .gpkg)"), completion: .file())
  var file: String

  @Option(
    help: .words(
      "liste de communes à confronter à la couche : codes, noms, EPCI, département, ou un tableau CSV",
      "list of communes to hold against the layer: codes, names, EPCI, département, or a CSV table", "list"))
  var communes: [String] = []

  @OptionGroup var layer: LayerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let inspection = try Inspection(file, layer.reading(file), communes: communes)
    try output.write(inspection.tables, language: common.lang, json: inspection.json(common.lang))
    Terminal.warn(inspection.warnings)
    if let first = inspection.problems.first { throw first }
  }
}
