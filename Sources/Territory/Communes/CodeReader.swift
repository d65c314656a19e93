import Bytes

/// Reads the codes of communes in the rows of a table, and notes those that it had to restore.
public struct CodeReader {
  private let table: CSVTable
  private var restored: Set<Int> = []

  /// A reader of the codes of a table.
  public init(_ table: CSVTable) { self.table = table }

  /// The code in a text of a row. Throws 65, naming line and column, for a text that is no code.
  public mutating func code(_ text: String, _ row: CSVTable.Row, _ column: String) throws(Problem) -> String {
    guard let read = CommuneCode.read(text) else {
      throw CommuneCode.problem(text, file: table.path, at: .cell(row.line, column))
    }
    if read.isRestored { restored.insert(row.line) }
    return read.code
  }

  /// The note on the lines whose code had lost its zero or was written as a number; empty without any.
  public var notes: [Text] { restored.isEmpty ? [] : [CommuneCode.restoredNote(lines: restored.sorted())] }
}
