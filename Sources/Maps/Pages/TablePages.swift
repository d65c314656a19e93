import Bytes
import Cartography

/// Tables on A4 pages: each on as many as it takes, with its headings on each, and short ones together.
public struct TablePages {
  private let table: Table
  private let language: Language
  private let widths: [Double]
  private let isNumeric: [Bool]
  /// A table with more rows is printed in part, because nobody reads a hundred pages; the workbook and the page have all.
  private static let most = 1500
  /// The rows of a table that is printed in part.
  private static let sample = 40
  private static let size = 10.0
  private static let line = 12.5
  private static let gap = 12.0
  private static let room = Page.width - 2 * Page.margin
  private static let bottom = Page.height - Page.margin

  /// The pages of tables in their order, and the numbers of the tables that begin on each. A table that fits under
  /// the one before it stands there; any other begins a page.
  public static func pages(_ tables: [Table], _ language: Language, _ theme: Theme = .light) -> [(
    drawing: Drawing, begun: [Int]
  )] {
    var pages: [(drawing: Drawing, begun: [Int])] = []
    var y = bottom
    for (number, table) in tables.enumerated() {
      let layout = TablePages(table, language)
      if var shared = pages.last {
        var end = y + 26
        if layout.draw(from: 0, in: &shared.drawing, y: &end) == layout.table.rows.count, end <= bottom {
          shared.begun.append(number)
          pages[pages.count - 1] = shared
          y = end
          continue
        }
      }
      var next = 0
      repeat {
        var page = Page.blank(layout.title(from: next), language, theme)
        y = Page.margin + 14
        let isFirst = next == 0
        next += max(1, layout.draw(from: next, in: &page, y: &y))
        pages.append((page, isFirst ? [number] : []))
      } while next < layout.table.rows.count
    }
    return pages
  }

  /// Measures the columns that people read; those that are only for machines are left out.
  private init(_ table: Table, _ language: Language) {
    var printed = table.printed
    if printed.rows.count > Self.most {
      let count = printed.rows.count
      printed.notes.insert(Text.firstRowsOfTheWorkbook(Self.sample, .printed { $0.integer(count) }), at: 0)
      printed.rows = Array(printed.rows.prefix(Self.sample))
    }
    self.table = printed
    self.language = language
    widths = Self.widths(self.table, language)
    isNumeric = printed.columns.indices.map { printed.isNumeric($0) }
  }

  /// Numbers get the room they need; texts share the rest by their length and are wrapped when they are longer.
  private static func widths(_ table: Table, _ language: Language) -> [Double] {
    let wanted = table.columns.indices.map { column -> Double in
      let texts = table.rows.map { $0[column].printed(language) }
      let longest = texts.map { TextMetrics.width($0, size: size) }.max() ?? 0
      let head =
        table.columns[column].title[language].split(separator: " ").map {
          TextMetrics.width(String($0), size: size, weight: .bold)
        }.max() ?? 0
      return max(longest, head) + 2
    }
    let free = room - gap * Double(wanted.count - 1)
    let over = wanted.reduce(0, +) - free
    guard over > 0 else { return wanted }
    // Takes what is missing from the widest columns, never below a sixth of the page.
    var widths = wanted
    var excess = over
    while excess > 0.5, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let cut = min(excess, max(20, widths[widest] - second))
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  private func title(from first: Int) -> String {
    table.title[language] + (first == 0 ? "" : Text(" (suite)", " (continued)")[language])
  }

  /// Draws the rows from `first` on that a page has room for below `y`, at least one, with the notes after the last;
  /// returns their number and leaves in `y` where they end.
  private func draw(from first: Int, in page: inout Drawing, y: inout Double) -> Int {
    page.heading(title(from: first), at: &y, size: 19, leading: 24)
    y += 6
    let heads = table.columns.enumerated().map { column, head in
      TextWrap.lines(head.title[language], width: widths[column], size: Self.size, weight: .bold)
    }
    let deepest = heads.map(\.count).max() ?? 1
    draw(heads, in: &page, y: y, class: "t10b")
    y += Self.line * Double(deepest) - 4
    page.line(Page.margin, y, Page.width - Page.margin, y, class: "rule")
    y += 12
    let notes = noteLines
    var count = 0
    for row in first..<table.rows.count {
      let cells = table.rows[row].enumerated().map { column, value in
        TextWrap.lines(value.printed(language), width: widths[column], size: Self.size)
      }
      let height = Self.line * Double(max(1, cells.map(\.count).max() ?? 1)) + 2
      let isLast = row == table.rows.count - 1
      let below = isLast ? Double(notes.count) * 12 + 8 : 0
      if count > 0, y + height + below > Self.bottom { break }
      draw(cells, in: &page, y: y, class: "t10i")
      y += height
      page.line(Page.margin, y - 9.5, Page.width - Page.margin, y - 9.5, class: "thin")
      count += 1
    }
    if first + count >= table.rows.count {
      y += 6
      for line in notes {
        page.text(line, Page.margin, y, class: "t10")
        y += 12
      }
    }
    return count
  }

  private var noteLines: [String] {
    table.notes.flatMap { TextWrap.lines($0[language], width: Self.room, size: Self.size) }
  }

  private func draw(_ cells: [[String]], in page: inout Drawing, y: Double, class style: String) {
    var x = Page.margin
    for (column, lines) in cells.enumerated() {
      let isNumeric = isNumeric[column]
      for (index, line) in lines.enumerated() {
        page.text(
          line, isNumeric ? x + widths[column] : x, y + Self.line * Double(index), class: style,
          anchor: isNumeric ? .end : .start)
      }
      x += widths[column] + Self.gap
    }
  }
}
