import Bytes
import Cartography
import Classification

/// How numbers are put in classes and how the classes are coloured; the map chooses what is `nil`.
public struct ClassChoice: Sendable, Equatable {
  /// Id of a class method, such as `quantile` or `jenks`.
  public var method: String?
  /// Number of classes.
  public var classes: Int?
  /// Upper bounds chosen by hand, ascending; they replace the method. Empty for none.
  public var breaks: [Double]
  /// Name of a palette.
  public var palette: String?
  /// Whether the palette starts from its other end.
  public var isReversed: Bool

  /// Makes a choice of these values; they are checked when a map is drawn.
  public init(
    method: String? = nil, classes: Int? = nil, breaks: [Double] = [], palette: String? = nil, isReversed: Bool = false
  ) {
    self.method = method
    self.classes = classes
    self.breaks = breaks
    self.palette = palette
    self.isReversed = isReversed
  }

  /// Whether the user chose anything about the classes themselves.
  var namesClasses: Bool { method != nil || classes != nil || !breaks.isEmpty }

  /// The classes of the numbers as chosen, or `usual` quantiles when nothing is;
  /// numbers that are not finite are missing.
  ///
  /// Throws 64 for an unknown method, and what the method throws.
  func breaks(of values: [Double], usual: Int = 5) throws(Problem) -> ClassBreaks {
    let method = try ClassMethods.named(breaks.isEmpty ? method ?? "quantile" : "manual")
    return try ClassBreaks(values, by: method, ClassOptions(classes: classes ?? usual, breaks: breaks))
  }

  /// A colour for each class: the palette chosen, or one that fits (around zero for numbers of both signs, from
  /// weak to strong otherwise, as seen against the paper of the theme).
  ///
  /// - Parameters:
  ///   - bounds: upper bounds of the classes, ascending.
  ///   - least: the smallest of the numbers.
  ///   - theme: the theme on whose paper the colours stand.
  ///
  /// Throws 64 for an unknown palette, and for more classes than it has colours.
  public func colours(of bounds: [Double], from least: Double, in theme: Theme) throws(Problem) -> Palette {
    if palette == nil, Palette.Kind.fitting(least, bounds.last ?? least) == .diverging {
      let below = bounds.count { $0 <= 0 }
      let straddles = (below == 0 ? least : bounds[below - 1]) < 0
      let above = bounds.count - below - (straddles ? 1 : 0)
      if let centred = Palette.centred(below: below, straddling: straddles, above: above, reversed: !isReversed) {
        return centred
      }
    }
    return try colours(bounds.count, in: theme)
  }

  /// Colours for classes from little to much. Throws 64 as above.
  func colours(_ classes: Int, in theme: Theme) throws(Problem) -> Palette {
    var colours: Palette
    if let palette {
      colours = try Palette.named(palette, classes: classes)
      // On dark paper the strong end of a palette made for white paper would fade.
      if theme.paper.lightness < 50 { colours = colours.facing(theme.paper) }
    } else {
      colours = try Palette.standard(.sequential, classes: classes, in: theme)
    }
    return isReversed ? colours.reversed : colours
  }
}

extension ClassBreaks {
  /// The classes in words, such as "5 classes (jenks), goodness of variance fit 0.91".
  var words: Text {
    let fit = gvf.map { gvf in
      Text(", qualité d’ajustement ", ", goodness of variance fit ") + .printed { $0.decimal(gvf, 2) }
    }
    let count = upperBounds.count
    let classes = Text(
      count == 1 ? "une classe" : "\(count) classes (\(method))",
      count == 1 ? "one class" : "\(count) classes (\(method))")
    return classes + (fit ?? Text.empty)
  }
}
