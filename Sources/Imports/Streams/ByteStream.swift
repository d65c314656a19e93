import Bytes

/// The bytes of a table in order, from a plain, gzip or zip file. The first bytes of the file show which it is;
/// its name does not matter.
final class ByteStream: ByteSource {
  private enum Source {
    case plain
    case inflated(Inflater)
    /// A zip entry stored without compression: the bytes left, the checksum of those read, and the expected
    /// checksum.
    case stored(left: Int, sum: UInt32, checksum: UInt32)
  }

  let path: String
  /// Size of the file as stored, in bytes; 0 when unknown. `done` is how many of these have been read.
  var total: Int { file.total }
  private(set) var done = 0

  private let file: InputFile
  private var source: Source
  /// Bytes that were read to recognise the format and are still to be returned.
  private var first: [UInt8]

  /// Opens a file; in a zip, the largest CSV with a name that `prefers` accepts, or else the largest CSV.
  ///
  /// Throws 66 when the file is missing, 74 when it cannot be read, 65 for a damaged archive or one without a
  /// CSV.
  init(_ path: String, prefers: (String) -> Bool) throws(Problem) {
    self.path = path
    file = try InputFile(path)
    first = []
    source = .plain
    while first.count < 4 {
      var piece: [UInt8] = [0, 0, 0, 0]
      let room = 4 - first.count
      let got = try piece.withUnsafeMutableBufferPointer { (buffer) throws(Problem) in
        try file.read(buffer.baseAddress!, room)
      }
      if got == 0 { break }
      first += piece.prefix(got)
    }
    if first.starts(with: [0x1F, 0x8B]) {
      source = .inflated(Inflater(.gzip, file: file, first: first))
      first = []
    } else if first == [0x50, 0x4B, 3, 4] {
      // The directory of a zip is at its end, so a pipe must be copied first.
      if !file.isPlain { try file.spool(first) }
      let entry = try ZipDirectory.entry(of: file, prefers: prefers)
      file.seek(entry.dataOffset)
      first = []
      source =
        entry.isStored
        ? .stored(left: entry.size, sum: 0, checksum: entry.checksum)
        : .inflated(Inflater(.entry(entry), file: file, first: []))
    }
  }

  /// Copies at most `count` further bytes to `target` and returns how many; 0 at the end. Throws 74, and 65 for
  /// an archive that is damaged or cut short.
  func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Problem) -> Int {
    if !first.isEmpty {
      let given = min(count, first.count)
      for index in 0..<given { target[index] = first[index] }
      first.removeFirst(given)
      done += given
      return given
    }
    switch source {
    case .plain:
      let got = try file.read(target, count)
      done += got
      return got
    case .stored(let left, let sum, let checksum):
      let got = try file.read(target, min(count, left))
      if got == 0 && left > 0 { throw Inflater.truncated(path) }
      let whole = Inflater.checksum(sum, target, got)
      if got == left && whole != checksum { throw Inflater.damaged(path) }
      source = .stored(left: left - got, sum: whole, checksum: checksum)
      done += got
      return got
    case .inflated(let inflater):
      let got = try inflater.read(target, count)
      done = inflater.consumed
      return got
    }
  }
}
