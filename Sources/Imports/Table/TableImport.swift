import Bytes
import Statistics
import Territory

/// Imports one column of any CSV as a measure of its communes, or counts the rows of a list by commune and family.
public struct TableImport: Sendable {
  /// The file, plain, gzip or zip; `-` is standard input.
  public var path: String
  /// Name of the column with the commune's code; of a list, with its code or name. Only a list may do without.
  public var key: String?
  /// Name of the column with the value; `nil` for a list, each row of which counts one.
  public var value: String?
  /// The columns of a list.
  public var list = ListColumns()
  /// Whether a list is whole, so that communes without a row have zero.
  public var isComplete = false
  /// The family of the ESS to which the values belong; `nil` for all of them, or for the legal category of each row of a
  /// list.
  public var family: Family?
  /// The families of legal categories, for lists that have such.
  public var categories: LegalCategories?
  /// Name of the column with a contributor's id; each row is then a contributor of a cell, and its value what that
  /// contributor holds. `nil` for whole cells.
  public var unit: String?
  /// Name of the column with the class of headcounts that SIRENE publishes of the contributor, by its code; each value
  /// must lie in its class.
  public var sizeClass: String?
  /// Id of the measure; `nil` to make it from the name of the value column.
  public var measure: String?
  /// What counts, in words.
  public var perimeter = ""
  /// Publisher and title; `nil` for the name of the file.
  public var source: String?
  /// Who published the values; `nil` when they are not published.
  public var publishedBy: String?
  /// `members` or `persons` when the values count the entries of such a list; else `nil`.
  public var listOf: String?
  /// Options common to all imports.
  public var options = ImportOptions()

  /// An import of a column of values by a column of codes, or of a list.
  public init(path: String, key: String?, value: String?) {
    self.path = path
    self.key = key
    self.value = value
  }

  /// Reads the file. Throws 66 when it is missing, 74 when it cannot be read, 65 for an absent column, for a
  /// damaged file, when nothing is left, and at the first fault unless the options keep going; 64 for a list of which
  /// nothing says what its rows are. Complexity: O(bytes); memory: the rows kept.
  ///
  /// - `locator`: what places the rows of a list; without it all must have a code.
  public func run(with locator: Locator? = nil) throws(Problem) -> ImportResult {
    let file = try CSVFile(ByteStream(path) { _ in false }, progress: options.progress(path))
    guard let value else { return try ListImport(self, file).run(with: locator) }
    guard let key else {
      throw Problem(
        .usage, Text("‹value› va avec ‹key›", "‹value› goes with ‹key›"), fix: Text.giveColumnOfCommuneCodes)
    }
    var wanted = try file.columns.columns([key, value])
    for name in [unit, sizeClass] {
      wanted.append(try name.map { name throws(Problem) in try file.columns.column(name) } ?? -1)
    }
    // Insee writes some codes in two cells, of the département and of the commune within it.
    wanted.append(try CommuneTable.departement(of: wanted[0], in: file.columns) ?? -1)
    let isSplit = wanted[4] >= 0
    let measure = Measure(measure ?? Self.id(value))
    let (family, hasUnits, hasClasses) = (family ?? .all, unit != nil, sizeClass != nil)
    let numbers = NumberReader(commaIsDecimal: file.dialect.commaIsDecimal, measure.isWhole ? .count : .any)
    let result = try file.scan(wanted, threads: 1, isPublished: false) {
      ValueRows(
        family: family, measure: measure, hasUnits: hasUnits, hasClasses: hasClasses, isSplit: isSplit, numbers: numbers
      )
    }
    var rows = result.readers[0]
    let doubts = rows.takeDoubts().map { place, cell, fault in
      Fault(Fault.Kind(fault), line: result.line(place), column: value, value: cell)
    }
    var vintage = FileVintage(path: path, kind: .anybodys, date: options.date, cog: options.cog)
    vintage.hold(result.lines(rows.met), column: key, path: path, events: options.events)
    let outside = rows.outside.map {
      Fault(.outsideClass, line: result.line($0.place), column: value, value: $0.what)
    }
    let sums = rows.sums
    var mismatch: [Fault] = []
    if let (place, total) = rows.total, sums.contradict(total, of: sums.published + sums.withheld) {
      let numbers = [sums.sum, total].map { ByteWriter.fixed($0, decimals: 6) }
      mismatch = [
        Fault(.totalMismatch, line: result.line(place), column: value, value: "\(numbers[0]) ≠ \(numbers[1])")
      ]
    }
    let faults = try options.faults(of: path, vintage, result, doubts + outside + mismatch)
    let folding = options.folded(vintage.kept(rows.rows))
    let tidy = TidyTable(
      rows: folding.rows, date: vintage.date, cog: vintage.cog, perimeter: perimeter, source: source ?? Path.name(path),
      publishedBy: publishedBy ?? "", listOf: listOf ?? "")
    try options.refuseEmpty(tidy.rows.count, faults, path, rows: result.rows)
    return ImportResult(
      table: tidy, faults: faults, warnings: vintage.warnings + result.warnings(path, rows.met),
      notes: vintage.notes + folding.notes + [
        Numerals.count(tidy.rows.count, fr: ("ligne", "lignes"), en: ("row", "rows"))
          + Text(" de « \(measure.id) », ", " of \"\(measure.id)\", out of ")
          + Text.rowsRead(result.rows)
      ] + classNote(tidy))
  }

  private func classNote(_ table: TidyTable) -> [Text] {
    guard sizeClass != nil else { return [] }
    let bounded = table.rows.count { $0.bounds != nil }
    return [Text.publishedHeadcountClasses(bounded, table.rows.count - bounded)]
  }

  /// The name of a column as an id: `Nb emplois` becomes `nb_emplois`.
  private static func id(_ name: String) -> String {
    let parts = name.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.isEmpty ? "value" : parts.joined(separator: "_")
  }
}

/// Reads the code, the value and the contributor of each row.
private struct ValueRows: RowReader {
  let family: Family
  let measure: Measure
  let hasUnits: Bool
  let hasClasses: Bool
  /// Whether the code stands in two cells, that of the département last.
  let isSplit: Bool
  var numbers: NumberReader
  /// The rows whose value is not in its class, with both.
  private(set) var outside: [(place: CSVPlace, what: String)] = []
  private(set) var rows: [TidyTable.Row] = []
  private(set) var met = CodesMet()
  /// The place of each of `rows` in the file.
  var places: [CSVPlace] = []
  /// The value of the row that is marked as the total, and its place.
  private(set) var total: (CSVPlace, Double)?
  var seen: Set<String> = []

  private mutating func code(_ row: CSVRecord, _ place: CSVPlace) -> Int? {
    guard isSplit else { return met.read(row.bytes(0), at: place) }
    let whole = Array(CommuneTable.joined(row.text(4), row.text(0)).utf8)
    return whole.withUnsafeBufferPointer { met.read($0, at: place) }
  }

  mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) {
    guard let commune = code(row, place) else {
      guard Self.totals.contains(row.text(0).folded) else { throw RowFault(kind: .notACommune, field: 0) }
      guard total == nil else { throw RowFault(kind: .duplicate, field: 0) }
      if let value = try numbers.read(row, 1, tag: Self.ofTotal).number { total = (place, value) }
      return
    }
    let insee = CommuneCode.text(commune)
    let unit = hasUnits ? row.text(2) : ""
    let key = insee + "\u{1F}" + unit
    guard !seen.contains(key) else { throw RowFault(kind: .duplicate, field: 0) }
    let cell = try numbers.read(row, 1, tag: rows.count)
    guard let bounds = HeadcountClass.bounds(hasClasses ? row.text(3) : "") else {
      throw RowFault(kind: .unknownCode, field: 3)
    }
    seen.insert(key)
    if let bounds, let value = cell.number, !bounds.contains(value) {
      let most = bounds.upperBound.isFinite ? "–" + ByteWriter.fixed(bounds.upperBound, decimals: 0) : "+"
      outside.append(
        (place, "\(row.text(1)) (\(row.text(3)): \(ByteWriter.fixed(bounds.lowerBound, decimals: 0))\(most))"))
      return
    }
    met.meet(commune, at: place)
    places.append(place)
    rows.append(
      TidyTable.Row(
        insee: insee, family: family, measure: measure, value: cell.number, status: cell.status, unit: unit,
        bounds: bounds))
  }

  /// The tag of the total among the doubts of the column.
  private static let ofTotal = -1

  /// The sums of the rows.
  var sums: FloresRows.Parts {
    var sums = FloresRows.Parts()
    for row in rows { sums.add(row.value) }
    return sums
  }

  /// Removes and returns the rows with a value that may have thousands separators. Call after the whole column
  /// is read.
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

  /// What people write as the code in the row of a total, folded.
  private static let totals: Set<String> = ["total", "totaux", "ensemble", "t", "total general", "somme"]
}
