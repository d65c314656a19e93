/// Reads the records of a CSV file: all of them in order (`advance`), or the blocks that no other reader has
/// taken (`nextBlock`, `next`) when several threads share a file.
///
/// Memory: one block. Not `Sendable`: each thread has its own.
public struct CSVReader: ~Copyable {
  /// What makes the current record unreadable; its fields then mean nothing.
  public private(set) var flaw: CSVFlaw?
  /// Block and line of the current record.
  public private(set) var place = CSVPlace(block: 0, line: 0)
  /// Whether no line end follows the current record, the last of the file.
  public private(set) var isUnterminated = false
  /// Whether the file ends in a separator: its last field may have been cut off.
  public private(set) var endsInSeparator = false
  /// Number of the current block in file order, from 0; −1 before the first.
  public var block: Int { piece.index }
  /// Number of lines of the current block already read.
  public private(set) var lines = 0

  private var scanner: CSVScanner
  private let file: CSVFile
  private let wanted: [Int]
  private let buffer = ByteBuffer(capacity: RecordBlocks.blockSize)
  private var piece = RecordBlocks.Block(index: -1, count: 0, hasQuotes: false, isUnfinished: false)
  private var at = 0
  private var base: UnsafePointer<UInt8>
  /// Line on which the block starts, when blocks are read in order.
  private var blockLine: Int

  /// A reader of the columns at these positions; a position of −1 stands for an absent column and is always
  /// empty.
  public init(_ file: CSVFile, columns: [Int]) {
    self.file = file
    wanted = columns
    scanner = CSVScanner(columns: columns, fieldCount: file.header.count, dialect: file.dialect)
    base = UnsafePointer(buffer.bytes)
    blockLine = file.headerLines + 1
  }

  /// The wanted fields of the current record, valid until the next one.
  public var record: CSVRecord { CSVRecord(base: base, spans: scanner.spans) }

  /// Line on which the current record starts, from 1. Right only when `advance` reads the blocks in order.
  public var line: Int { blockLine + Int(place.line) }

  /// Moves to the next record in order; false at the end.
  ///
  /// Throws 65 with the line for a record that is flawed or has no end, 74 when the source cannot be read.
  public mutating func advance() throws(Problem) -> Bool {
    while !next() {
      blockLine += lines
      lines = 0
      do throws(Problem) { guard try nextBlock() else { return false } } catch {
        guard file.blocks.endsInOpenRecord else { throw error }
        var problem = error
        problem.place = Text("ligne \(blockLine)", "line \(blockLine)")
        throw problem
      }
    }
    if let flaw { throw flaw.problem(file: file.path, line: line, header: file.header) }
    return true
  }

  /// Takes the next block that no other reader has taken; false when none is left. Throws 65 for a record
  /// without end, 74 when the source cannot be read.
  public mutating func nextBlock() throws(Problem) -> Bool {
    guard let next = try file.blocks.next(into: buffer) else { return false }
    (piece, lines, at) = (next, 0, 0)
    return true
  }

  /// Moves to the next record of the block, even a flawed one (see `flaw`); false at the block's end.
  /// O(record).
  public mutating func next() -> Bool {
    while at < piece.count {
      base = UnsafePointer(buffer.bytes) + at
      let length = scanner.scan(base, piece.count - at, hasQuotes: piece.hasQuotes)
      place = CSVPlace(block: Int32(truncatingIfNeeded: block), line: Int32(truncatingIfNeeded: lines))
      lines += scanner.lines
      at += length + 1
      if scanner.fields == 0 { continue }
      isUnterminated = piece.isUnfinished && at > piece.count
      flaw = scanner.flaw
      if isUnterminated {
        endsInSeparator = base[length - 1] == file.dialect.separator
        if scanner.fields < file.header.count { flaw = .cutShort(scanner.fields, of: file.header.count) }
      }
      return true
    }
    return false
  }
}
