import Bytes

/// Lines or letters laid over a fill, as a tile repeated from the corner of the drawing.
///
/// Written so that every viewer draws it alike: plain strokes in a tile that nothing turns and no ground in it, thin
/// rather than faint. LibreOffice passes over `patternTransform`, pales the fills of a tile and applies opacities twice.
public struct PatternFill: Sendable, Equatable {
  public enum Mark: Sendable, Equatable {
    /// Lines that rise to the right, fall, or stay level; width in px.
    case rising(width: Double)
    case falling(width: Double)
    case level(width: Double)
    case letter(String)
  }

  /// CSS class of what is filled.
  public let style: String
  public let mark: Mark
  /// px. Slanted lines are 0.7 of it apart.
  public let side: Int
  public let colour: Colour
  /// Below the marks, everywhere the class is drawn. `nil`: the class itself is laid over another fill.
  public let ground: Colour?

  public init(
    _ style: String, _ mark: Mark, side: Int, _ colour: Colour, on ground: Colour? = nil
  ) {
    self.style = style
    self.mark = mark
    self.side = side
    self.colour = colour
    self.ground = ground
  }

  /// Class of the ground and class of the marks.
  var groundStyle: String { "ground-" + style }
  var marksStyle: String { ground == nil ? style : "marks-" + style }

  var css: String {
    let below = ground.map { ".\(groundStyle){fill:\($0.css)}\n" } ?? ""
    return below + ".\(marksStyle){fill:url(#\(marksStyle));stroke:none}\n"
  }

  var markup: String {
    "<pattern id=\"\(marksStyle)\" width=\"\(side)\" height=\"\(side)\" patternUnits=\"userSpaceOnUse\">"
      + tile + "</pattern>\n"
  }

  private var tile: String {
    let (under, past) = (side - 1, side + 1)
    switch mark {
    case .rising(let width):
      return lines("M-1,1L1,-1M0,\(side)L\(side),0M\(under),\(past)L\(past),\(under)", width)
    case .falling(let width):
      return lines("M-1,\(under)L1,\(past)M0,0L\(side),\(side)M\(under),-1L\(past),1", width)
    case .level(let width):
      let middle = ByteWriter.fixed(Double(side) / 2, decimals: 1)
      return lines("M0,\(middle)L\(side),\(middle)", width)
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
