import ArgumentParser
import Cartopole

extension ColumnKind: ExpressibleByArgument {}

/// Where the column is that is drawn, and what it is.
struct JoinOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option("colonne des clés de la couche", "column of the layer that holds the keys", "column") var key: String?

  @Option("colonne des clés du CSV", "column of the CSV that holds the keys", "column") var dataKey: String?

  @Option(name: .customLong("as"), "ce qu’est la colonne", "what the column is") var columnKind: ColumnKind?

  var join: TableJoin {
    var join = TableJoin()
    (join.data, join.key, join.dataKey) = (data.data, key, dataKey)
    (join.strict, join.events) = (data.strict, data.events)
    return join
  }
}

/// The layer and the column that a map of a layer draws.
struct ColumnOptions: ParsableArguments {
  @Option(
    "couche à dessiner (.shp, .geojson, .gpkg…)", "layer to draw (.shp, .geojson, .gpkg…)", "file", completion: .file())
  var geo: String

  @Option("colonne à dessiner", "column to draw", "column") var value: String

  @Option("ce qu’est la valeur, en mots (titre, légende)", "what the value is, in words (title, legend)", "text")
  var label: String?

  @Option("unité de la valeur : %, km, emplois…", "unit of the value: %, km, jobs…", "text") var unit: String?

  @OptionGroup var join: JoinOptions

  @Option(help: .crs) var crs: String?

  @Option(
    "couche de communes des alentours, dont l’emprise fait le plan de situation",
    "layer of communes around, whose extent makes the inset", "file")
  var context: String?

  @Flag("une infobulle par entité au-delà de 5 000", "a tooltip a feature beyond 5,000 too") var titles = false

  @OptionGroup var layer: LayerOptions

  var columnKind: ColumnKind? { join.columnKind }

  /// The layer and the table to draw, with a second column for the kinds that draw two.
  func question(_ second: String?) -> LayerMapQuestion {
    var question = LayerMapQuestion(geodata: geo, value: value)
    question.second = second
    question.words = ColumnWords(label: label, unit: unit)
    question.join = join.join
    question.crs = crs
    question.context = context
    question.reading = layer.reading(geo, other: ["--crs"])
    return question
  }
}

/// What the second column of a map is.
struct SecondWords: ParsableArguments {
  @Option(name: .customLong("label2"), "ce qu’est la seconde colonne", "what the second column is", "text")
  var label: String?

  @Option(name: .customLong("unit2"), "unité de la seconde colonne", "unit of the second column", "text")
  var unit: String?

  var words: ColumnWords { ColumnWords(label: label, unit: unit) }
}

extension ArgumentHelp {
  /// Help on options of maps of a layer.
  static var crs: ArgumentHelp {
    .words(
      "projection du dessin : EPSG:3035… (sinon la légale du territoire)",
      "projection of the map: EPSG:3035… (else the legal one of the territory)", "crs")
  }

  static var encoding: ArgumentHelp {
    .words("encodage du .dbf, s’il se trompe", "encoding of the .dbf, when it is wrong")
  }

  static var events: ArgumentHelp {
    .words(
      "changements de communes, au lieu de la table livrée : la nôtre ou celle des mouvements de l’Insee",
      "changes of communes, instead of the shipped table: ours or Insee's table of movements", "file")
  }

  static var allowCounts: ArgumentHelp {
    .words("mettre un effectif en teintes malgré tout", "draw a count in shades all the same")
  }
}
