import Bytes
import Geometry
import Maps
import Territory

/// The column a map draws: a number or a text a feature, and why some are not there.
struct LayerColumn {
  private(set) var numbers: [Double] = []
  private(set) var gaps: [LayerTable.Gap] = []
  private(set) var texts: [String?] = []
  private(set) var notes: [Text] = []

  /// What a column is read for.
  struct Reading {
    /// Whether texts are drawn as they are; else every cell is a number, a sign or an error.
    var isTextDrawn: Bool
    var numbers: NumberReader.Kind
  }

  /// A column of the layer itself.
  init(of features: Features, named name: String, _ reading: Reading) throws(Problem) {
    guard let column = features.column(name) else {
      throw Problem.missingColumn(name, among: features.columns.map(\.name), file: features.path)
    }
    if case .text(let texts) = column.values, reading.isTextDrawn || Self.areWords(texts.map { $0 ?? "" }) {
      self.texts = texts
      return
    }
    for cell in try column.numbers(reading.numbers, of: features.path) { append(cell, .empty) }
  }

  /// A column of a table, joined by its keys. With `strict` a join that is not clean is an error (65).
  init(
    joining table: CSVTable, key: String, value: String, to keys: [String], strict: Bool, _ reading: Reading
  ) throws(Problem) {
    let keyColumn = try keyColumn(of: table, key)
    let valueColumn = try table.column(value)
    let statusColumn = try table.position(of: value + "_status")
    let tableKeys = table.rows.map { $0.fields[keyColumn].trimmingSpaces }
    let join = KeyJoin(keys, tableKeys)
    notes = join.notes(keys, tableKeys) { table.rows[$0].line }
    guard join.matched > 0 else {
      throw Problem(
        .badData, file: table.path,
        Text(
          "aucune clé de « \(table.header[keyColumn]) » n’est dans la couche",
          "no key of \"\(table.header[keyColumn])\" is in the layer"),
        fix: Text(
          "choisissez les colonnes avec --key et --data-key", "choose the columns with --key and --data-key"))
    }
    if strict, !join.isClean {
      throw Problem(
        .badData, file: table.path, notes.dropFirst().reduce(notes[0]) { $0 + Text(same: " ; ") + $1 })
    }
    let fields = table.rows.map { $0.fields[valueColumn] }
    if Self.areWords(fields) || (reading.isTextDrawn && Self.isText(fields)) {
      texts = join.rows.map { row in row.flatMap { fields[$0].isEmpty ? nil : fields[$0] } }
      return
    }
    let cells = try table.numbers(valueColumn, reading.numbers)
    for row in join.rows {
      let status = row.flatMap { row in statusColumn.map { table.rows[row].fields[$0] } } ?? ""
      append(row.map { cells[$0] } ?? .sign(.empty), NumberSign(reading: status) ?? .empty)
    }
  }

  private mutating func append(_ cell: NumberCell, _ status: NumberSign) {
    numbers.append(cell.number ?? .nan)
    guard case .sign(let sign) = cell else { return gaps.append(.none) }
    gaps.append(LayerTable.Gap(status == .empty ? sign : status))
  }

  /// Whether no cell is a number and some are no sign either: names of things, not a column of numbers with a flaw.
  private static func areWords(_ cells: [String]) -> Bool {
    var hasWord = false
    for cell in cells {
      if NumberSign(reading: cell) != nil { continue }
      if NumberReader.isNumber(cell) { return false }
      hasWord = true
    }
    return hasWord
  }

  /// Whether a column is of categories: some cell is neither number nor sign, or signs alone stand there, which may be
  /// n and s for north and south.
  private static func isText(_ cells: [String]) -> Bool {
    let said = cells.filter { !$0.isEmpty }
    let numbers = said.count(where: NumberReader.isNumber)
    return numbers == 0
      ? !said.isEmpty : said.contains { !NumberReader.isNumber($0) && NumberSign(reading: $0) == nil }
  }
}

extension LayerTable.Gap {
  /// The gap that a sign makes.
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

/// The column of keys: of this name, else of a name commune codes usually have. Throws 65 where there is neither.
private func keyColumn(of table: CSVTable, _ key: String) throws(Problem) -> Int {
  if let found = table.header.first(where: { $0.folded == key.folded }) { return try table.column(found) }
  let usual = ["insee", "insee_com", "code", "codgeo", "code_insee"]
  if let found = table.header.first(where: { usual.contains($0.folded) }) { return try table.column(found) }
  return try table.column(key)
}
