import Bytes
import Cartography
import Geometry

/// An A4 page, landscape, as a drawing of 1,123 × 794 px (96 px an inch).
public enum Page {
  /// Width of a page in px.
  public static let width = 1123.0
  /// Height of a page in px.
  public static let height = 794.0
  static let margin = 38.0

  static func blank(_ title: String, _ language: Language, _ theme: Theme) -> Drawing {
    var drawing = Drawing(width: width, height: height, title: title, summary: title, theme: theme, language: language)
    drawing.paper()
    return drawing
  }

  /// Margin around a map: narrow, so that the smallest names stay at 6 pt.
  private static let mapMargin = 18.0

  /// A map as large as the page allows.
  public static func map(_ map: Drawing) -> Drawing {
    var page = blank(map.title, map.language, map.theme)
    let scale = min((width - 2 * mapMargin) / map.width, (height - 2 * mapMargin) / map.height)
    let box = Bounds(
      x: (width - map.width * scale) / 2, y: (height - map.height * scale) / 2, width: map.width * scale,
      height: map.height * scale)
    page.source = map.source
    page.embed(map.content(), in: box, viewBox: (map.width, map.height))
    return page
  }

  /// A page of text: a title, then paragraphs with a heading each, or `nil`.
  public static func text(
    _ title: String, _ paragraphs: [(heading: String?, text: String)], _ language: Language, _ theme: Theme = .light
  ) -> Drawing {
    var page = blank(title, language, theme)
    var y = margin + 24
    page.heading(title, at: &y, size: 24, leading: 30)
    y += 8
    for paragraph in paragraphs { page.note(Note(heading: paragraph.heading, paragraph.text), at: &y) }
    return page
  }
}

extension Drawing {
  /// A heading between the margins of a page, in as many lines as it takes, the first on the base line `y`, which moves
  /// below it. Its class is `t` and the size.
  mutating func heading(_ title: String, at y: inout Double, size: Int, leading: Double) {
    let width = Page.width - 2 * Page.margin
    for line in TextWrap.lines(title, width: width, size: Double(size), weight: .bold) {
      text(line, Page.margin, y, class: "t\(size)")
      y += leading
    }
  }

  /// A paragraph between the margins of a page; `y`, its top, moves below it.
  mutating func note(_ note: Note, at y: inout Double) {
    let width = Page.width - 2 * Page.margin
    note.draw(in: &self, x: Page.margin, y: y, width: width)
    y += note.height(width: width) + 9
  }
}
