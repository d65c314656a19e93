/// A CSV text of which the header is read and the records are still to be read. Every table is opened this way.
///
/// A byte-order mark and a line `sep=;` are left out; line ends may be CR LF, LF or CR.
public struct CSVFile: Sendable {
  /// The columns of the header, to look positions up.
  public let columns: CSVHeader
  let blocks: RecordBlocks

  /// Where the text comes from, for messages; `-` is standard input.
  public var path: String { columns.path }
  /// The separator and line end found in the text.
  public var dialect: CSVDialect { columns.dialect }
  /// The names of the columns.
  public var header: [String] { columns.names }
  /// Number of lines up to and including the header.
  public var headerLines: Int { columns.line }

  /// Longest header allowed, in bytes: a longer one means that the file is no CSV.
  static let longestHeader = 1 << 20

  /// Opens a file that is not compressed; `-` is standard input. Throws as `InputFile` and `init(_:progress:)`
  /// do.
  public init(path: String) throws(Problem) { try self.init(InputFile(path)) }

  /// Reads the header.
  ///
  /// Throws 65 for an empty text, for another kind of file (a workbook, Parquet, UTF-16), and for a header that
  /// has no end or is not UTF-8; throws as `source` does. Memory: the header and a block.
  public init(_ source: any ByteSource, progress: Progress? = nil) throws(Problem) {
    let path = source.path
    let buffer = ByteBuffer(capacity: 1 << 16)
    var filled = 0
    var isAtEnd = false
    var opening: CSVOpening?
    while opening == nil {
      if filled == buffer.capacity { buffer.grow(keeping: filled) }
      while !isAtEnd && filled < buffer.capacity {
        let got = try source.read(buffer.bytes + filled, buffer.capacity - filled)
        isAtEnd = got == 0
        filled += got
      }
      if let problem = Self.otherKind(UnsafeBufferPointer(start: buffer.bytes, count: filled), path) { throw problem }
      opening = CSVOpening(buffer.bytes, filled, isWhole: isAtEnd)
    }
    guard let opening, opening.end > opening.start else {
      throw Problem(.badData, file: path, Text("table vide", "empty table"))
    }
    guard !opening.isOpen, opening.end - opening.start < Self.longestHeader else {
      var problem = RecordBlocks.withoutEnd(path, isQuoted: opening.isOpen)
      problem.place = Text("ligne \(opening.lines)", "line \(opening.lines)")
      throw problem
    }
    let line = UnsafeBufferPointer(start: buffer.bytes + opening.start, count: opening.end - opening.start)
    columns = CSVHeader(
      path: path, names: try Self.names(line, opening, path), line: opening.lines, dialect: opening.dialect,
      head: Array(UnsafeBufferPointer(start: buffer.bytes, count: min(filled, 1 << 14))))
    let rest = UnsafeBufferPointer(start: buffer.bytes + opening.end, count: filled - opening.end)
    blocks = RecordBlocks(source, carry: Array(rest), dialect: opening.dialect, progress: progress)
  }

  /// The names of the header without the blanks around them.
  private static func names(_ line: UnsafeBufferPointer<UInt8>, _ opening: CSVOpening, _ path: String) throws(Problem)
    -> [String]
  {
    let columns = Array(0..<opening.fields)
    var scanner = CSVScanner(columns: columns, fieldCount: columns.count, dialect: opening.dialect)
    _ = scanner.scan(line.baseAddress!, line.count, hasQuotes: true)
    if let flaw = scanner.flaw { throw flaw.problem(file: path, line: opening.lines) }
    let record = CSVRecord(base: line.baseAddress!, spans: scanner.spans)
    return columns.map(record.text)
  }

  /// Removes the progress line from the terminal. Call after the last block.
  public func endReading() { blocks.endProgress() }

  /// Whether reading stopped at a record that has no end: the one after the last block read.
  public var endsInOpenRecord: Bool { blocks.endsInOpenRecord }
}
