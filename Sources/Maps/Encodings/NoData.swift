import Cartography

/// How maps of a project draw a commune of which nothing is known: fine lines on paper, outside every scale.
enum NoData {
  /// Its CSS class, and that of its legend row.
  static let style = "no-data"

  static func css(_ theme: Theme) -> String { ".\(style){stroke:\(theme.grey.css)}\n" }

  static func pattern(_ theme: Theme) -> PatternFill {
    PatternFill(style, .falling(width: 0.5), side: 6, theme.grey, on: theme.paper)
  }
}

extension MapContent {
  /// Adds the pattern, the style and the rest that the class of unknown values needs.
  mutating func addNoData() {
    patterns.append(NoData.pattern(theme))
    css += NoData.css(theme)
  }
}
