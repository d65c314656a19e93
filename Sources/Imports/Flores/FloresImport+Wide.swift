import Bytes
import Statistics
import Territory

extension FloresImport {
  /// The column of a total and the columns of its parts.
  struct Total {
    var measure: Measure
    var column: Int
    var parts: [Int]
    /// Whether the parts make the whole.
    var isWhole: Bool
  }

  /// Imports the older layout: one row for each commune (`CODGEO`), and for each activity a column `ET_…` of
  /// establishments and a column `EFF_…` of salaried jobs at 31 December.
  func readWide(_ file: CSVFile) throws(Problem) -> ImportResult {
    guard activity == "_T", size == "_T", legalForm == nil else {
      throw Problem(.usage, file: path, Text.onlyTotalsAreRead, fix: Text.dropFiltersOrChangeFile)
    }
    let totals = Self.totals(file.header)
    if totals.isEmpty { throw file.columns.absent("ET_TOT") }
    let wanted = try file.columns.columns(["CODGEO"]) + totals.flatMap { [$0.column] + $0.parts }
    let result = try file.scan(wanted, threads: 1) { WideRows(totals: totals) }
    let rows = result.readers[0]
    var vintage = FileVintage(
      path: path, kind: .publication, date: options.date, cog: options.cog)
    vintage.hold(result.lines(rows.met), column: "CODGEO", path: path, events: options.events)
    let faults = try options.faults(
      of: path, vintage, result,
      rows.mismatches.map { place, text in Fault(.totalMismatch, line: result.line(place), value: text) })
    let folding = options.folded(vintage.kept(rows.rows))
    let tidy = TidyTable(
      rows: folding.rows, date: vintage.date, cog: vintage.cog, perimeter: "flores: establishments with employees",
      source: Self.source, publishedBy: Self.publisher)
    try options.refuseEmpty(tidy.rows.count, faults, path, rows: result.rows)
    let notes = vintage.notes + folding.notes + [Text("\(tidy.rows.count) cellules", "\(tidy.rows.count) cells")]
    return ImportResult(
      table: tidy, faults: faults, warnings: vintage.warnings + result.warnings(path, rows.met), notes: notes)
  }

  /// The totals of a header (`ET_TOT` or `ETTOT15`), each with the columns of five or seventeen activities that
  /// exist.
  static func totals(_ header: [String]) -> [Total] {
    var totals: [Total] = []
    for (prefix, measure) in [("ET", Measure.allEstablishments), ("EFF", Measure.allJobs)] {
      for (column, name) in header.enumerated() {
        guard let middle = middle(name, prefix), middle.code == "TOT" else { continue }
        let found = FloresParts.activities.map { codes in
          codes.compactMap { code in
            header.firstIndex { other in self.middle(other, prefix).map { $0 == (code, middle.year) } ?? false }
          }
        }
        let whole = found.indices.first { found[$0].count == FloresParts.activities[$0].count }
        let parts = whole.map { found[$0] } ?? found.max { $0.count < $1.count } ?? []
        totals.append(Total(measure: measure, column: column, parts: parts, isWhole: whole != nil))
        break
      }
    }
    return totals
  }

  /// The parts of a column name: `ET_AZ` is (`AZ`, ``), `ETAZ15` is (`AZ`, `15`); `nil` for other columns.
  private static func middle(_ name: String, _ prefix: String) -> (code: String, year: String)? {
    guard name.hasPrefix(prefix) else { return nil }
    var rest = name.dropFirst(prefix.count)
    if rest.first == "_" { rest = rest.dropFirst() }
    let isTotal = rest.hasPrefix("TOT")
    let code = rest.prefix(isTotal ? 3 : 2)
    let year = rest.dropFirst(code.count)
    guard code.count >= 2, year.isEmpty || (year.count == 2 && year.allSatisfy(\.isNumber)) else { return nil }
    return (String(code), String(year))
  }
}

/// Reads the rows of the older layout.
private struct WideRows: RowReader {
  let totals: [FloresImport.Total]
  var numbers = NumberReader(commaIsDecimal: true, .count)
  private(set) var rows: [TidyTable.Row] = []
  private(set) var mismatches: [(CSVPlace, String)] = []
  private(set) var met = CodesMet()

  mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) {
    guard let commune = met.read(row.bytes(0), at: place) else { throw RowFault(kind: .notACommune, field: 0) }
    if met.contains(commune) { throw RowFault(kind: .duplicate, field: 0) }
    let insee = CommuneCode.text(commune)
    var field = 1
    var made: [TidyTable.Row] = []
    for total in totals {
      let cell = try numbers.read(row, field)
      made.append(
        TidyTable.Row(
          insee: insee, family: .all, measure: total.measure, value: cell.number, status: cell.status))
      var sums = FloresRows.Parts()
      for part in total.parts.indices { sums.add(try numbers.read(row, field + 1 + part).number) }
      field += 1 + total.parts.count
      if let whole = cell.number, sums.contradict(whole, of: total.isWhole ? total.parts.count : 0) {
        let numbers = [sums.sum, whole].map { ByteWriter.fixed($0, decimals: 3) }
        mismatches.append((place, "\(insee) \(total.measure.id): \(numbers[0]) ≠ \(numbers[1])"))
      }
    }
    met.meet(commune, at: place)
    rows += made
  }
}
