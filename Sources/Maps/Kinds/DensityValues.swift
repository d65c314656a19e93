import Bytes
import Statistics
import Territory

/// The density of each commune a map draws, or of the area it lies in, with what a reader must know of it.
public struct DensityValues: Sendable {
  /// Establishments per 10,000 inhabitants, one a commune of the layer.
  public let cells: [Cell]
  /// Whether the 95 % interval of the value is wider than half of it on either side.
  public let isFragile: [Bool]
  /// Whether the figure behind a value is printed as « plus de » or « moins de ».
  private let bounds: [PrintedNumber.Bound]
  /// Name of the area each commune takes its value from.
  public let names: [String]
  /// Establishments and inhabitants behind each value, for tooltips.
  let details: [Text]
  public let level: AreaLevel
  /// Empirical Bayes rates instead of observed ones.
  public let isSmoothed: Bool
  let date: Text
  /// Provenance, vintages and dates, for the foot of the map.
  let source: Text
  /// Whether the figures are published ones, each of its own date.
  let isPublished: Bool

  /// The values of a comparison made for one level, on the communes of the mesh's first layer.
  public init(_ comparison: Comparison, _ counted: Comparison.Counted, isSmoothed: Bool, source: Text) {
    let table = counted.table
    let mesh = table.tally.mesh
    let count = mesh.layers[0].count
    let id = isSmoothed ? "smoothed_per_10000" : "establishments_per_10000"
    var cells = [Cell](repeating: .missing, count: count)
    var fragile = [Bool](repeating: false, count: count)
    var names = mesh.layers[0].communes.map(\.name)
    var details = [Text](repeating: Text("sans donnée", "no data"), count: count)
    for (area, row) in zip(counted.shown, comparison.rows) {
      let cell = comparison.value(id, in: row)?.cell ?? .notAvailable
      let pieces = table.areas[area].pieces + table.areas[area].partial
      for row0 in pieces.flatMap({ mesh.pieces[$0].rows[0] }) {
        cells[row0] = cell
        fragile[row0] = (row.restsOnLittle ?? false) && cell.value != 0
        names[row0] = CountTables.short(row.facts.name)
        details[row0] = Self.detail(row, cell)
      }
    }
    self.cells = cells
    isFragile = fragile
    self.names = names
    self.details = details
    level = counted.shown.first.map { table.areas[$0].level } ?? .commune
    self.isSmoothed = isSmoothed
    date = table.date?.label ?? Text("sans date", "undated")
    self.source = source
    isPublished = false
    bounds = cells.map { _ in .none }
  }

  /// A value as people read it: « plus de 27,7 » where its source prints a limit.
  func printed(_ row: Int, _ language: Language) -> String {
    Table.Value.limit(cells[row], decimals: 1, bounds[row]).printed(language)
  }

  /// Published figures, one row of `comparison` at most for each area of `codes`: the last that has a rate.
  public init(published comparison: Comparison, codes: [String], names: [String]) {
    let rows = codes.map { code in
      comparison.rows.last { row in
        row.facts.code == code && comparison.value("establishments_per_10000", in: row)?.cell.value != nil
      }
    }
    cells = rows.map { row in
      row.flatMap { comparison.value("establishments_per_10000", in: $0)?.cell } ?? .missing
    }
    isFragile = codes.map { _ in false }
    self.names = names
    details = rows.map { row in
      row.map { Self.detail($0, $0.values[0].cell) }
        ?? Text("personne ne publie ce nombre", "nobody publishes this count")
    }
    level = .departement
    isSmoothed = false
    date = Text("dates diverses", "various dates")
    var sources: [Text] = []
    for row in rows.compactMap({ $0 }) {
      sources += row.sources + [row.facts.population?.label].compactMap { $0 }
    }
    var seen: [Text] = []
    for source in sources where !seen.contains(source) { seen.append(source) }
    source = Text.joined(seen, separator: " ; ")
    isPublished = true
    bounds = rows.map { $0?.facts.establishments?.printed.bound ?? .none }
  }

  private static func detail(_ row: Comparison.Row, _ cell: Cell) -> Text {
    if cell == .secret { return Text("secret statistique", "statistical secrecy") }
    guard let figure = row.facts.establishments, let people = row.facts.population else {
      return row.facts.partial[.establishments] ?? Text("sans donnée", "no data")
    }
    let count = figure.printedValue + Text(" établissements pour ", " establishments for ")
    let inhabitants = Text(
      "\(Numerals(.fr).decimal(people.value, 0)) habitants",
      "\(Numerals(.en).decimal(people.value, 0)) inhabitants")
    return count + inhabitants + Text(same: ", ") + figure.dateLabel
  }
}
