import Bytes
import Cartography
import Classification

/// `bivariate`: two ratios at once, in three classes each, with a colour for each pair of classes.
///
/// A feature is in a cell when it has both numbers; a true zero of either
/// is a class of its own, as on a choropleth.
public struct BivariateMap: LayerMap {
  /// Name on the command line.
  public static let name = "bivariate"
  /// What the map shows, in one sentence.
  public static let summary = Text.twoRatiosAtOnce

  /// What the user declares both columns to be; `nil` takes their values and names.
  public var columnKind: ColumnKind?
  /// Whether counts may be shaded all the same.
  public var allowCounts: Bool
  /// Id of the method that puts both measures in classes; it must make three at most.
  public var method: String
  /// Name of a palette of pairs; `nil` for the usual one.
  public var palette: String?
  /// Whether the two measures swap their colours.
  public var isReversed: Bool

  /// Makes a map of these options; they are checked when it is drawn.
  public init(
    columnKind: ColumnKind? = nil, allowCounts: Bool = false, method: String = "quantile", palette: String? = nil,
    isReversed: Bool = false
  ) {
    self.columnKind = columnKind
    self.allowCounts = allowCounts
    self.method = method
    self.palette = palette
    self.isReversed = isReversed
  }

  /// The map of a table. Throws 64 without a second column or for a method that makes more than three classes,
  /// 65 for counts that are not allowed and for a column without numbers.
  public func content(_ table: LayerTable, _ request: MapRequest) throws(Problem) -> MapContent {
    guard let other = table.drawingSecond() else {
      throw Problem(.usage, Text.bivariateNeedsTwoColumns, fix: Text("ajoutez ‹value2› COLONNE", "add ‹value2› COLUMN"))
    }
    let rules = [
      try ColumnKind.shaded(table, declared: columnKind, allowCounts: allowCounts),
      try ColumnKind.shaded(other, declared: columnKind, allowCounts: allowCounts),
    ]
    let cells = try BivariateCells(table, other, method)
    let (language, theme) = (request.language, request.theme)
    let palette = try BivariatePalettes.named(
      palette, columns: cells.columns.count, rows: cells.rows.count, swapped: isReversed, on: theme.paper)
    let shown = theme.with(palette)
    let notes = cells.columns.breaks.notes + cells.rows.breaks.notes + shown.paletteNotes
    return MapContent(
      theme: shown, title: cells.finding(language), subtitle: cells.subtitle(language),
      source: table.source(notes, request), blocks: [cells.legend(language)],
      styles: cells.styles(table, other, request), tones: palette.colours.indices.map { .onPalette($0) } + [.plain],
      css: BivariateLegend.css(theme) + GapStyle.css(theme),
      patterns: (cells.hasZeros ? [GapStyle.zero(theme)] : []) + GapStyle.patterns(cells.gaps, theme),
      notes: rules + notes)
  }
}

/// The pair of classes of each feature.
struct BivariateCells {
  /// One of the two measures, in at most three classes.
  struct Axis {
    let table: LayerTable
    var name: String { table.called }
    let breaks: ClassBreaks
    let bounds: LegendBounds
    /// The class of each feature; `nil` without one.
    let members: [Int?]
    let zeroApart: Bool
    var count: Int { breaks.upperBounds.count }

    static let classes = 3

    init(_ table: LayerTable, _ method: String) throws(Problem) {
      self.table = table
      let present = table.numbers.filter(\.isFinite)
      guard !present.isEmpty else { throw Shades.isEmpty(table.column) }
      let apart = Shades.setsZeroApart(present)
      zeroApart = apart
      let classed = apart ? table.numbers.map { $0 == 0 ? .nan : $0 } : table.numbers
      breaks = try ClassBreaks(classed, by: ClassMethods.named(method), ClassOptions(classes: Self.classes))
      guard breaks.upperBounds.count <= Self.classes else {
        throw Problem(
          .usage, Text.methodMakesWrongClassCount(method, breaks.upperBounds.count, Self.classes),
          fix: Text.takeQuantileEqualOrJenks)
      }
      bounds = LegendBounds(classed.filter(\.isFinite), upperBounds: breaks.upperBounds)
      members = Classes(classed, upperBounds: breaks.upperBounds).members
    }

    func legend(_ language: Language) -> BivariateLegend.Axis {
      let isOne = count == 1 && bounds.edges.first == bounds.edges.last
      return BivariateLegend.Axis(
        name: table.heading,
        edges: bounds.edges.indices.prefix(isOne ? 1 : count + 1).map { bounds.edge($0, Numerals(language)) },
        classes: (0..<count).map { bounds.label($0, language) })
    }
  }

  let columns: Axis
  let rows: Axis
  /// Number of the style of each feature: the cells row by row, then the zeros, then one for each kind of gap.
  private let numbers: [UInt8]
  private let counts: [Int]
  private var cellCount: Int { columns.count * rows.count }

  init(_ first: LayerTable, _ second: LayerTable, _ method: String) throws(Problem) {
    let (across, up) = (try Axis(first, method), try Axis(second, method))
    let cells = across.count * up.count
    numbers = first.numbers.indices.map { row in
      if let column = across.members[row], let line = up.members[row] { return UInt8(line * across.count + column) }
      let gap = first.gaps[row] == .none ? second.gaps[row] : first.gaps[row]
      guard gap != .none || !first.numbers[row].isFinite || !second.numbers[row].isFinite else { return UInt8(cells) }
      return UInt8(cells + 1 + GapStyle.number(gap))
    }
    (columns, rows) = (across, up)
    var tally = [Int](repeating: 0, count: cells + 1 + GapStyle.kinds.count)
    for number in numbers { tally[Int(number)] += 1 }
    counts = tally
  }

  /// Whether a feature has a true zero of either measure.
  var hasZeros: Bool { counts[cellCount] > 0 }

  /// The kinds of gaps that occur, with their counts.
  var gaps: [(gap: LayerTable.Gap, count: Int)] {
    GapStyle.kinds.indices.compactMap { index in
      let count = counts[cellCount + 1 + index]
      return count > 0 ? (GapStyle.kinds[index], count) : nil
    }
  }

  func styles(_ first: LayerTable, _ second: LayerTable, _ request: MapRequest) -> FeatureStyles {
    FeatureStyles(
      classNames: (0..<cellCount).map { "area p\($0)" } + ["area zero"] + GapStyle.classNames, classes: numbers,
      keys: first.keys, values: first.numbers,
      titles: request.titles(of: first) { row in
        "\(first.names[row]) : \(columns.name) \(first.said(row, request.language)) ; "
          + "\(rows.name) \(second.said(row, request.language))"
      })
  }

  func legend(_ language: Language) -> BivariateLegend {
    let numerals = Numerals(language)
    var others: [Legend.Row] = []
    if counts[cellCount] > 0 {
      let names = [columns, rows].filter(\.zeroApart).map(\.name)
      let label = Text("0 : " + names.joined(separator: " ou "), "0: " + names.joined(separator: " or "))
      others.append(Legend.Row(.fill("area zero"), label[language], count: numerals.integer(counts[cellCount])))
    }
    others += GapStyle.rows(gaps, language)
    return BivariateLegend(
      (columns.table.areCommunes ? columns.table.said(Text.communesInEachClassPair) : Text.featuresInEachClassPair)[
        language], horizontal: columns.legend(language), vertical: rows.legend(language),
      counts: Array(counts[..<cellCount]), others: others, language: language)
  }

  /// The finding, such as "A and B: 23 of the 132 features in the high
  /// class of both, 20 in the low class of both".
  func finding(_ language: Language) -> String {
    let total = counts[..<cellCount].reduce(0, +)
    let names = Text("\(columns.table.named) et \(rows.name) : ", "\(columns.table.named) and \(rows.name): ")
    guard columns.count > 1, rows.count > 1 else {
      let constant = columns.count > 1 ? rows.name : columns.name
      return (names + Text("\(constant) n’a qu’une classe", "\(constant) has one class only"))[language]
    }
    let (high, low) = (columns.table.some(counts[cellCount - 1], of: total), counts[0])
    return (names + Text.highAndLowInBoth(high, Numerals(.fr).integer(low), Numerals(.en).integer(low)))[language]
  }

  func subtitle(_ language: Language) -> String {
    let (across, up) = (columns.count, rows.count)
    return Text.classesRightAndUpwards(across, up, columns.breaks.method, columns.name, rows.name)[language]
  }
}
