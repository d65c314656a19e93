import ArgumentParser
import Cartopole

extension ColumnKind: ExpressibleByArgument {}

/// Options of the maps of any layer and table.
struct LayerMapOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("couche à dessiner (.shp, .geojson, .gpkg…)", "layer to draw (.shp, .geojson, .gpkg…)"),
      valueName: "file"))
  var geo: String?

  @Option(
    help: ArgumentHelp(
      say("colonne des clés de la couche", "column of the layer that holds the keys"), valueName: "column"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      say("colonne des clés du CSV", "column of the CSV that holds the keys"), valueName: "column"))
  var dataKey: String?

  @Option(help: ArgumentHelp(say("colonne à dessiner", "column to draw"), valueName: "column"))
  var value: String?

  @Option(
    name: .customLong("value2"),
    help: ArgumentHelp(
      say("bivariate : la seconde colonne", "bivariate: the second column"), valueName: "column"))
  var second: String?

  @Option(
    help: ArgumentHelp(
      say(
        "symbols : colonne d’un rapport, en teintes sous les cercles",
        "symbols: column of a ratio, as shades under the circles"), valueName: "column"))
  var fill: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say("ce qu’est la colonne : count, ratio ou category", "what the column is: count, ratio or category")))
  var columnKind: ColumnKind?

  @Flag(
    help: ArgumentHelp(say("mettre un effectif en teintes malgré tout", "draw a count in shades all the same")))
  var allowCounts = false

  @Option(
    help: ArgumentHelp(
      say("méthode de classes (voir classify)", "class method (see classify)"), valueName: "method"))
  var method = "quantile"

  @Option(help: ArgumentHelp(say("nombre de classes", "number of classes"), valueName: "n"))
  var classes = 5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("bornes supérieures, séparées par des virgules", "upper bounds, separated by commas"),
      valueName: "numbers"))
  var breaks: String?

  @Option(
    help: ArgumentHelp(
      say("palette, par nom (YlGnBu, viridis…)", "palette, by name (YlGnBu, viridis…)"), valueName: "name"))
  var palette: String?

  @Flag(help: ArgumentHelp(say("la palette par l’autre bout", "the palette from its other end")))
  var reverse = false

  @Option(
    help: ArgumentHelp(
      say(
        "système de coordonnées du dessin (aucun : EPSG:2154)", "CRS the map is drawn in (none: EPSG:2154)"),
      valueName: "crs"))
  var crs: String?

  @Option(
    help: ArgumentHelp(
      say("système de coordonnées de la couche, s’il manque", "CRS of the layer, where it is missing"),
      valueName: "crs"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(say("hauteur en px", "height in px"), valueName: "px"))
  var height: Double?

  @Flag(
    help: ArgumentHelp(
      say("une infobulle par entité au-delà de 5 000", "a tooltip a feature beyond 5,000 too")))
  var titles = false

  /// Refuses what does not go together before anything is read.
  func check(_ kind: String) throws {
    guard LayerMapKinds.named(kind) != nil else { return }
    guard geo != nil, value != nil else {
      throw ValidationError(
        say("\(kind) demande --geo FICHIER et --value COLONNE", "\(kind) needs --geo FILE and --value COLUMN"))
    }
    guard (kind == "bivariate") == (second != nil) else {
      throw ValidationError(
        say("bivariate demande --value2 COLONNE, et lui seul", "bivariate needs --value2 COLUMN, and it alone"))
    }
    guard fill == nil || kind == "symbols" else {
      throw ValidationError(say("--fill va avec symbols", "--fill goes with symbols"))
    }
    if let height, !(200...10_000).contains(height) {
      throw ValidationError(say("--height va de 200 à 10000 px", "--height goes from 200 to 10000 px"))
    }
    if breaks != nil { _ = try bounds() }
  }

  func question(_ data: DataOptions) -> LayerMapQuestion {
    var question = LayerMapQuestion(geodata: geo ?? "", value: value ?? "")
    question.second = second ?? fill
    question.key = key
    question.data = data.data
    question.dataKey = dataKey
    question.crs = crs
    question.from = from
    question.strict = data.strict
    return question
  }

  func request(_ base: MapRequest) -> LayerMapRequest {
    var request = LayerMapRequest(
      base, height: height, method: method, classes: classes, breaks: (try? bounds()) ?? [], palette: palette,
      kind: columnKind)
    request.allowCounts = allowCounts
    request.titles = titles
    request.reversed = reverse
    return request
  }

  private func bounds() throws -> [Double] {
    guard let breaks else { return [] }
    return try breaks.split(separator: ",").map { text in
      guard let value = Double(text), value.isFinite else {
        throw ValidationError(
          say("--breaks : « \(text) » n’est pas un nombre", "--breaks: \"\(text)\" is not a number"))
      }
      return value
    }
  }
}
