import Bytes
import Geometry
import Maps
import Territory

/// The column that a map draws: a number or a text for each feature, or the reason why there is none.
struct LayerColumn {
  private(set) var numbers: [Double] = []
  private(set) var gaps: [LayerTable.Gap] = []
  private(set) var texts: [String?] = []
  private(set) var notes: [Text] = []

  /// How a column is read.
  struct Reading {
    /// Whether texts are drawn as they are; otherwise every cell must be a number or a sign.
    var isTextDrawn: Bool
    var numbers = NumberReader.Kind.any
    /// What the column is declared to be; only a count adds up over communes that merged.
    var declared: ColumnKind?
  }

  /// A column of the layer itself.
  init(of features: Features, named name: String, _ reading: Reading) throws(Problem) {
    let column = try features.column(asked: name)
    if case .text(let texts) = column.values, reading.isTextDrawn || Self.areWords(texts.map { $0 ?? "" }) {
      self.texts = texts
      return
    }
    for cell in try column.numbers(reading.numbers, of: features.path) { append(cell, .empty) }
  }

  /// Reads a column of a table, joined by its keys and, when these are codes of communes of another vintage,
  /// through the changes of communes since.
  init(_ value: String, of table: CSVTable, by join: TableJoin, to layer: LayerKeys, _ reading: Reading)
    throws(Problem)
  {
    let (keys, strict) = (layer.values, join.strict)
    let keyColumn = try keyColumn(of: table, join.dataKey ?? layer.column)
    let valueColumn = try table.column(value)
    let statusColumn = try table.position(of: value + "_status")
    let tableKeys = table.rows.map { $0.fields[keyColumn].trimmingSpaces }
    let cities = CityParts(keys, tableKeys)
    let plain = KeyJoin(keys, cities.keys)
    let changed = try ChangedCommunes(keys, cities.keys, plain, table, join.events)
    let join = changed?.join ?? plain
    notes = join.notes(keys, cities.keys) { table.rows[cities.rows[$0]].line }
    guard join.matched > 0 else {
      throw Problem(
        .badData, file: table.path, Text.layerHasNoSuchKey(table.header[keyColumn]), fix: Text.chooseTheKeyColumns)
    }
    if strict, !join.isClean {
      throw Problem(.badData, file: table.path, notes.dropFirst().reduce(notes[0]) { $0 + Text(same: " ; ") + $1 })
    }
    let contents = changed?.contents ?? join.rows.map { $0.map(VintageJoin.Content.row) ?? .absent }
    let fields = table.rows.map { $0.fields[valueColumn] }
    if Self.areWords(fields) || (reading.isTextDrawn && Self.isText(fields)) {
      if let changed { notes += changed.notes(isCount: false, column: value) }
      texts = contents.map { content in
        // Merged communes that share a category keep it.
        let said = Set(content.rows.map { fields[cities.rows[$0]] })
        return said.count == 1 ? said.first.flatMap { $0.isEmpty ? nil : $0 } : nil
      }
      return
    }
    let cells = try table.numbers(valueColumn, reading.numbers)
    let kind = ColumnKind.of(value, values: cells.map { $0.number ?? .nan }, isText: false, declared: reading.declared)
      .kind
    if let changed { notes += changed.notes(isCount: kind == .count, column: value) }
    func appendRow(_ row: Int) {
      let status = statusColumn.map { table.rows[row].fields[$0] } ?? ""
      append(cells[row], NumberSign(reading: status) ?? .empty)
    }
    for content in contents {
      switch content {
      case .absent: append(.sign(.empty), .empty)
      case .row(let row): appendRow(cities.rows[row])
      case .unknown: append(.sign(.notAvailable), .empty)
      case .sum(let joined):
        let rows = joined.map { cities.rows[$0] }
        let numbers = rows.compactMap { cells[$0].number }
        if kind != .count {
          append(.sign(.notAvailable), .empty)
        } else if numbers.count == rows.count {
          append(.number(numbers.reduce(0, +)), .empty)
        } else if let gap = rows.first(where: { cells[$0] == .sign(.secret) })
          ?? rows.first(where: { cells[$0].number == nil })
        {
          appendRow(gap)
        }
      }
    }
    for city in cities.found {
      let values = city.rows.map { cells[$0].number }
      let known = values.compactMap { $0 }
      let isCount = ColumnKind.of(value, values: known, isText: false, declared: reading.declared).kind == .count
      let isWhole = city.rows.count == city.city.parts.count && known.count == values.count
      numbers[city.feature] = isCount && isWhole ? known.reduce(0, +) : .nan
      gaps[city.feature] = isCount && isWhole ? .none : .notAvailable
      notes.append(city.note(isCount: isCount, isWhole: isWhole))
    }
  }

  private mutating func append(_ cell: NumberCell, _ status: NumberSign) {
    numbers.append(cell.number ?? .nan)
    guard case .sign(let sign) = cell else { return gaps.append(.none) }
    gaps.append(LayerTable.Gap(status == .empty ? sign : status))
  }

  /// Whether no cell is a number and some are no sign either: then the
  /// column holds names, not numbers with a fault.
  private static func areWords(_ cells: [String]) -> Bool {
    var hasWord = false
    for cell in cells {
      if NumberSign(reading: cell) != nil { continue }
      if NumberReader.isNumber(cell) { return false }
      hasWord = true
    }
    return hasWord
  }

  /// Whether a column holds categories: some cell is neither number nor sign, or all cells are signs,
  /// which may be n and s for north and south.
  private static func isText(_ cells: [String]) -> Bool {
    let said = cells.filter { !$0.isEmpty }
    let numbers = said.count(where: NumberReader.isNumber)
    return numbers == 0 ? !said.isEmpty : said.contains { !NumberReader.isNumber($0) && NumberSign(reading: $0) == nil }
  }
}

extension LayerTable.Gap {
  /// The gap that a sign stands for.
  init(_ sign: NumberSign) {
    self =
      switch sign {
      case .empty: .missing
      case .secret: .secret
      case .notAvailable: .notAvailable
      case .notApplicable: .notApplicable
      }
  }
}

/// The column of keys: the one of this name, or else one with a usual name for commune codes. Throws 65 for neither.
private func keyColumn(of table: CSVTable, _ key: String) throws(Problem) -> Int {
  if let found = table.header.first(where: { $0.folded == key.folded }) { return try table.column(found) }
  if let found = try table.columns.position(like: CommuneTable.codes) { return found }
  var problem = table.columns.absent(key)
  let advice = Text.nameTheDataKeyColumn
  problem.remedy = problem.remedy.map { $0 + Text(" ; ", "; ") + advice } ?? advice
  throw problem
}

extension NumberReader.Kind {
  /// What the numbers of a column are by its name, unless it is declared to be something.
  static func ofColumn(_ name: String, _ declared: ColumnKind? = nil) -> NumberReader.Kind {
    declared == .count || (declared == nil && ColumnKind.isCountName(name)) ? .countByName : .any
  }
}
