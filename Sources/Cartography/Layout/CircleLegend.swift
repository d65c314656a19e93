import Bytes

/// A scale of circles with areas proportional to values.
public struct CircleScale: Sendable, Equatable {
  /// The value of the circle with the radius `largestRadius`.
  public let largest: Double
  /// Radius of the largest circle, in px.
  public let largestRadius: Double

  /// A scale on which the value `largest` has a radius of `radius` px.
  public init(largest: Double, radius: Double) {
    self.largest = largest
    largestRadius = radius
  }

  /// The radius for a value, in px; 0 for values that are not above 0.
  public func radius(_ value: Double) -> Double { value > 0 ? largestRadius * (value / largest).squareRoot() : 0 }

  /// The values that a legend shows, the largest first: the largest itself, a round one of about a quarter, whose radius
  /// is half as long, and a small one, the smallest value or the round one above it whose circle can still be seen.
  ///
  /// - Parameter least: the smallest value above 0.
  public func marks(from least: Double) -> [Double] {
    let visible = largest * (Self.leastRadius / largestRadius) * (Self.leastRadius / largestRadius)
    let small = least >= visible ? least : Self.round(visible, .up)
    let middle = Self.round(largest / 4, .down)
    guard small < largest else { return [largest] }
    return middle > 2 * small ? [largest, middle, small] : [largest, small]
  }

  /// The smallest circle whose size an eye can tell, px.
  private static let leastRadius = 2.0

  /// The number that is 1, 2 or 5 times a power of ten next to `value`, below or above.
  private static func round(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let power = pow(10, log10(value).rounded(.down))
    let steps = [1.0, 2, 5, 10].map { $0 * power }
    return rule == .up ? steps.first { $0 >= value } ?? 10 * power : steps.last { $0 <= value } ?? power
  }
}

/// Nested circles that touch the same base line, each with its value.
public struct CircleLegend: Block {
  /// The bold line above the circles.
  public let heading: String
  /// The scale of the circles.
  public let scale: CircleScale
  private let least: Double
  private let unit: String?
  private let language: Language

  /// A legend of the largest value of the scale, a middle and a small one; `least` is the smallest value above 0.
  public init(_ heading: String, scale: CircleScale, least: Double, unit: String? = nil, language: Language) {
    self.heading = heading
    self.scale = scale
    self.least = least
    self.unit = unit
    self.language = language
  }

  /// One line: the heading and the values of the circles, the largest first.
  public var lines: [String] {
    let shown = marks.map(printed).joined(separator: ", ")
    return [Text("\(heading), cercles : \(shown)", "\(heading), circles: \(shown)")[language]]
  }

  private var marks: [Double] { scale.marks(from: least) }

  private func printed(_ mark: Double) -> String { Numerals(language).brief(mark) + Numerals(language).unit(unit) }
  private var tallest: Double { max(2 * scale.radius(marks.first ?? 0), 16 * Double(marks.count)) }

  /// The height in px for a width, with a wrapped heading.
  public func height(width: Double) -> Double {
    Paragraph.heading(heading, width, leading: 22).height + tallest + 10
  }

  /// Draws the legend with its top left corner at `x`, `y`.
  public func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) {
    var top = y
    Paragraph.heading(heading, width, leading: 22).draw(in: &drawing, x: x, from: &top)
    let widest = scale.radius(marks.first ?? 0)
    let ground = top + tallest + 4
    var lowest = ground
    for mark in marks.reversed() {
      let radius = scale.radius(mark)
      drawing.circle(x + widest, ground - radius, radius: radius, class: "symbol-key")
      // Labels of small circles would touch, so each stands at least a line above the one below.
      let label = min(ground - 2 * radius, lowest)
      lowest = label - 15
      let crown = ground - 2 * radius
      drawing.line(x + widest, crown, x + 2 * widest + 12, label, class: "thin")
      drawing.text(printed(mark), x + 2 * widest + 16, label + 4.5, class: "t12")
    }
  }

  /// CSS rules for the circles of a map and of its legend.
  ///
  /// With `overShades` they are paper with an edge of ink, as in the legend, on every shade: another colour would mix with
  /// the shades or look like one of them.
  public static func css(_ theme: Theme, overShades: Bool = false) -> String {
    let (strong, paper, ink) = (theme.sequence[0].css, theme.paper.css, theme.ink.css)
    let circle =
      overShades
      ? "fill:\(paper);stroke:\(ink);stroke-width:1.1"
      : "fill:\(strong);fill-opacity:.8;stroke:\(paper);stroke-width:.8"
    return """
      .symbol{\(circle)}
      .symbol-key{fill:none;stroke:\(ink);stroke-width:.8}
      .no-symbol{fill:\(ink);stroke:\(paper);stroke-width:.8}

      """
  }
}
