import Bytes
import Cartography

/// How a map shows a column: its classes or categories and what has no value, with colours and words, for programs that
/// draw the column themselves.
public struct ColumnStyle: Sendable, Equatable {
  /// Which features an entry is of.
  public enum Match: Sendable, Equatable {
    /// Numbers above `low`, or from `low` on where it is `included`, up to and with `high`.
    case numbers(low: Double, high: Double, included: Bool)
    /// A number that stands for a category.
    case number(Double)
    /// A text.
    case text(String)
    /// No value, for this reason.
    case gap(LayerTable.Gap)
  }

  /// One fill with its words.
  public struct Entry: Sendable, Equatable {
    /// The features that have the fill.
    public var match: Match
    /// The words of the legend.
    public var label: String
    /// The colour, that of the ground where there are marks on it.
    public var fill: Colour
    /// Lines or dots over the colour; `nil` for none.
    public var marks: PatternFill?

    fileprivate init(_ match: Match, _ label: String, _ fill: Fill, _ theme: Theme) {
      (self.match, self.label) = (match, label)
      (self.fill, marks) = (fill.colour(theme), fill.pattern(theme))
    }
  }

  /// Name of the column.
  public var column: String
  /// The entries: zeros apart, classes ascending or categories by frequency, then gaps. Each feature fits one.
  public var entries: [Entry]
  /// The colour of borders between features.
  public var border: Colour
  /// What the reader should know of the choices made.
  public var notes: [Text]

  /// The kinds of gaps that occur.
  public var gaps: [LayerTable.Gap] {
    entries.compactMap { if case .gap(let gap) = $0.match { gap } else { nil } }
  }

  private init(
    _ column: String, _ entries: [Entry], _ gaps: [LayerTable.Gap], _ theme: Theme, _ notes: [Text],
    _ language: Language
  ) {
    self.column = column
    let lacking = LayerTable.Gap.kinds.filter(gaps.contains)
    self.entries = entries + lacking.map { Entry(.gap($0), $0.label[language], .gap($0), theme) }
    border = theme.paper
    self.notes = notes
  }

  /// The classes that a choropleth draws of these numbers; NaN has the reason in `gaps`. Throws 65 for a count that is
  /// not allowed and for a column without numbers, 64 for classes or a palette that do not fit.
  public init(
    _ map: ChoroplethMap, column: String, numbers: [Double], gaps: [LayerTable.Gap], theme: Theme = .light,
    _ language: Language
  ) throws(Problem) {
    let rule = try ColumnKind.shaded(column, numbers, declared: map.columnKind, allowCounts: map.allowCounts)
    let shades = try Shades(column, numbers, gaps, map.classes, theme)
    var entries =
      shades.zeros > 0 ? [Entry(.numbers(low: 0, high: 0, included: true), "0", .zero, theme)] : []
    let upper = shades.column.breaks.upperBounds
    for (index, high) in upper.enumerated() {
      let low = index > 0 ? upper[index - 1] : min(shades.column.least, high)
      entries.append(
        Entry(
          .numbers(low: low, high: high, included: index == 0), shades.column.bounds.label(index, language),
          .shade(index),
          shades.theme))
    }
    self.init(column, entries, gaps, theme, [rule] + shades.notes, language)
  }

  /// The categories that a typology draws of these texts, or of these numbers where there are no texts. Throws 65 for a
  /// column without a value and for more than twelve categories, 64 for a palette that does not fit.
  public init(
    _ map: TypologyMap, column: String, texts: [String?], numbers: [Double], theme: Theme = .light, _ language: Language
  ) throws(Problem) {
    let isText = !texts.isEmpty
    let words = isText ? texts : TypologyMap.texts(numbers, language)
    let categories = try TypologyMap.categories(words, column).0
    let shown = theme.with(try map.colours(categories.count, column, theme))
    let entries = categories.enumerated().map { index, category in
      let match: Match = isText ? .text(category) : .number(numbers[words.firstIndex(of: category) ?? 0])
      return Entry(match, category, .shade(index), shown)
    }
    self.init(column, entries, words.contains(nil) ? [.missing] : [], theme, shown.paletteNotes, language)
  }
}
