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
    guard table.texts.isEmpty else {
      throw Problem(
        .badData, Text("« \(table.column) » est du texte", "\"\(table.column)\" is text"),
        fix: Text("prenez typology, ou une colonne de nombres", "take typology, or a column of numbers"))
    }
    let (kind, rule) = ColumnKind.of(
      table.column, values: table.numbers, isText: false, declared: request.kind)
    guard kind != .count || request.allowCounts else {
      throw Problem(
        .badData, rule + Text(" ; un effectif ne se met pas en teintes", "; a count is not drawn in shades"),
        fix: Text(
          "prenez symbols, rapportez-le à une population, ou passez outre avec --allow-counts",
          "take symbols, divide it by a population, or insist with --allow-counts"))
    }
    let shades = try Shades(table, request)
    let drawing = LayerCanvas(table: table, request: request).draw(
      .init(
        theme: shades.theme(request.base.theme),
        title: Finding.ofNumbers(table, request.base.language),
        subtitle: shades.subtitle(table, request.base.language),
        blocks: [shades.legend(table, request.base.language)],
        styles: shades.styles(table, request),
        labelClasses: shades.labelClasses, css: shades.css(request.base.theme),
        definitions: shades.gaps.isEmpty ? [] : [GapStyle.pattern(request.base.theme)], notes: shades.notes))
    return (drawing, [rule] + shades.notes)
  }
}
