import Bytes
import Cartography
import Geometry

/// What may leave the house on one sheet: a map, a few figures and what they do not say. The same content makes the
/// page that is handed out and the picture that is projected.
public struct PublicSheet: Sendable {
  /// A number and what it counts.
  public struct Fact: Sendable {
    /// The number as it is printed.
    public var value: String
    /// What it counts, as the rest of a sentence.
    public var words: String

    /// A fact of these words.
    public init(_ value: String, _ words: String) {
      self.value = value
      self.words = words
    }
  }

  /// Title of the sheet.
  public var title: String
  /// The line under the title.
  public var lead: String
  /// The map, which keeps its own title, legend and source.
  public var map: Drawing
  /// The figures, beside the map.
  public var facts: [Fact]
  /// Heading of the reservations.
  public var caution: String
  /// What a reader must not conclude, side by side under the map.
  public var reservations: [String]
  /// Where the rest is, at the foot.
  public var foot: String

  /// A sheet of these parts.
  public init(
    title: String, lead: String, map: Drawing, facts: [Fact], caution: String, reservations: [String], foot: String
  ) {
    self.title = title
    self.lead = lead
    self.map = map
    self.facts = facts
    self.caution = caution
    self.reservations = reservations
    self.foot = foot
  }

  /// Sizes of a medium in px.
  private struct Medium {
    var width: Double
    var height: Double
    var title: Double
    var figure: Double
    var words: Double
    var note: Double
  }

  /// One A4 page, landscape, to hand out.
  public func handout() -> Drawing {
    draw(Medium(width: Page.width, height: Page.height, title: 26, figure: 30, words: 13, note: 12))
  }

  /// A picture of 16:9, to project: fewer pixels for larger letters.
  public func slide() -> Drawing {
    draw(Medium(width: 1280, height: 720, title: 30, figure: 38, words: 17, note: 14))
  }

  private func draw(_ medium: Medium) -> Drawing {
    let theme = map.theme
    var sheet = Drawing(
      width: medium.width, height: medium.height, title: title, summary: lead, theme: theme, language: map.language)
    sheet.source = map.source
    sheet.paper()
    let sizes = [("title", medium.title), ("figure", medium.figure), ("words", medium.words), ("note", medium.note)]
    for (name, size) in sizes {
      let weight = name == "title" || name == "figure" ? ";font-weight:700" : ""
      sheet.style(".sheet-\(name){font-size:\(ByteWriter.fixed(size, decimals: 1))px\(weight)}\n")
    }
    sheet.style(".sheet-figure{fill:\(theme.accent.css)}\n.sheet-caution{font-weight:700}\n")
    let margin = 34.0
    let room = medium.width - 2 * margin
    func write(
      _ text: String, _ style: String, _ size: Double, _ x: Double, _ y: Double, _ width: Double,
      _ leading: Double = 1.28
    ) -> Double {
      var y = y
      for line in TextWrap.lines(text, width: width, size: size, weight: style == "title" ? .bold : .regular) {
        y += size * leading
        sheet.text(line, x, y, class: "sheet-" + style)
      }
      return y
    }
    var top = write(title, "title", medium.title, margin, 14, room, 1.15)
    top = write(lead, "words", medium.words, margin, top + 6, room) + 14

    // The reservations stand side by side at the foot, as high as the longest.
    let gap = 26.0
    let column = (room - gap * Double(max(0, reservations.count - 1))) / Double(max(1, reservations.count))
    let deepest = reservations.map { TextWrap.lines($0, width: column, size: medium.note).count }.max() ?? 0
    let bottom = medium.height - 22
    let caution = bottom - medium.note * (1.28 * Double(deepest) + 2.2)
    sheet.line(margin, caution, medium.width - margin, caution, class: "rule")
    sheet.text(self.caution, margin, caution + medium.note * 1.5, class: "sheet-note sheet-caution")
    for (number, text) in reservations.enumerated() {
      _ = write(
        text, "note", medium.note, margin + Double(number) * (column + gap), caution + medium.note * 1.6, column)
    }
    sheet.text(foot, margin, medium.height - 8, class: "t10")

    let side = medium.width * 0.27
    let space = (width: room - side - gap, height: caution - top - 12)
    let scale = min(space.width / map.width, space.height / map.height)
    sheet.embed(
      map.content(),
      in: Bounds(x: margin, y: top, width: map.width * scale, height: map.height * scale),
      viewBox: (map.width, map.height))
    let left = margin + map.width * scale + gap
    let width = medium.width - margin - left
    let heights = facts.map { fact in
      medium.figure * 1.1 + 1.28 * medium.words
        * Double(TextWrap.lines(fact.words, width: width, size: medium.words).count)
    }
    let free = (space.height - heights.reduce(0, +)) / Double(max(1, facts.count))
    var y = top
    for (fact, height) in zip(facts, heights) {
      sheet.text(fact.value, left, y + medium.figure, class: "sheet-figure")
      _ = write(fact.words, "words", medium.words, left, y + medium.figure * 1.1, width)
      y += height + max(4, free)
    }
    return sheet
  }
}
