import Bytes
import Cartography
import Classification

/// `choropleth` — a ratio as shades, one class a step.
enum ChoroplethMap: LayerMapKind {
  static let name = "choropleth"
  static let summary = Text("un rapport, en classes de teintes", "a ratio, as classes of shades")

  static func draw(
    _ table: LayerTable, _ request: LayerMapRequest
  ) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    let rule = try ColumnKind.shaded(table, request)
    let shades = try Shades(table, request)
    let drawing = table.draw(
      MapContent(
        theme: shades.theme(request.base.theme),
        title: Finding.ofNumbers(table, request.base.language),
        subtitle: shades.subtitle(table, request.base.language),
        source: table.source(shades.notes, request.base),
        blocks: [shades.legend(table, request.base.language)],
        styles: shades.styles(table, request),
        tones: shades.tones, css: shades.css(request.base.theme),
        patterns: GapStyle.patterns(shades.gaps, request.base.theme)), request)
    return (drawing, [rule] + shades.notes)
  }
}
