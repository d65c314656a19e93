import Bytes

/// A table as aligned columns of characters: headings under the titles of their groups, and rows whose texts may
/// be wrapped.
struct TerminalGrid {
  private struct Column {
    var group: String
    var words: [String]
    var cells: [String]
    var isNumeric: Bool
    var rank: Int
    /// Whether it is the upper limit of an interval whose lower one stands right before it.
    var isUpperLimit: Bool
    /// Characters of a line of its texts; `nil` for one line each.
    var limit: Int?

    var lines: [[String]] {
      cells.map { cell in
        guard let limit, cell.count > limit else { return [cell] }
        return Table.lines(cell.split(separator: " ").map(String.init), width: limit)
      }
    }
    var longest: Int { lines.flatMap { $0 }.map(\.count).max() ?? 0 }
    var head: [String] { Table.lines(words, width: max(longest, words.map(\.count).max() ?? 0)) }
    var width: Int { max(longest, head.map(\.count).max() ?? 0) }
  }

  private static let gap = 2
  /// Texts are not wrapped to less.
  private static let least = 12
  private var columns: [Column]

  init(_ table: Table, _ cells: [[String]], _ language: Language) {
    columns = table.columns.indices.map { index in
      let column = table.columns[index]
      let head = Escape.oneLine((column.short ?? column.title)[language])
      return Column(
        group: column.short == nil ? "" : Escape.oneLine(column.group?[language] ?? ""),
        words: head.split(separator: " ").map(String.init), cells: cells.map { $0[index] },
        isNumeric: table.isNumeric(index), rank: column.rank,
        isUpperLimit: index > 0 && Self.isInterval(table.columns[index - 1].key, column.key))
    }
  }

  private static func isInterval(_ lower: String, _ upper: String) -> Bool {
    lower.hasSuffix("_lower") && upper.hasSuffix("_upper") && lower.dropLast(6) == upper.dropLast(6)
  }

  private var width: Int { columns.reduce(0) { $0 + $1.width } + Self.gap * max(0, columns.count - 1) }

  /// Makes the grid as narrow as a line: drops columns of the highest rank, the last first and both limits of an interval
  /// together, then wraps the widest texts. Returns how many columns were dropped.
  mutating func fit(_ line: Int) -> Int {
    var dropped = 0
    while width > line, let rank = columns.map(\.rank).max(), rank > 0,
      let last = columns.lastIndex(where: { $0.rank == rank })
    {
      let isLimit = columns[last].isUpperLimit
      columns.removeSubrange((isLimit ? last - 1 : last)...last)
      dropped += isLimit ? 2 : 1
    }
    while width > line {
      let texts = columns.indices.filter { !columns[$0].isNumeric && columns[$0].longest > Self.least }
      guard let widest = texts.max(by: { columns[$0].longest < columns[$1].longest }) else { break }
      let before = columns[widest].width
      columns[widest].limit = max(Self.least, columns[widest].longest - (width - line))
      guard columns[widest].width < before else { break }
    }
    // What still does not fit loses its last columns, but never its first two.
    while width > line, columns.count > 2 {
      columns.removeLast()
      dropped += 1
    }
    return dropped
  }

  /// The lines: titles of groups, headings, a rule, rows.
  var written: String {
    let widths = spread()
    func line(_ fields: [String]) -> String {
      var out = ""
      for (column, field) in fields.enumerated() {
        let pad = String(repeating: " ", count: max(0, widths[column] - field.count))
        if column > 0 { out += String(repeating: " ", count: Self.gap) }
        out += columns[column].isNumeric ? pad + field : field + pad
      }
      while out.last == " " { out.removeLast() }
      return out + "\n"
    }
    var out = groups(widths)
    let heads = columns.map(\.head)
    let depth = heads.map(\.count).max() ?? 1
    for level in 0..<depth { out += line(heads.map { level < depth - $0.count ? "" : $0[level - (depth - $0.count)] }) }
    out += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    let cells = columns.map(\.lines)
    for row in (cells.first ?? []).indices {
      let height = cells.map { $0[row].count }.max() ?? 1
      for level in 0..<height { out += line(cells.map { level < $0[row].count ? $0[row][level] : "" }) }
    }
    return out
  }

  /// Neighbours of one group, as ranges of columns.
  private var runs: [Range<Int>] { Table.runs(of: columns.map(\.group)) }

  /// The widths of the columns, the first of a group wide enough for its title.
  private func spread() -> [Int] {
    var widths = columns.map(\.width)
    for run in runs {
      let room = widths[run].reduce(0, +) + Self.gap * (run.count - 1)
      widths[run.lowerBound] += max(0, columns[run.lowerBound].group.count - room)
    }
    return widths
  }

  private func groups(_ widths: [Int]) -> String {
    guard !runs.isEmpty else { return "" }
    var titles = ""
    var rules = ""
    var start = 0
    for (index, width) in widths.enumerated() {
      if let run = runs.first(where: { $0.lowerBound == index }) {
        let room = widths[run].reduce(0, +) + Self.gap * (run.count - 1)
        titles += String(repeating: " ", count: max(0, start - titles.count)) + columns[index].group
        rules += String(repeating: " ", count: max(0, start - rules.count)) + String(repeating: "╌", count: room)
      }
      start += width + Self.gap
    }
    return titles + "\n" + rules + "\n"
  }
}
