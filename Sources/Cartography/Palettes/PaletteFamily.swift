import Bytes

/// A named family of palettes, with one palette for each number of classes.
public struct PaletteFamily: Sendable {
  /// Its usual name, such as `YlGnBu`.
  public let name: String
  /// What the order of its colours means.
  public let kind: Palette.Kind
  /// `rrggbb` words, one text for each number of classes from 3 up. When there is only one text, fewer classes
  /// take its first colours.
  private let ramps: [String]

  init(_ name: String, _ kind: Palette.Kind, _ ramps: [String]) {
    self.name = name
    self.kind = kind
    self.ramps = ramps
  }

  /// The largest number of classes for which it has colours; it has colours for every number from 1 up.
  public var most: Int { Self.colours(ramps[ramps.count - 1]).count }

  /// The colours for a number of classes, from low to high; `nil` above `most`. One and two classes take
  /// colours of three.
  func colours(_ classes: Int) -> [Colour]? {
    guard classes >= 1, classes <= most else { return nil }
    if ramps.count == 1 { return Array(Self.colours(ramps[0]).prefix(classes)) }
    let ramp = Self.colours(ramps[max(0, classes - 3)])
    switch classes {
    case 1: return [ramp[1]]
    case 2: return [ramp[0], ramp[2]]
    default: return ramp
    }
  }

  private static func colours(_ ramp: String) -> [Colour] { ramp.split(separator: " ").map { Colour(hexadecimal: $0) } }

  /// All families: ColorBrewer's, then viridis and related ones, then our own.
  public static let all: [PaletteFamily] =
    SequentialPalettes.all + DivergingPalettes.all + QualitativePalettes.all + ViridisPalettes.all + StepsPalettes.all
}
