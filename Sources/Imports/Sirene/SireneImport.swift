import Bytes
import Statistics
import Territory

/// Counts the ESS establishments of each commune and family in Insee's SIRENE stock files.
///
/// StockUniteLegale says which legal units belong to the ESS (`economieSocialeSolidaireUniteLegale` = `O`) and
/// what they are; StockEtablissement says where their establishments are. Columns are found by name, and files
/// may be plain, gzip or zip. SIRENE is a perimeter of its own: it has no jobs, and it counts what the register
/// still calls active.
public struct SireneImport: Sendable {
  /// Which establishments count.
  public enum Kept: String, Sendable, CaseIterable {
    /// Active (`A`) and employers (`O`).
    case employers
    /// Active ones, with or without employees.
    case active
    /// Also closed ones.
    case all
  }

  /// The file StockUniteLegale; `-` is standard input.
  public var units: String
  /// The file StockEtablissement; `-` is standard input.
  public var establishments: String
  /// The families of the catégories juridiques.
  public var categories: LegalCategories
  /// Which establishments count.
  public var kept = Kept.employers
  /// Options common to all imports.
  public var options = ImportOptions()
  /// Number of threads for reading; 0 for the number of processors, at most four.
  public var threads = 0

  /// An import of active employers with folded cities.
  public init(units: String, establishments: String, categories: LegalCategories) {
    self.units = units
    self.establishments = establishments
    self.categories = categories
  }

  /// Reads both files once, first the units.
  ///
  /// Throws 66 when a file is missing, 74 when it cannot be read, 65 for an absent column, for a damaged
  /// archive, when no unit or establishment is left, and at the first fault unless the options keep going.
  /// Complexity: O(bytes); memory: some 30 bytes for each unit of the ESS and 16 for each establishment
  /// counted, whatever the size of the files.
  public func run() throws(Problem) -> ImportResult {
    var faults = Faults()
    let (table, unitNotes) = try readUnits(&faults)
    let file = try CSVFile(
      ByteStream(establishments) { $0.contains("StockEtablissement") }, progress: options.progress(establishments))
    let columns = try Self.columns(
      file, EstablishmentRows.Column.allCases.map(\.name),
      optional: [EstablishmentRows.Column.diffusion.name, EstablishmentRows.Column.country.name])
    let (kept, foldsCities) = (kept, options.cities == .fold)
    var result = try file.scan(columns, threads: threadCount) {
      EstablishmentRows(units: table, kept: kept, foldsCities: foldsCities)
    }
    var vintage = FileVintage(path: establishments, kind: .register, date: options.date, cog: options.cog)
    let met = CodesMet.joined(result.readers.map(\.met))
    vintage.hold(
      result.lines(met), column: EstablishmentRows.Column.commune.name, path: establishments, events: options.events)
    faults.add(vintage.faults, of: establishments)
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
    let counted = keys.count - cells.duplicates
    try options.refuseEmpty(
      counted, faults, establishments, rows: result.rows, what: Text.noEstablishmentCounted,
      left: tally.leftOut(self.units), fix: remedy(tally, rows: result.rows))
    var warnings = vintage.warnings + result.warnings(establishments, met)
    func warn(_ count: Int, _ what: Text) { if count > 0 { warnings.append(Warning(file: establishments, what)) } }
    warn(
      cells.duplicates,
      Numerals.count(
        cells.duplicates,
        fr: ("établissement donné deux fois, compté une fois", "établissements donnés deux fois, comptés une fois"),
        en: ("establishment given twice, counted once", "establishments given twice, counted once")))
    warn(
      tally.ofCeasedUnits,
      Numerals.count(
        tally.ofCeasedUnits,
        fr: ("établissement actif d’une unité cessée, compté", "établissements actifs d’unités cessées, comptés"),
        en: ("active establishment of a ceased unit, counted", "active establishments of ceased units, counted")))
    let notes = notes(tally, rows: result.rows, communes: seen.count { $0 }, counted: counted, table)
    return ImportResult(table: tidy, faults: faults, warnings: warnings, notes: vintage.notes + unitNotes + notes)
  }

  /// What to do when no establishment is counted; `nil` when no one reason explains it.
  private func remedy(_ tally: EstablishmentRows.Tally, rows: Int) -> Text? {
    let ofESS = tally.abroad + tally.withoutCommune
    if tally.closed == rows { return Text.allEstablishmentsAreClosed }
    if tally.outsideESS + ofESS == 0, tally.notEmployers > 0 {
      return tally.employersUnknown == tally.notEmployers
        ? Text.employerColumnIsEmpty : Text.keepActiveCountsNonEmployers
    }
    if ofESS == 0, tally.outsideESS > 0 { return Text.takeFilesOfOneMonth }
    guard ofESS > 0 else { return nil }
    return Text.communeColumnIsUnusable
  }

  private func readUnits(_ faults: inout Faults) throws(Problem) -> (table: UnitTable, notes: [Text]) {
    let file = try CSVFile(
      ByteStream(self.units) { $0.contains("StockUniteLegale") }, progress: options.progress(self.units))
    let columns = try Self.columns(
      file, UnitRows.Column.allCases.map(\.name),
      optional: [UnitRows.Column.diffusion.name, UnitRows.Column.state.name])
    let categories = categories
    let result = try file.scan(columns, threads: threadCount) { UnitRows(categories) }
    var units = result.readers.flatMap(\.units)
    var duplicates: [Fault] = []
    var table = UnitTable(units) { _ in duplicates.append(Fault(.duplicate, line: 0)) }
    if !duplicates.isEmpty {
      // Threads read the rows in no particular order, but of two rows the first in the file must count.
      duplicates = []
      units.sort { $0.place < $1.place }
      table = UnitTable(units) { unit in
        let siren = unit.entry.isPartlyDiffused ? "" : String(unit.siren)
        duplicates.append(Fault(.duplicate, line: result.line(unit.place), column: "siren", value: siren))
      }
    }
    faults.add(result.faults, of: self.units, count: result.faultCount)
    faults.add(duplicates, of: self.units)
    try options.check(faults)
    let outside = result.readers.reduce(0) { $0 + $1.outside }
    let unknown = result.readers.reduce(0) { $0 + $1.unknown }
    let left = [
      (
        outside,
        Text("\(Numerals(.fr).integer(outside)) hors ESS (N)", "\(Numerals(.en).integer(outside)) outside it (N)")
      ),
      (
        unknown,
        Text("\(Numerals(.fr).integer(unknown)) sans indication", "\(Numerals(.en).integer(unknown)) that do not say")
      ),
    ].filter { $0.0 > 0 }.map(\.1)
    guard table.count > 0 else {
      throw Problem(
        .badData, file: self.units,
        Text("aucune unité de l’ESS : ", "no unit of the ESS: ")
          + Text.joined([Text.rowsRead(result.rows)] + left, separator: ", ") + Text.noUnitDeclaredSocial,
        fix: unknown == result.rows ? Text.columnIsEmptyEverywhere : Text.checkThatUnitsAreWhole)
    }
    var notes = [
      Text("unités : ", "units: ") + Text.rowsRead(result.rows)
        + Text(", \(Numerals(.fr).integer(table.count)) de l’ESS", ", \(Numerals(.en).integer(table.count)) of the ESS")
        + (left.isEmpty ? Text(same: "") : Text(" ; laissées : ", "; left out: ") + Text.joined(left, separator: ", "))
    ]
    let blank = result.readers.reduce(0) { $0 + $1.withoutCategory }
    if blank > 0 {
      notes.append(Text.unitsWithoutLegalCategory(Numerals(.fr).integer(blank), Numerals(.en).integer(blank)))
    }
    return (table, notes)
  }

  private static func columns(_ file: CSVFile, _ names: [String], optional: [String]) throws(Problem) -> [Int] {
    var positions: [Int] = []
    for name in names {
      if let position = try file.columns.position(of: name) {
        positions.append(position)
      } else if optional.contains(name) {
        positions.append(-1)
      } else {
        throw absent(name, file, isUnits: names.contains(UnitRows.Column.category.name))
      }
    }
    return positions
  }

  /// The error (65) for a file without a column, which says what the file is when it is another one of the register.
  private static func absent(_ name: String, _ file: CSVFile, isUnits: Bool) -> Problem {
    let isOf: [(column: String, Text, Text)] = [
      ("plg_code_commune", Text.fileHoldsPositions, Text.giveEstablishmentStock),
      ("dateFin", Text.fileHoldsHistories, Text.giveBothStocks),
      (
        "codeCommuneEtablissement", Text("c’est StockEtablissement", "this is StockEtablissement"),
        Text.fileGoesToEstablishments
      ),
      (
        "categorieJuridiqueUniteLegale", Text("c’est StockUniteLegale", "this is StockUniteLegale"),
        Text.fileGoesToUnits
      ),
    ]
    // A file may lack a column and yet be the right one.
    let other = isOf.first { kind in
      file.header.contains(kind.column) && !(kind.column.hasSuffix("UniteLegale") && isUnits)
        && !(kind.column.hasSuffix("Etablissement") && !isUnits)
    }
    var problem = file.columns.absent(name)
    guard let other else { return problem }
    problem.what = other.1 + Text(", sans colonne « \(name) »", ", without a column \"\(name)\"")
    problem.remedy = other.2
    return problem
  }

  private var threadCount: Int { threads > 0 ? threads : max(1, min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private var perimeter: String {
    let what =
      switch kept {
      case .employers: "active employer establishments"
      case .active: "active establishments"
      case .all: "establishments, closed ones included"
      }
    return "sirene: \(what), ESS flag O" + (options.cities == .keep ? ", arrondissements kept" : "")
  }

  private func notes(_ tally: EstablishmentRows.Tally, rows: Int, communes: Int, counted: Int, _ table: UnitTable)
    -> [Text]
  {
    let main =
      Numerals.count(
        counted, fr: ("établissement de l’ESS", "établissements de l’ESS"),
        en: ("establishment of the ESS", "establishments of the ESS")) + Text(" dans ", " in ")
      + Text.communes(communes) + Text(", de ", ", out of ")
      + Numerals.count(rows, fr: ("ligne et ", "lignes et "), en: ("row and ", "rows and "))
      + Numerals.count(
        table.count, fr: ("unité de l’ESS", "unités de l’ESS"), en: ("unit of the ESS", "units of the ESS"))
    let left = tally.leftOut(self.units)
    var notes = [main, Text.someCooperativesCountAsCompanies]
    if !left.isEmpty { notes.append(Text("laissés : ", "left out: ") + Text.joined(left, separator: ", ")) }
    if tally.partlyDiffused > 0 { notes.append(Diffusion.note(tally.partlyDiffused)) }
    return notes
  }
}
