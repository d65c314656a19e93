import Bytes

/// What the numbers of a column are, which decides how they may be
/// drawn: a count as circles, a ratio as shades.
public enum ColumnKind: String, Sendable, CaseIterable {
  case count, ratio, category

  /// The kind of a column and the rule that says so.
  ///
  /// The declared kind goes first. Otherwise text is a category, numbers that are not whole are a ratio, and a
  /// name such as `POPULATION`, `POP…`, `NB…`, `…_NB`, `EFFECTIF…` or `count` makes a count. Whole numbers
  /// under any other name are taken for a ratio.
  public static func of(_ name: String, values: [Double], isText: Bool, declared: ColumnKind?) -> (
    kind: ColumnKind, rule: Text
  ) {
    if let declared {
      return (
        declared, Text("« \(name) » : \(declared.label.fr), selon ‹as›", "\"\(name)\": \(declared.label.en), by ‹as›")
      )
    }
    if isText { return (.category, Text.categoryBecauseText(name)) }
    let isWhole = values.allSatisfy { !$0.isFinite || $0 == $0.rounded() }
    guard isWhole else { return (.ratio, Text.ratioBecauseOfDecimals(name)) }
    if isCountName(name) { return (.count, Text.countByItsName(name)) }
    return (.ratio, Text.ratioByDefault(name))
  }

  /// The rule by which a column may be shaded; throws 65 for text, and for a count unless it is allowed.
  static func shaded(_ table: LayerTable, declared: ColumnKind?, allowCounts: Bool) throws(Problem) -> Text {
    guard table.texts.isEmpty else { throw isText(table.column) }
    return try shaded(table.column, table.numbers, declared: declared, allowCounts: allowCounts)
  }

  /// The same of a column of numbers by itself.
  static func shaded(_ column: String, _ numbers: [Double], declared: ColumnKind?, allowCounts: Bool) throws(Problem)
    -> Text
  {
    let (kind, rule) = of(column, values: numbers, isText: false, declared: declared)
    guard kind != .count || allowCounts else {
      throw Problem(.badData, rule + Text.countIsNotShaded, fix: Text.takeSymbolsOrDivide)
    }
    return rule
  }

  /// The error (65) for a column of text where numbers are drawn.
  static func isText(_ column: String) -> Problem {
    Problem(.badData, Text("« \(column) » est du texte", "\"\(column)\" is text"), fix: Text.takeTypologyOrNumbers)
  }

  /// Whether the name of a column alone says that it counts.
  public static func isCountName(_ name: String) -> Bool {
    let upper = name.uppercased()
    return upper == "COUNT" || upper.hasPrefix("POP") || upper.hasPrefix("NB") || upper.hasSuffix("_NB")
      || upper.hasPrefix("EFFECTIF")
  }

  /// The kind in words.
  public var label: Text {
    switch self {
    case .count: Text("effectif", "count")
    case .ratio: Text("rapport", "ratio")
    case .category: Text("catégorie", "category")
    }
  }
}
