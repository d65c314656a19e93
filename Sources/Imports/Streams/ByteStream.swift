import Bytes

/// The bytes of a table one after the other, whether the file is plain, gzip or zip: its first bytes say which,
/// not its name.
final class ByteStream: ByteSource {
  private enum Source {
    case plain
    case inflated(Inflater)
    /// A zip entry stored without compression: bytes left of it, the sum of those behind and what it shall be.
    case stored(left: Int, sum: UInt32, checksum: UInt32)
  }

  let path: String
  /// Bytes of the file, compressed or not, and how many of them are behind; the total is 0 when unknown.
  var total: Int { file.size }
  private(set) var done = 0

  private let file: InputFile
  private var source: Source
  /// Bytes read to recognise the format, still to be given out.
  private var first: [UInt8]

  /// Opens a file; in a zip, the entry whose name `prefers`, else the largest CSV.
  ///
  /// Throws 66 and 74 as files do, 65 for an archive that cannot be read.
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
      // The directory of a zip stands at its end, which a pipe has not reached.
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

  /// The next bytes, at most `count`; 0 at the end. Throws 74, or 65 for an archive that is damaged or cut.
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
