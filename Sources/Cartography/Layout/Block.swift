import Bytes
import Geometry

/// An element of the column next to a map (below the map on a narrow sheet). It knows its height for a width
/// and draws itself. All lengths are in px.
public protocol Block: Sendable {
  /// What it is, for people who edit the file: id and name of its group.
  var role: (id: String, name: Text) { get }
  /// The block in words, one statement a line, for people who do not see it.
  var lines: [String] { get }
  /// The height that `draw` needs for a width.
  func height(width: Double) -> Double
  /// Draws the block with its top left corner at `x`, `y`.
  func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double)
}

extension Block {
  /// A legend, unless the block says otherwise.
  public var role: (id: String, name: Text) { ("legend", Text("Légende", "Legend")) }
}

/// A legend: a heading, then one row for each class or symbol, with a count at the right.
public struct Legend: Block {
  /// What a row shows at the left.
  public enum Key: Sendable, Equatable {
    /// A filled swatch of a CSS class; `hatched` draws the hatch over it.
    case fill(String, hatched: Bool = false)
    /// A filled swatch of a CSS class with a letter on it.
    case letter(String, String)
    /// A line of a CSS class.
    case line(String)
    /// A swatch of one class crossed by a line of another, for lines that are visible only on a fill.
    case border(String, String)
    /// The marker of a site.
    case site
    /// Another round marker, by its CSS class.
    case marker(String)
    /// A mark of a dot plot, between the ends of an interval or not.
    case sign(DotPlot.Sign, isBetween: Bool = false)
  }

  /// One line of the legend; long labels wrap.
  public struct Row: Sendable, Equatable {
    /// What stands at the left.
    public var key: Key
    /// What the key means.
    public var label: String
    /// A number as it is printed, at the right; `nil` for none.
    public var count: String?

    /// A row from its parts.
    public init(_ key: Key, _ label: String, count: String? = nil) {
      self.key = key
      self.label = label
      self.count = count
    }
  }

  /// The bold line above the rows.
  public let heading: String
  /// The rows from top to bottom.
  public let rows: [Row]

  /// A legend from its parts.
  public init(_ heading: String, rows: [Row]) {
    self.heading = heading
    self.rows = rows
  }

  /// The heading, then each label with its count in brackets.
  public var lines: [String] { [heading] + rows.map { row in row.label + (row.count.map { " (" + $0 + ")" } ?? "") } }

  private static let indent = 36.0

  private func lines(_ row: Row, _ width: Double) -> [String] {
    let count = row.count.map { TextMetrics.width($0, size: 13) + 12 } ?? 0
    return TextWrap.lines(row.label, width: width - Self.indent - count, size: 13)
  }

  private func rowHeight(_ row: Row, _ width: Double) -> Double { 10 + 16 * Double(lines(row, width).count) }

  /// The height in px for a width, with wrapped labels.
  public func height(width: Double) -> Double {
    rows.reduce(Paragraph.heading(heading, width, leading: 22).height) { $0 + rowHeight($1, width) }
  }

  /// Draws the legend with its top left corner at `x`, `y`.
  public func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) {
    var top = y
    Paragraph.heading(heading, width, leading: 22).draw(in: &drawing, x: x, from: &top)
    for row in rows {
      draw(row.key, in: &drawing, x: x, middle: top + 12)
      for (index, line) in lines(row, width).enumerated() {
        drawing.text(line, x + Self.indent, top + 16.5 + 16 * Double(index), class: "t13")
      }
      if let count = row.count { drawing.text(count, x + width, top + 16.5, class: "t13g", anchor: .end) }
      top += rowHeight(row, width)
    }
  }

  private func draw(_ key: Key, in drawing: inout Drawing, x: Double, middle: Double) {
    let box = Bounds(x: x, y: middle - 8, width: 26, height: 16)
    switch key {
    case .fill(let style, let hatched):
      drawing.rectangle(box, class: style + " swatch")
      if hatched { drawing.rectangle(box, class: "hatch") }
    case .letter(let style, let letter):
      drawing.rectangle(box, class: style + " swatch")
      drawing.text(letter, x + 13, middle + 4, class: "t10b", anchor: .middle)
    case .line(let style): drawing.line(x, middle, x + 26, middle, class: style)
    case .border(let fill, let line):
      drawing.rectangle(box, class: fill + " swatch")
      drawing.line(x, middle, x + 26, middle, class: line)
    case .site: drawing.circle(x + 13, middle, radius: 6, class: "site")
    case .marker(let style): drawing.circle(x + 13, middle, radius: 6, class: style)
    case .sign(let sign, let isBetween):
      drawing.sign(sign, x + 13, middle, interval: isBetween ? x + 4...x + 22 : nil)
    }
  }
}

/// A small table: a heading, then rows with a name, which wraps, and right-aligned figures.
public struct FigureTable: Block {
  /// The bold line above the rows.
  public let heading: String
  /// The unit above each column of figures; empty for none.
  public let units: [String]
  /// Cells by row; the first is the name, the others are figures as printed.
  public let rows: [[String]]

  /// A table. Every row must have the same number of cells, and `units` one text for each figure or none.
  public init(_ heading: String, units: [String] = [], rows: [[String]]) {
    self.heading = heading
    self.units = units
    self.rows = rows
  }

  /// A table.
  public var role: (id: String, name: Text) { ("table", Text("Tableau", "Table")) }

  /// The heading with the units, then each row.
  public var lines: [String] {
    let columns = units.isEmpty ? "" : " (" + units.joined(separator: " ; ") + ")"
    return [heading + columns] + rows.map { $0.joined(separator: " ; ") }
  }

  /// The height in px for a width, with a wrapped heading.
  public func height(width: Double) -> Double {
    let columns = self.columns
    return 8 + Paragraph.heading(heading, width, leading: 18).height + (units.isEmpty ? 0 : 16)
      + rows.reduce(0) { $0 + Self.height(names($1, width, columns)) }
  }

  /// The width of each column, the units over it included.
  private var columns: [Double] {
    (0..<(rows.first?.count ?? 0)).map { column in
      let longest = rows.map { TextMetrics.width($0[column], size: 12.5) }.max() ?? 0
      return column > 0 && column <= units.count
        ? max(longest, TextMetrics.width(units[column - 1], size: 10)) : longest
    }
  }

  private static let between = 14.0

  /// The lines of a row's name in the room that the figures leave.
  private func names(_ row: [String], _ width: Double, _ columns: [Double]) -> [String] {
    let figures = columns.dropFirst().reduce(0) { $0 + $1 + Self.between }
    return TextWrap.lines(row[0], width: max(60, width - figures), size: 12.5)
  }

  private static func height(_ lines: [String]) -> Double { 4 + 15 * Double(max(1, lines.count)) }

  /// Draws the table with its top left corner at `x`, `y`.
  public func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) {
    var top = y
    Paragraph.heading(heading, width, leading: 18).draw(in: &drawing, x: x, from: &top)
    top += 6
    let widths = columns
    if !units.isEmpty {
      var right = x + width
      for column in stride(from: units.count, to: 0, by: -1) {
        drawing.text(units[column - 1], right, top + 8, class: "t10", anchor: .end)
        right -= widths[column] + Self.between
      }
      top += 16
    }
    for row in rows {
      var right = x + width
      for column in stride(from: widths.count - 1, to: 0, by: -1) {
        drawing.text(row[column], right, top + 12, class: "t12", anchor: .end)
        right -= widths[column] + Self.between
      }
      let lines = names(row, width, widths)
      for (index, line) in lines.enumerated() { drawing.text(line, x, top + 12 + 15 * Double(index), class: "t12") }
      top += Self.height(lines)
    }
  }
}

/// A paragraph in grey, under an optional heading.
public struct Note: Block {
  /// A bold line above the text; `nil` for none.
  public let heading: String?
  /// The paragraph, which wraps.
  public let text: String

  /// A note from its parts.
  public init(heading: String? = nil, _ text: String) {
    self.heading = heading
    self.text = text
  }

  /// A note.
  public var role: (id: String, name: Text) { ("note", Text("Note", "Note")) }

  /// The heading, if any, and the text.
  public var lines: [String] { [heading, text].compactMap { $0 } }

  /// The height in px for a width, with wrapped text.
  public func height(width: Double) -> Double {
    (heading == nil ? 0 : 20) + paragraph(width).height
  }

  private func paragraph(_ width: Double) -> Paragraph {
    Paragraph(TextWrap.lines(text, width: width, size: 12.5), class: "t12g", leading: 16)
  }

  /// Draws the note with its top left corner at `x`, `y`.
  public func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) {
    var top = y
    if let heading {
      drawing.text(heading, x, top + 12, class: "t13b")
      top += 20
    }
    paragraph(width).draw(in: &drawing, x: x, from: &top)
  }
}
