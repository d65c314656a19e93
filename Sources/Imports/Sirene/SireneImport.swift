import Bytes
import Statistics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Counts the ESS establishments of each commune and family in Insee's SIRENE stock files.
///
/// StockUniteLegale says which legal units are of the ESS (`economieSocialeSolidaireUniteLegale` = `O`) and what
/// they are; StockEtablissement where their establishments stand. Columns are found by name, files may be plain,
/// gzip or zip. SIRENE is a perimeter of its own: no jobs, no workforce, and what the register still calls active.
public struct SireneImport: Sendable {
  /// Which establishments count.
  public enum Kept: String, Sendable, CaseIterable {
    /// Active (`A`) and employers (`O`).
    case employers
    case active
    /// Closed ones too.
    case all
  }

  public enum Cities: String, Sendable, CaseIterable {
    /// The arrondissements of Paris, Lyon and Marseille count as 75056, 69123 and 13055.
    case fold
    case keep
  }

  public var units: String
  public var establishments: String
  public var categories: LegalCategories
  public var kept = Kept.employers
  public var cities = Cities.fold
  public var options = ImportOptions()
  /// Threads to read with; 0 takes the processors there are, four at most.
  public var threads = 0

  public init(units: String, establishments: String, categories: LegalCategories) {
    self.units = units
    self.establishments = establishments
    self.categories = categories
  }

  /// Reads both files once, the units first.
  ///
  /// Throws 66 and 74 as files do, 65 for a column that is absent, for a damaged archive, and at the first faulty
  /// row unless the options keep going. Complexity: O(bytes); memory: some 30 bytes a unit of the ESS and
  /// 16 an establishment counted, whatever the length of the files.
  public func run() throws(Problem) -> ImportResult {
    var faults = Faults()
    let table = try readUnits(&faults)
    let file = try TableFile(
      path: establishments, expected: UInt8(ascii: ","), progress: options.progress(establishments),
      prefers: { $0.contains("StockEtablissement") })
    let columns = try Self.columns(
      file, EstablishmentRows.Column.allCases.map(\.name), optional: [EstablishmentRows.Column.diffusion.name])
    let (kept, foldsCities) = (kept, cities == .fold)
    var result = try file.scan(columns, threads: threadCount) {
      EstablishmentRows(units: table, kept: kept, foldsCities: foldsCities)
    }
    var vintage = FileVintage(path: establishments, kind: .register, date: options.date, cog: options.cog)
    let met = CodesMet.joined(result.readers.map(\.met))
    vintage.hold(
      result.lines(met), column: EstablishmentRows.Column.commune.name, path: establishments,
      events: options.events)
    faults.add(file.faults + vintage.faults, of: establishments)
    faults.add(result.faults, of: establishments, count: result.faultCount)
    try options.check(faults)

    var tally = EstablishmentRows.Tally()
    var keys: [UInt64] = []
    var seen = [Bool](repeating: false, count: CommuneCode.count)
    for (code, _) in met.first { seen[code] = !vintage.strangers.contains(CommuneCode.text(code)) }
    for index in result.readers.indices {
      tally = tally + result.readers[index].tally
      keys += result.readers[index].keys
    }
    result.readers = []
    if !vintage.strangers.isEmpty { keys.removeAll { !seen[EstablishmentRows.Key(bits: $0).commune] } }
    keys.sort()
    var cells = SireneCells(keys, seen: seen, units: table)
    let tidy = TidyTable(
      rows: cells.takeRows(), date: vintage.date, cog: vintage.cog, perimeter: perimeter,
      source: "Insee, base Sirene des entreprises et de leurs établissements")
    try options.refuseEmpty(tidy, faults, establishments)
    var warnings = vintage.warnings + result.warnings(establishments)
    func warn(_ count: Int, _ fr: String, _ en: String) {
      guard count > 0 else { return }
      warnings.append(Warning(file: establishments, Self.number(count, fr, en)))
    }
    warn(
      cells.duplicates, "établissements donnés deux fois, comptés une fois",
      "establishments given twice, counted once")
    warn(
      tally.ofCeasedUnits, "établissements actifs d’unités cessées, comptés",
      "active establishments of ceased units, counted")
    let notes = notes(
      tally, rows: result.rows, communes: seen.count { $0 }, counted: keys.count - cells.duplicates, table)
    return ImportResult(table: tidy, faults: faults, warnings: warnings, notes: vintage.notes + notes)
  }

  private func readUnits(_ faults: inout Faults) throws(Problem) -> UnitTable {
    let file = try TableFile(
      path: self.units, expected: UInt8(ascii: ","), progress: options.progress(self.units),
      prefers: { $0.contains("StockUniteLegale") })
    let columns = try Self.columns(
      file, UnitRows.Column.allCases.map(\.name),
      optional: [UnitRows.Column.diffusion.name, UnitRows.Column.state.name])
    let categories = categories
    let result = try file.scan(columns, threads: threadCount) { UnitRows(categories) }
    var units = result.readers.flatMap(\.units)
    var duplicates: [Fault] = []
    var table = UnitTable(units) { _ in duplicates.append(Fault(.duplicate, line: 0)) }
    if !duplicates.isEmpty {
      // Threads met the rows in no order: the first of two in the file is the one that counts.
      duplicates = []
      units.sort { $0.place < $1.place }
      table = UnitTable(units) { unit in
        let siren = unit.entry.isPartlyDiffused ? "" : String(unit.siren)
        duplicates.append(Fault(.duplicate, line: result.line(unit.place), column: "siren", value: siren))
      }
    }
    faults.add(file.faults, of: self.units)
    faults.add(result.faults, of: self.units, count: result.faultCount)
    faults.add(duplicates, of: self.units)
    try options.check(faults)
    return table
  }

  private static func columns(_ file: TableFile, _ names: [String], optional: [String]) throws(Problem) -> [Int]
  {
    let required = try file.columns(names.filter { !optional.contains($0) })
    var next = required.makeIterator()
    return names.map { optional.contains($0) ? file.column($0) ?? -1 : next.next() ?? -1 }
  }

  private var threadCount: Int {
    threads > 0 ? threads : max(1, min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private var perimeter: String {
    let what =
      switch kept {
      case .employers: "active employer establishments"
      case .active: "active establishments"
      case .all: "establishments, closed ones included"
      }
    return "sirene: \(what), ESS flag O" + (cities == .keep ? ", arrondissements kept" : "")
  }

  /// « 63 801 établissements ».
  private static func number(_ value: Int, _ fr: String, _ en: String) -> Text {
    Text("\(Numerals(.fr).integer(value)) \(fr)", "\(Numerals(.en).integer(value)) \(en)")
  }

  private func notes(
    _ tally: EstablishmentRows.Tally, rows: Int, communes: Int, counted: Int, _ table: UnitTable
  ) -> [Text] {
    let main =
      Self.number(counted, "établissements de l’ESS", "establishments of the ESS")
      + Text(" dans ", " in ") + Self.number(communes, "communes", "communes")
      + Text(", de ", ", out of ")
      + Self.number(rows, "lignes et ", "rows and ")
      + Self.number(table.count, "unités de l’ESS", "units of the ESS")
    var left: [Text] = []
    if tally.closed > 0 { left.append(Self.number(tally.closed, "fermés", "closed")) }
    if tally.notEmployers > 0 {
      left.append(Self.number(tally.notEmployers, "non employeurs", "not employers"))
    }
    if tally.outsideESS > 0 { left.append(Self.number(tally.outsideESS, "hors ESS", "outside the ESS")) }
    if tally.withoutCommune > 0 {
      left.append(Self.number(tally.withoutCommune, "de l’ESS sans commune", "of the ESS without a commune"))
    }
    var notes = [main]
    if !left.isEmpty { notes.append(Text("laissés : ", "left out: ") + Text.joined(left, separator: ", ")) }
    if tally.partlyDiffused > 0 {
      notes.append(
        Self.number(
          tally.partlyDiffused, "établissements en diffusion partielle, comptés, jamais énumérés",
          "establishments in partial diffusion, counted, never listed"))
    }
    return notes
  }
}
