import Bytes

/// What the fills of a map's features encode, and what the legend says of them.
struct FeatureFills {
  /// The heading of the legend.
  var heading: Text
  /// Classes, categories and signs in the order of the legend. Gaps follow by themselves.
  var entries: [LegendEntry]
  /// The classes of two measures, which the legend shows as a square; `nil` for one measure.
  var pairs: ClassPairs?
  /// One for each feature; empty where panels have their own.
  var fills: [Fill] = []
  /// The mapped value of each feature, NaN for none; empty for no values at all.
  var values: [Double] = []
  /// The text of a feature for a pointer or a screen reader, such as "Étampes : 25,092 inhabitants".
  var title: (Int, Language) -> String = { _, _ in "" }
  /// Fills for which the drawing has rules even where no feature has them.
  var possible: [Fill] = []
  /// Whether swatches of the palette have the borders of features.
  var hasBorderedSwatches = false
}

/// Two measures in classes, of which each pair has a colour: number `row × columns + column` of the palette.
struct ClassPairs {
  /// One of the measures.
  struct Axis {
    var name: String
    /// The printed bounds: the minimum, then the upper bound of each class.
    var edges: [Text]
    /// The classes in words, from low to high.
    var classes: [Text]
  }

  /// The measure of the columns.
  var across: Axis
  /// The measure of the rows.
  var up: Axis
  /// Number of features with each pair.
  var counts: [Int]
}
