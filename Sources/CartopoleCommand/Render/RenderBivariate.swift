import ArgumentParser
import Cartopole

struct RenderBivariate: RenderLayerMap {
  static let kind: any MapKind.Type = BivariateMap.self
  static let example =
    "--geo GeoData/sud-essonne.shp --data docs/examples/taux.csv --value densite --value2 distance -o carte.svg"

  @OptionGroup(title: .data) var column: ColumnOptions

  @Option(name: .customLong("value2"), "la seconde colonne", "the second column", "column") var value2: String

  @OptionGroup(title: .data) var words2: SecondWords

  @Flag(help: .allowCounts) var allowCounts = false

  @Option(
    "méthode de classes : quantile, equal ou jenks", "class method: quantile, equal or jenks", "method",
    completion: .list(["quantile", "equal", "jenks"]))
  var method = "quantile"

  @OptionGroup(title: .classes) var colours: PaletteOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup var common: CommonOptions

  var second: String? { value2 }
  func complete(_ question: inout LayerMapQuestion) { question.secondWords = words2.words }

  func map() -> any LayerMap {
    BivariateMap(
      columnKind: column.columnKind, allowCounts: allowCounts, method: method, palette: colours.palette,
      isReversed: colours.reverse)
  }
}
