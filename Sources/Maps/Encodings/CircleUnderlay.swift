import Bytes
import Cartography

/// What lies under the circles of a map: plain features, or shades of a second column.
struct CircleUnderlay {
  var theme: Theme
  var styles: FeatureStyles
  /// Colours of names on each class of fill; empty where plain ink reads everywhere.
  var tones: [LabelTone] = []
  var css: String
  var patterns: [PatternFill] = []
  var legends: [any Block] = []
  var notes: [Text] = []
  var subtitle = Text(same: "")
  /// Whether a feature without a count gets a mark, because its fill shows the second column.
  var marksGaps = false

  /// Shades when the table has a second column, otherwise plain. Throws what shades throw,
  /// and 65 for a layer without areas to shade.
  static func under(_ table: LayerTable, _ map: SymbolsMap, _ request: MapRequest) throws(Problem) -> CircleUnderlay {
    guard let second = table.drawingSecond() else { return plain(table, request) }
    return try shaded(table, by: second, map, request)
  }

  private static func plain(_ table: LayerTable, _ request: MapRequest) -> CircleUnderlay {
    let (language, theme) = (request.language, request.theme)
    let gaps = table.gaps.count { $0 != .none }
    // Borders between many features that all look alike would be louder than the circles.
    let faint = table.count > 300 ? ".areas{stroke-opacity:.5}\n" : ""
    var ground = CircleUnderlay(
      theme: theme,
      styles: FeatureStyles(
        classNames: ["area out"] + GapStyle.classNames,
        classes: table.gaps.map { $0 == .none ? 0 : UInt8(GapStyle.number($0) + 1) }, keys: table.keys,
        values: table.numbers, titles: request.titles(of: table) { title($0, of: table, language) }),
      css: CircleLegend.css(theme) + GapStyle.css(theme) + faint)
    guard gaps > 0 else { return ground }
    let kinds = GapStyle.counts(table.gaps)
    ground.patterns = GapStyle.patterns(kinds, theme)
    ground.legends = [Legend(Text("Sans valeur", "Without a value")[language], rows: GapStyle.rows(kinds, language))]
    ground.notes = [table.features(gaps) + Text(" sans valeur, sans cercle", " without a value, without a circle")]
    return ground
  }

  private static func shaded(_ table: LayerTable, by second: LayerTable, _ map: SymbolsMap, _ request: MapRequest)
    throws(Problem) -> CircleUnderlay
  {
    guard table.outlines.kind == .polygon else {
      throw Problem(.badData, Text.fillNeedsAreas, fix: Text.dropFillOrTakePolygons)
    }
    let language = request.language
    // The kind that the user declares is that of the circles.
    let rule = try ColumnKind.shaded(second, declared: nil, allowCounts: map.allowCounts)
    let shades = try Shades(second, map.shades, request.theme)
    let theme = shades.theme
    var styles = shades.styles(second, request)
    styles.values = table.numbers
    styles.titles = request.titles(of: table) {
      "\(title($0, of: table, language)) ; \(second.called) : \(second.said($0, language))"
    }
    var ground = CircleUnderlay(
      theme: theme, styles: styles, tones: shades.tones, css: shades.css + CircleLegend.css(theme, overShades: true),
      patterns: shades.patterns, legends: [shades.legend(second, language)], notes: [rule] + shades.notes)
    ground.subtitle = Text(same: " · \(second.called), ") + shades.breaks.words
    let absent = GapStyle.counts(table.gaps).map { gap, count in "\(GapStyle.label(gap)[language]) (\(count))" }
    if !absent.isEmpty {
      let words = absent.joined(separator: ", ")
      ground.marksGaps = true
      ground.legends.append(
        Legend(Text("Sans cercle", "Without a circle")[language], rows: [Legend.Row(.marker("no-symbol"), words)]))
    }
    return ground
  }

  private static func title(_ row: Int, of table: LayerTable, _ language: Language) -> String {
    "\(table.names[row]) : \(table.said(row, language))"
  }
}
