import Bytes
import Cartography
import Geometry
import Maps

/// A style as a Styled Layer Descriptor 1.1.0 (OGC 05-078r4) with Symbology Encoding (05-077r4), for GeoServer, MapServer and
/// other programs. Lines over fills are marks that GeoServer knows; others draw the ground alone.
struct StyledLayerDescriptor {
  let style: ColumnStyle
  let kind: Layer.Kind
  let layer: String
  /// Names of the column and of the column of reasons, as the file has them.
  let (column, status): (String, String)

  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" \
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
    <NamedLayer>
    <se:Name>\(Escape.markup(layer))</se:Name>
    <UserStyle>
    <se:Name>\(Escape.markup(style.column))</se:Name>
    <se:FeatureTypeStyle>
    \(style.entries.map(rule).joined())</se:FeatureTypeStyle>
    </UserStyle>
    </NamedLayer>
    </StyledLayerDescriptor>

    """
  }

  private func rule(_ entry: ColumnStyle.Entry) -> String {
    let label = Escape.markup(entry.label)
    return "<se:Rule>\n<se:Name>\(label)</se:Name>\n<se:Description><se:Title>\(label)</se:Title></se:Description>\n"
      + "<ogc:Filter>\(filter(entry.match))</ogc:Filter>\n\(symbolizers(entry))</se:Rule>\n"
  }

  // MARK: Filters

  private func filter(_ match: ColumnStyle.Match) -> String {
    switch match {
    case .numbers(let low, let high, _) where low == high: return compared("EqualTo", column, ColumnStyle.written(low))
    case .numbers(let low, let high, let included):
      return "<ogc:And>" + compared(included ? "GreaterThanOrEqualTo" : "GreaterThan", column, ColumnStyle.written(low))
        + compared("LessThanOrEqualTo", column, ColumnStyle.written(high)) + "</ogc:And>"
    case .number(let number): return compared("EqualTo", column, ColumnStyle.written(number))
    case .text(let text): return compared("EqualTo", column, text)
    case .gap(let gap):
      let reasons = style.gaps.filter { gap == .missing ? $0 != .missing : $0 == gap }
      let signs = reasons.map { compared("EqualTo", status, $0.sign) }
      let absent = "<ogc:PropertyIsNull>\(property(column))</ogc:PropertyIsNull>"
      if signs.isEmpty { return absent }
      // A missing value is one without any of the other reasons.
      return "<ogc:And>\(absent)"
        + (gap == .missing ? signs.map { "<ogc:Not>\($0)</ogc:Not>" } : signs).joined() + "</ogc:And>"
    }
  }

  private func compared(_ relation: String, _ name: String, _ value: String) -> String {
    "<ogc:PropertyIs\(relation)>\(property(name))<ogc:Literal>\(Escape.markup(value))</ogc:Literal></ogc:PropertyIs\(relation)>"
  }

  private func property(_ name: String) -> String { "<ogc:PropertyName>\(Escape.markup(name))</ogc:PropertyName>" }

  // MARK: Symbolizers

  private func symbolizers(_ entry: ColumnStyle.Entry) -> String {
    let border = parameters("Stroke", ["stroke": style.border.css, "stroke-width": "0.5"])
    let fill = parameters("Fill", ["fill": entry.fill.css])
    switch kind {
    case .polygon:
      let ground = "<se:PolygonSymbolizer>\(fill)\(border)</se:PolygonSymbolizer>\n"
      guard let pattern = entry.marks, let (mark, width) = Self.mark(pattern.mark) else { return ground }
      let stroke = parameters(
        "Stroke", ["stroke": pattern.colour.css, "stroke-width": ByteWriter.fixed(width, decimals: 2)])
      return ground + "<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark>"
        + "<se:WellKnownName>\(mark)</se:WellKnownName>\(stroke)</se:Mark><se:Size>\(pattern.side)</se:Size>"
        + "</se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>\n"
    case .line:
      let ink = entry.marks?.colour ?? entry.fill
      return
        "<se:LineSymbolizer>\(parameters("Stroke", ["stroke": ink.css, "stroke-width": "3"]))</se:LineSymbolizer>\n"
    case .point:
      let outline = parameters("Stroke", ["stroke": (entry.marks?.colour ?? style.border).css, "stroke-width": "0.7"])
      return
        "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName>\(fill)\(outline)</se:Mark><se:Size>11</se:Size></se:Graphic></se:PointSymbolizer>\n"
    }
  }

  private func parameters(_ element: String, _ values: KeyValuePairs<String, String>) -> String {
    let parameters = values.map { "<se:SvgParameter name=\"\($0)\">\($1)</se:SvgParameter>" }.joined()
    return "<se:\(element)>\(parameters)</se:\(element)>"
  }

  /// GeoServer's name of lines or dots and the width of their stroke in px; `nil` for what it has no name for.
  private static func mark(_ mark: PatternFill.Mark) -> (name: String, width: Double)? {
    switch mark {
    case .rising(let width): ("shape://slash", width)
    case .falling(let width): ("shape://backslash", width)
    case .level(let width): ("shape://horline", width)
    case .upright(let width): ("shape://vertline", width)
    case .crossed(let width): ("shape://times", width)
    case .dotted(let width): ("shape://dot", width)
    case .letter: nil
    }
  }
}
