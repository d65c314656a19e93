import Bytes
import Statistics

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
    let file = try TableFile(path: path, expected: nil, progress: options.progress(path))
    let wanted =
      try file.columns([key, value]) + [
        try unit.map { name throws(Problem) in try file.columns([name])[0] } ?? -1
      ]
    let measure = Measure(measure ?? Self.id(value))
    let (family, hasUnits) = (family, unit != nil)
    let result = try file.scan(wanted, threads: 1) {
      ValueRows(family: family, measure: measure, hasUnits: hasUnits)
    }
    let rows = result.readers[0]
    var vintage = FileVintage(path: path, kind: .anybodys, date: options.date, cog: options.cog)
    vintage.hold(result.lines(rows.met), column: key, path: path, events: options.events)
    var faults = Faults()
    faults.add(file.faults + vintage.faults, of: path)
    faults.add(result.faults, of: path, count: result.faultCount)
    if let (place, total) = rows.total,
      rows.sums.contradict(total, of: rows.sums.published + rows.sums.withheld)
    {
      let numbers = [rows.sums.sum, total].map { ByteWriter.fixed($0, decimals: 6) }
      faults.add(
        [
          Fault(.totalMismatch, line: result.line(place), column: value, value: "\(numbers[0]) ≠ \(numbers[1])")
        ], of: path)
    }
    try options.check(faults)
    let tidy = TidyTable(
      rows: vintage.kept(rows.rows), date: vintage.date, cog: vintage.cog, perimeter: perimeter,
      source: source ?? Path.name(path))
    try options.refuseEmpty(tidy, faults, path)
    return ImportResult(
      table: tidy, faults: faults, warnings: vintage.warnings + result.warnings(path),
      notes: vintage.notes + [
        Text("\(tidy.rows.count) lignes de « \(measure.id) »", "\(tidy.rows.count) rows of \"\(measure.id)\"")
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
  private(set) var sums = FloresRows.Parts()
  /// The row that says it is the total.
  private(set) var total: (RowPlace, Double)?
  private var seen: Set<String> = []

  init(family: Family, measure: Measure, hasUnits: Bool) {
    self.family = family
    self.measure = measure
    self.hasUnits = hasUnits
  }

  mutating func read(_ row: Row, at place: RowPlace) -> Reading {
    var value: Double?
    var status = ""
    switch PublishedValue(row.bytes(1), isCount: measure.isWhole) {
    case .number(let number): value = number
    case .sign(let sign): status = sign
    case .grouped: return .bad(.thousandsSeparator, field: 1)
    case .unreadable: return .bad(.notANumber, field: 1)
    }
    switch CommuneCode.parse(row.pointer(0), row.count(0)) {
    case .lostZero: return .bad(.lostZero, field: 0)
    case .none:
      guard Self.totals.contains(row.text(0).folded) else { return .bad(.notACommune, field: 0) }
      guard total == nil else { return .bad(.duplicate, field: 0) }
      if let value { total = (place, value) }
      return .good
    case .code(let code):
      let insee = CommuneCode.text(code)
      let unit = hasUnits ? row.text(2) : ""
      guard seen.insert(insee + "\u{1F}" + unit).inserted else { return .bad(.duplicate, field: 0) }
      met.meet(code, at: place)
      sums.add(value)
      rows.append(
        TidyTable.Row(insee: insee, family: family, measure: measure, value: value, status: status, unit: unit))
      return .good
    }
  }

  /// What people write in the key of a total's row, folded.
  private static let totals: Set<String> = ["total", "totaux", "ensemble", "t", "total general", "somme"]
}
