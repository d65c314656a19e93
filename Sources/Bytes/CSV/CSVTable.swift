/// A whole CSV in memory: every record as text, each with the line it starts on.
///
/// Read by the grammar of `CSVScanner`; Latin-1 is not guessed: bytes that are not UTF-8 are an error (65) naming
/// the line.
public struct CSVTable: Sendable {
  public struct Row: Sendable {
    /// 1-based line on which the row starts.
    public let line: Int
    public let fields: [String]
  }

  public let path: String
  public let columns: CSVHeader
  public let rows: [Row]
  public let dialect: CSVDialect

  /// The names of the columns.
  public var header: [String] { columns.names }

  /// Reads a file, `-` being standard input. Every row must have as many fields as the header. O(n).
  public init(path: String) throws(Problem) { try self.init(CSVFile(path: path)) }

  public init(_ bytes: [UInt8], path: String) throws(Problem) {
    try self.init(CSVFile(MemorySource(bytes, path: path)))
  }

  private init(_ file: CSVFile) throws(Problem) {
    var reader = CSVReader(file, columns: Array(file.header.indices))
    var rows: [Row] = []
    while try reader.advance() {
      let record = reader.record
      rows.append(Row(line: reader.line, fields: file.header.indices.map(record.text)))
    }
    path = file.path
    columns = file.columns
    dialect = file.dialect
    self.rows = rows
  }

  /// Position of a column by its header. Throws 65 when it is absent, naming those there are, or there twice.
  public func column(_ name: String) throws(Problem) -> Int { try columns.column(name) }

  /// Position of a column the table may lack. Throws 65 when two columns have the name.
  public func position(of name: String) throws(Problem) -> Int? { try columns.position(of: name) }
}
