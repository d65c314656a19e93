/// The rows of a CSV text one after the other, without a string a field: for files of millions of cells.
///
/// Reads what `CSVTable` reads, and fails as it does. A field is text only when asked for, and the same text as the
/// row before's is not made again.
public struct CSVCursor: Sendable {
  public let path: String
  public private(set) var header: [String]
  /// 1-based line on which the current row starts.
  public private(set) var line = 1
  private let bytes: [UInt8]
  private let separator: UInt8
  private var next: Int
  private var nextLine = 1
  /// Bounds of each field in the text, quotes left out.
  private var fields: [(start: Int, end: Int, isQuoted: Bool)] = []
  private var last: [(bytes: [UInt8], text: String)]

  /// Reads the header. Throws 65 for an empty text.
  public init(_ bytes: [UInt8], path: String) throws(Problem) {
    self.bytes = bytes
    self.path = path
    next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = CSVTable.guessSeparator(bytes[next...])
    header = []
    last = []
    guard try advance() else { throw Problem(.badData, file: path, Text("table vide", "empty table")) }
    last = fields.map { _ in ([], "") }
    var names: [String] = []
    for index in fields.indices { names.append(try text(index)) }
    header = names
  }

  /// Goes to the next row that is not an empty line; false at the end. Throws 65 for a quote that is never closed
  /// and a row of another number of fields than the header.
  public mutating func advance() throws(Problem) -> Bool {
    repeat {
      guard next < bytes.count else { return false }
      line = nextLine
      try split()
    } while fields.count == 1 && fields[0].start == fields[0].end
    guard header.isEmpty || fields.count == header.count else {
      throw CSVTable.wrongCount(fields.count, header.count, path, line)
    }
    return true
  }

  private mutating func split() throws(Problem) {
    fields.removeAll(keepingCapacity: true)
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    while true {
      var start = next
      var end = start
      var isQuoted = false
      if next < bytes.count, bytes[next] == quote {
        isQuoted = true
        start += 1
        next += 1
        while next < bytes.count, bytes[next] != quote || (next + 1 < bytes.count && bytes[next + 1] == quote) {
          if bytes[next] == newline { nextLine += 1 }
          next += bytes[next] == quote ? 2 : 1
        }
        guard next < bytes.count else {
          throw Problem(
            .badData, file: path, at: Text("ligne \(line)", "line \(line)"),
            Text("guillemet jamais refermé", "a quote is never closed"))
        }
        end = next
        next += 1
      }
      while next < bytes.count, bytes[next] != separator, bytes[next] != newline { next += 1 }
      if !isQuoted { end = next }
      let isLast = next >= bytes.count || bytes[next] == newline
      if isLast, !isQuoted, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      fields.append((start, end, isQuoted))
      next += 1
      guard isLast else { continue }
      nextLine += 1
      return
    }
  }

  /// Position of a column by its header, or an error (65) naming it and listing those there are.
  public func column(_ name: String) throws(Problem) -> Int {
    try CSVTable.column(name, in: header, of: path)
  }

  /// A field's bytes, quotes and spaces at its ends left out; doubled quotes stay doubled.
  public func slice(_ field: Int) -> ArraySlice<UInt8> {
    var (start, end, _) = fields[field]
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return bytes[start..<end]
  }

  /// A field as text, without spaces at its ends. Throws 65 when it is not UTF-8.
  public mutating func text(_ field: Int) throws(Problem) -> String {
    let slice = slice(field)
    if last[field].bytes.elementsEqual(slice) { return last[field].text }
    guard !slice.contains(where: { $0 >= 0x80 }) || Encoding.isUTF8(slice) else {
      throw CSVTable.notUTF8(path, line)
    }
    var text = String(decoding: slice, as: UTF8.self)
    if fields[field].isQuoted, text.contains("\"\"") {
      var out = ""
      var wasQuote = false
      for character in text {
        if character == "\"", wasQuote {
          wasQuote = false
          continue
        }
        wasQuote = character == "\""
        out.append(character)
      }
      text = out
    }
    last[field] = (Array(slice), text)
    return text
  }
}
