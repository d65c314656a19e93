/// The tokens a drawing takes its look from. Another theme replaces tokens, never the drawing.
public struct Theme: Sendable, Equatable {
  public var name: String
  public var ink: Colour
  public var grey: Colour
  public var paper: Colour
  /// Communes around the territory.
  public var context: Colour
  /// Borders of départements in the surroundings.
  public var border: Colour
  /// The region in the locator inset.
  public var inset: Colour
  /// Communes of the territory the measure does not concern: out of reach.
  public var neutral: Colour
  /// One hue in steps, the strongest first: the furthest from the paper in lightness.
  public var sequence: [Colour]
  public var accent: Colour
  /// Width of the territory's outline, px: wider where the accent, in which circles are drawn, has its colour.
  public var outlineWidth = "1.4"
  /// Width of the lines of the hatch over fills, px: drawn in ink under the names, thinner where these are in ink too.
  public var hatchWidth = 1.1
  /// Fills of the classes of a map, CSS classes `p0`, `p1`, …; none unless a map takes a palette.
  public var palette: [Colour] = []

  /// The ink for names on a fill.
  public func ink(on fill: Colour) -> Colour { fill.ink(from: [ink, paper]) }

  /// The theme with the fills of a palette, from the lowest class to the highest: `p0`, `p1`, …, each with `on-p0`,
  /// `on-p1`, … for the names on it.
  public func with(_ palette: Palette) -> Theme {
    var copy = self
    copy.palette = palette.colours
    return copy
  }
}
