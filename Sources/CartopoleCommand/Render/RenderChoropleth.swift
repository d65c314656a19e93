import ArgumentParser
import Cartopole

struct RenderChoropleth: RenderLayerMap {
  static let kind: any MapKind.Type = ChoroplethMap.self
  static let example = "--geo GeoData/sud-essonne.shp --data docs/examples/taux.csv --value taux -o carte.svg"

  @OptionGroup(title: .data) var column: ColumnOptions
  @Flag(help: .allowCounts) var allowCounts = false
  @OptionGroup(title: .classes) var classes: ShadeOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup var common: CommonOptions

  func map() -> any LayerMap {
    ChoroplethMap(columnKind: column.columnKind, allowCounts: allowCounts, classes: classes.choice)
  }
}
