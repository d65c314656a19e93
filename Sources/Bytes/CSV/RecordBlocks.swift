/// A table cut into blocks of whole records, which any number of threads take in file order.
///
/// Only cutting happens under the lock: it reads bytes, follows quotes, and keeps what lies past the last line
/// feed outside quotes for the next block. Every block therefore begins at a record, even where line feeds are
/// quoted (RFC 4180), and each thread parses its blocks without knowing of the others.
final class RecordBlocks: @unchecked Sendable {
  struct Block {
    /// Position in the file's order, from 0.
    let index: Int
    let count: Int
    let hasQuotes: Bool
    /// Whether the block's last record lacks its line feed, at the end of the file.
    let isUnfinished: Bool
  }

  static let blockSize = 1 << 18
  /// Longest record allowed, in bytes: a longer one means an unclosed quote or a file of another kind.
  static let longestRecord = 1 << 24

  private let dialect: CSVDialect
  /// Whether no thread gets another block. Its lock guards everything below, too.
  private let isStopped = Guarded(false)
  private let stream: any ByteSource
  private var carry: [UInt8]
  private var given = 0
  private var isAtEnd = false
  /// Whether reading ended in a record that has no end: the one after the last block.
  private(set) var endsInOpenRecord = false
  private var progress: Progress?

  /// `carry` holds the bytes already read past the header.
  init(_ stream: any ByteSource, carry: [UInt8], dialect: CSVDialect, progress: Progress?) {
    self.stream = stream
    self.carry = carry
    self.dialect = dialect
    self.progress = progress
  }

  /// Fills the buffer with the next whole records; `nil` at the end, or once another thread has failed.
  ///
  /// Throws as the source does, and 65 for a quote that is never closed and for a record without end.
  func next(into buffer: ByteBuffer) throws(Problem) -> Block? {
    do throws(Problem) {
      return try isStopped.withLock { (isStopped) throws(Problem) in isStopped ? nil : try cutNext(into: buffer) }
    } catch {
      isStopped.withLock { $0 = true }
      throw error
    }
  }

  /// Removes the progress line from the terminal.
  func endProgress() { isStopped.withLock { _ in progress?.end() } }

  private func cutNext(into buffer: ByteBuffer) throws(Problem) -> Block? {
    while carry.count >= buffer.capacity { buffer.grow(keeping: 0) }
    var filled = carry.count
    carry.withUnsafeBufferPointer { if let start = $0.baseAddress { buffer.bytes.update(from: start, count: filled) } }
    carry.removeAll(keepingCapacity: true)
    while true {
      while !isAtEnd && filled < buffer.capacity {
        let got = try stream.read(buffer.bytes + filled, buffer.capacity - filled)
        if got == 0 { isAtEnd = true }
        filled += got
      }
      progress?.step(bytes: stream.done, of: stream.total)
      if filled == 0 { return nil }
      let cut = RecordCut(buffer.bytes, filled, dialect: dialect)
      if isAtEnd && !cut.endsInQuotes {
        return block(filled, cut.hasQuotes, isUnfinished: buffer.bytes[filled - 1] != dialect.lineEnd)
      }
      if cut.end > 0 {
        carry.append(contentsOf: UnsafeBufferPointer(start: buffer.bytes + cut.end, count: filled - cut.end))
        return block(cut.end, cut.hasQuotes, isUnfinished: false)
      }
      if isAtEnd || filled >= Self.longestRecord {
        endsInOpenRecord = true
        throw Self.withoutEnd(stream.path, isQuoted: cut.endsInQuotes)
      }
      buffer.grow(keeping: filled)
    }
  }

  private func block(_ count: Int, _ hasQuotes: Bool, isUnfinished: Bool) -> Block {
    defer { given += 1 }
    return Block(index: given, count: count, hasQuotes: hasQuotes, isUnfinished: isUnfinished)
  }

  /// The error (65) for a record that does not end, because a quote stays open or because the file has no
  /// lines.
  static func withoutEnd(_ path: String, isQuoted: Bool) -> Problem {
    guard !isQuoted else {
      return Problem(
        .badData, file: path, Text.quoteIsNeverClosed, fix: Text("refermez-le ou enlevez-le", "close it or take it out")
      )
    }
    return Problem(.badData, file: path, Text.lineDoesNotEnd, fix: Text.giveOneRecordPerLine)
  }
}
