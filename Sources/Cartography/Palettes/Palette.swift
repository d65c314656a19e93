import Bytes

/// Fills of classes, from the lowest class to the highest, or of categories in their order.
public struct Palette: Sendable, Equatable {
  /// What the order of the colours says.
  public enum Kind: String, Sendable, CaseIterable {
    /// From little to much.
    case sequential
    /// Away from a meaningful middle, on both sides.
    case diverging
    /// Nothing: categories.
    case qualitative

    /// The kind for numbers: diverging where a meaningful middle (none given: 0) lies strictly between their ends.
    public static func fitting(_ minimum: Double, _ maximum: Double, around middle: Double? = nil) -> Kind {
      minimum < middle ?? 0 && middle ?? 0 < maximum ? .diverging : .sequential
    }
  }

  public let name: String
  public let kind: Kind
  public let colours: [Colour]

  init(_ name: String, _ kind: Kind, _ colours: [Colour]) {
    self.name = name
    self.kind = kind
    self.colours = colours
  }

  /// The colours of a family (letter case left out) for a number of classes, from 1 on.
  ///
  /// Throws 64 for a name no family has, and for more classes than the family has, naming those that have as many.
  public static func named(_ name: String, classes: Int, reversed: Bool = false) throws(Problem) -> Palette {
    guard let family = PaletteFamily.all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      let known = PaletteFamily.all.map(\.name).joined(separator: ", ")
      throw Problem(
        .usage, Text("palette inconnue « \(name) »", "unknown palette \"\(name)\""),
        fix: Text("palettes : \(known)", "palettes: \(known)"))
    }
    guard let colours = family.colours(classes) else {
      let large = PaletteFamily.all.filter { $0.most >= classes && classes > 0 }.map(\.name)
      throw Problem(
        .usage,
        Text(
          "\(family.name) a de 1 à \(family.most) couleurs, pas \(classes)",
          "\(family.name) has 1 to \(family.most) colours, not \(classes)"),
        fix: large.isEmpty
          ? Text("demandez moins de classes", "ask for fewer classes")
          : Text(
            "prenez \(large.joined(separator: ", ")), ou moins de classes",
            "take \(large.joined(separator: ", ")), or fewer classes"))
    }
    return Palette(family.name, family.kind, reversed ? colours.reversed() : colours)
  }

  public var reversed: Palette { Palette(name, kind, colours.reversed()) }

  /// The palette with its strong end away from the paper: dark on white, light on black. Others than sequential stay,
  /// and `Steps`, which goes from pale to dark.
  public func facing(_ paper: Colour) -> Palette {
    guard kind == .sequential || name == StepsPalettes.steps.name, let low = colours.first,
      let high = colours.last
    else { return self }
    let isRight = abs(high.lightness - paper.lightness) >= abs(low.lightness - paper.lightness)
    return isRight ? self : reversed
  }
}
