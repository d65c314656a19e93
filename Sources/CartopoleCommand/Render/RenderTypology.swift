import ArgumentParser
import Cartopole

struct RenderTypology: RenderLayerMap {
  static let kind: any MapKind.Type = TypologyMap.self
  static let example = "--geo communes.shp --value INSEE_CAN -o carte.svg"

  @OptionGroup(title: .data) var column: ColumnOptions
  @OptionGroup(title: .classes) var colours: PaletteOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup var common: CommonOptions

  func map() -> any LayerMap {
    TypologyMap(columnKind: column.columnKind, palette: colours.palette, isReversed: colours.reverse)
  }
}
