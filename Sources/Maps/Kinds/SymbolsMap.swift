import Bytes
import Cartography
import Geometry

/// `symbols`: a count as circles whose area is proportional to it.
public struct SymbolsMap: LayerMap {
  /// Name on the command line.
  public static let name = "symbols"
  /// What the map shows, in one sentence.
  public static let summary = Text.countAsProportionalCircles

  /// What the user declares the first column to be; `nil` takes its values and name.
  public var columnKind: ColumnKind?
  /// Classes and colours of the shades under the circles, when the table has a second column.
  public var shades: ClassChoice
  /// Whether the second column may be shaded although it is a count.
  public var allowCounts: Bool

  /// Makes a map of these options; they are checked when it is drawn.
  public init(columnKind: ColumnKind? = nil, shades: ClassChoice = ClassChoice(), allowCounts: Bool = false) {
    self.columnKind = columnKind
    self.shades = shades
    self.allowCounts = allowCounts
  }

  /// The map of a table. Throws 65 for text, for a number below zero and for a column without a number above
  /// it, and what the shades under the circles throw.
  public func content(_ table: LayerTable, _ theme: Theme, _ language: Language) throws(Problem) -> MapContent {
    guard table.texts.isEmpty else { throw ColumnKind.isText(table.column) }
    if let row = table.numbers.firstIndex(where: { $0 < 0 }) {
      let value = Numerals(.fr).short(table.numbers[row], 6)
      throw Problem(
        .badData, Text.circleHasNoNegativeArea(table.names[row], value, table.numbers[row]),
        fix: Text.takeChoroplethAsRatio)
    }
    guard table.numbers.contains(where: { $0.isFinite && $0 > 0 }) else {
      throw Problem(.badData, Text.hasNoPositiveValue(table.column), fix: Text.checkColumnAndJoin)
    }
    let (_, rule) = ColumnKind.of(table.column, values: table.numbers, isText: false, declared: columnKind)
    var content = MapContent(
      theme: theme, title: ColumnFinding.ofCounts(table),
      subtitle: table.features(table.count) + Text.circleAreaIsProportional, sources: table.sources,
      features: plain(table), circles: CountCircles(table))
    let gaps = table.gaps.count { $0 != .none }
    if let second = table.drawingSecond() {
      try shade(&content, table, by: second)
    } else if gaps > 0 {
      content.notes = [
        table.features(gaps) + Text(" sans valeur, sans cercle", " without a value, without a circle")
      ]
    }
    let zeros = table.numbers.count { $0 == 0 }
    if zeros > 0 {
      content.notes.append(
        Numerals.count(zeros, fr: ("valeur nulle", "valeurs nulles"), en: ("zero", "zeros"))
          + Text(", sans cercle", ", without a circle"))
    }
    content.sources += content.notes
    content.notes.insert(rule, at: 0)
    return content
  }

  /// Features without a fill of their own, but for those without a count.
  private func plain(_ table: LayerTable) -> FeatureFills {
    FeatureFills(
      heading: Text("Sans valeur", "Without a value"), entries: [],
      fills: table.gaps.map { $0 == .none ? .out : .gap($0) }, values: table.numbers, title: table.title,
      possible: [.zero])
  }

  /// Puts shades of a second column under the circles. Throws what shades throw, and 65 for a layer without areas.
  private func shade(_ content: inout MapContent, _ table: LayerTable, by second: LayerTable) throws(Problem) {
    guard table.outlines.kind == .polygon else {
      throw Problem(.badData, Text.fillNeedsAreas, fix: Text.dropFillOrTakePolygons)
    }
    // The kind that the user declares is that of the circles.
    let rule = try ColumnKind.shaded(second, declared: nil, allowCounts: allowCounts)
    let shades = try Shades(second.column, second.numbers, second.gaps, self.shades, content.theme)
    content.theme = shades.theme
    content.features = shades.features(second)
    content.features.values = table.numbers
    content.features.title = { "\(table.title($0, $1)) ; \(second.called) : \(second.said($0, $1))" }
    content.circles?.gaps = table.gaps
    content.circles?.areOverShades = true
    content.subtitle = content.subtitle + Text(same: " · \(second.called), ") + shades.column.breaks.words
    content.notes = [rule] + shades.notes
  }
}
