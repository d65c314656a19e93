import Bytes

/// A CSV file whose header has been read: plain, gzip or zip.
struct TableFile {
  let path: String
  let header: [String]
  let separator: UInt8
  /// Lines up to and with the header.
  let headerLines: Int
  /// What is wrong with the file as a whole, told on line 1.
  let faults: [Fault]
  let blocks: RecordBlocks

  /// Opens a file and reads its header. `expected` is the separator its publisher uses, `nil` when any goes.
  ///
  /// Throws 66 and 74 as files do, 65 for an empty file or a damaged archive.
  init(
    path: String, expected: UInt8?, progress: Progress? = nil, prefers: (String) -> Bool = { _ in false }
  ) throws(Problem) {
    let stream = try ByteStream(path, prefers: prefers)
    let buffer = ByteBuffer(capacity: 1 << 16)
    var filled = 0
    var end: Int?
    var isAtEnd = false
    while end == nil && !isAtEnd {
      if filled == buffer.capacity { buffer.grow(keeping: filled) }
      let got = try stream.read(buffer.bytes + filled, buffer.capacity - filled)
      isAtEnd = got == 0
      filled += got
      end = Self.headerEnd(buffer.bytes, filled)
      if filled > RecordBlocks.longestRecord { break }
    }
    var start = 0
    var faults: [Fault] = []
    if filled >= 3, buffer.bytes[0] == 0xEF, buffer.bytes[1] == 0xBB, buffer.bytes[2] == 0xBF {
      start = 3
      faults.append(Fault(.byteOrderMark, line: 1))
    }
    if filled >= 2, [[0xFF, 0xFE], [0xFE, 0xFF]].contains([buffer.bytes[0], buffer.bytes[1]]) {
      throw Problem(
        .badData, file: path, at: Text("ligne 1", "line 1"),
        Text("le texte est en UTF-16", "the text is UTF-16"),
        fix: Text("enregistrez le fichier en « CSV UTF-8 »", "save the file as \"CSV UTF-8\""))
    }
    let headerEnd = end ?? filled
    guard headerEnd > start else {
      throw Problem(.badData, file: path, Text("fichier vide", "empty file"))
    }
    let line = UnsafeBufferPointer(start: buffer.bytes + start, count: headerEnd - start)
    if !UTF8Check.isValid(line.baseAddress!, line.count) { faults.append(Fault(.notUTF8, line: 1)) }
    separator = Self.separator(line)
    if let expected, expected != separator {
      faults.append(
        Fault(
          .wrongSeparator, line: 1, column: Self.name(expected), value: Self.name(separator)))
    }
    header = Self.fields(line, separator)
    headerLines = max(1, line.count { $0 == newline })
    self.path = path
    self.faults = faults
    let rest = UnsafeBufferPointer(start: buffer.bytes + headerEnd, count: filled - headerEnd)
    blocks = RecordBlocks(stream, carry: Array(rest), separator: separator, progress: progress)
  }

  /// Positions of columns by their headers. Throws 65 naming the first that is absent and those there are.
  func columns(_ names: [String]) throws(Problem) -> [Int] {
    var positions: [Int] = []
    for name in names {
      guard let position = column(name) else { throw absent(name) }
      positions.append(position)
    }
    return positions
  }

  /// A column that is not there (65), with those that are.
  func absent(_ name: String) -> Problem {
    .missingColumn(name, among: header, file: path, at: Text("ligne 1", "line 1"))
  }

  func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  private static func headerEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var isQuoted = false
    for index in 0..<count {
      if bytes[index] == quote { isQuoted.toggle() }
      if bytes[index] == newline && !isQuoted { return index + 1 }
    }
    return nil
  }

  /// `,`, `;`, a tab or `|`: the one the header has most of, outside quotes.
  private static func separator(_ line: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    for byte in line {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
    }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[best]
  }

  /// The fields of the header, spaces around them dropped; bytes that are not UTF-8 become U+FFFD.
  private static func fields(_ line: UnsafeBufferPointer<UInt8>, _ separator: UInt8) -> [String] {
    let most = line.count { $0 == separator } + 1
    var scanner = RowScanner(columns: Array(0..<most), fieldCount: most, separator: separator)
    let count = scanner.scanQuoted(line.baseAddress!, line.count).fields
    let row = Row(base: line.baseAddress!, spans: scanner.spans)
    return (0..<count).map { row.text($0).trimmingSpaces }
  }

  static func name(_ separator: UInt8) -> String {
    separator == UInt8(ascii: "\t") ? "tab" : String(decoding: [separator], as: UTF8.self)
  }
}
