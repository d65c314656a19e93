import Bytes
import Geometry

/// The page of a map: title, subtitle, map frame, column of blocks, source line. On a sheet narrower than 800
/// px the column is under the map, in two columns where there is room for them.
public struct Sheet: Sendable {
  /// Width of the sheet in px, at most `widest`.
  public let width: Double
  /// How much larger than laid out the sheet is shown.
  public let magnification: Double
  /// The bold title, which wraps over balanced lines.
  public var title: String
  /// The line under the title, which wraps; empty for none.
  public var subtitle: String
  /// Source, vintage, licence, projection and assumptions, as a small paragraph at the bottom.
  public var source: String
  /// Legends, tables and notes, from top to bottom.
  public var blocks: [any Block]
  /// Height of the mapped area divided by its width.
  public var aspect: Double
  /// Height of the whole sheet in px, or more when its texts need more; `nil` for a height that suits the map.
  public var height: Double?
  /// A picture at the top right, next to the title; `nil` for none.
  public var logo: Logo?

  /// The widest sheet that is laid out, px: names of 9 px are 6 pt high when it is as wide as A4 paper (297 mm, 842 pt). A
  /// wider one is laid out so and enlarged.
  public static let widest = 1262.0

  /// A sheet from its parts, `width` and `height` in px as shown; nothing is checked.
  public init(
    width: Double, title: String, subtitle: String, source: String, blocks: [any Block], aspect: Double,
    height: Double? = nil, logo: Logo? = nil
  ) {
    magnification = max(1, width / Self.widest)
    self.width = width / magnification
    self.height = height.map { [magnification] in $0 / magnification }
    self.logo = logo
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.blocks = blocks
    self.aspect = aspect
  }

  private static let gap = 24.0
  private var margin: Double { isNarrow ? 14 : 24 }
  private var isNarrow: Bool { width < 800 }
  /// Number of columns of blocks under the map of a narrow sheet.
  private var columns: Int { isNarrow && width > 480 ? 2 : 1 }
  /// The largest font size at which the title is one line, or else the middle size over balanced lines.
  private var titleStyle: (size: Double, name: String) {
    let sizes: [(Double, String)] = isNarrow ? [(19, "t19")] : [(24, "t24"), (22, "t22"), (20, "t20")]
    let room = titleWidth
    return sizes.first { TextMetrics.width(title, size: $0.0, weight: .bold) <= room } ?? sizes[sizes.count / 2]
  }
  private var logoBox: Bounds? { logo?.box(right: width - margin, top: margin) }
  private var titleWidth: Double { width - 2 * margin - (logoBox.map { $0.width + 16 } ?? 0) }
  private var inner: Double { width - 2 * margin }
  private var columnWidth: Double { isNarrow ? (inner - Self.gap * Double(columns - 1)) / Double(columns) : 278 }
  /// Width of the map's frame in px.
  public var mapWidth: Double { isNarrow ? inner : inner - columnWidth - Self.gap }

  /// Where each block stands in the columns: in one, or each where its column would stay shortest.
  private func places() -> [(x: Double, top: Double, bottom: Double)] {
    var bottoms = [Double](repeating: -Self.gap, count: columns)
    return blocks.map { block in
      let column = bottoms.indices.min { bottoms[$0] < bottoms[$1] } ?? 0
      let top = bottoms[column] + Self.gap
      bottoms[column] = top + block.height(width: columnWidth)
      return (Double(column) * (columnWidth + Self.gap), top, bottoms[column])
    }
  }

  /// Draws the sheet. `map` draws the map into the frame that it gets; `summary` says in words what the map
  /// shows.
  public func draw(
    theme: Theme, language: Language, summary: String, idPrefix: String = "", map: (inout Drawing, Bounds) -> Void
  ) -> Drawing {
    let (titleSize, titleClass) = titleStyle
    let titles = TextWrap.balanced(title, width: titleWidth, size: titleSize, weight: .bold)
    let subtitles = TextWrap.balanced(subtitle, width: titleWidth, size: 14)
    let sources = TextWrap.lines(source, width: inner, size: 10)
    let texts = margin + titleSize * 1.2 * Double(titles.count) + 20 * Double(subtitles.count)
    // A whole number, so that a title of another length does not move names in the frame.
    let top = (max(texts, logoBox?.maxY ?? 0) + 8).rounded(.up)
    let places = places()
    let column = places.map(\.bottom).max() ?? 0
    var mapHeight = (mapWidth * aspect).rounded()
    if !isNarrow { mapHeight = max(mapHeight, min(column, mapWidth * 1.3)) }
    if let height {
      let below = 22 + 14 * Double(sources.count) + 6 + (isNarrow ? Self.gap + column : 0)
      mapHeight = max(height - top - below, isNarrow ? 120 : max(column, 120))
    }
    let frame = Bounds(x: margin, y: top, width: mapWidth, height: mapHeight)
    let columnTop = isNarrow ? frame.maxY + Self.gap : top
    let bottom = max(frame.maxY, columnTop + column)
    let height = (bottom + 22 + 14 * Double(sources.count) + 6).rounded()

    // Legends and tables in words, for screen readers.
    let spoken = Passage.unmarked(source)
    let words = ([summary] + blocks.flatMap(\.lines) + [spoken]).joined(separator: "\n")
    var drawing = Drawing(
      width: width, height: height, title: title, summary: words, theme: theme, language: language,
      idPrefix: idPrefix)
    drawing.magnification = magnification
    drawing.source = spoken
    drawing.paper()
    drawing.group(id: "heading", layer: Text("Titre", "Title")) { drawing in
      var baseline = margin + titleSize * 0.85
      Paragraph(titles, class: titleClass, leading: titleSize * 1.2)
        .draw(in: &drawing, x: margin, from: &baseline, baseline: 0)
      baseline = margin + titleSize * 1.2 * Double(titles.count) + 14
      Paragraph(subtitles, class: "t14", leading: 20).draw(in: &drawing, x: margin, from: &baseline, baseline: 0)
      if let logo, let box = logoBox { drawing.image(logo.address, box) }
    }
    map(&drawing, frame)
    let x = isNarrow ? margin : frame.maxX + Self.gap
    var numbers: [String: Int] = [:]
    for (block, place) in zip(blocks, places) {
      let (id, name) = block.role
      numbers[id, default: 0] += 1
      let number = numbers[id].map { $0 > 1 ? Text(same: " \($0)") : Text(same: "") } ?? Text(same: "")
      drawing.group(id: id + number.en.replacing(" ", with: "-"), layer: name + number) { drawing in
        block.draw(in: &drawing, x: x + place.x, y: columnTop + place.top, width: columnWidth)
      }
    }
    drawing.group(id: "source", layer: Text("Sources", "Sources")) { drawing in
      for (index, line) in sources.enumerated() {
        drawing.text(line, margin, bottom + 20 + 14 * Double(index), class: "t10")
      }
    }
    return drawing
  }
}
