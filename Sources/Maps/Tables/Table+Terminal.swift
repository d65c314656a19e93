import Bytes

extension Table {
  /// Widest line of running text in a terminal, in characters.
  private static let textWidth = 100

  /// The table for a terminal, with control characters made visible: aligned columns under headings of several
  /// lines, or a paragraph for each row when a column holds sentences.
  public func terminal(_ language: Language) -> String {
    let cells = rows.map { row in row.map { Escape.oneLine($0.printed(language)) } }
    var out = Escape.oneLine(title[language]) + "\n\n"
    let isProse = cells.contains { $0.contains { $0.count > Self.textWidth } }
    out += isProse ? paragraphs(cells) : aligned(cells, language)
    for note in notes { out += "\n" + Self.wrapped(Escape.oneLine(note[language]), indent: 0) }
    return out
  }

  private func aligned(_ cells: [[String]], _ language: Language) -> String {
    let longest = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let heads = columns.indices.map { column -> [String] in
      let words = Escape.oneLine(columns[column].title[language]).split(separator: " ").map(String.init)
      return Self.lines(words, width: max(longest[column], words.map(\.count).max() ?? 0))
    }
    let isNumeric = columns.indices.map { self.isNumeric($0) }
    let widths = columns.indices.map { max(longest[$0], heads[$0].map(\.count).max() ?? 0) }
    func line(_ fields: [String]) -> String {
      var out = ""
      for (column, field) in fields.enumerated() {
        let pad = String(repeating: " ", count: widths[column] - field.count)
        if column > 0 { out += "  " }
        out += isNumeric[column] ? pad + field : field + (column == fields.count - 1 ? "" : pad)
      }
      while out.last == " " { out.removeLast() }
      return out + "\n"
    }
    var out = ""
    let depth = heads.map(\.count).max() ?? 1
    for level in 0..<depth {
      out += line(
        heads.map { head in
          let start = depth - head.count
          return level < start ? "" : head[level - start]
        })
    }
    out += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    for row in cells { out += line(row) }
    return out
  }

  /// The short fields of a row on one line, then its sentences, indented and wrapped.
  private func paragraphs(_ cells: [[String]]) -> String {
    let prose = columns.indices.filter { column in cells.contains { $0[column].count > Self.textWidth } }
    var out = ""
    for row in cells {
      out += columns.indices.filter { !prose.contains($0) && !row[$0].isEmpty }.map { row[$0] }.joined(
        separator: " · ")
      out += "\n"
      for column in prose { out += Self.wrapped(row[column], indent: 2) }
      out += "\n"
    }
    return out
  }

  private static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return lines(text.split(separator: " ").map(String.init), width: textWidth - indent)
      .map { margin + $0 + "\n" }.joined()
  }

  private static func lines(_ words: [String], width: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
