import ArgumentParser
import Cartopole

struct RenderTypology: RenderLayerMap {
  static let kind: any MapKind.Type = TypologyMap.self
  static let example = "--geo GeoData/sud-essonne.shp --value INSEE_CAN -o carte.svg"

  @OptionGroup(title: .data) var column: ColumnOptions

  @Option(
    help: .words(
      "catégories dans l’ordre de la légende, séparées par des virgules (ou des points-virgules)",
      "categories in the order of the legend, separated by commas (or semicolons)", "list"))
  var order: String?

  @Option(help: .words("colonne des rangs des catégories", "column of the categories’ ranks", "column"))
  var orderColumn: String?

  @Option(
    help: .words(
      "couleurs #rrggbb des catégories, dans leur ordre", "colours #rrggbb of the categories, in their order", "list"))
  var colours: String?

  @Option(help: .words("colonne des couleurs #rrggbb", "column of the colours #rrggbb", "column"))
  var coloursColumn: String?

  @OptionGroup(title: .classes) var palette: PaletteOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if order != nil, orderColumn != nil {
      throw misuse("donnez --order ou --order-column", "give --order or --order-column")
    }
    if [colours, coloursColumn, palette.palette].count(where: { $0 != nil }) > 1 {
      throw misuse("donnez --colours, --colours-column ou --palette", "give --colours, --colours-column or --palette")
    }
    if palette.reverse, colours != nil || coloursColumn != nil {
      throw misuse("--reverse retourne une palette", "--reverse turns a palette")
    }
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
