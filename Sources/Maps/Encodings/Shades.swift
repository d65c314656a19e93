import Bytes
import Cartography
import Classification

/// Numbers in classes with a colour for each, with which a choropleth fills its features.
///
/// A true zero among numbers that are not negative is a class of its own, before the others. A
/// feature without a number is in no class.
struct Shades {
  let breaks: ClassBreaks
  let bounds: LegendBounds
  private let palette: Palette
  /// The theme with the palette's fills.
  let theme: Theme
  /// Number of the shade of each feature: 0 for zeros, then the classes, then one for each kind of gap.
  private let shade: [UInt8]
  let zeros: Int
  /// The kinds of gaps that occur, with their counts.
  let gaps: [(gap: LayerTable.Gap, count: Int)]
  let notes: [Text]

  /// Throws 65 for a column without a number, and what methods and palettes throw.
  init(_ table: LayerTable, _ choice: ClassChoice, _ theme: Theme) throws(Problem) {
    try self.init(table.column, table.numbers, table.gaps, choice, theme)
  }

  /// The same of a column by itself: its name, the number of each feature and the reason why it has none.
  init(_ column: String, _ numbers: [Double], _ reasons: [LayerTable.Gap], _ choice: ClassChoice, _ theme: Theme)
    throws(Problem)
  {
    let present = numbers.filter(\.isFinite)
    guard !present.isEmpty else { throw Self.isEmpty(column) }
    let manual = !choice.breaks.isEmpty
    let zeroApart = !manual && Self.setsZeroApart(present)
    let classed = zeroApart ? numbers.map { $0 == 0 ? .nan : $0 } : numbers
    let breaks = try choice.breaks(of: classed)
    let members = Classes(classed, upperBounds: breaks.upperBounds).members
    let count = breaks.upperBounds.count
    shade = members.indices.map { row in
      if let member = members[row] { return UInt8(member + 1) }
      if zeroApart && numbers[row] == 0 { return 0 }
      return UInt8(count + 1 + GapStyle.number(reasons[row]))
    }
    zeros = zeroApart ? numbers.count { $0 == 0 } : 0
    gaps = GapStyle.counts(reasons)
    self.breaks = breaks
    bounds = LegendBounds(classed.filter(\.isFinite), upperBounds: breaks.upperBounds, isGiven: manual)
    palette = try choice.colours(of: breaks.upperBounds, from: classed.filter(\.isFinite).min() ?? 0, in: theme)
    self.theme = theme.with(palette)
    notes = breaks.notes + self.theme.paletteNotes
  }

  /// Whether zeros are a class of their own: when no number is negative and some are above zero.
  static func setsZeroApart(_ present: [Double]) -> Bool {
    present.allSatisfy { $0 >= 0 } && present.contains(0) && present.contains { $0 > 0 }
  }

  /// The error (65) for a column without a number.
  static func isEmpty(_ column: String) -> Problem {
    Problem(
      .badData, Text("« \(column) » n’a aucune valeur", "\"\(column)\" has no value"), fix: Text.checkColumnAndJoin)
  }

  private var classNames: [String] {
    ["area zero"] + palette.colours.indices.map { "area p\($0)" } + GapStyle.classNames
  }

  /// Colours of names on each shade, by its number.
  var tones: [LabelTone] {
    [.plain] + palette.colours.indices.map { .onPalette($0) } + GapStyle.kinds.map { _ in .plain }
  }

  func styles(_ table: LayerTable, _ request: MapRequest) -> FeatureStyles {
    FeatureStyles(
      classNames: classNames, classes: shade, keys: table.keys, values: table.numbers,
      titles: request.titles(of: table) { "\(table.names[$0]) : \(table.said($0, request.language))" })
  }

  var css: String { zeros > 0 || !gaps.isEmpty ? GapStyle.css(theme) : "" }

  var patterns: [PatternFill] { (zeros > 0 ? [GapStyle.zero(theme)] : []) + GapStyle.patterns(gaps, theme) }

  func subtitle(_ table: LayerTable, _ language: Language) -> String {
    (table.features(table.count) + Text(same: " · ") + breaks.words)[language]
  }

  func legend(_ table: LayerTable, _ language: Language) -> Legend {
    let numerals = Numerals(language)
    let unit = numerals.unit(table.words.unit)
    var rows = palette.colours.indices.reversed().map { index in
      Legend.Row(
        .fill("area p\(index)"), bounds.label(index, language, unit: unit),
        count: numerals.integer(breaks.counts[index]))
    }
    if zeros > 0 { rows.append(Legend.Row(.fill("area zero"), "0" + unit, count: numerals.integer(zeros))) }
    return Legend(table.named, rows: rows + GapStyle.rows(gaps, language))
  }
}
