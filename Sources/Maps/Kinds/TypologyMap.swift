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
  public static let summary = Text.categoriesOneColourEach

  /// What the user declares the column to be; it does not change this map.
  public var columnKind: ColumnKind?
  /// Name of a palette; `nil` for colours that are easy to tell apart.
  public var palette: String?
  /// Whether the palette starts from its other end.
  public var isReversed: Bool
  /// Categories in the order of the legend; those left out follow in the usual order. Empty for the order of the
  /// table's ranks, or else the most frequent first.
  public var order: [String]
  /// Colours of the categories, in their order, as `#rrggbb`. Empty for those of the table, or else of the palette.
  public var colours: [String]

  /// Makes a map of these options; they are checked when it is drawn.
  public init(
    columnKind: ColumnKind? = nil, palette: String? = nil, isReversed: Bool = false, order: [String] = [],
    colours: [String] = []
  ) {
    self.columnKind = columnKind
    self.palette = palette
    self.isReversed = isReversed
    self.order = order
    self.colours = colours
  }

  /// The map of a table. Throws 65 for a column without a value, for more than twelve categories without colours of
  /// their own, and for a category with two ranks or colours; 64 for a palette, an order or colours that do not fit.
  public func content(_ table: LayerTable, _ theme: Theme, _ language: Language) throws(Problem) -> MapContent {
    let texts = table.texts.isEmpty ? Self.texts(table.numbers, language) : table.texts
    let (usual, counts) = try Self.categories(texts, table.column)
    let categories = try ordered(usual, texts, table)
    let coloured = theme.with(try fills(categories, texts, table, theme))
    let numbers = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($0.element, $0.offset) })
    let features = FeatureFills(
      heading: Text(same: table.named),
      entries: categories.enumerated().map { index, category in
        LegendEntry(.shade(index), Text(same: category), features: counts[category] ?? 0)
      }, fills: texts.map { text in text.flatMap { numbers[$0] }.map { .shade($0) } ?? .gap(.missing) },
      title: { "\(table.names[$0]) : \(texts[$0] ?? LayerTable.Gap.missing.label[$1])" }, hasBorderedSwatches: true)
    return MapContent(
      theme: coloured, title: finding(table, categories, counts),
      subtitle: table.features(table.count) + Text(same: " · ")
        + Numerals.count(categories.count, fr: ("catégorie", "catégories"), en: ("category", "categories")),
      sources: table.sources, features: features, notes: coloured.paletteNotes)
  }

  private func finding(_ table: LayerTable, _ categories: [String], _ counts: [String: Int]) -> Text {
    let most = counts.values.max() ?? 0
    let first = categories.filter { counts[$0] == most }
    let some = table.some(most, of: counts.values.reduce(0, +))
    guard first.count > 1 else {
      return Text("\(table.named) : « \(first[0]) » pour \(some.fr)", "\(table.named): \"\(first[0])\" for \(some.en)")
    }
    return Text.categoriesTieForFirst(table.named, first.count, some)
  }

  /// The categories as asked, by their ranks, or as usual. Throws 64 for a category that the column does not have, 65 for
  /// one with two ranks.
  private func ordered(_ usual: [String], _ texts: [String?], _ table: LayerTable) throws(Problem) -> [String] {
    if let unknown = order.first(where: { !usual.contains($0) }) {
      throw Problem(
        .usage, Text.orderHasUnknownCategory(table.column, unknown),
        fix: Text("catégories : \(usual.joined(separator: ", "))", "categories: \(usual.joined(separator: ", "))"))
    }
    if !order.isEmpty { return order + usual.filter { !order.contains($0) } }
    let ranks = try Self.one(table.ranks.map { $0.isFinite ? $0 : nil }, of: texts, "‹order-column›")
    return usual.enumerated().sorted {
      (ranks[$0.element] ?? .infinity, $0.offset) < (ranks[$1.element] ?? .infinity, $1.offset)
    }.map(\.element)
  }

  /// The value that all features of each category have. Throws 65 when they have two.
  private static func one<Value: Equatable>(_ values: [Value?], of texts: [String?], _ option: String) throws(Problem)
    -> [String: Value]
  {
    var found: [String: Value] = [:]
    for case (.some(let text), .some(let value)) in zip(texts, values) {
      guard let known = found.updateValue(value, forKey: text), known != value else { continue }
      throw Problem(
        .badData, Text("\(option) : « \(text) » en a plusieurs", "\(option): \"\(text)\" has several"),
        fix: Text.giveCategoryOneValue)
    }
    return found
  }

  /// The categories of a column, the most frequent first, and how often each occurs. Throws 65 without any.
  static func categories(_ texts: [String?], _ column: String) throws(Problem) -> ([String], counts: [String: Int]) {
    let found = texts.compactMap { $0 }.frequencies
    guard !found.isEmpty else { throw ClassedColumn.isEmpty(column) }
    return (found.map(\.element), Dictionary(uniqueKeysWithValues: found.map { ($0.element, $0.count) }))
  }

  /// Texts of numbers that stand for categories, such as a type from 1 to 5.
  static func texts(_ numbers: [Double], _ language: Language) -> [String?] {
    numbers.map { $0.isFinite ? Numerals(language).short($0, 6) : nil }
  }

  /// A colour for each category. Throws 65 for more categories than colours, and for one without a colour where the table
  /// gives them; 64 for a list of another length.
  private func fills(_ categories: [String], _ texts: [String?], _ table: LayerTable, _ theme: Theme) throws(Problem)
    -> Palette
  {
    let count = categories.count
    if !colours.isEmpty {
      guard colours.count == count else {
        let (fr, en) = (colours.count, "\(colours.count) for \(count) categories")
        throw Problem(
          .usage, Text.wrongNumberOfColours(fr, count, en),
          fix: Text.giveColoursToCategories + Text(same: categories.joined(separator: ", ")))
      }
      return try Palette.given(colours)
    }
    let own = try Self.one(table.colours, of: texts, "‹colours-column›")
    if !own.isEmpty {
      if let bare = categories.first(where: { own[$0] == nil }) {
        throw Problem(.badData, Text.categoryHasNoColour(bare), fix: Text.giveEachCategoryHexColour)
      }
      return try Palette.given(categories.compactMap { own[$0] })
    }
    return try self.colours(count, table.column, theme)
  }

  /// A colour for each category. Throws 65 for more categories than colours.
  func colours(_ count: Int, _ column: String, _ theme: Theme) throws(Problem) -> Palette {
    if let palette { return try Palette.named(palette, classes: count, reversed: isReversed) }
    guard count <= Self.mostCategories else {
      throw Problem(
        .badData, Text.columnHasTooManyCategories(column, count),
        fix: Text("regroupez-les : \(Self.mostCategories) au plus", "group them: \(Self.mostCategories) at most"))
    }
    // The most frequent category is nearest to the tone of the paper; the
    // rarest, often small, is furthest from it.
    return try Palette.standard(.qualitative, classes: count, in: theme)
  }
}
