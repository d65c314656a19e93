/// The rows of a CSV text (RFC 4180), each with the line it starts on.
///
/// The separator is `,`, `;`, `|` or a tab: the one the first line has most of, outside quotes. A byte-order mark
/// is dropped; Latin-1 is not guessed: bytes that are not UTF-8 are an error (65) naming the line.
public struct CSVTable: Sendable {
  public struct Row: Sendable {
    /// 1-based line on which the row starts.
    public let line: Int
    public let fields: [String]
  }

  public let path: String
  public let header: [String]
  public let rows: [Row]

  /// Reads a file, `-` being standard input. Every row must have as many fields as the header. O(n).
  public init(path: String) throws(Problem) {
    try self.init(try FileBytes.read(path), path: path)
  }

  public init(_ bytes: [UInt8], path: String) throws(Problem) {
    self.path = path
    var rows = try Self.split(bytes, path: path)
    guard !rows.isEmpty else {
      throw Problem(.badData, file: path, Text("table vide", "empty table"))
    }
    header = rows.removeFirst().fields
    for row in rows where row.fields.count != header.count {
      throw Self.wrongCount(row.fields.count, header.count, path, row.line)
    }
    self.rows = rows
  }

  static func wrongCount(_ count: Int, _ expected: Int, _ path: String, _ line: Int) -> Problem {
    Problem(
      .badData, file: path, at: Text("ligne \(line)", "line \(line)"),
      Text("\(count) champs au lieu de \(expected)", "\(count) fields instead of \(expected)"),
      fix: Text(
        "mettez entre guillemets les champs qui contiennent le séparateur",
        "quote the fields that hold the separator"))
  }

  static func notUTF8(_ path: String, _ line: Int) -> Problem {
    Problem(
      .badData, file: path, at: Text("ligne \(line)", "line \(line)"),
      Text("le texte n’est pas en UTF-8", "the text is not UTF-8"),
      fix: Text("enregistrez le fichier en « CSV UTF-8 »", "save the file as \"CSV UTF-8\""))
  }

  /// Position of a column by its header, or an error (65) naming it and listing those there are.
  public func column(_ name: String) throws(Problem) -> Int {
    try Self.column(name, in: header, of: path)
  }

  static func column(_ name: String, in header: [String], of path: String) throws(Problem) -> Int {
    if let index = header.firstIndex(of: name) { return index }
    throw .missingColumn(name, among: header, file: path, at: Text("ligne 1", "line 1"))
  }

  private static func split(_ bytes: [UInt8], path: String) throws(Problem) -> [Row] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = guessSeparator(bytes[start...])
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    var rows: [Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var rowLine = 1
    var quoted = false
    var index = start

    func text(_ bytes: [UInt8]) throws(Problem) -> String {
      guard Encoding.isUTF8(bytes) else { throw Self.notUTF8(path, line) }
      return String(decoding: bytes, as: UTF8.self)
    }

    while index < bytes.count {
      let byte = bytes[index]
      if quoted {
        if byte == quote {
          if index + 1 < bytes.count, bytes[index + 1] == quote {
            field.append(quote)
            index += 1
          } else {
            quoted = false
          }
        } else {
          if byte == newline { line += 1 }
          field.append(byte)
        }
      } else if byte == quote, field.isEmpty {
        quoted = true
      } else if byte == separator {
        fields.append(try text(field))
        field.removeAll(keepingCapacity: true)
      } else if byte == newline {
        if field.last == UInt8(ascii: "\r") { field.removeLast() }
        fields.append(try text(field))
        field.removeAll(keepingCapacity: true)
        if fields != [""] { rows.append(Row(line: rowLine, fields: fields)) }
        fields.removeAll(keepingCapacity: true)
        line += 1
        rowLine = line
      } else {
        var end = index + 1
        while end < bytes.count, bytes[end] != separator, bytes[end] != newline { end += 1 }
        field.append(contentsOf: bytes[index..<end])
        index = end
        continue
      }
      index += 1
    }
    if quoted {
      throw Problem(
        .badData, file: path, at: Text("ligne \(rowLine)", "line \(rowLine)"),
        Text("guillemet jamais refermé", "a quote is never closed"))
    }
    if !field.isEmpty || !fields.isEmpty {
      fields.append(try text(field))
      rows.append(Row(line: rowLine, fields: fields))
    }
    return rows
  }

  static func guessSeparator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    var counts = [0, 0, 0, 0]
    var quoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if byte == UInt8(ascii: "\n") && !quoted { break }
      if !quoted, let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
    }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[best]
  }
}
