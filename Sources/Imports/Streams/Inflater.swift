import Bytes
import CZlib

/// Decompresses a gzip file or one deflated zip entry while reading it, and verifies its checksum (RFC 1951,
/// RFC 1952).
final class Inflater {
  enum Format {
    case gzip
    case entry(ZipDirectory.Entry)
  }

  /// Number of compressed bytes read so far.
  private(set) var consumed = 0

  private let format: Format
  private let file: InputFile
  private var stream = z_stream()
  private let input: UnsafeMutablePointer<UInt8>
  private let room = 1 << 16
  private var sum: UInt32 = 0
  private var isDone = false

  init(_ format: Format, file: InputFile, first: [UInt8]) {
    self.format = format
    self.file = file
    input = .allocate(capacity: room)
    for (index, byte) in first.enumerated() { input[index] = byte }
    stream.next_in = input
    stream.avail_in = uInt(first.count)
    consumed = first.count
    // A window of 15 bits; zlib takes 16 more for a gzip header, and a negative number for no header.
    let bits: Int32 = if case .gzip = format { 31 } else { -15 }
    inflateInit2_(&stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  /// Writes at most `count` decompressed bytes to `target` and returns how many; 0 at the end. Throws 65 when
  /// the archive is damaged or cut short.
  func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Problem) -> Int {
    stream.next_out = target
    stream.avail_out = uInt(count)
    while !isDone && stream.avail_out == uInt(count) {
      if stream.avail_in == 0 {
        let got = try file.read(input, room)
        if got == 0 { throw Self.truncated(file.path) }
        stream.next_in = input
        stream.avail_in = uInt(got)
        consumed += got
      }
      let state = inflate(&stream, Z_NO_FLUSH)
      switch state {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END: isDone = try !startNextMember()
      default: throw Self.damaged(file.path)
      }
    }
    let made = count - Int(stream.avail_out)
    if case .entry(let entry) = format {
      sum = Self.checksum(sum, target, made)
      if isDone && sum != entry.checksum { throw Self.damaged(file.path) }
    }
    return made
  }

  /// Starts the next gzip member if there is one, as in the output of `cat a.gz b.gz`, and returns whether
  /// there is.
  private func startNextMember() throws(Problem) -> Bool {
    guard case .gzip = format else { return false }
    if stream.avail_in == 0 {
      let got = try file.read(input, room)
      stream.next_in = input
      stream.avail_in = uInt(got)
      consumed += got
    }
    guard stream.avail_in > 0, stream.next_in[0] == 0x1F else { return false }
    inflateReset(&stream)
    return true
  }

  /// The CRC-32 of bytes that continue others with the checksum `sum`.
  static func checksum(_ sum: UInt32, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(uLong(sum), bytes, uInt(count)))
  }

  static func truncated(_ path: String) -> Problem {
    Problem(
      .badData, file: path, Text.archiveStopsBeforeItsEnd, fix: Text("téléchargez-la de nouveau", "download it again"))
  }

  static func damaged(_ path: String) -> Problem {
    Problem(
      .badData, file: path, Text("l’archive est abîmée", "the archive is damaged"),
      fix: Text("téléchargez-la de nouveau", "download it again"))
  }
}
