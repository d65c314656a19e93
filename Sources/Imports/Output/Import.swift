import Bytes
import Territory

/// What an import made, before anything is written.
public struct ImportResult: Sendable {
  public var table: TidyTable
  /// Rows refused; never any unless the import was told to keep going.
  public var faults: Faults
  /// What a reader should know though the work went on.
  public var warnings: [Warning]
  /// What was counted and what was left out.
  public var notes: [Text]

  /// Writes the table and, when rows were refused, the side file: both or none. A side file of an earlier run, which
  /// would be taken for this one's, goes when no row was refused.
  ///
  /// Throws 73 and 74 as writing does.
  public func write(to path: String, rejects: String) throws(Problem) {
    let bytes = table.csv()
    if path == "-" {
      if !faults.isEmpty { try OutputFile.write(faults.csv(), to: rejects) }
      return try OutputFile.write(bytes, to: path)
    }
    guard faults.isEmpty else {
      return try OutputFile.writeTogether([(path, bytes), (rejects, faults.csv())])
    }
    try OutputFile.writeTogether([(path, bytes)], removing: Faults.isSideFile(rejects) ? [rejects] : [])
  }

  /// The side file's name when none is given: `ess.csv` has `ess-rejects.csv`.
  public static func rejectsPath(for output: String) -> String {
    output == "-" ? "import-rejects.csv" : Path.stem(output) + "-rejects.csv"
  }
}

/// What every import may be told.
public struct ImportOptions: Sendable {
  /// Reference date of the figures.
  public var date: String?
  /// Year of the commune codes.
  public var cog: String?
  /// Changes of the list of communes, which the codes are held against; without any, every code exists.
  public var events = CommuneEvents([])
  /// Whether to leave faulty rows out and go on.
  public var keepsGoing = false
  /// Whether to show on a terminal how far the work is.
  public var showsProgress = false

  public init() {}

  /// A progress line for a file.
  func progress(_ path: String) -> Progress? {
    showsProgress ? Progress(Text(same: Path.name(path))) : nil
  }

  /// Stops at the first fault unless told to go on. Throws 65.
  func check(_ faults: Faults) throws(Problem) {
    if !keepsGoing, let problem = faults.problem() { throw problem }
  }

  /// Throws 65 when nothing is left of a table, saying how many rows were read and why none was kept: an empty file is
  /// no answer, with `keepsGoing` either.
  func refuseEmpty(
    _ table: TidyTable, _ faults: Faults, _ path: String, rows: Int, left: [Text] = []
  ) throws(Problem) {
    guard table.rows.isEmpty else { return }
    var why = left
    if let (_, fault) = faults.list.first {
      let first = fault.place + Text(" : ", ": ") + fault.what
      why.append(
        Numerals.count(faults.count, fr: ("écartée", "écartées"), en: ("refused", "refused"))
          + Text(", la première ", ", the first ") + first)
    }
    throw Problem(
      .badData, file: path,
      Text("aucune commune gardée : ", "no commune kept: ")
        + Numerals.count(rows, fr: ("ligne lue", "lignes lues"), en: ("row read", "rows read"))
        + (why.isEmpty ? Text(same: "") : Text(same: ", ") + Text.joined(why, separator: ", ")),
      fix: Text("vérifiez le fichier et les options", "check the file and the options"))
  }
}

extension NumberSign {
  /// The status of a tidy row without a value: what an empty field leaves unsaid is not available.
  var status: String { self == .empty ? Self.notAvailable.rawValue : rawValue }
}
