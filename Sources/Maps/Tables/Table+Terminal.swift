import Bytes

extension Table {
  /// Widest line of running text in a terminal, in characters.
  private static let textWidth = 100

  /// The table for a terminal, with control characters made visible: aligned columns under headings of several
  /// lines, or a paragraph for each row when a column holds sentences.
  ///
  /// - `width`: characters of a line. A wider table first does without the columns of the highest rank, then
  ///   wraps its texts; `nil` shows all.
  /// - `more`: the line that says how to see the columns left out.
  public func terminal(_ language: Language, width: Int? = nil, more: Text? = nil) -> String {
    let line = min(Self.textWidth, width ?? Self.textWidth)
    var out = Self.wrapped(Escape.oneLine(title[language]), indent: 0, width: line) + "\n"
    let cells = rows.map { row in row.map { Escape.oneLine($0.printed(language)) } }
    var dropped = 0
    if cells.contains(where: { $0.contains { $0.count > Self.textWidth } }) {
      out += paragraphs(cells, width: line)
    } else {
      var grid = TerminalGrid(self, cells, language)
      if let width { dropped = grid.fit(width) }
      out += grid.written
    }
    if dropped > 0, let more {
      let count = dropped
      let words = Text(
        count == 1 ? "1 colonne de plus : " : "\(count) colonnes de plus : ",
        count == 1 ? "1 more column: " : "\(count) more columns: ")
      out += "\n" + Self.wrapped((words + more)[language], indent: 0, width: line)
    }
    for note in notes { out += "\n" + Self.wrapped(Escape.oneLine(note[language]), indent: 0, width: line) }
    return out
  }

  /// The short fields of a row on one line, then its sentences, indented and wrapped.
  private func paragraphs(_ cells: [[String]], width: Int) -> String {
    let prose = columns.indices.filter { column in cells.contains { $0[column].count > Self.textWidth } }
    var out = ""
    for row in cells {
      out += columns.indices.filter { !prose.contains($0) && !row[$0].isEmpty }.map { row[$0] }.joined(separator: " · ")
      out += "\n"
      for column in prose { out += Self.wrapped(row[column], indent: 2, width: width) }
      out += "\n"
    }
    return out
  }

  private static func wrapped(_ text: String, indent: Int, width: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return lines(text.split(separator: " ").map(String.init), width: width - indent).map { margin + $0 + "\n" }.joined()
  }

  /// Words in lines of at most `width` characters; a longer word has a line of its own.
  static func lines(_ words: [String], width: Int) -> [String] {
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
