import Bytes
import Territory

/// The result of an import, before anything is written.
public struct ImportResult: Sendable {
  /// The rows that were kept.
  public var table: TidyTable
  /// The faults found; empty unless the options kept going.
  public var faults: Faults
  /// What a reader should know although the work went on.
  public var warnings: [Warning]
  /// What was counted and what was left out, for people.
  public var notes: [Text]

  /// Writes the table and, when there are faults, the side file `rejects`: both or neither. Without faults it
  /// removes a side file of an earlier run, which would be taken for this run's.
  ///
  /// Throws 64, 73 and 74 as `OutputFile.write` does.
  public func write(to path: String, rejects: String) throws(Problem) {
    let bytes = table.csv()
    if path == "-" {
      if !faults.isEmpty { try OutputFile.write(faults.csv(), to: rejects) }
      return try OutputFile.write(bytes, to: path)
    }
    guard faults.isEmpty else { return try OutputFile.writeTogether([(path, bytes), (rejects, faults.csv())]) }
    try OutputFile.writeTogether([(path, bytes)], removing: Faults.isSideFile(rejects) ? [rejects] : [])
  }

  /// The default name of the side file: `ess-rejects.csv` for `ess.csv`, `import-rejects.csv` for standard
  /// output.
  public static func rejectsPath(for output: String) -> String {
    output == "-" ? "import-rejects.csv" : Path.stem(output) + "-rejects.csv"
  }
}

/// The options common to all imports.
public struct ImportOptions: Sendable {
  /// What to do with the arrondissements of Paris, Lyon and Marseille.
  public enum Cities: String, Sendable, CaseIterable {
    /// They count as the communes 75056, 69123 and 13055.
    case fold
    /// They stay as they are.
    case keep
  }

  /// Reference date of the figures, such as `2021` or `2021-12-31`; `nil` to take it from the file or its name.
  public var date: String?
  /// Year of the commune codes; `nil` to take it from the file, its name or the codes.
  public var cog: String?
  /// The changes of the list of communes, with which the codes are compared; without changes every code exists.
  public var events = CommuneEvents([])
  /// Whether to leave out faulty rows and continue, rather than stop at the first.
  public var keepsGoing = false
  /// What to do with municipal arrondissements.
  public var cities = Cities.fold
  /// Whether to show the progress on a terminal.
  public var showsProgress = false

  /// The defaults: take date and codes from the file, and stop at the first fault.
  public init() {}

  /// A progress line for a file; `nil` when progress is not shown.
  func progress(_ path: String) -> Progress? { showsProgress ? Progress(Text(same: Path.name(path))) : nil }

  /// The rows with arrondissements in their commune, unless they are kept.
  func folded(_ rows: [TidyTable.Row]) -> CityRows { cities == .fold ? CityRows(rows) : CityRows(keeping: rows) }

  /// The faults of a file: of its dates and codes, of its rows, and of rows together. Throws 65 for the first unless the
  /// import keeps going.
  func faults<Reader>(of path: String, _ vintage: FileVintage, _ rows: ScanResult<Reader>, _ together: [Fault])
    throws(Problem) -> Faults
  {
    var faults = Faults()
    faults.add(vintage.faults, of: path)
    faults.add(rows.faults, of: path, count: rows.faultCount)
    faults.add(together, of: path)
    try check(faults)
    return faults
  }

  /// Throws 65 for the first fault unless the import keeps going.
  func check(_ faults: Faults) throws(Problem) { if !keepsGoing, let problem = faults.problem() { throw problem } }

  /// Throws 65 when nothing was kept, even with `keepsGoing`, because an empty file is not an answer. The message says
  /// how many rows were read and why none was kept.
  func refuseEmpty(
    _ kept: Int, _ faults: Faults, _ path: String, rows: Int,
    what: Text = Text("aucune commune gardée", "no commune kept"), left: [Text] = [], fix: Text? = nil
  ) throws(Problem) {
    guard kept == 0 else { return }
    var why = left
    if let (_, fault) = faults.list.first {
      let first = fault.place + Text(" : ", ": ") + fault.what
      why.append(
        Numerals.count(faults.count, fr: ("écartée", "écartées"), en: ("refused", "refused"))
          + Text(", la première ", ", the first ") + first)
    }
    throw Problem(
      .badData, file: path, what + Text(" : ", ": ") + Text.joined([Text.rowsRead(rows)] + why, separator: ", "),
      fix: fix ?? Text.checkFileAndOptions)
  }
}
