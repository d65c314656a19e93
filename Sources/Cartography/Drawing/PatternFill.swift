import Bytes

/// Lines or letters drawn over a fill, as a tile that is repeated from the corner of the drawing.
///
/// Every viewer must draw it alike. So a tile has plain strokes without rotation and without a ground, and they
/// are thin rather than transparent: LibreOffice ignores `patternTransform`, lightens fills in a tile and
/// applies opacities twice.
public struct PatternFill: Sendable, Equatable {
  /// What the tile shows.
  public enum Mark: Sendable, Equatable {
    /// Lines that rise to the right; width in px.
    case rising(width: Double)
    /// Lines that fall to the right; width in px.
    case falling(width: Double)
    /// Horizontal lines; width in px.
    case level(width: Double)
    /// Upright lines; width in px.
    case upright(width: Double)
    /// Lines that rise and lines that fall to the right; width in px.
    case crossed(width: Double)
    /// A dot in the middle of the tile; width in px.
    case dotted(width: Double)
    /// A letter, 9 px high, in the middle of the tile.
    case letter(String)
  }

  /// The CSS class of the elements that get this fill.
  public let style: String
  /// What the tile shows.
  public let mark: Mark
  /// Side of the tile in px; the distance between slanted lines is 0.7 times the side.
  public let side: Int
  /// Colour of the marks.
  public let colour: Colour
  /// Colour under the marks wherever the class is drawn; `nil` when the class is drawn over another fill.
  public let ground: Colour?

  /// A fill for the class `style`.
  public init(_ style: String, _ mark: Mark, side: Int, _ colour: Colour, on ground: Colour? = nil) {
    self.style = style
    self.mark = mark
    self.side = side
    self.colour = colour
    self.ground = ground
  }

  /// The CSS class of the ground.
  var groundStyle: String { "ground-" + style }
  /// The CSS class of the marks.
  var marksStyle: String { ground == nil ? style : "marks-" + style }

  /// Its rules; `prefix` goes before its id.
  func css(_ prefix: String = "") -> String {
    let below = ground.map { ".\(groundStyle){fill:\($0.css)}\n" } ?? ""
    return below + ".\(marksStyle){fill:url(#\(prefix)\(marksStyle));stroke:none}\n"
  }

  func markup(_ prefix: String = "") -> String { pattern(prefix + marksStyle, tile) }

  private func pattern(_ id: String, _ content: String) -> String {
    "<pattern id=\"\(id)\" width=\"\(side)\" height=\"\(side)\" patternUnits=\"userSpaceOnUse\">\(content)</pattern>\n"
  }

  /// The marks in this fill's colour, as a rule for a pattern that was defined with another one.
  public func recoloured(_ prefix: String) -> String { recoloured(inside: "#\(prefix)\(marksStyle)") }

  private func recoloured(inside selector: String) -> String {
    if case .letter = mark { return "\(selector) text{fill:\(colour.css)}\n" }
    return "\(selector) path{stroke:\(colour.css)}\n"
  }

  /// Ground and marks as one pattern, for elements that are drawn once; `nil` without a ground.
  public func solid(_ prefix: String) -> (markup: String, rules: String)? {
    guard let ground else { return nil }
    let id = prefix + style
    let markup = pattern(id, "<rect width=\"\(side)\" height=\"\(side)\"/>" + tile)
    let rules = ".\(style){fill:url(#\(id))}\n#\(id) rect{fill:\(ground.css)}\n"
    return (markup, rules + recoloured(inside: "#" + id))
  }

  private var tile: String {
    let (under, past) = (side - 1, side + 1)
    let rising = "M-1,1L1,-1M0,\(side)L\(side),0M\(under),\(past)L\(past),\(under)"
    let falling = "M-1,\(under)L1,\(past)M0,0L\(side),\(side)M\(under),-1L\(past),1"
    let middle = ByteWriter.fixed(Double(side) / 2, decimals: 1)
    switch mark {
    case .rising(let width): return lines(rising, width)
    case .falling(let width): return lines(falling, width)
    case .crossed(let width): return lines(rising + falling, width)
    case .level(let width): return lines("M0,\(middle)L\(side),\(middle)", width)
    case .upright(let width): return lines("M\(middle),0L\(middle),\(side)", width)
    case .dotted(let width):
      let (from, to) = (Double(side) / 2 - width / 2, Double(side) / 2 + width / 2)
      return lines(
        "M\(ByteWriter.fixed(from, decimals: 2)),\(middle)L\(ByteWriter.fixed(to, decimals: 2)),\(middle)", width)
    case .letter(let letter):
      let (x, y) = (Double(side) / 2, Double(side) / 2 + 3)
      return "<text x=\"\(ByteWriter.fixed(x, decimals: 1))\" y=\"\(ByteWriter.fixed(y, decimals: 1))\""
        + " font-size=\"9\" text-anchor=\"middle\" fill=\"\(colour.css)\">\(Escape.markup(letter))</text>"
    }
  }

  private func lines(_ data: String, _ width: Double) -> String {
    "<path d=\"\(data)\" stroke=\"\(colour.css)\" stroke-width=\"\(ByteWriter.fixed(width, decimals: 2))\"/>"
  }
}
