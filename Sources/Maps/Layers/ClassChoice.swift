import Bytes
import Cartography
import Classification

/// How numbers are to be put in classes and the classes coloured; what is `nil` is the map's to choose.
public struct ClassChoice: Sendable, Equatable {
  public var method: String?
  public var classes: Int?
  /// Upper bounds chosen by hand; they replace the method.
  public var breaks: [Double]
  public var palette: String?
  /// The palette from its other end.
  public var isReversed: Bool

  public init(
    method: String? = nil, classes: Int? = nil, breaks: [Double] = [], palette: String? = nil,
    isReversed: Bool = false
  ) {
    self.method = method
    self.classes = classes
    self.breaks = breaks
    self.palette = palette
    self.isReversed = isReversed
  }

  /// Whether anything was said of the classes themselves.
  var namesClasses: Bool { method != nil || classes != nil || !breaks.isEmpty }

  /// The numbers cut as asked, by quantiles in `usual` classes where nothing was; what is not finite is missing.
  ///
  /// Throws 64 for an unknown method, and what the method throws.
  func breaks(of values: [Double], usual: Int = 5) throws(Problem) -> ClassBreaks {
    let method = try ClassMethods.named(breaks.isEmpty ? method ?? "quantile" : "manual")
    return try ClassBreaks(values, by: method, ClassOptions(classes: classes ?? usual, breaks: breaks))
  }

  /// A colour for each class: the palette asked for, else one that fits: around zero for numbers of both signs, from
  /// light to dark otherwise, seen against the paper.
  ///
  /// - Parameter least: the smallest of the numbers.
  ///
  /// Throws 64 for a name no palette has, and for more classes than it has colours.
  func colours(of bounds: [Double], from least: Double, on paper: Colour) throws(Problem) -> Palette {
    if palette == nil, Palette.Kind.fitting(least, bounds.last ?? least) == .diverging {
      let below = bounds.count { $0 <= 0 }
      let straddles = (below == 0 ? least : bounds[below - 1]) < 0
      let above = bounds.count - below - (straddles ? 1 : 0)
      if let centred = Palette.centred(
        below: below, straddling: straddles, above: above, reversed: !isReversed)
      {
        return centred
      }
    }
    return try colours(bounds.count, on: paper)
  }

  /// Colours for classes from little to much. Throws 64 as above.
  func colours(_ classes: Int, on paper: Colour) throws(Problem) -> Palette {
    if let palette { return try Palette.named(palette, classes: classes, reversed: isReversed) }
    let standard = try Palette.shades(classes, on: paper)
    return isReversed ? standard.reversed : standard
  }
}

extension LayerMapRequest {
  var choice: ClassChoice {
    ClassChoice(
      method: method, classes: classes, breaks: breaks, palette: palette, isReversed: reversed)
  }
}

extension ClassBreaks {
  /// « 5 classes (jenks), qualité d’ajustement 0,91 ».
  var words: Text {
    let fit = gvf.map { gvf -> Text in
      let (fr, en) = (Numerals(.fr).decimal(gvf, 2), Numerals(.en).decimal(gvf, 2))
      return Text(", qualité d’ajustement \(fr)", ", goodness of variance fit \(en)")
    }
    let count = upperBounds.count
    let classes = Text(
      count == 1 ? "une classe" : "\(count) classes (\(method))",
      count == 1 ? "one class" : "\(count) classes (\(method))")
    return classes + (fit ?? Text(same: ""))
  }
}
