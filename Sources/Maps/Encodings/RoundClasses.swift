import Bytes
import Cartography
import Classification

/// Classes of published or counted rates: with round bounds, which claim no precision that rates do not have, unless the
/// user chose the classes, and in the strongest colours of the palette when they are few.
struct RoundClasses {
  /// The theme with the colours of the palette.
  let theme: Theme
  let breaks: ClassBreaks
  /// The class of each value; `nil` for what is not finite.
  let members: [Int?]
  private let bounds: LegendBounds

  /// - Parameters:
  ///   - usual: the number of classes when the user gives none.
  ///   - least: the palette has as many colours at least, because one or two classes alone would take pale ones.
  ///
  /// Throws what methods and palettes throw.
  init(_ values: [Double], _ choice: ClassChoice, usual: Int, least: Int = 3, _ theme: Theme) throws(Problem) {
    let known = values.filter(\.isFinite)
    let found = try choice.breaks(of: known, usual: usual)
    breaks = choice.namesClasses ? found : found.rounded(for: known)
    members = Classes(values, upperBounds: breaks.upperBounds).members
    bounds = LegendBounds(
      known, upperBounds: breaks.upperBounds, isGiven: !choice.breaks.isEmpty || !choice.namesClasses)
    self.theme = theme.with(try choice.colours(max(breaks.upperBounds.count, least), in: theme))
  }

  /// Number of classes.
  var count: Int { breaks.upperBounds.count }

  /// Number of a class's colour.
  func colour(_ step: Int) -> Int { theme.palette.count - count + step }

  /// The classes from high to low, with what follows each of their numbers.
  func entries(unit: (Language) -> String = { _ in "" }, features: ((Int) -> Int)? = nil) -> [LegendEntry] {
    (0..<count).reversed().map { step in
      LegendEntry(
        .fill(.shade(colour(step))), .each { bounds.label(step, $0, unit: unit($0)) },
        count: features.map { features in .printed { $0.integer(features(step)) } })
    }
  }
}
