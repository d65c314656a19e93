import Bytes

/// The fills of classes, from the lowest class to the highest, or of categories in their order.
public struct Palette: Sendable, Equatable {
  /// What the order of the colours means.
  public enum Kind: String, Sendable, CaseIterable {
    /// From low to high.
    case sequential
    /// Away from a meaningful middle, in two directions.
    case diverging
    /// Nothing: the colours are for categories.
    case qualitative

    /// The kind for numbers between two ends: diverging when `middle` (`nil` for 0) lies strictly between them,
    /// else sequential.
    public static func fitting(_ minimum: Double, _ maximum: Double, around middle: Double? = nil) -> Kind {
      minimum < middle ?? 0 && middle ?? 0 < maximum ? .diverging : .sequential
    }
  }

  /// Name of its family or scheme.
  public let name: String
  /// What the order of its colours means.
  public let kind: Kind
  /// One colour for each class, from the lowest.
  public let colours: [Colour]
  /// The number of the middle class of a diverging palette; a half where the middle lies between two classes.
  let middle: Double
  /// Classes of the first measure in a row, for a scheme of two measures.
  let columns: Int?
  /// Whether somebody chose these very colours.
  private(set) var isGiven = false

  /// A palette of these colours, one a class; nothing is checked. The middle of a diverging one is the middle of its colours
  /// unless `middle` says which class it is.
  public init(_ name: String, _ kind: Kind, _ colours: [Colour], middle: Double? = nil, columns: Int? = nil) {
    self.name = name
    self.kind = kind
    self.colours = colours
    self.middle = middle ?? Double(colours.count - 1) / 2
    self.columns = columns
  }

  /// The palette of a family, by its name in any letter case, for a number of classes from 1 up.
  ///
  /// Throws 64 for an unknown name, and for more classes than the family has, naming families that have as
  /// many.
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
          : Text.takePaletteOrFewerClasses(large.joined(separator: ", ")))
    }
    return Palette(family.name, family.kind, reversed ? colours.reversed() : colours)
  }

  /// Colours that somebody chose for categories, as `#rrggbb`. Throws 64 for any other text.
  public static func given(_ colours: [String]) throws(Problem) -> Palette {
    var read: [Colour] = []
    for text in colours {
      let digits = text.drop { $0 == "#" }
      guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else {
        throw Problem(
          .usage, Text("« \(text) » n’est pas une couleur", "\"\(text)\" is no colour"),
          fix: Text.writeAHexadecimalColour)
      }
      read.append(Colour(value))
    }
    var palette = Palette("‹colours›", .qualitative, read)
    palette.isGiven = true
    return palette
  }

  /// The palette with its colours in the opposite order.
  public var reversed: Palette {
    Palette(name, kind, colours.reversed(), middle: Double(colours.count - 1) - middle, columns: columns)
  }

  /// The palette with its strong end in contrast to the paper: dark on white, light on black. Only sequential
  /// palettes and `Steps`, which goes from pale to dark, are ever reversed.
  public func facing(_ paper: Colour) -> Palette {
    guard kind == .sequential || name == "Steps", let low = colours.first, let high = colours.last
    else { return self }
    let isRight = abs(high.lightness - paper.lightness) >= abs(low.lightness - paper.lightness)
    return isRight ? self : reversed
  }
}
