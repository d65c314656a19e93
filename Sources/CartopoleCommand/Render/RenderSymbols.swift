import ArgumentParser
import Cartopole

struct RenderSymbols: RenderLayerMap {
  static let kind: any MapKind.Type = SymbolsMap.self
  static let example = "--geo GeoData/sud-essonne.shp --value POPULATION -o carte.svg"

  @OptionGroup(title: .data) var column: ColumnOptions

  @Option(
    "colonne d’un rapport, en teintes sous les cercles", "column of a ratio, as shades under the circles", "column")
  var fill: String?

  @OptionGroup(title: .data) var words2: SecondWords
  @Flag(help: .allowCounts) var allowCounts = false
  @OptionGroup(title: .classes) var classes: ShadeOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup var common: CommonOptions

  var second: String? { fill }
  func complete(_ question: inout LayerMapQuestion) { question.secondWords = words2.words }

  func validate() throws {
    try refuse(
      fill == nil && words2.words != ColumnWords(), "--label2 et --unit2 disent ce que teinte --fill",
      "--label2 and --unit2 say what --fill shades")
    try refuse(
      fill == nil && (allowCounts || classes.choice != ClassChoice()),
      "les classes, les palettes et --allow-counts sont celles des teintes : donnez --fill",
      "classes, palettes and --allow-counts are those of the shades: give --fill")
  }

  func map() -> any LayerMap {
    SymbolsMap(columnKind: column.columnKind, shades: classes.choice, allowCounts: allowCounts)
  }
}
