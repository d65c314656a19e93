import Bytes

/// The colours and widths from which a drawing takes its look. Another theme changes only these.
public struct Theme: Sendable, Equatable {
  /// The name on the command line.
  public var name: String
  /// Texts and outlines.
  public var ink: Colour
  /// Notes, small print and thin lines.
  public var grey: Colour
  /// The background, and the edges of names.
  public var paper: Colour
  /// Communes around the territory.
  public var context: Colour
  /// Borders of départements around the territory.
  public var border: Colour
  /// The region in the locator inset.
  public var inset: Colour
  /// Communes of the territory that the measure does not concern, such as those out of reach.
  public var neutral: Colour
  /// Four steps of one hue, the strongest first, which is the furthest from the paper in lightness. The weakest is as
  /// light as `neutral`: one map has either of them as its lowest class.
  public var sequence: [Colour]
  /// Sites and circles.
  public var accent: Colour
  /// Width of the territory's outline, in px as CSS; wider in a theme whose accent, the colour of circles, is
  /// ink too.
  public var outlineWidth = "1.4"
  /// Width in px of the hatch lines over fills; thinner where names on the fills have the same colour as the
  /// hatch.
  public var hatchWidth = 1.1
  /// Whether it has greys only, so that lines tell classes apart where levels of grey cannot.
  public var isGrey = false
  /// Fills of the classes of a map, with the CSS classes `p0`, `p1`, …; empty unless a map has a palette.
  public var palette: [Colour] = []
  /// Lines over fills of the palette, in a grey theme.
  public internal(set) var patterns: [PatternFill] = []
  /// What a reader should know about the palette as this theme shows it.
  public internal(set) var paletteNotes: [Text] = []

  /// The colour for names on a fill: ink, paper, black or white, whichever first has enough contrast.
  public func ink(on fill: Colour) -> Colour { fill.ink(from: [ink, paper]) }
}
