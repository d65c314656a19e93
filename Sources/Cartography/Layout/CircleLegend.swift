import Bytes

/// Circles whose area is proportional to a value.
public struct CircleScale: Sendable, Equatable {
  /// The value whose circle has `largestRadius`.
  public let largest: Double
  /// px.
  public let largestRadius: Double

  public init(largest: Double, radius: Double) {
    self.largest = largest
    largestRadius = radius
  }

  /// px; 0 for values that are not above 0.
  public func radius(_ value: Double) -> Double {
    value > 0 ? largestRadius * (value / largest).squareRoot() : 0
  }

  /// Three round values for a legend, the largest first: 1, 2 or 5 times a power of ten, each about a quarter of
  /// the one before, so that radii halve.
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

  /// The largest of 1, 2, 5 times a power of ten that is at most `value`.
  private static func round(_ value: Double) -> Double {
    let power = power(10, logarithm10(value).rounded(.down))
    return [5.0, 2.0].first { $0 * power <= value }.map { $0 * power } ?? power
  }
}

/// Nested circles standing on one line, each with its value.
public struct CircleLegend: Block {
  public let heading: String
  public let scale: CircleScale
  private let language: Language

  public init(_ heading: String, scale: CircleScale, language: Language) {
    self.heading = heading
    self.scale = scale
    self.language = language
  }

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

  public func height(width: Double) -> Double {
    22 * Double(TextWrap.lines(heading, width: width, size: 13, weight: .bold).count) + tallest + 10
  }

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
      // Labels of small circles would touch: each stands a line above the one below.
      let label = min(ground - 2 * radius, lowest)
      lowest = label - 15
      let crown = ground - 2 * radius
      drawing.line(x + widest, crown, x + 2 * widest + 12, label, class: "thin")
      let text = numerals.short(mark, mark >= 10 ? 0 : 3)
      drawing.text(text, x + 2 * widest + 16, label + 4.5, class: "t12")
    }
  }

  /// The look of the circles of a map and of its legend. Over shades they take the accent, with an edge that shows
  /// on the darkest and the palest; where the accent is plain ink they are hollow, for ink would hide the shades.
  public static func css(_ theme: Theme, overShades: Bool = false) -> String {
    let (strong, paper, ink) = (theme.sequence[0].css, theme.paper.css, theme.ink.css)
    let circle: String
    if !overShades {
      circle = "fill:\(strong);fill-opacity:.8;stroke:\(paper);stroke-width:.8"
    } else if theme.accent == theme.ink {
      circle = "fill:\(paper);fill-opacity:.6;stroke:\(ink);stroke-width:1.3"
    } else {
      circle = "fill:\(theme.accent.css);fill-opacity:.85;stroke:\(paper);stroke-width:1.2"
    }
    return """
      .symbol{\(circle)}
      .symbol-key{fill:none;stroke:\(ink);stroke-width:.8}
      .no-symbol{fill:\(paper);stroke:\(ink);stroke-width:1}

      """
  }
}
