import Bytes
import Statistics
import Territory

/// Takes one column of any CSV for a measure of its communes.
public struct TableImport: Sendable {
  public var path: String
  /// Headers of the columns that hold the commune's code and the value.
  public var key: String
  public var value: String
  public var family = Family.all
  /// Header of the column that holds a contributor's id; rows are then contributors of a cell.
  public var unit: String?
  /// Id of the measure; `nil` takes the value column's name.
  public var measure: String?
  public var perimeter = ""
  public var source: String?
  public var options = ImportOptions()

  public init(path: String, key: String, value: String) {
    self.path = path
    self.key = key
    self.value = value
  }

  /// Throws 66 and 74 as files do, 65 for a column that is absent, and at the first fault unless the options keep
  /// going. Complexity: O(bytes); memory: the rows kept.
  public func run() throws(Problem) -> ImportResult {
    let file = try CSVFile(ByteStream(path) { _ in false }, progress: options.progress(path))
    let wanted =
      try file.columns.columns([key, value]) + [
        try unit.map { name throws(Problem) in try file.columns.column(name) } ?? -1
      ]
    let measure = Measure(measure ?? Self.id(value))
    let (family, hasUnits) = (family, unit != nil)
    let numbers = NumberReader(
      commaIsDecimal: file.dialect.commaIsDecimal, measure.isWhole ? .count : .any)
    let result = try file.scan(wanted, threads: 1, isPublished: false) {
      ValueRows(family: family, measure: measure, hasUnits: hasUnits, numbers: numbers)
    }
    var rows = result.readers[0]
    let doubts = rows.takeDoubts().map { place, cell, fault in
      Fault(Fault.Kind(fault), line: result.line(place), column: value, value: cell)
    }
    var vintage = FileVintage(path: path, kind: .anybodys, date: options.date, cog: options.cog)
    vintage.hold(result.lines(rows.met), column: key, path: path, events: options.events)
    var faults = Faults()
    faults.add(vintage.faults, of: path)
    faults.add(result.faults, of: path, count: result.faultCount)
    faults.add(doubts, of: path)
    let sums = rows.sums
    if let (place, total) = rows.total, sums.contradict(total, of: sums.published + sums.withheld) {
      let numbers = [sums.sum, total].map { ByteWriter.fixed($0, decimals: 6) }
      faults.add(
        [
          Fault(.totalMismatch, line: result.line(place), column: value, value: "\(numbers[0]) ≠ \(numbers[1])")
        ], of: path)
    }
    try options.check(faults)
    let tidy = TidyTable(
      rows: vintage.kept(rows.rows), date: vintage.date, cog: vintage.cog, perimeter: perimeter,
      source: source ?? Path.name(path))
    try options.refuseEmpty(tidy, faults, path, rows: result.rows)
    return ImportResult(
      table: tidy, faults: faults, warnings: vintage.warnings + result.warnings(path, rows.met),
      notes: vintage.notes + [
        Numerals.count(tidy.rows.count, fr: ("ligne", "lignes"), en: ("row", "rows"))
          + Text(" de « \(measure.id) », ", " of \"\(measure.id)\", out of ")
          + Numerals.count(result.rows, fr: ("ligne lue", "lignes lues"), en: ("row read", "rows read"))
      ])
  }

  /// A column's name as an id: `Nb emplois` is `nb_emplois`.
  private static func id(_ name: String) -> String {
    let parts = name.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.isEmpty ? "value" : parts.joined(separator: "_")
  }
}

/// Reads key, value and contributor of each row.
private struct ValueRows: RowReader {
  let family: Family
  let measure: Measure
  let hasUnits: Bool
  private(set) var rows: [TidyTable.Row] = []
  private(set) var met = CodesMet()
  /// Where each of `rows` stands in the file.
  private var places: [CSVPlace] = []
  private var numbers: NumberReader
  /// The row that says it is the total.
  private(set) var total: (CSVPlace, Double)?
  private var seen: Set<String> = []

  init(family: Family, measure: Measure, hasUnits: Bool, numbers: NumberReader) {
    self.numbers = numbers
    self.family = family
    self.measure = measure
    self.hasUnits = hasUnits
  }

  mutating func read(_ row: CSVRecord, at place: CSVPlace) -> Reading {
    let commune: Int
    switch CommuneCode.parse(row.pointer(0), row.count(0)) {
    case .none:
      guard Self.totals.contains(row.text(0).folded) else { return .bad(.notACommune, field: 0) }
      guard total == nil else { return .bad(.duplicate, field: 0) }
      return keepTotal(row, place)
    case .code(let code): commune = code
    case .restored(let code):
      commune = code
      met.restore(at: place)
    }
    let insee = CommuneCode.text(commune)
    let unit = hasUnits ? row.text(2) : ""
    let key = insee + "\u{1F}" + unit
    guard !seen.contains(key) else { return .bad(.duplicate, field: 0) }
    var value: Double?
    var status = ""
    do throws(NumberFault) {
      switch try numbers.read(row.bytes(1), tag: rows.count) {
      case .number(let number): value = number
      case .sign(let sign): status = sign.status
      }
    } catch {
      return .bad(Fault.Kind(error), field: 1)
    }
    seen.insert(key)
    met.meet(commune, at: place)
    places.append(place)
    rows.append(
      TidyTable.Row(insee: insee, family: family, measure: measure, value: value, status: status, unit: unit))
    return .good
  }

  private mutating func keepTotal(_ row: CSVRecord, _ place: CSVPlace) -> Reading {
    do throws(NumberFault) {
      if let value = try numbers.read(row.bytes(1), tag: Self.ofTotal).number { total = (place, value) }
      return .good
    } catch {
      return .bad(Fault.Kind(error), field: 1)
    }
  }

  /// The number of the total among the doubts of the column.
  private static let ofTotal = -1

  /// What the rows add up to.
  var sums: FloresRows.Parts {
    var sums = FloresRows.Parts()
    for row in rows { sums.add(row.value) }
    return sums
  }

  /// Takes out the rows whose value may be thousands, once the whole column has been read.
  mutating func takeDoubts() -> [(place: CSVPlace, cell: String, fault: NumberFault)] {
    let doubts = numbers.doubts
    let isDoubtful = Set(doubts.map(\.tag))
    let found = doubts.map { doubt in
      (place: doubt.tag == Self.ofTotal ? total!.0 : places[doubt.tag], cell: doubt.cell, fault: doubt.fault)
    }
    if isDoubtful.contains(Self.ofTotal) { total = nil }
    rows = rows.indices.filter { !isDoubtful.contains($0) }.map { rows[$0] }
    return found.sorted { $0.place < $1.place }
  }

  /// What people write in the key of a total's row, folded.
  private static let totals: Set<String> = ["total", "totaux", "ensemble", "t", "total general", "somme"]
}
