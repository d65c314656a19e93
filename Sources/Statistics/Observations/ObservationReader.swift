import Bytes
import Territory

/// Turns the rows of a file into observations, one after the other.
struct ObservationReader: ~Copyable {
  /// A cell as one number: code, series and family. Codes and contributors are numbered as they come.
  private struct Place: Hashable {
    let cell: UInt64
    let contributor: Int32
  }

  let path: String
  /// Fields in the order of `Observations.columns`, empty where the file has no such column.
  private var records: CSVReader
  /// The last text of each column, which most rows repeat.
  private var texts: [(bytes: [UInt8], text: String)]
  private var numbers: [NumberReader]
  private(set) var rows: [Observations.Row] = []
  private(set) var series: [(series: Observations.Series, line: Int)] = []
  private(set) var cog: (year: Int, line: Int)? = nil
  private(set) var irregularities: [Observations.Irregularity] = []
  private var rowOfPlace: [Place: Int32] = [:]
  private var numberOfCode: [String: Int] = [:]
  private var numberOfContributor: [String: Int32] = ["": 0]
  /// The last date and vintage read, which most rows repeat.
  private var lastDate: (text: String, date: ReferenceDate?) = ("", nil)
  private var lastCog = ""
  /// Name of the column of codes.
  private(set) var codeColumn = "insee"

  init(_ file: CSVFile) throws(Problem) {
    path = file.path
    if file.header.count == 1, file.header[0].contains(":") {
      throw Problem(
        .badData, file: path, at: Text("ligne 1", "line 1"),
        Text("séparateur « : » inconnu", "unknown separator \":\""), fix: Text.separateFieldsByCommas)
    }
    for name in ["measure", "value"] { _ = try file.columns.column(name) }
    guard let codes = try file.columns.position(like: CommuneTable.codes) else { throw file.columns.absent("insee") }
    codeColumn = file.header[codes]
    var positions = [codes]
    for name in Observations.columns.dropFirst() { positions.append(try file.columns.position(of: name) ?? -1) }
    records = CSVReader(file, columns: positions)
    texts = positions.map { _ in ([], "") }
    let comma = file.dialect.commaIsDecimal
    numbers = [
      NumberReader(commaIsDecimal: comma, signed: false), NumberReader(commaIsDecimal: comma, .count),
      NumberReader(commaIsDecimal: comma, .count), NumberReader(commaIsDecimal: comma, signed: false),
      NumberReader(commaIsDecimal: comma, signed: false), NumberReader(commaIsDecimal: comma, signed: false),
    ]
  }

  /// Reads every row.
  mutating func read() throws(Problem) {
    while try records.advance() { try readRow() }
    for (index, reader) in numbers.enumerated() {
      guard let doubt = reader.doubts.first else { continue }
      let column = NumberColumn.allCases[index].position
      throw doubt.fault.problem(
        doubt.cell, file: path, at: Text("ligne \(doubt.tag)", "line \(doubt.tag)"),
        column: Observations.columns[column])
    }
  }

  /// A column of numbers; values of counts are read by other rules than other values.
  enum NumberColumn: Int, CaseIterable {
    case value, countedValue, units, largest, publishedMin, publishedMax

    /// Its place in `Observations.columns`.
    var position: Int {
      switch self {
      case .value, .countedValue: 3
      case .units: 5
      case .largest: 6
      case .publishedMin: 14
      case .publishedMax: 15
      }
    }
  }

  /// Reads a number of the current row. Throws 65 naming line, column and cell when it is no number.
  mutating func number(_ column: NumberColumn, _ line: Int) throws(Problem) -> NumberCell {
    let record = records.record
    do throws(NumberFault) { return try numbers[column.rawValue].read(record.bytes(column.position), tag: line) } catch
    {
      throw error.problem(
        record.text(column.position), file: path, at: Text("ligne \(line)", "line \(line)"),
        column: Observations.columns[column.position])
    }
  }

  /// The cell of the current row as it stands in the file; « … » where it is empty.
  func text(of column: NumberColumn) -> String {
    let text = records.record.text(column.position)
    return text.isEmpty ? "…" : text
  }

  /// A field by its position in `Observations.columns`.
  private mutating func field(_ column: Int) -> String {
    let record = records.record
    let bytes = record.bytes(column)
    if !texts[column].bytes.elementsEqual(bytes) { texts[column] = (Array(bytes), record.text(column)) }
    return texts[column].text
  }

  private mutating func readRow() throws(Problem) {
    let line = records.line
    let code = try code(field(0), line)
    let measure = field(2)
    guard !measure.isEmpty else {
      throw problem(line, "measure", Text("champ vide", "empty field"), Text("remplissez-le", "fill it in"))
    }
    let day = field(8)
    if day != lastDate.text { lastDate = (day, try date(day, line)) }
    let series = try seriesNumber(Measure(measure), field(10), lastDate.date, field(11), line)
    let year = field(9)
    if year != lastCog {
      try vintage(year, line)
      lastCog = year
    }
    let family = try family(field(1), line)
    let value = try cell(Measure(measure).isWhole ? .countedValue : .value, field(4), line)
    let (units, largest) = (try units(line), try number(.largest, line).number)
    let isOfList = try isOfList(field(13), line)
    try append(
      Observations.Row(
        code: code, family: family, series: series, value: value, units: units, largest: largest,
        contributor: field(7), bounds: try bounds(of: value, line), publisher: field(12), isOfList: isOfList,
        line: line))
  }

  /// The cell that a row is, or is a part of.
  private mutating func place(_ row: Observations.Row) -> Place {
    let code = numberOfCode[row.code] ?? numberOfCode.count
    numberOfCode[row.code] = code
    let contributor = numberOfContributor[row.contributor] ?? Int32(numberOfContributor.count)
    numberOfContributor[row.contributor] = contributor
    let family = Family.allCases.firstIndex(of: row.family) ?? 0
    return Place(cell: UInt64(code) << 24 | UInt64(row.series) << 8 | UInt64(family), contributor: contributor)
  }

  /// The parts of a cell and its whole must not both be there: they would be counted twice.
  mutating func checkContributors() throws(Problem) {
    for row in rows where !row.contributor.isEmpty {
      guard let other = rowOfPlace[Place(cell: place(row).cell, contributor: 0)].map({ Int($0) }) else { continue }
      throw problem(row.line, "unit", Text.lineAlreadyGivesTheWhole(rows[other].line), Text.keepWholeOrUnits)
    }
  }

  mutating func note(_ irregularity: Observations.Irregularity) { irregularities.append(irregularity) }

  private mutating func append(_ row: Observations.Row) throws(Problem) {
    let place = place(row)
    guard let first = rowOfPlace[place].map({ Int($0) }) else {
      rowOfPlace[place] = Int32(rows.count)
      rows.append(row)
      return
    }
    let earlier = rows[first]
    guard earlier.value == row.value, earlier.units == row.units, earlier.largest == row.largest,
      earlier.bounds == row.bounds
    else {
      throw problem(row.line, "value", Text.alreadyHasAnotherValue(row.code, earlier.line), Text.keepOneRowPerMeasure)
    }
    irregularities.append(.init(kind: .duplicate, line: row.line, what: Text.lineRepeatsLine(row.line, earlier.line)))
  }

  private mutating func vintage(_ text: String, _ line: Int) throws(Problem) {
    if text.isEmpty { return }
    guard let year = Int(text), CommuneEvents.everyVintage.contains(year) else {
      throw problem(
        line, "cog", Text("« \(text) » n’est pas une année", "\"\(text)\" is not a year"),
        Text.writeYearOfGeographicCode)
    }
    if let cog, cog.year != year {
      throw problem(
        line, "cog",
        Text(
          "millésime \(year), mais \(cog.year) ligne \(cog.line)",
          "vintage \(year), but \(cog.year) on line \(cog.line)"), Text.fileHasOneVintage)
    }
    if cog == nil { cog = (year, line) }
  }

  private mutating func seriesNumber(
    _ measure: Measure, _ perimeter: String, _ date: ReferenceDate?, _ source: String, _ line: Int
  ) throws(Problem) -> Int {
    let known = series.firstIndex { $0.series.measure == measure && $0.series.perimeter.words == perimeter }
    guard let known else {
      let new = Observations.Series(measure: measure, perimeter: Perimeter(perimeter), date: date, source: source)
      series.append((new, line))
      return series.count - 1
    }
    let first = series[known]
    guard first.series.date == date else {
      let (here, there) = (date?.iso ?? "–", first.series.date?.iso ?? "–")
      throw problem(
        line, "date",
        Text("date \(here), mais \(there) ligne \(first.line)", "date \(here), but \(there) on line \(first.line)"),
        Text.onePerimeterHasOneDate)
    }
    return known
  }
}
