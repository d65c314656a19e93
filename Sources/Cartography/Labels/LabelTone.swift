/// The colours of a name and of the edge around it: classes of the style sheet.
public enum LabelTone: Sendable, Hashable, Comparable {
  /// Ink, edged with paper.
  case plain
  /// For the strongest step of the theme's sequence.
  case onDark
  /// For a colour of the palette, by its number.
  case onPalette(Int)
  /// Of the radius of a circle.
  case radius

  /// What tells its classes and ids from those of the plain tone.
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

  /// Whether a name is lighter than the colour it stands on.
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
