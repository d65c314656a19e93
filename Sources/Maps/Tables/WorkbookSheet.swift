import Bytes
import Cartography

/// A sheet of a workbook: a title, headings, rows and notes.
public struct WorkbookSheet: Sendable {
  /// A cell.
  public enum Cell: Sendable, Equatable {
    case empty
    /// A text, never a formula.
    case text(String)
    /// A number, unrounded, and how a spreadsheet shows it: `#,##0.0`.
    case number(Double, format: String)
    /// A text that leads to the sheet of this name.
    case link(String, sheet: String)
  }

  /// The name on the tab: at most 31 UTF-16 units, none of them one of `[]:*?/\`.
  public var name: String
  /// The first line.
  public var title: String
  /// The headings, in the second line.
  public var headings: [String]
  /// The rows under them, one cell a heading.
  public var rows: [[Cell]]
  /// What stands under the rows, already in lines.
  public var notes: [String]
  /// The widths of the columns, in digits of the usual font of spreadsheets.
  public let widths: [Double]
  /// The heights of the headings and of each row, in points, because LibreOffice does not fit them to wrapped texts.
  public let heights: [Double]
  /// Which columns hold numbers, whose headings stand at the right.
  public let isNumeric: [Bool]
  /// How many columns on the left stay in view; 0 for none.
  public var frozenColumns = 0

  /// The font of every cell: its metrics are known, and those of Liberation Sans are the same.
  public static let font = (name: "Arial", points: 10.0)
  /// A digit of the font in which spreadsheets measure columns, in px.
  private static let digit = 7.0
  private static let size = font.points * 96 / 72
  /// The widest column, in px; longer texts wrap.
  private static let widest = 400.0
  /// Room at the sides of a text: its indent and the cell's own margins.
  private static let margins = 16.0
  /// The arrow of the filter.
  private static let arrow = 18.0

  /// A sheet whose columns are as wide as their cells need, up to a bound.
  ///
  /// - `shown`: the texts of the cells as a reader sees them, where they differ from the cells.
  public init(
    name: String, title: String, headings: [String], rows: [[Cell]], notes: [String], shown: [[String]]? = nil
  ) {
    self.name = name
    self.title = Escape.cell(title)
    self.headings = headings.map(Escape.cell)
    self.rows = rows
    let texts = shown ?? rows.map { $0.map(\.text) }
    func width(_ text: String, _ weight: FontWeight = .regular) -> Double {
      TextMetrics.width(text, size: Self.size, weight: weight)
    }
    let widths = headings.indices.map { column -> Double in
      let longest = texts.map { width($0[column]) }.max() ?? 0
      // A heading wraps between words, but not where it is short.
      let words = headings[column].split { " \n".contains($0) }.map { width(String($0), .bold) }.max() ?? 0
      let heading = max(words, min(width(headings[column], .bold), 90)) + Self.arrow
      return min(Self.widest, max(longest, heading) + Self.margins)
    }
    func height(_ cells: [String], _ weight: FontWeight = .regular) -> Double {
      let room = weight == .bold ? Self.margins + Self.arrow : Self.margins
      let lines = zip(cells, widths).map {
        TextWrap.lines($0, width: max($1 - room, 1), size: Self.size, weight: weight).count
      }
      return Self.font.points * 1.3 * Double(max(1, lines.max() ?? 1)) + 2
    }
    self.widths = widths.map { ($0 / Self.digit * 10).rounded(.up) / 10 }
    heights = [height(self.headings, .bold)] + texts.map { height($0) }
    isNumeric = headings.indices.map { column in
      rows.contains { if case .number = $0[column] { true } else { false } }
    }
    let room = max(700, widths.reduce(0, +))
    self.notes = notes.flatMap { TextWrap.lines(Escape.cell($0), width: room, size: Self.size) }
  }

  /// Names for tabs, one for each of these, in order and all different, whatever the case: characters that no tab
  /// may have become `-`, and long names are cut.
  public static func names(_ names: [String]) -> [String] {
    var taken: Set<String> = ["history"]
    return names.map { name in
      let plain = String(Escape.oneLine(name).map { "[]:*?/\\'".contains($0) ? "-" : $0 }).trimmingSpaces
      let whole = plain.isEmpty ? "-" : plain
      var candidate = cut(whole, 31)
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = cut(whole, 31 - "~\(number)".count) + "~\(number)"
        number += 1
      }
      return candidate
    }
  }

  /// The letters of a column: `A` for 0, `AA` for 26.
  public static func column(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? last : column(index / 26 - 1) + last
  }

  /// A name of at most `length` UTF-16 units: its beginning and its end, because names of one family begin alike.
  private static func cut(_ name: String, _ length: Int) -> String {
    guard name.utf16.count > length else { return name }
    var (head, tail) = (name, name)
    while head.utf16.count > length / 2 { head.removeLast() }
    while tail.utf16.count > length - head.utf16.count - 1 { tail.removeFirst() }
    return head + "…" + tail
  }
}

extension WorkbookSheet.Cell {
  /// The text of the cell; numbers have those of their table.
  var text: String {
    switch self {
    case .empty, .number: ""
    case .text(let text), .link(let text, _): text
    }
  }
}
