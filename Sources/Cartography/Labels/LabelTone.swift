/// The colours of a name and of the edge around it, as classes of the style sheet.
public enum LabelTone: Sendable, Hashable, Comparable {
  /// Ink with an edge of paper colour.
  case plain
  /// For names on the strongest colour of the theme's sequence.
  case onDark
  /// For names on a colour of the palette, by its index.
  case onPalette(Int)
  /// For the printed radius of a circle.
  case radius

  /// The ending of its classes and ids; empty for the plain tone.
  var suffix: String {
    switch self {
    case .plain: ""
    case .onDark: "-dark"
    case .onPalette(let number): "-p\(number)"
    case .radius: "-radius"
    }
  }

  var style: String { self == .plain ? "label" : "on" + suffix }
  var edgeStyle: String { "edge" + suffix }

  /// Whether names of this tone are lighter than the colour under them.
  public func isLight(in theme: Theme) -> Bool {
    let fill: Colour
    switch self {
    case .plain, .radius: return theme.ink.luminance > theme.paper.luminance
    case .onDark: fill = theme.sequence[0]
    case .onPalette(let number):
      guard theme.palette.indices.contains(number) else { return LabelTone.plain.isLight(in: theme) }
      fill = theme.palette[number]
    }
    return theme.ink(on: fill).luminance > fill.luminance
  }
}
