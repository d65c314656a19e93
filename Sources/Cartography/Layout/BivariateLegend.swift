import Bytes
import Geometry

/// A legend of up to 3 × 3 colours with a count in each cell; the first measure grows to the right, the second
/// upwards.
public struct BivariateLegend: Block {
  /// A measure along one side of the square.
  public struct Axis: Sendable {
    /// The measure as people call it.
    public var name: String
    /// The printed bounds: the minimum, then the upper bound of each class.
    public var edges: [String]
    /// The classes in words, from low to high.
    public var classes: [String]

    /// An axis with one more edge than classes.
    public init(name: String, edges: [String], classes: [String]) {
      self.name = name
      self.edges = edges
      self.classes = classes
    }
  }

  /// The bold line above the square.
  public let heading: String
  /// The measure that grows to the right.
  public let horizontal: Axis
  /// The measure that grows upwards.
  public let vertical: Axis
  /// Number of features in each cell, row by row from the lowest class of the vertical measure.
  public let counts: [Int]
  /// Rows for features without a cell: zeros and missing values.
  public let others: [Legend.Row]
  private let language: Language

  /// A legend; `counts` has one number for each pair of classes.
  public init(
    _ heading: String, horizontal: Axis, vertical: Axis, counts: [Int], others: [Legend.Row], language: Language
  ) {
    self.heading = heading
    self.horizontal = horizontal
    self.vertical = vertical
    self.counts = counts
    self.others = others
    self.language = language
  }

  private var columns: Int { horizontal.classes.count }
  private var rows: Int { vertical.classes.count }
  private static let cellHeight = 36.0
  private static let between = 8.0

  /// The heading and a line for each cell, the highest classes first, then the other rows.
  public var lines: [String] {
    var lines = [heading]
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let (across, up) = (horizontal.classes[column], vertical.classes[row])
        lines.append(
          "\(horizontal.name) \(across) ; \(vertical.name) \(up) (\(Numerals(language).integer(counts[row * columns + column])))"
        )
      }
    }
    return lines + rest.lines.dropFirst()
  }

  private var rest: Legend { Legend("", rows: others) }
  private var upward: String { "↑ " + vertical.name }
  private var rightward: String { horizontal.name + " →" }

  private func measure(_ text: String, _ width: Double) -> Paragraph {
    Paragraph(TextWrap.lines(text, width: width, size: 12.5, weight: .bold), class: "t12b", leading: 16)
  }

  /// Height in px for a width in px.
  public func height(width: Double) -> Double {
    let texts = Paragraph.heading(heading, width, leading: 18).height
    let axes = measure(upward, width).height + measure(rightward, width).height
    let below = others.isEmpty ? 0 : rest.height(width: width) + Self.between
    return texts + axes + Self.cellHeight * Double(rows) + 36 + below
  }

  /// Draws the legend with its top left corner at `x`, `y`, in px; the cells have the classes `p0`, `p1`, …
  public func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) {
    var top = y
    Paragraph.heading(heading, width, leading: 18).draw(in: &drawing, x: x, from: &top)
    measure(upward, width).draw(in: &drawing, x: x, from: &top, baseline: 14)
    top += 12
    let side = vertical.edges.map { TextMetrics.width($0, size: 10) }.max() ?? 0
    let cell = min(66, (width - side - 30) / Double(max(columns, 1)))
    let bottom = top + Self.cellHeight * Double(rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let box = Bounds(
          x: x + cell * Double(column), y: bottom - Self.cellHeight * Double(row + 1), width: cell,
          height: Self.cellHeight)
        let number = row * columns + column
        drawing.rectangle(box, class: "p\(number) cell")
        drawing.text(
          Numerals(language).integer(counts[number]), box.minX + cell / 2, box.minY + Self.cellHeight / 2 + 4.5,
          class: "cell-count on-p\(number)", anchor: .middle)
      }
    }
    for (index, edge) in vertical.edges.enumerated() {
      drawing.text(edge, x + cell * Double(columns) + 6, bottom - Self.cellHeight * Double(index) + 3.5, class: "t10")
    }
    for (index, edge) in horizontal.edges.enumerated() {
      let isLast = index == horizontal.edges.count - 1
      drawing.text(
        edge, x + cell * Double(index), bottom + 14, class: "t10", anchor: index == 0 ? .start : isLast ? .end : .middle
      )
    }
    top = bottom + 16
    measure(rightward, width).draw(in: &drawing, x: x, from: &top, baseline: 14)
    if !others.isEmpty { rest.draw(in: &drawing, x: x, y: top + Self.between, width: width) }
  }

  /// CSS rules for the cells; add them with `Drawing.style`.
  public static func css(_ theme: Theme) -> String {
    ".cell{stroke:\(theme.paper.css);stroke-width:1}\n.cell-count{font-size:12.5px}\n"
  }
}
