import Bytes
import Statistics
import Territory

extension TableImport {
  /// What places the rows of a list that have no commune code. Nothing of it is used when all have one.
  public struct Locator {
    /// Reads the communes, and warnings on them.
    public var communes: () throws(Problem) -> (layer: CommuneLayer, warnings: [Warning])
    /// Projects coordinates to degrees WGS84 and returns warnings; the second argument says whether their columns are
    /// called longitude and latitude.
    public var toDegrees: (inout [(x: Double, y: Double)], Bool) throws(Problem) -> [Warning]

    /// A locator of both.
    public init(
      communes: @escaping () throws(Problem) -> (layer: CommuneLayer, warnings: [Warning]),
      toDegrees: @escaping (inout [(x: Double, y: Double)], Bool) throws(Problem) -> [Warning]
    ) {
      self.communes = communes
      self.toDegrees = toDegrees
    }
  }
}

/// Counts the rows of a list of establishments, members or persons by commune and family.
///
/// The commune of a row is its code, else its name or postal address, else the one that holds its coordinates.
struct ListImport {
  private let request: TableImport
  private let file: CSVFile
  private let columns: [Int]
  private let areDegrees: Bool
  private let measure: Measure
  private let source: ListRows.FamilySource

  init(_ request: TableImport, _ file: CSVFile) throws(Problem) {
    self.request = request
    self.file = file
    let (columns, areDegrees) = try ListColumn.find(request, file.columns)
    (self.columns, self.areDegrees) = (columns, areDegrees)
    func has(_ column: ListColumn) -> Bool { columns[column.rawValue] >= 0 }
    // What has a SIRET is an establishment, a member's too.
    guard let id = request.measure ?? (has(.siret) ? Measure.establishments.id : request.listOf) else {
      throw Problem(.usage, file: request.path, Text.nothingSaysWhatRowsAre, fix: Text.sayWhatTheListHolds)
    }
    measure = Measure(id)
    source = has(.family) ? .column : has(.category) ? .category : .same(request.family ?? .all)
  }

  private func has(_ column: ListColumn) -> Bool { columns[column.rawValue] >= 0 }
  private func name(_ column: ListColumn) -> String { has(column) ? file.header[columns[column.rawValue]] : "" }

  /// What became of the rows that have no code.
  private struct Placing {
    var byAddress = 0
    var byPosition = 0
    var outside = 0
    /// Rows whose coordinates lie in another commune than the one written.
    var elsewhere = 0
    var faults: [Fault] = []
    var warnings: [Warning] = []
    /// The years of which the codes of the layer are, when they tell; `nil` without a layer too.
    var vintages: ClosedRange<Int>?
    var name = ""
    /// Every commune of the layer; empty without one.
    var communes: [Int] = []
  }

  func run(with locator: TableImport.Locator?) throws(Problem) -> ImportResult {
    let families = try legalFamilies()
    let (source, columns, foldsCities) = (source, columns, request.options.cities == .fold)
    let commaIsDecimal = file.dialect.commaIsDecimal
    let result = try file.scan(columns, threads: 1, isPublished: false) {
      ListRows(source, families: families, columns: columns, foldsCities: foldsCities, commaIsDecimal: commaIsDecimal)
    }
    let rows = result.readers[0]
    let doubts = rows.doubts
    var entries = rows.entries
    if !doubts.isEmpty { entries.removeAll { entry in doubts.contains { $0.place == entry.place } } }
    var placing = Placing()
    if request.isComplete || entries.contains(where: { $0.commune < 0 }) {
      placing = try place(&entries, rows.written, locator, line: result.line)
    }
    entries.removeAll { $0.commune < 0 }

    var met = CodesMet()
    for entry in entries { met.meet(entry.commune, at: entry.place) }
    let year = placing.vintages.map { min($0.upperBound, max($0.lowerBound, latest)) }
    let cog = request.options.cog ?? year.map(String.init)
    var vintage = FileVintage(path: request.path, kind: .anybodys, date: request.options.date, cog: cog)
    if let cog, let year, Int(cog).map({ placing.vintages?.contains($0) == false }) ?? false {
      vintage.faults.append(Fault(.wrongVintage, line: 1, value: "‹cog› \(cog), \(placing.name) \(year)"))
    }
    // The communes of zeros have codes of the layer's year, which must be that of the list's.
    let zeros = placing.communes.filter { !met.contains($0) }.map { CodeLine(code: CommuneCode.text($0), line: 1) }
    vintage.hold(result.lines(met) + zeros, column: name(.commune), path: request.path, events: request.options.events)
    var faults = Faults()
    faults.add(vintage.faults, of: request.path)
    let late =
      doubts.map { Fault(.init($0.fault), line: result.line($0.place), column: name($0.column), value: $0.cell) }
      + placing.faults
    faults.add(
      (result.faults + late).sorted { $0.line < $1.line }, of: request.path, count: result.faultCount + late.count)
    try request.options.check(faults)
    if !vintage.strangers.isEmpty { entries.removeAll { vintage.strangers.contains(CommuneCode.text($0.commune)) } }

    let left = left(rows, placing)
    try request.options.refuseEmpty(
      entries.count, faults, request.path, rows: result.rows, what: Text("aucune ligne comptée", "no row counted"),
      left: left)
    let table = TidyTable(
      rows: cells(entries, zeros: placing.communes), date: vintage.date, cog: vintage.cog, perimeter: request.perimeter,
      source: request.source ?? Path.name(request.path), publishedBy: request.publishedBy ?? "",
      listOf: request.listOf ?? "")
    let warnings =
      vintage.warnings + placing.warnings + result.warnings(request.path, rows.met)
      + warnings(rows, placing, line: result.line)
    return ImportResult(
      table: table, faults: faults, warnings: warnings,
      notes: vintage.notes + notes(rows, entries, placing, left, read: result.rows, refused: faults.count))
  }

  /// The families of legal categories, where the list has such; they are needed for no other list.
  private func legalFamilies() throws(Problem) -> [UInt8] {
    if let categories = request.categories { return categories.families }
    if case .same = source { return [] }
    throw Problem(
      .missingInput, file: request.path, Text.familiesOfLegalCategories,
      fix: Text("donnez ‹legal-categories›", "give ‹legal-categories›"))
  }

  // MARK: Places

  private func place(
    _ entries: inout [ListRows.Entry], _ written: [ListRows.Written], _ locator: TableImport.Locator?,
    line: (CSVPlace) -> Int
  ) throws(Problem) -> Placing {
    guard let locator else {
      throw Problem(.usage, file: request.path, Text.placingRowsTakesOutlines, fix: Text("donnez ‹geo›", "give ‹geo›"))
    }
    let read = try locator.communes()
    let finder = CommuneFinder(read.layer)
    let codes = read.layer.communes.map { commune in
      CommuneCode.number(commune.insee).map { request.options.cities == .fold ? CommuneCode.city($0) : $0 } ?? -1
    }
    var placing = Placing()
    placing.vintages = vintages(of: read.layer)
    placing.name = Path.name(read.layer.path)
    placing.warnings = read.warnings
    if request.isComplete { placing.communes = codes.filter { $0 >= 0 } }
    let isPoint = entries.map { !$0.x.isNaN }
    var points = zip(entries, isPoint).filter(\.1).map { (x: $0.0.x, y: $0.0.y) }
    if !points.isEmpty { placing.warnings += try locator.toDegrees(&points, areDegrees) }
    var next = points.makeIterator()
    var answers = [CommuneNames.Answer?](repeating: nil, count: written.count)
    for index in entries.indices {
      let point = isPoint[index] ? next.next() : nil
      let holds = point.flatMap { finder.commune(at: $0.x, $0.y) }.map { codes[$0] }
      if entries[index].commune < 0, entries[index].written >= 0 {
        let number = Int(entries[index].written)
        let text = written[number]
        let answer = answers[number] ?? finder.names.find(text.text, postcode: text.postcode)
        answers[number] = answer
        guard case .row(let row) = answer else {
          let problem = finder.names.problem(
            text.text, postcode: text.postcode, proposing: placing.faults.count < Self.mostProposals)
          placing.faults.append(
            Fault(
              .unplaced, line: line(entries[index].place),
              column: name(text.postcode.isEmpty && has(.commune) ? .commune : .town),
              value: [text.postcode, text.text].filter { !$0.isEmpty }.joined(separator: " "), detail: problem.what,
              fix: problem.remedy))
          continue
        }
        entries[index].commune = codes[row]
        placing.byAddress += 1
      } else if entries[index].commune < 0 {
        entries[index].commune = holds ?? -1
        if entries[index].commune < 0 { placing.outside += 1 } else { placing.byPosition += 1 }
        continue
      }
      if let holds, holds != entries[index].commune { placing.elsewhere += 1 }
    }
    return placing
  }

  private var latest: Int { request.options.events.latest ?? CommuneEvents.everyVintage.upperBound }

  /// The years that the codes of a layer may be of; `nil` when they are a part of those of a year and tell nothing.
  private func vintages(of layer: CommuneLayer) -> ClosedRange<Int>? {
    if let stated = layer.vintage { return stated...stated }
    let codes = Set(layer.communes.map(\.insee))
    guard let years = request.options.events.vintages(of: codes) else { return nil }
    return request.options.events.isComplete(codes, in: min(years.upperBound, max(years.lowerBound, latest)))
      ? years : nil
  }

  /// Rows for which near names are looked up, which takes time on the list of a country.
  private static let mostProposals = 20

  // MARK: Counts

  /// A row for each commune met, and each of `zeros`, and each family of the list; zeros included. O(entries).
  private func cells(_ entries: [ListRows.Entry], zeros: [Int]) -> [TidyTable.Row] {
    var counts: [Int: [UInt64: Int]] = [:]
    let families = Set(entries.map(\.family)).sorted()
    for (index, entry) in entries.enumerated() {
      // Without a legal unit each row is one of its own.
      let unit = entry.unit > 0 ? entry.unit : UInt64(index) | 1 << 63
      counts[entry.commune << 8 | Int(entry.family), default: [:]][unit, default: 0] += 1
    }
    let knowsUnits = has(.siret) || has(.unit) || request.listOf != nil
    return Set(entries.map(\.commune) + zeros).flatMap { commune in
      families.map { family in
        let units = counts[commune << 8 | Int(family)] ?? [:]
        let count = units.values.reduce(0, +)
        return TidyTable.Row(
          insee: CommuneCode.text(commune), family: Family.allCases[Int(family)], measure: measure,
          value: Double(count), units: knowsUnits ? units.count : nil,
          largest: knowsUnits ? Double(units.values.max() ?? 0) : nil)
      }
    }
  }

  // MARK: What is said

  /// The reasons for which rows are left aside, with their numbers.
  private func left(_ rows: ListRows, _ placing: Placing) -> [Text] {
    Text.reasons([
      (rows.closed, ("fermé", "fermés"), ("closed", "closed")),
      (rows.abroad, ("à l’étranger", "à l’étranger"), ("abroad", "abroad")),
      (
        rows.repeats.count, ("SIRET déjà vu, compté une fois", "SIRET déjà vus, comptés une fois"),
        ("SIRET seen before, counted once", "SIRET seen before, counted once")
      ),
      (placing.outside, ("hors des contours", "hors des contours"), ("outside the outlines", "outside the outlines")),
    ])
  }

  private func warnings(_ rows: ListRows, _ placing: Placing, line: (CSVPlace) -> Int) -> [Warning] {
    var said: [Text] = []
    if !rows.repeats.isEmpty {
      let lines =
        rows.repeats.prefix(5).map { String(line($0)) }.joined(separator: ", ") + (rows.repeats.count > 5 ? "…" : "")
      let other = rows.contradictions == 0 ? Text(same: "") : Text.someContradictTheFirstLine(rows.contradictions)
      said.append(
        Numerals.count(
          rows.repeats.count, fr: ("SIRET déjà vu, compté une fois", "SIRET déjà vus, comptés une fois"),
          en: ("SIRET seen before, counted once", "SIRET seen before, counted once"))
          + (rows.repeats.count > 1
            ? Text(" (lignes \(lines))", " (lines \(lines))") : Text(" (ligne \(lines))", " (line \(lines))")) + other)
    }
    if placing.elsewhere > 0 { said.append(Text.rowsInAnotherCommune(placing.elsewhere)) }
    return said.map { Warning(file: request.path, $0) }
  }

  private func notes(
    _ rows: ListRows, _ entries: [ListRows.Entry], _ placing: Placing, _ left: [Text], read: Int, refused: Int
  ) -> [Text] {
    let communes = Set(entries.map(\.commune)).count
    var notes = [
      Numerals.count(entries.count, fr: ("ligne comptée", "lignes comptées"), en: ("row counted", "rows counted"))
        + Text(" (« \(measure.id) ») dans ", " (\"\(measure.id)\") in ")
        + Text.communes(communes) + Text(", de ", ", out of ") + Text.rowsRead(read)
    ]
    if request.options.cog == nil, let year = placing.vintages.map({ min($0.upperBound, max($0.lowerBound, latest)) }) {
      notes.append(Text("COG \(year), d’après \(placing.name)", "COG \(year), from \(placing.name)"))
    }
    if !left.isEmpty { notes.append(Text("laissées : ", "left out: ") + Text.joined(left, separator: ", ")) }
    if placing.byAddress + placing.byPosition > 0 {
      notes.append(
        Text.rowsPlacedByEachMeans(
          entries.count - placing.byAddress - placing.byPosition, placing.byAddress, placing.byPosition))
    }
    if rows.withoutSiret > 0 { notes.append(Text.rowsWithoutASiret(rows.withoutSiret)) }
    if rows.withoutCategory > 0 { notes.append(Text.rowsWithoutLegalCategory(rows.withoutCategory)) }
    if rows.hidden > 0 { notes.append(Diffusion.note(rows.hidden)) }
    if measure != .establishments { notes.append(Text.densityCountsEstablishments) }
    if !request.isComplete { notes.append(Text.communesWithoutARow) }
    return notes
  }
}
