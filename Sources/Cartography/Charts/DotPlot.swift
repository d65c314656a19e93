import Bytes
import Geometry

/// Values of several items, a row a value, joined where they belong to one series (Cleveland, Journal of the
/// American Statistical Association 79, 1984). Panels stand under each other, each with an axis of its own.
public struct DotPlot: Sendable {
  /// How a value is marked.
  public struct Sign: Sendable, Hashable {
    /// Whether it was added up of published parts: hollow.
    public var isDerived = false
    /// Whether it rests on an estimate: a diamond.
    public var isEstimated = false
    /// 1 when the value is at least this, −1 when it is at most this: a triangle that points there.
    public var direction = 0

    /// The sign of a published value.
    public init() {}
  }

  /// A value of an item.
  public struct Mark: Sendable {
    /// What tells it from the other values of the item, such as a year.
    public var label: String
    /// Its place on the axis.
    public var value: Double
    /// The value as it is printed.
    public var text: String
    /// How it is marked.
    public var sign: Sign
    /// The numbers it may be rounded from; `nil` for none.
    public var interval: ClosedRange<Double>?
    /// What it is compared with, drawn as a line across its row; `nil` for nothing.
    public var reference: Double?
    /// Whether it belongs to one series with the mark before: with certainty (`true`), perhaps (`false`), not (`nil`).
    public var continues: Bool?
    /// The value with its date and source in words.
    public var title: String

    /// A mark from its parts.
    public init(
      _ label: String, _ value: Double, _ text: String, sign: Sign, interval: ClosedRange<Double>?, reference: Double?,
      continues: Bool?, title: String
    ) {
      self.label = label
      self.value = value
      self.text = text
      self.sign = sign
      self.interval = interval
      self.reference = reference
      self.continues = continues
      self.title = title
    }
  }

  /// Marks on one axis.
  public struct Panel: Sendable {
    /// The bold line above: what is measured, and its unit.
    public var heading: String
    /// Lines under the heading.
    public var finding: String
    /// Lines under the axis; empty for none.
    public var note: String
    /// What the reference is, above its line; empty for none.
    public var reference: String
    /// Names with their marks, from top to bottom.
    public var items: [(name: String, marks: [Mark])]
    /// Whether values are shares from 0 to 1.
    public var isPercent: Bool
    /// Whether the axis starts at 0 however near each other the values are, because they are rounded.
    public var startsAtZero: Bool

    /// A panel from its parts.
    public init(
      heading: String, finding: String, note: String, reference: String, items: [(name: String, marks: [Mark])],
      isPercent: Bool, startsAtZero: Bool
    ) {
      self.heading = heading
      self.finding = finding
      self.note = note
      self.reference = reference
      self.items = items
      self.isPercent = isPercent
      self.startsAtZero = startsAtZero
    }

    /// The marks of every item.
    public var marks: [Mark] { items.flatMap(\.marks) }
  }

  /// The panels, from top to bottom.
  public let panels: [Panel]
  let language: Language

  /// A plot of these panels.
  public init(_ panels: [Panel], language: Language) {
    self.panels = panels
    self.language = language
  }

  private static let gap = 13.0

  /// The height in px for a width.
  public func height(width: Double) -> Double {
    let layout = DotPlotLayout(self, width: width)
    return panels.reduce(-Self.gap) { $0 + layout.height(of: $1) + Self.gap }
  }

  /// Draws the panels into a frame.
  public func draw(in drawing: inout Drawing, frame: Bounds) {
    drawing.style(Self.css(drawing.theme))
    let layout = DotPlotLayout(self, width: frame.width)
    var top = frame.minY
    for (number, panel) in panels.enumerated() {
      drawing.group(id: "panel-\(number + 1)") { layout.draw(panel, in: &$0, x: frame.minX, y: top) }
      top += layout.height(of: panel) + Self.gap
    }
  }

  /// Whether any interval is wide enough to be seen on a plot of this width.
  public func showsIntervals(width: Double) -> Bool {
    let layout = DotPlotLayout(self, width: width)
    return panels.contains(where: layout.showsIntervals)
  }

  /// The panels in words, a line a value, for people who do not see them.
  public var lines: [String] {
    panels.flatMap { panel in
      [panel.heading, panel.finding, panel.reference].filter { !$0.isEmpty }
        + panel.items.flatMap { item in item.marks.map(\.title) } + [panel.note].filter { !$0.isEmpty }
    }
  }

  /// Marks have the strongest step, or ink where that is too pale for a thin line.
  private static func css(_ theme: Theme) -> String {
    let colour = [theme.sequence[0], theme.ink].first { $0.contrast(with: theme.paper) >= 4.5 } ?? theme.ink
    return """
      .grid{stroke:\(theme.paper.css);stroke-width:1.2}
      .mark{fill:\(colour.css);stroke:\(theme.paper.css);stroke-width:.8}
      .derived{fill:\(theme.paper.css);stroke:\(colour.css);stroke-width:1.8}
      .series{fill:none;stroke:\(colour.css);stroke-width:1.1}
      .perhaps{stroke-dasharray:2 2.5}
      .reference{stroke:\(theme.accent.css);stroke-width:2}
      .interval{stroke:\(theme.ink.css);stroke-width:1}

      """
  }
}

extension Drawing {
  /// Draws a mark of a dot plot around a centre in px, between the ends of its interval if it has one; `title` is its
  /// tooltip.
  mutating func sign(
    _ sign: DotPlot.Sign, _ x: Double, _ y: Double, interval: ClosedRange<Double>? = nil, title: String? = nil
  ) {
    let style = sign.isDerived ? "derived" : "mark"
    let radius = 3.6
    if let interval {
      line(interval.lowerBound, y, interval.upperBound, y, class: "interval")
      for end in [interval.lowerBound, interval.upperBound] { line(end, y - 5, end, y + 5, class: "interval") }
    }
    guard sign.direction != 0 || sign.isEstimated else {
      return circle(x, y, radius: radius, class: style, title: title)
    }
    let r = radius * 1.3
    let tip = Double(sign.direction.signum())
    var shape = PathData()
    shape.add(
      tip == 0
        ? [x - r, y, x, y - r, x + r, y, x, y + r]
        : [x - tip * r * 0.6, y - r, x + tip * r * 1.2, y, x - tip * r * 0.6, y + r])
    path(shape, class: style, title: title)
  }
}
