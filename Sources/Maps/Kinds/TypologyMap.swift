import Bytes
import Cartography

/// `typology`: one colour for each category.
public struct TypologyMap: LayerMap {
  /// Name on the command line.
  public static let name = "typology"
  /// `true`: texts are categories.
  public static let drawsTexts = true
  private static let mostCategories = 12
  /// What the map shows, in one sentence.
  public static let summary = Text("des catégories, une couleur chacune", "categories, one colour each")

  /// What the user declares the column to be; it does not change this map.
  public var columnKind: ColumnKind?
  /// Name of a palette; `nil` for colours that are easy to tell apart.
  public var palette: String?
  /// Whether the palette starts from its other end.
  public var isReversed: Bool

  /// Makes a map of these options; they are checked when it is drawn.
  public init(columnKind: ColumnKind? = nil, palette: String? = nil, isReversed: Bool = false) {
    self.columnKind = columnKind
    self.palette = palette
    self.isReversed = isReversed
  }

  /// The map of a table. Throws 65 for a column without a value and for more than twelve
  /// categories, 64 for a palette that does not fit.
  public func content(_ table: LayerTable, _ request: MapRequest) throws(Problem) -> MapContent {
    let language = request.language
    let texts = table.texts.isEmpty ? Self.texts(table.numbers, language) : table.texts
    let (categories, counts) = try Self.categories(texts, table.column)
    let palette = try colours(categories.count, table.column, request.theme)
    let numbers = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($0.element, $0.offset) })
    let classes = texts.map { text in UInt8(text.flatMap { numbers[$0] } ?? categories.count) }
    let missing = texts.count { $0 == nil }
    let theme = request.theme.with(palette)
    let numerals = Numerals(language)
    var rows = categories.enumerated().map { index, category in
      Legend.Row(.fill("area p\(index)"), category, count: numerals.decimal(Double(counts[category] ?? 0), 0))
    }
    if missing > 0 {
      rows.append(
        Legend.Row(
          .fill("area missing"), GapStyle.label(.missing)[language], count: numerals.decimal(Double(missing), 0)))
    }
    return MapContent(
      theme: theme, title: finding(table, categories, counts, language),
      subtitle: Text("\(categories.count) catégories", "\(categories.count) categories")[language],
      source: table.source([], request), blocks: [Legend(table.column, rows: rows)],
      styles: FeatureStyles(
        classNames: categories.indices.map { "area p\($0)" } + ["area missing"], classes: classes, keys: table.keys,
        titles: request.titles(of: table) { "\(table.names[$0]) : \(texts[$0] ?? GapStyle.label(.missing)[language])" }),
      tones: categories.indices.map { .onPalette($0) } + [.plain], css: missing > 0 ? GapStyle.css(theme) : "",
      patterns: missing > 0 ? GapStyle.patterns([(.missing, missing)], theme) : [], notes: theme.paletteNotes)
  }

  private func finding(_ table: LayerTable, _ categories: [String], _ counts: [String: Int], _ language: Language)
    -> String
  {
    let most = categories[0]
    let count = counts[most] ?? 0
    let total = counts.values.reduce(0, +)
    return Text(
      "\(table.column) : « \(most) » pour \(count) des \(total) entités",
      "\(table.column): \"\(most)\" for \(count) of the \(total) features")[language]
  }

  /// The categories of a column and how often each occurs: the most frequent first, and equal ones by name, so that the
  /// order never changes. Throws 65 without any.
  static func categories(_ texts: [String?], _ column: String) throws(Problem) -> ([String], counts: [String: Int]) {
    var counts: [String: Int] = [:]
    for case .some(let text) in texts { counts[text, default: 0] += 1 }
    guard !counts.isEmpty else { throw Shades.isEmpty(column) }
    return (counts.keys.sorted { (counts[$1]!, $0) < (counts[$0]!, $1) }, counts)
  }

  /// Texts of numbers that stand for categories, such as a type from 1 to 5.
  static func texts(_ numbers: [Double], _ language: Language) -> [String?] {
    numbers.map { $0.isFinite ? Numerals(language).short($0, 6) : nil }
  }

  /// A colour for each category. Throws 65 for more categories than colours.
  func colours(_ count: Int, _ column: String, _ theme: Theme) throws(Problem) -> Palette {
    if let palette { return try Palette.named(palette, classes: count, reversed: isReversed) }
    guard count <= Self.mostCategories else {
      throw Problem(
        .badData,
        Text(
          "« \(column) » a \(count) catégories, plus qu’un œil n’en sépare",
          "\"\(column)\" has \(count) categories, more than an eye tells apart"),
        fix: Text("regroupez-les : \(Self.mostCategories) au plus", "group them: \(Self.mostCategories) at most"))
    }
    // The most frequent category is nearest to the tone of the paper; the
    // rarest, often small, is furthest from it.
    return try Palette.standard(.qualitative, classes: count, in: theme)
  }
}
