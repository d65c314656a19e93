/// A whole CSV in memory: every record as text, with the line on which it starts.
///
/// `CSVScanner` gives the grammar. Latin-1 is not guessed: bytes that are not UTF-8 are an error (65) that
/// names the line.
public struct CSVTable: Sendable {
  /// A record as text.
  public struct Row: Sendable {
    /// 1-based line on which the row starts.
    public let line: Int
    /// As many fields as the header has, in file order, doubled quotes made single.
    public let fields: [String]
  }

  /// The columns of the header, to look positions up.
  public let columns: CSVHeader
  /// The records in file order, without empty lines.
  public let rows: [Row]

  /// Where the table comes from, for messages.
  public var path: String { columns.path }
  /// The separator and line end found in the text.
  public var dialect: CSVDialect { columns.dialect }
  /// The names of the columns.
  public var header: [String] { columns.names }

  /// Reads a file; `-` is standard input. Throws 65 for a row with another number of fields than the header and
  /// for other flaws, 66 for a missing file, 74 when it cannot be read. Complexity: O(n).
  public init(path: String) throws(Problem) { try self.init(CSVFile(path: path)) }

  /// Reads bytes already in memory; `path` names them in messages. Throws 65 as `init(path:)` does. Complexity:
  /// O(n).
  public init(_ bytes: [UInt8], path: String) throws(Problem) {
    try self.init(CSVFile(MemorySource(bytes, path: path)))
  }

  /// Reads a file in which lines of titles may stand above the names of columns, as in the sheets that Insee publishes:
  /// the first of the leading lines that has a name of each group begins the table. Without such a line, or when the
  /// first line is one, it is read as `init(path:)` reads it. Numbers of lines stay those of the file.
  ///
  /// - groups: names of columns; case, accents and marks do not matter.
  public init(path: String, below groups: [[String]]) throws(Problem) {
    var bytes = try FileBytes.read(path)
    let wanted = groups.map { Set($0.map(\.folded)) }
    var at = 0
    for index in 0..<40 where at < bytes.count {
      let end = CSVOpening.lineEnd(bytes, at, bytes.count, quotes: false)
      let line = String(decoding: bytes[at..<end], as: UTF8.self)
      let isHeader = CSVDialect.separators.contains { separator in
        let fields = line.split(separator: Character(Unicode.Scalar(separator))).map { field in
          field.trimmingPrefix("\u{FEFF}").filter { $0 != "\"" }.folded
        }
        return wanted.allSatisfy { group in fields.contains { group.contains($0) } }
      }
      if isHeader {
        // Empty lines before the header are passed over and counted.
        if index > 0 { for at in 0..<at where bytes[at] != newline && bytes[at] != carriageReturn { bytes[at] = 0x20 } }
        break
      }
      at = CSVOpening.past(bytes, end, bytes.count)
    }
    try self.init(bytes, path: path)
  }

  private init(_ file: CSVFile) throws(Problem) {
    var reader = CSVReader(file, columns: Array(file.header.indices))
    var rows: [Row] = []
    while try reader.advance() {
      let record = reader.record
      rows.append(Row(line: reader.line, fields: file.header.indices.map(record.text)))
    }
    columns = file.columns
    self.rows = rows
  }

  /// Position of a column, from 0. Throws 65 when the name is absent (naming the columns present) or occurs
  /// twice.
  public func column(_ name: String) throws(Problem) -> Int { try columns.column(name) }

  /// Position of a column, `nil` when it is absent. Throws 65 when two columns have the name.
  public func position(of name: String) throws(Problem) -> Int? { try columns.position(of: name) }
}
