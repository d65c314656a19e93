import Bytes

/// A named family of palettes: one for each number of classes it was designed for.
public struct PaletteFamily: Sendable {
  public let name: String
  public let kind: Palette.Kind
  /// `rrggbb` words, one text for each number of classes, ascending. One text alone: fewer classes take its first.
  private let ramps: [String]

  init(_ name: String, _ kind: Palette.Kind, _ ramps: [String]) {
    self.name = name
    self.kind = kind
    self.ramps = ramps
  }

  /// The most classes it has colours for; every number from 1 on is served.
  public var most: Int { Self.colours(ramps[ramps.count - 1]).count }

  /// Its colours for so many classes, from low to high; `nil` above `most`. One and two classes are taken from three.
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

  private static func colours(_ ramp: String) -> [Colour] {
    ramp.split(separator: " ").map { Colour(hexadecimal: $0) }
  }

  /// ColorBrewer's families, then viridis and its kin, then our own.
  public static let all: [PaletteFamily] =
    SequentialPalettes.all + DivergingPalettes.all + QualitativePalettes.all + ViridisPalettes.all
    + StepsPalettes.all
}
