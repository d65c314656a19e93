import Bytes
import Synchronization

/// A table in blocks of whole records, given out in order to as many threads as ask.
///
/// Only cutting is done under the lock: bytes are read, quotes are followed from one to the next, and what lies
/// past the last line feed outside quotes waits for the next block. So every block begins at a record, quoted
/// line feeds included (RFC 4180), and threads parse their blocks without knowing of each other.
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
  /// A record longer than this is a quote somebody forgot to close.
  static let longestRecord = 1 << 24

  let path: String
  private let separator: UInt8
  private let lock = Mutex<Void>(())
  private let stream: ByteStream
  private var carry: [UInt8]
  private var given = 0
  private var isAtEnd = false
  private var isStopped = false
  /// Whether reading ended in a record whose quote is never closed: the one after the last block.
  private(set) var endsInOpenRecord = false
  private var progress: Progress?

  /// `carry` are the bytes read ahead, past the header.
  init(_ stream: ByteStream, carry: [UInt8], separator: UInt8, progress: Progress?) {
    self.stream = stream
    path = stream.path
    self.carry = carry
    self.separator = separator
    self.progress = progress
  }

  /// Fills the buffer with the next whole records; `nil` at the end, or once another thread has failed.
  ///
  /// Throws 74 and 65 as reading does, and 65 for a quote that is never closed.
  func next(into buffer: ByteBuffer) throws(Problem) -> Block? {
    let result = lock.withLock { _ in
      Result { () throws(Problem) in try cutNext(into: buffer) }
    }
    switch result {
    case .success(let block): return block
    case .failure(let problem):
      stop()
      throw problem
    }
  }

  /// No thread gets another block.
  func stop() { lock.withLock { _ in isStopped = true } }

  /// Takes the progress line off the screen.
  func endProgress() { lock.withLock { _ in progress?.end() } }

  private func cutNext(into buffer: ByteBuffer) throws(Problem) -> Block? {
    guard !isStopped else { return nil }
    while carry.count >= buffer.capacity { buffer.grow(keeping: 0) }
    var filled = carry.count
    carry.withUnsafeBufferPointer {
      if let start = $0.baseAddress { buffer.bytes.update(from: start, count: filled) }
    }
    carry.removeAll(keepingCapacity: true)
    while true {
      while !isAtEnd && filled < buffer.capacity {
        let got = try stream.read(buffer.bytes + filled, buffer.capacity - filled)
        if got == 0 { isAtEnd = true }
        filled += got
      }
      progress?.step(bytes: stream.done, of: stream.total)
      if filled == 0 { return nil }
      let cut = RecordCut(buffer.bytes, filled, separator: separator)
      if isAtEnd && !cut.endsInQuotes {
        return block(filled, cut.hasQuotes, isUnfinished: buffer.bytes[filled - 1] != newline)
      }
      if cut.end > 0 {
        carry.append(contentsOf: UnsafeBufferPointer(start: buffer.bytes + cut.end, count: filled - cut.end))
        return block(cut.end, cut.hasQuotes, isUnfinished: false)
      }
      if isAtEnd || filled >= Self.longestRecord {
        endsInOpenRecord = true
        throw neverClosed()
      }
      buffer.grow(keeping: filled)
    }
  }

  private func block(_ count: Int, _ hasQuotes: Bool, isUnfinished: Bool) -> Block {
    defer { given += 1 }
    return Block(index: given, count: count, hasQuotes: hasQuotes, isUnfinished: isUnfinished)
  }

  private func neverClosed() -> Problem {
    Problem(
      .badData, file: path, Text("un guillemet n’est jamais refermé", "a quote is never closed"),
      fix: Text("refermez-le ou enlevez-le", "close it or take it out"))
  }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let quote = UInt8(ascii: "\"")
