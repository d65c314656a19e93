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

  /// Up to three round values for a legend, the largest first: 1, 2 or 5 times a power of ten, each about a
  /// quarter of the one before, so that the radii halve.
  public var marks: [Double] {
    var marks: [Double] = []
    var below = largest
    for _ in 0..<3 {
      let mark = Self.round(below)
      if let last = marks.last, mark >= last { break }
      marks.append(mark)
      below = mark / 4
    }
    return marks
  }

  /// The largest number that is 1, 2 or 5 times a power of ten and at most `value`.
  private static func round(_ value: Double) -> Double {
    let power = pow(10, log10(value).rounded(.down))
    return [5.0, 2.0].first { $0 * power <= value }.map { $0 * power } ?? power
  }
}

/// Nested circles that touch the same base line, each with its value.
public struct CircleLegend: Block {
  /// The bold line above the circles.
  public let heading: String
  /// The scale of the circles.
  public let scale: CircleScale
  private let language: Language

  /// A legend of the scale's round values.
  public init(_ heading: String, scale: CircleScale, language: Language) {
    self.heading = heading
    self.scale = scale
    self.language = language
  }

  /// One line: the heading, the largest value and the values of the circles.
  public var lines: [String] {
    let largest = Numerals(language).short(scale.largest, scale.largest >= 10 ? 0 : 3)
    let shown = marks.map { Numerals(language).short($0, $0 >= 10 ? 0 : 3) }.joined(separator: ", ")
    return [
      Text(
        "\(heading) : au plus \(largest), cercles repères \(shown)",
        "\(heading): at most \(largest), circles for \(shown)")[language]
    ]
  }

  private var marks: [Double] { scale.marks }
  private var tallest: Double { max(2 * scale.radius(marks.first ?? 0), 16 * Double(marks.count)) }

  /// The height in px for a width, with a wrapped heading.
  public func height(width: Double) -> Double {
    22 * Double(TextWrap.lines(heading, width: width, size: 13, weight: .bold).count) + tallest + 10
  }

  /// Draws the legend with its top left corner at `x`, `y`.
  public func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) {
    var top = y
    for line in TextWrap.lines(heading, width: width, size: 13, weight: .bold) {
      drawing.text(line, x, top + 12, class: "t13b")
      top += 22
    }
    let widest = scale.radius(marks.first ?? 0)
    let ground = top + tallest + 4
    let numerals = Numerals(language)
    var lowest = ground
    for mark in marks.reversed() {
      let radius = scale.radius(mark)
      drawing.circle(x + widest, ground - radius, radius: radius, class: "symbol-key")
      // Labels of small circles would touch, so each stands at least a line above the one below.
      let label = min(ground - 2 * radius, lowest)
      lowest = label - 15
      let crown = ground - 2 * radius
      drawing.line(x + widest, crown, x + 2 * widest + 12, label, class: "thin")
      let text = numerals.short(mark, mark >= 10 ? 0 : 3)
      drawing.text(text, x + 2 * widest + 16, label + 4.5, class: "t12")
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
