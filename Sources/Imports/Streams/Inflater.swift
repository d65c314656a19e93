import Bytes
import CZlib

/// Decompresses a gzip file or one deflated zip entry as it is read, and checks its sum (RFC 1951, RFC 1952).
final class Inflater {
  enum Format {
    case gzip
    case entry(ZipDirectory.Entry)
  }

  /// Compressed bytes behind.
  private(set) var consumed = 0

  private let format: Format
  private let file: InputFile
  private var stream = z_stream()
  private let input: UnsafeMutablePointer<UInt8>
  private let room = 1 << 16
  private var sum: uLong = 0
  private var isDone = false

  init(_ format: Format, file: InputFile, first: [UInt8]) {
    self.format = format
    self.file = file
    input = .allocate(capacity: room)
    for (index, byte) in first.enumerated() { input[index] = byte }
    stream.next_in = input
    stream.avail_in = uInt(first.count)
    consumed = first.count
    // 15 bits of window; 16 more for gzip's header, minus for none at all.
    let bits: Int32 = if case .gzip = format { 31 } else { -15 }
    inflateInit2_(&stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  /// The next decompressed bytes, at most `count`; 0 at the end. Throws 65 when the archive is damaged or cut.
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
      default: throw damaged()
      }
    }
    let made = count - Int(stream.avail_out)
    if case .entry(let entry) = format {
      sum = crc32(sum, target, uInt(made))
      if isDone && UInt32(truncatingIfNeeded: sum) != entry.checksum { throw damaged() }
    }
    return made
  }

  /// Whether another gzip member follows, as `cat a.gz b.gz` makes them.
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

  static func truncated(_ path: String) -> Problem {
    Problem(
      .badData, file: path,
      Text("l’archive s’arrête avant sa fin", "the archive stops before its end"),
      fix: Text("téléchargez-la de nouveau", "download it again"))
  }

  private func damaged() -> Problem {
    Problem(
      .badData, file: file.path, Text("l’archive est abîmée", "the archive is damaged"),
      fix: Text("téléchargez-la de nouveau", "download it again"))
  }
}
