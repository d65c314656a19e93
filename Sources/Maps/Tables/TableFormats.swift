import Bytes
import Statistics

/// Ways of writing a table.
public enum TableFormat: String, Sendable, CaseIterable { case table, markdown, csv, json }

extension Table {
  /// The table in a format.
  public func written(_ format: TableFormat, language: Language, excel: Bool = false) -> [UInt8] {
    switch format {
    case .table: Array(printed.terminal(language).utf8)
    case .markdown: Array(printed.markdown(language).utf8)
    case .csv: csv(excel: excel)
    case .json: json.bytes()
    }
  }

  /// A Markdown table under its title, notes below.
  public func markdown(_ language: Language) -> String {
    var out = "## \(Escape.markdown(title[language]))\n\n"
    out += "| " + columns.map { Escape.markdown($0.title[language]) }.joined(separator: " | ") + " |\n"
    out += "|" + columns.indices.map { isNumeric($0) ? "---:" : "---" }.joined(separator: "|") + "|\n"
    for row in rows {
      out += "| " + row.map { Escape.markdown($0.printed(language)) }.joined(separator: " | ") + " |\n"
    }
    for note in notes { out += "\n\(Escape.markdown(note[language]))\n" }
    return out
  }

  /// CSV by RFC 4180 with `,` and decimal points. With `excel`: `;`, decimal commas and a byte-order mark,
  /// which French Excel opens as a table; texts are then no formulas, and codes keep their zeros.
  public func csv(excel: Bool = false) -> [UInt8] {
    let separator: Unicode.Scalar = excel ? ";" : ","
    var out = ByteWriter()
    if excel { out.raw("\u{FEFF}") }
    func line(_ fields: [String]) {
      out.text(fields.map { Escape.csv($0, separator: separator) }.joined(separator: String(separator)))
      out.raw("\r\n")
    }
    line(columns.flatMap { $0.isFigure ? [$0.key, $0.key + "_status"] : [$0.key] })
    let codes = excel ? codeColumns : []
    for row in rows {
      line(
        row.enumerated().flatMap { column, value -> [String] in
          if codes.contains(column), let code = value.code { return [Escape.spreadsheet(code: code)] }
          return value.fields(forSpreadsheet: excel)
        })
    }
    return out.bytes
  }

  /// The columns of codes that a spreadsheet would take for numbers and spoil: those with a
  /// leading zero, or with more digits than it keeps. All values of such a column become text,
  /// so that it does not mix texts and numbers.
  private var codeColumns: Set<Int> {
    Set(
      columns.indices.filter { column in
        rows.contains { row in
          guard let text = row[column].code else { return false }
          return text.utf8.count > 15 || text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "0")
        }
      })
  }

  /// Several tables in one CSV, with an empty line between them.
  public static func csv(_ tables: [Table], excel: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, table) in tables.enumerated() {
      let own = table.csv(excel: excel)
      if index > 0 { bytes += Array("\r\n".utf8) }
      bytes += index > 0 && excel ? Array(own.dropFirst(3)) : own
    }
    return bytes
  }

  /// `{schema, rows}`; a row is an object with the columns' keys.
  public var json: JSON { .object([("schema", .integer(1)), ("rows", jsonRows)]) }

  /// The rows without the object around them.
  public var jsonRows: JSON {
    .array(
      rows.map { row in
        var members: [(key: String, value: JSON)] = []
        for (column, value) in zip(columns, row) {
          members.append((column.key, value.json))
          if column.isFigure { members.append((column.key + "_status", .string(value.status))) }
        }
        return .object(members)
      })
  }

  private struct Heading {
    var text: String
    var column: Int
    var spans = 1
    var rows = 1
  }

  /// The rows of headings: titles over groups of columns and the short headings under them, or whole headings alone.
  private func headings(_ language: Language) -> [[Heading]] {
    let groups = columns.map { $0.short == nil ? "" : $0.group?[language] ?? "" }
    let runs = Self.runs(of: groups).filter { $0.count > 1 }
    var (upper, lower): ([Heading], [Heading]) = ([], [])
    for (column, head) in columns.enumerated() {
      guard let run = runs.first(where: { $0.contains(column) }) else {
        upper.append(Heading(text: head.title[language], column: column, rows: runs.isEmpty ? 1 : 2))
        continue
      }
      if run.lowerBound == column { upper.append(Heading(text: groups[column], column: column, spans: run.count)) }
      lower.append(Heading(text: (head.short ?? head.title)[language], column: column))
    }
    return runs.isEmpty ? [upper] : [upper, lower]
  }

  /// Neighbours with the same title of a group, as ranges of columns; empty titles are none.
  static func runs(of groups: [String]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, group) in groups.enumerated() where !group.isEmpty {
      if let last = runs.last, last.upperBound == index, groups[last.lowerBound] == group {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  /// A `<table>` element, labelled by the element with this id.
  public func html(_ language: Language, labelledBy id: String) -> String {
    let styles = columns.indices.map { isNumeric($0) ? " class=\"n\"" : "" }
    var out = "<table aria-labelledby=\"\(id)\">\n<thead>\n"
    for row in headings(language) {
      out += "<tr>"
      for head in row {
        let style = head.spans > 1 ? "" : styles[head.column]
        let extent = head.spans > 1 ? "group\" colspan=\"\(head.spans)\"" : head.rows > 1 ? "\" rowspan=\"2\"" : "\""
        out += "<th scope=\"col\(extent)\(style)>\(Escape.markup(head.text))</th>"
      }
      out += "</tr>\n"
    }
    out += "</thead>\n<tbody>\n"
    for row in rows {
      out += "<tr>"
      for (column, value) in row.enumerated() {
        let text = Escape.markup(value.printed(language))
        var style = styles[column]
        if language == .en, case .word(let words, _) = value, words.isFrench { style += " lang=\"fr\"" }
        out += column == 0 ? "<th scope=\"row\"\(style)>\(text)</th>" : "<td\(style)>\(text)</td>"
      }
      out += "</tr>\n"
    }
    return out + "</tbody>\n</table>\n"
  }
}

extension Table.Value {
  /// A text of digits alone, which a spreadsheet would take for a number.
  fileprivate var code: String? {
    switch self {
    case .text(let text), .word(_, key: let text):
      !text.isEmpty && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } ? text : nil
    default: nil
    }
  }
}
