import Bytes
import Cartography
import Classification
import Geometry
import Statistics

/// Classes of a density map: those of the areas' values above zero, with true zeros, secrets and holes apart.
struct DensityClasses {
  /// The theme with the classes' colours, the strongest ones when they are few.
  let theme: Theme
  /// Notes on classes and colours for the reader.
  let notes: [Text]
  let breaks: ClassBreaks
  private let values: DensityValues
  private let bounds: LegendBounds
  private let members: [Int?]

  /// Throws what methods and palettes throw.
  init(_ values: DensityValues, _ choice: ClassChoice, _ theme: Theme) throws(Problem) {
    self.values = values
    let classed = values.cells.map { cell in cell.value.flatMap { $0 > 0 ? $0 : nil } ?? .nan }
    let known = classed.filter(\.isFinite)
    let distinct = Set(known).count
    // Few areas make few classes, unless the user gives a number.
    let few = distinct >= 10 ? 5 : min(max(distinct, 1), 4)
    let found = try choice.breaks(of: known, usual: choice.namesClasses ? 5 : few)
    // Bounds that the user did not choose are round, so that they claim no precision that rates do not have.
    breaks = choice.namesClasses ? found : found.rounded(for: known)
    let count = breaks.upperBounds.count
    members = Classes(classed, upperBounds: breaks.upperBounds).members
    bounds = LegendBounds(
      known, upperBounds: breaks.upperBounds, isGiven: !choice.breaks.isEmpty || !choice.namesClasses)
    // One or two classes alone would take pale colours.
    let colours = choice.palette == nil ? max(count, 3) : max(count, 1)
    let palette = try choice.colours(colours, in: theme)
    self.theme = theme.with(palette)
    notes = known.isEmpty ? [] : breaks.notes + self.theme.paletteNotes
  }

  /// Number of classes.
  var count: Int { breaks.upperBounds.count }

  /// Class of an area; `nil` for zero and for an area without a number.
  func step(_ area: Int) -> Int? { members[area] }

  /// Number of a class's colour.
  func colour(_ step: Int) -> Int { theme.palette.count - count + step }

  /// Fills of values that rest on too few establishments, by the number of their colour: CSS classes
  /// `little-0`, `little-1`, …, each the colour of a class under thin lines.
  var littlePatterns: [PatternFill] {
    (0..<count).map { step in
      let fill = theme.palette[colour(step)]
      return PatternFill("little-\(colour(step))", .rising(width: 0.5), side: 7, theme.ink(on: fill), on: fill)
    }
  }

  /// Legend rows of the classes, of zero and of values that rest on too little, each with its number of areas.
  ///
  /// - Parameter zero: the CSS class of a true zero.
  func rows(zero: String, _ language: Language) -> [Legend.Row] {
    let numerals = Numerals(language)
    var rows = (0..<count).reversed().map { step in
      Legend.Row(.fill("p\(colour(step))"), bounds.label(step, language), count: numerals.integer(breaks.counts[step]))
    }
    let zeros = values.cells.count { $0.value == 0 }
    if zeros > 0 {
      rows.append(
        Legend.Row(
          .fill(zero), Text("aucun établissement", "no establishment")[language], count: numerals.integer(zeros)))
    }
    let little = values.isFragile.count { $0 }
    if little > 0 {
      rows.append(
        Legend.Row(
          .fill("little-\(theme.palette.count - 1 - count / 2)"), Text.restsOnTooLittle[language],
          count: numerals.integer(little)))
    }
    return rows
  }
}
