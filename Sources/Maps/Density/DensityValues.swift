import Bytes
import Cartography
import Geometry
import Projections
import Statistics
import Territory

/// The density of each area of a map, with what a reader must know of it.
public struct DensityValues: Sendable {
  /// Establishments per 10,000 inhabitants, one for each area.
  public let cells: [Cell]
  /// Whether the 95% interval of each value is wider than half of it on either side.
  public let isFragile: [Bool]
  /// Whether the figure behind each value is printed as "more than" or "less than".
  private let bounds: [PrintedNumber.Bound]
  /// Whether counts are known and no inhabitants, so that there is no rate at all.
  private(set) var lacksInhabitants = false
  /// Names of the areas.
  public let names: [String]
  /// The names for a sentence, which say when an area is a part.
  let labels: [Text]
  /// Position of the area from which each commune of the layer takes its value; `nil` for a commune in none.
  let areas: [Int?]
  /// Establishments and inhabitants behind each value, for tooltips.
  let details: [Text]
  /// Level of the areas.
  public let level: AreaLevel
  /// Family of the establishments.
  private(set) var family = Family.all
  /// Whether the rates are empirical Bayes ones instead of observed ones.
  public private(set) var isSmoothed = false
  let date: Text
  /// Provenance, vintages and dates, for the foot of the map.
  let source: Text
  /// Whether the figures are published, each with its own date.
  private(set) var isPublished = false

  /// Establishments and inhabitants of all areas whose rate is known, and the number of
  /// these areas. `nil` when areas share communes, and for published figures, which have
  /// different dates. Withheld counts do not enter it.
  private(set) var whole: (establishments: Double, inhabitants: Double, areas: Int)?

  /// Takes the values of a comparison of one level and one family, one area for each row; the
  /// communes are those of the mesh's first layer.
  public init(_ comparison: Comparison, _ counted: Comparison.Counted, isSmoothed: Bool, source: Text) {
    let table = counted.table
    let mesh = table.tally.mesh
    let id = isSmoothed ? "smoothed_per_10000" : "establishments_per_10000"
    let rows = Array(zip(counted.shown, comparison.rows))
    cells = rows.map { area, row in
      // A rate without a count is not available; without any row, the data have a hole.
      let count = table.count(.establishments, area: area, family: 0)?.cell
      return count == .missing ? .missing : comparison.value(id, in: row)?.cell ?? .notAvailable
    }
    isFragile = zip(rows, cells).map { ($0.1.restsOnLittle ?? false) && ($1.value ?? 0) != 0 }
    let haveCounts = rows.map(\.1.facts).filter { $0.establishments != nil }
    lacksInhabitants = !haveCounts.isEmpty && haveCounts.allSatisfy { $0.population == nil }
    names = rows.map { CountTables.short($1.facts.name) }
    labels = rows.map { CountTables.label($1.facts) }
    details = zip(rows, cells).map { Self.detail($0.1, $1) + (isSmoothed ? Text.empty : Self.interval($0.1, $1)) }
    var areas = [Int?](repeating: nil, count: mesh.layers[0].count)
    for (number, row) in rows.enumerated() {
      let pieces = table.areas[row.0].pieces + table.areas[row.0].partial
      for commune in pieces.flatMap({ mesh.pieces[$0].rows[0] }) { areas[commune] = number }
    }
    self.areas = areas
    let pieces = rows.flatMap { table.areas[$0.0].pieces + table.areas[$0.0].partial }
    let known = zip(rows, cells).compactMap { row, cell -> (Double, Double)? in
      guard cell.value != nil, let count = row.1.facts.establishments?.value, let people = row.1.facts.population?.value
      else { return nil }
      return (count, people)
    }
    whole =
      Set(pieces).count < pieces.count
      ? nil : (known.reduce(0) { $0 + $1.0 }, known.reduce(0) { $0 + $1.1 }, known.count)
    level = counted.shown.first.map { table.areas[$0].level } ?? .commune
    family = table.families.first ?? .all
    self.isSmoothed = isSmoothed
    date = table.date?.label ?? Text("sans date", "undated")
    self.source = source
    bounds = cells.map { _ in .none }
  }

  /// A value as people read it, with "more than" or "less than" where its source prints a limit.
  func printed(_ area: Int, _ language: Language) -> String {
    Table.Value.limit(cells[area], decimals: 1, bounds[area]).printed(language)
  }

  /// The text of an area for a pointer, such as "22.3; 56 establishments for 25,092 inhabitants, 2021; 95% interval: 16.8 to
  /// 29.0".
  func title(_ area: Int, _ language: Language) -> String {
    let number = cells[area].value == nil ? "" : printed(area, language) + (language == .fr ? "\u{202F}; " : "; ")
    return number + details[area][language]
  }

  /// Takes published figures: for each code, the last row of `comparison` that has a rate.
  public init(published comparison: Comparison, codes: [String], names: [String]) {
    let rows = codes.map { code in
      comparison.rows.last { row in
        row.facts.key == AreaKey("departement", code)
          && comparison.value("establishments_per_10000", in: row)?.cell.value != nil
      }
    }
    cells = rows.map { row in row.flatMap { comparison.value("establishments_per_10000", in: $0)?.cell } ?? .missing }
    isFragile = codes.map { _ in false }
    self.names = names
    labels = names.map { Text(same: $0) }
    areas = codes.indices.map { $0 }
    details = rows.map { row in row.map { Self.detail($0, $0.values[0].cell) } ?? Text.registerLacksFigure }
    level = .departement
    date = Text("dates diverses", "various dates")
    var sources: [Text] = []
    for row in rows.compactMap({ $0 }) { sources += row.sources + [row.facts.population?.label].compactMap { $0 } }
    source = Text.joined(sources.distinct, separator: " ; ")
    isPublished = true
    bounds = rows.map { $0?.facts.establishments?.printed.bound ?? .none }
  }

  /// Why an area has no value; `nil` stands for a commune in no area.
  func gap(_ area: Int?) -> LayerTable.Gap {
    guard let area else { return .missing }
    return switch cells[area] {
    case .number, .estimate, .derived: .none
    case .secret: .secret
    case .notAvailable: .notAvailable
    case .notApplicable: .notApplicable
    case .missing: .missing
    }
  }

  private static func detail(_ row: Comparison.Row, _ cell: Cell) -> Text {
    if cell == .secret { return Text("secret statistique", "statistical secrecy") }
    guard let figure = row.facts.establishments else {
      return row.facts.partial[.establishments] ?? Text("sans donnée", "no data")
    }
    let sign = Text(same: figure.isDerived ? "\u{202F}d" : "")
    let establishments =
      figure.printedValue + sign
      + Text(
        figure.value < 2 ? " établissement" : " établissements",
        figure.value == 1 ? " establishment" : " establishments")
    guard let people = row.facts.population else {
      return establishments + Text(" ; population inconnue", "; unknown population")
    }
    let count = establishments + Text(" pour ", " for ")
    let inhabitants = Numerals.count(
      Int(people.value.rounded()), fr: ("habitant", "habitants"), en: ("inhabitant", "inhabitants"))
    return count + inhabitants + Text(same: ", ") + figure.dateLabel
  }
}

extension DensityValues {
  /// The 95% interval of a rate made of a counted number of establishments; empty for any other.
  private static func interval(_ row: Comparison.Row, _ cell: Cell) -> Text {
    guard cell.value != nil, row.restsOnLittle != nil, let count = row.facts.establishments?.value,
      let people = row.facts.population?.value, let rate = Garwood(count).ratio(to: people / 10_000)
    else { return Text.empty }
    return Text(" ; intervalle à 95 % : ", "; 95% interval: ") + .printed { $0.decimal(rate.lower, 1) }
      + Text(" à ", " to ") + .printed { $0.decimal(rate.upper, 1) }
  }
}

extension LayerTable {
  /// Makes a table of areas with their densities; an area without a number says why.
  public init(
    _ values: DensityValues, outlines: Layer, keys: [String], weights: [Double], frame: MapFrame, sources: [Text]
  ) {
    self.init(
      outlines: outlines, keys: keys, names: values.names, column: "establishments_per_10000",
      numbers: values.cells.map { $0.value ?? .nan }, gaps: values.cells.indices.map { values.gap($0) },
      weights: weights, frame: frame, sources: [values.source] + sources)
  }
}
