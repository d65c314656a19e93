import Bytes
import Cartography
import Classification

/// `choropleth`: a ratio as shades, one for each class.
public struct ChoroplethMap: LayerMap {
  /// Name on the command line.
  public static let name = "choropleth"
  /// What the map shows, in one sentence.
  public static let summary = Text.ratioAsClassesOfShades

  /// What the user declares the column to be; `nil` takes its values and name.
  public var columnKind: ColumnKind?
  /// Whether a count may be shaded all the same.
  public var allowCounts: Bool
  /// How numbers are put in classes and coloured.
  public var classes: ClassChoice

  /// Makes a map of these options; they are checked when it is drawn.
  public init(columnKind: ColumnKind? = nil, allowCounts: Bool = false, classes: ClassChoice = ClassChoice()) {
    self.columnKind = columnKind
    self.allowCounts = allowCounts
    self.classes = classes
  }

  /// The map of a table. Throws 65 for text, for a count that is not allowed and for a column without numbers,
  /// and 64 for classes or a palette that do not fit.
  public func content(_ table: LayerTable, _ theme: Theme, _ language: Language) throws(Problem) -> MapContent {
    let rule = try ColumnKind.shaded(table, declared: columnKind, allowCounts: allowCounts)
    let shades = try Shades(table.column, table.numbers, table.gaps, classes, theme)
    return MapContent(
      theme: shades.theme, title: ColumnFinding.ofNumbers(table),
      subtitle: table.features(table.count) + Text(same: " · ") + shades.column.breaks.words,
      sources: table.sources + shades.notes, features: shades.features(table), notes: [rule] + shades.notes)
  }
}
