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
    for line in TextWrap.lines(title, width: width - 2 * margin, size: 24, weight: .bold) {
      page.text(line, margin, y, class: "t24")
      y += 30
    }
    y += 8
    for paragraph in paragraphs {
      let note = Note(heading: paragraph.heading, paragraph.text)
      note.draw(in: &page, x: margin, y: y, width: width - 2 * margin)
      y += note.height(width: width - 2 * margin) + 9
    }
    return page
  }
}
