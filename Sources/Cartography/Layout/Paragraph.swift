/// Lines of one style at equal distances.
struct Paragraph {
  let lines: [String]
  /// Their CSS class.
  let style: String
  /// From one baseline to the next, px.
  let leading: Double

  init(_ lines: [String], class style: String, leading: Double) {
    self.lines = lines
    self.style = style
    self.leading = leading
  }

  /// A bold heading, wrapped to a width.
  static func heading(_ text: String, _ width: Double, leading: Double) -> Paragraph {
    Paragraph(TextWrap.lines(text, width: width, size: 13, weight: .bold), class: "t13b", leading: leading)
  }

  var height: Double { leading * Double(lines.count) }

  /// Draws the lines from `top` on, which then is the end of them; `baseline` is that of a line below its top.
  func draw(in drawing: inout Drawing, x: Double, from top: inout Double, baseline: Double = 12) {
    for line in lines {
      drawing.text(line, x, top + baseline, class: style)
      top += leading
    }
  }
}
