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
      say("méthode de classes (voir classify ; quantile sinon)", "class method (see classify; else quantile)"),
      valueName: "method"))
  var method: String?

  @Option(help: ArgumentHelp(say("nombre de classes (5 sinon)", "number of classes (else 5)"), valueName: "n"))
  var classes: Int?

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

  @OptionGroup var layer: LayerOptions

  @Option(parsing: .unconditional, help: ArgumentHelp(say("hauteur en px", "height in px"), valueName: "px"))
  var height: Double?

  @Flag(
    help: ArgumentHelp(
      say("une infobulle par entité au-delà de 5 000", "a tooltip a feature beyond 5,000 too")))
  var titles = false

  /// Refuses what does not go together before anything is read.
  func check(_ kind: String, _ data: DataOptions) throws {
    try layer.check(geo != nil)
    guard LayerMapKinds.named(kind) != nil else { return try checkProjectMap(kind, data) }
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
    try checkClasses()
    if let height, !(200...10_000).contains(height) {
      throw ValidationError(say("--height va de 200 à 10000 px", "--height goes from 200 to 10000 px"))
    }
  }

  /// Options that only maps of a layer take, classes and colours apart.
  private var ofLayers: [(name: String, isGiven: Bool)] {
    [
      ("--value", value != nil), ("--value2", second != nil), ("--key", key != nil),
      ("--data-key", dataKey != nil),
      ("--fill", fill != nil), ("--as", columnKind != nil), ("--allow-counts", allowCounts),
    ]
  }

  private var ofClasses: [(name: String, isGiven: Bool)] {
    [
      ("--method", method != nil), ("--classes", classes != nil), ("--breaks", breaks != nil),
      ("--palette", palette != nil), ("--reverse", reverse),
    ]
  }

  /// The kinds of a project: `density` takes classes and colours, and with `--geo` what the sheet of a layer takes;
  /// the others nothing of all this.
  private func checkProjectMap(_ kind: String, _ data: DataOptions) throws {
    guard MapKinds.all.contains(where: { $0.name == kind }) else { return }
    if let option = ofLayers.first(where: \.isGiven)?.name {
      let kinds = LayerMapKinds.all.map { $0.name }.joined(separator: ", ")
      throw ValidationError(say("\(option) va avec \(kinds)", "\(option) goes with \(kinds)"))
    }
    let ofSheets: [(name: String, isGiven: Bool)] = [
      ("--crs", crs != nil), ("--height", height != nil), ("--titles", titles),
    ]
    guard kind == "density" else {
      guard let option = (ofClasses + [("--geo", geo != nil)] + ofSheets).first(where: \.isGiven)?.name else {
        return
      }
      throw ValidationError(
        say(
          "\(option) ne va pas avec \(kind) : cette carte montre le territoire du projet",
          "\(option) does not go with \(kind): this map shows the project's territory"))
    }
    guard geo != nil else {
      if let option = ofSheets.first(where: \.isGiven)?.name {
        throw ValidationError(say("\(option) va avec --geo", "\(option) goes with --geo"))
      }
      return try checkClasses()
    }
    guard data.data != nil else {
      throw ValidationError(
        say(
          "density --geo demande --data FICHIER : les effectifs de ses communes",
          "density --geo needs --data FILE: the counts of its communes"))
    }
    try checkClasses()
  }

  private func checkClasses() throws {
    guard breaks != nil else { return }
    _ = try bounds()
    guard method == nil || method == "manual", classes == nil else {
      throw ValidationError(
        say(
          "--breaks fixe déjà les classes : ôtez --method et --classes",
          "--breaks makes the classes: drop --method and --classes"))
    }
  }

  /// How numbers are put in classes.
  var choice: ClassChoice {
    ClassChoice(
      method: method, classes: classes, breaks: (try? bounds()) ?? [], palette: palette, isReversed: reverse)
  }

  /// How the layer of `--geo` is read.
  var reading: LayerReading { layer.reading(geo, other: ["--crs"]) }

  func question(_ data: DataOptions) -> LayerMapQuestion {
    var question = LayerMapQuestion(geodata: geo ?? "", value: value ?? "")
    question.second = second ?? fill
    question.key = key
    question.data = data.data
    question.dataKey = dataKey
    question.crs = crs
    question.reading = reading
    question.kind = columnKind
    question.events = data.events
    question.strict = data.strict
    question.kind = columnKind
    return question
  }

  func request(_ base: MapRequest) -> LayerMapRequest {
    var request = LayerMapRequest(
      base, height: height, method: method ?? "quantile", classes: classes ?? 5, breaks: choice.breaks,
      palette: palette, kind: columnKind)
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
