/// What separates the fields and ends the lines of a CSV text.
public struct CSVDialect: Sendable, Equatable {
  /// The byte between two fields.
  public let separator: UInt8
  /// A line feed, or the carriage return of files that have no line feeds.
  public let lineEnd: UInt8

  /// A dialect from its two bytes; the defaults are a comma and a line feed.
  public init(separator: UInt8 = UInt8(ascii: ","), lineEnd: UInt8 = UInt8(ascii: "\n")) {
    self.separator = separator
    self.lineEnd = lineEnd
  }

  /// Whether a comma inside a number is a decimal mark: true when `;` or a tab separates fields, as in files
  /// that a spreadsheet set to French writes.
  public var commaIsDecimal: Bool { separator == UInt8(ascii: ";") || separator == UInt8(ascii: "\t") }

  /// The separators a file may have, the one least frequent in ordinary text first, because a tie goes to the
  /// first.
  static let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: ",")]

  /// Whether a byte is a space, or a tab that is not the separator.
  @inline(__always) func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && byte != separator)
  }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let quote = UInt8(ascii: "\"")

/// Where the header of a CSV text lies in its first bytes, and the dialect that these bytes show.
struct CSVOpening {
  let dialect: CSVDialect
  /// Offset of the header, past a byte-order mark, empty lines and `sep=;`.
  let start: Int
  /// Offset just past the header's line end.
  let end: Int
  /// Number of lines up to and including the header, or the header's first line when a quote in it is never
  /// closed.
  let lines: Int
  /// Whether a quote that opens in the header is never closed.
  let isOpen: Bool
  /// Number of fields of the header.
  let fields: Int

  /// Looks at the first `count` bytes; `nil` when they are not enough to tell, which never happens with the
  /// whole text.
  ///
  /// A first line `sep=;`, as Excel writes it, names the separator. Otherwise the separator is the one of `,`
  /// `;` tab `|` that the header and the next line have equally often outside quotes, or else the most frequent
  /// in the header.
  init?(_ bytes: UnsafePointer<UInt8>, _ count: Int, isWhole: Bool) {
    // Past the longest header allowed no more bytes are waited for.
    let isWhole = isWhole || count > CSVFile.longestHeader
    var at = count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    var line = 1
    var named: UInt8?
    while true {
      let end = Self.lineEnd(bytes, at, count, quotes: false)
      // A line feed that is not read yet may follow a carriage return at the end of these bytes.
      guard isWhole || end + 1 < count else { return nil }
      let text = UnsafeBufferPointer(start: bytes + at, count: end - at)
      let isSeparator =
        named == nil && text.count == 5 && text.prefix(4).elementsEqual("sep=".utf8)
        && CSVDialect.separators.contains(text[4])
      guard end < count, isSeparator || text.allSatisfy({ $0 == UInt8(ascii: " ") }) else { break }
      if isSeparator { named = text[4] }
      at = Self.past(bytes, end, count)
      line += 1
    }
    var end = Self.lineEnd(bytes, at, count, quotes: true)
    if end == count {
      // Either the text is one line, or a quote is an ordinary character: the line end is then looked for
      // without quotes.
      guard isWhole else { return nil }
      end = Self.lineEnd(bytes, at, count, quotes: false)
    }
    guard isWhole || end + 1 < count else { return nil }
    let isLineFeed = end == count || bytes[end] == newline || (end + 1 < count && bytes[end + 1] == newline)
    let next = Self.past(bytes, end, count)
    let header = UnsafeBufferPointer(start: bytes + at, count: end - at)
    let second = UnsafeBufferPointer(start: bytes + next, count: Self.lineEnd(bytes, next, count, quotes: true) - next)
    dialect = CSVDialect(
      separator: named ?? Self.separator(header, second), lineEnd: isLineFeed ? newline : carriageReturn)
    var scanner = CSVScanner(columns: [], fieldCount: 0, dialect: dialect)
    let length = scanner.scan(bytes + at, count - at, hasQuotes: true)
    isOpen = scanner.isOpen
    guard isWhole || (!isOpen && at + length < count) else { return nil }
    start = at
    self.end = min(count, at + length + 1)
    lines = isOpen ? line : line + scanner.lines - 1
    fields = scanner.fields
  }

  /// The first carriage return or line feed, outside quotes if asked; `count` when there is none.
  static func lineEnd(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ count: Int, quotes: Bool) -> Int {
    var isQuoted = false
    var at = from
    while at < count {
      if quotes, bytes[at] == quote { isQuoted.toggle() }
      if !isQuoted, bytes[at] == newline || bytes[at] == carriageReturn { return at }
      at += 1
    }
    return count
  }

  /// Past the line end at `end`.
  static func past(_ bytes: UnsafePointer<UInt8>, _ end: Int, _ count: Int) -> Int {
    guard end < count else { return count }
    return bytes[end] == carriageReturn && end + 1 < count && bytes[end + 1] == newline ? end + 2 : end + 1
  }

  private static func separator(_ header: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let counts = counts(header)
    let next = counts.elementsEqual([0, 0, 0, 0]) || second.isEmpty ? counts : Self.counts(second)
    func rank(_ index: Int) -> (Int, Int, Int) {
      (counts[index] > 0 && next[index] == counts[index] ? 1 : 0, counts[index], -index)
    }
    let best = counts.indices.max { rank($0) < rank($1) } ?? 0
    return counts[best] == 0 ? UInt8(ascii: ",") : CSVDialect.separators[best]
  }

  /// How often each separator stands in a line, outside quotes.
  private static func counts(_ line: UnsafeBufferPointer<UInt8>) -> [Int] {
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    for byte in line {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, let which = CSVDialect.separators.firstIndex(of: byte) { counts[which] += 1 }
    }
    return counts
  }
}
