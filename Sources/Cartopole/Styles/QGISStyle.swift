import Bytes
import Cartography
import Geometry
import Maps

/// A style as QGIS 3 writes it (QML): a graduated renderer for classes, a categorized one for categories.
struct QGISStyle {
  let style: ColumnStyle
  let kind: Layer.Kind
  /// Names of the column and of the column of reasons, as the file has them.
  let (column, status): (String, String)

  var text: String {
    let isGraduated = style.entries.contains { if case .numbers = $0.match { true } else { false } }
    let symbols = style.entries.enumerated().map { symbol(String($0), kind, layers($1, String($0))) }.joined()
    let renderer =
      isGraduated
      ? "type=\"graduatedSymbol\" graduatedMethod=\"GraduatedColor\" attr=\"\(Escape.markup(attribute))\""
      : "type=\"categorizedSymbol\" attr=\"\(Escape.markup(column))\""
    let rows = style.entries.enumerated().map { isGraduated ? range($0, $1) : category($0, $1) }.joined()
    let list = isGraduated ? "ranges" : "categories"
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      + "<qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n"
      + "<renderer-v2 \(renderer) symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">\n"
      + "<\(list)>\n\(rows)</\(list)>\n<symbols>\n\(symbols)</symbols>\n</renderer-v2>\n"
      + "<layerGeometryType>\(["point": 0, "line": 1, "polygon": 2][kind.rawValue] ?? 4)</layerGeometryType>\n</qgis>\n"
  }

  // MARK: Values

  /// A graduated renderer draws no feature without a number. So where there are some the expression gives each reason a
  /// number of its own, below all others.
  private var attribute: String {
    guard let first = style.gaps.first else { return column }
    let name = quoted(column, "\"")
    if style.gaps == [.missing] { return "coalesce(\(name), \(stand(for: first)))" }
    let cases = style.gaps.filter { $0 != .missing }.map {
      " WHEN \(quoted(status, "\"")) = '\($0.sign)' THEN \(stand(for: $0))"
    }
    return "CASE WHEN \(name) IS NOT NULL THEN \(name)\(cases.joined()) ELSE \(stand(for: .missing)) END"
  }

  private func stand(for gap: LayerTable.Gap) -> String {
    var least = 0.0
    for case .numbers(let low, _, _) in style.entries.map(\.match) { least = min(least, low.rounded(.down)) }
    return ColumnStyle.written(least - 1 - Double(style.gaps.firstIndex(of: gap) ?? style.gaps.count))
  }

  private func quoted(_ text: String, _ quote: String) -> String {
    quote + text.replacing(quote, with: quote + quote) + quote
  }

  /// QGIS takes the first range whose bounds, both included, hold a value: with ranges ascending, each is closed above.
  private func range(_ index: Int, _ entry: ColumnStyle.Entry) -> String {
    let bounds =
      switch entry.match {
      case .numbers(let low, let high, _): (ColumnStyle.written(low), ColumnStyle.written(high))
      case .gap(let gap): (stand(for: gap), stand(for: gap))
      case .number, .text: ("", "")
      }
    return
      "<range symbol=\"\(index)\" render=\"true\" lower=\"\(bounds.0)\" upper=\"\(bounds.1)\" label=\"\(Escape.markup(entry.label))\"/>\n"
  }

  /// A category without a value is that of all others, which are those without one.
  private func category(_ index: Int, _ entry: ColumnStyle.Entry) -> String {
    let value =
      switch entry.match {
      case .text(let text): "value=\"\(Escape.markup(text))\" type=\"string\""
      case .number(let number): "value=\"\(ColumnStyle.written(number))\" type=\"double\""
      case .gap, .numbers: "value=\"\" type=\"string\""
      }
    return "<category symbol=\"\(index)\" render=\"true\" \(value) label=\"\(Escape.markup(entry.label))\"/>\n"
  }

  // MARK: Symbols

  private func symbol(_ name: String, _ kind: Layer.Kind, _ layers: String) -> String {
    let type = ["point": "marker", "line": "line", "polygon": "fill"][kind.rawValue] ?? "fill"
    return
      "<symbol type=\"\(type)\" name=\"\(name)\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n\(layers)</symbol>\n"
  }

  private func layers(_ entry: ColumnStyle.Entry, _ name: String) -> String {
    let (fill, border) = (Self.rgba(entry.fill), Self.rgba(style.border))
    switch kind {
    case .polygon:
      let ground = [
        "color": fill, "style": "solid", "outline_color": border, "outline_style": "solid",
        "outline_width": "0.15", "outline_width_unit": "MM", "joinstyle": "round",
      ]
      return layer("SimpleFill", ground) + (entry.marks.map { marks($0, "@\(name)@1") } ?? "")
    case .line:
      let ink = Self.rgba(entry.marks?.colour ?? entry.fill)
      return layer("SimpleLine", ["line_color": ink, "line_width": "0.8", "line_width_unit": "MM"])
    case .point:
      let outline = entry.marks.map { Self.rgba($0.colour) } ?? border
      return layer(
        "SimpleMarker",
        [
          "name": "circle", "color": fill, "size": "3", "size_unit": "MM", "outline_color": outline,
          "outline_width": "0.2", "outline_width_unit": "MM",
        ])
    }
  }

  /// Lines, dots or letters over a fill.
  private func marks(_ pattern: PatternFill, _ name: String) -> String {
    let colour = Self.rgba(pattern.colour)
    let side = Double(pattern.side)
    func lines(_ angle: Int, _ distance: Double, _ width: Double) -> String {
      let line = layer(
        "SimpleLine", ["line_color": colour, "line_width": Self.millimetres(width), "line_width_unit": "MM"])
      return layer(
        "LinePatternFill",
        ["angle": String(angle), "distance": Self.millimetres(distance), "distance_unit": "MM", "color": colour],
        symbol(name, .line, line))
    }
    func spread(_ marker: String) -> String {
      let distance = Self.millimetres(side)
      return layer(
        "PointPatternFill",
        [
          "distance_x": distance, "distance_x_unit": "MM", "distance_y": distance, "distance_y_unit": "MM",
        ], symbol(name, .point, marker))
    }
    switch pattern.mark {
    case .rising(let width): return lines(45, 0.7 * side, width)
    case .falling(let width): return lines(135, 0.7 * side, width)
    case .level(let width): return lines(0, side, width)
    case .upright(let width): return lines(90, side, width)
    case .crossed(let width): return lines(45, 0.7 * side, width) + lines(135, 0.7 * side, width)
    case .dotted(let width):
      return spread(
        layer(
          "SimpleMarker",
          [
            "name": "circle", "color": colour, "outline_style": "no", "size": Self.millimetres(width),
            "size_unit": "MM",
          ]))
    case .letter(let letter):
      return spread(
        layer(
          "FontMarker",
          ["chr": letter, "font": "Sans", "color": colour, "size": Self.millimetres(9), "size_unit": "MM"]))
    }
  }

  /// Properties in the form since 3.20 and in the one before, as 3.22 writes them.
  private func layer(_ type: String, _ properties: [String: String], _ symbol: String = "") -> String {
    let sorted = properties.sorted { $0.key < $1.key }.map { ($0.key, Escape.markup($0.value)) }
    let options = sorted.map { "<Option type=\"QString\" name=\"\($0)\" value=\"\($1)\"/>" }.joined()
    let props = sorted.map { "<prop k=\"\($0)\" v=\"\($1)\"/>" }.joined()
    return
      "<layer class=\"\(type)\" enabled=\"1\" locked=\"0\" pass=\"0\">\n<Option type=\"Map\">\(options)</Option>\n\(props)\n\(symbol)</layer>\n"
  }

  private static func rgba(_ colour: Colour) -> String { "\(colour.red),\(colour.green),\(colour.blue),255" }

  /// The px of a drawing, 96 to the inch, in mm.
  private static func millimetres(_ px: Double) -> String { ByteWriter.fixed(px * 25.4 / 96, decimals: 2) }
}
