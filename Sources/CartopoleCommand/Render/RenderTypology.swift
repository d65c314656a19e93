import ArgumentParser
import Cartopole

struct RenderTypology: RenderLayerMap {
  static let kind: any MapKind.Type = TypologyMap.self
  static let example = "--geo GeoData/sud-essonne.shp --value INSEE_CAN -o carte.svg"

  @OptionGroup(title: .data) var column: ColumnOptions

  @Option(
    "catégories dans l’ordre de la légende, séparées par des virgules (ou des points-virgules)",
    "categories in the order of the legend, separated by commas (or semicolons)", "list")
  var order: String?

  @Option("colonne des rangs des catégories", "column of the categories’ ranks", "column") var orderColumn: String?

  @Option(
    "couleurs #rrggbb des catégories, dans leur ordre", "colours #rrggbb of the categories, in their order", "list")
  var colours: String?

  @Option("colonne des couleurs #rrggbb", "column of the colours #rrggbb", "column") var coloursColumn: String?

  @OptionGroup(title: .classes) var palette: PaletteOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try refuse(order != nil && orderColumn != nil, "donnez --order ou --order-column", "give --order or --order-column")
    try refuse(
      [colours, coloursColumn, palette.palette].count(where: { $0 != nil }) > 1,
      "donnez --colours, --colours-column ou --palette", "give --colours, --colours-column or --palette")
    try refuse(
      palette.reverse && (colours != nil || coloursColumn != nil), "--reverse retourne une palette",
      "--reverse turns a palette")
  }

  func complete(_ question: inout LayerMapQuestion) {
    (question.ranks, question.colours) = (orderColumn, coloursColumn)
  }

  func map() -> any LayerMap {
    TypologyMap(
      columnKind: column.columnKind, palette: palette.palette, isReversed: palette.reverse, order: Self.list(order),
      colours: Self.list(colours))
  }

  private static func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.split(separator: text.contains(";") ? ";" : ",").map { String($0).trimmingSpaces }
  }
}
