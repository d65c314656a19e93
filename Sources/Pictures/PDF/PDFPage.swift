import Bytes

/// A page, its content and the tiles of its patterns compressed.
struct PDFPage: Sendable {
  private let width: Double
  private let height: Double
  private let patterns: [Tile]
  let content: PDFStream
  let tiles: [PDFStream]

  init(_ list: DisplayList, _ fonts: PDFFonts, _ edges: [Int: Int]) {
    width = list.width * Self.points
    height = list.height * Self.points
    patterns = list.patterns
    var page = PDFContent(list, fonts, edges)
    page.place(Self.place(height: list.height * Self.points))
    page.draw(list.items)
    content = PDFStream(page.writer.bytes)
    tiles = list.patterns.map { tile in
      var content = PDFContent(list, fonts, edges)
      content.draw(tile.items)
      return PDFStream(content.writer.bytes)
    }
  }

  /// Points in a px.
  private static let points = 0.75

  /// From px, y down, to points, y up.
  private static func place(height: Double) -> Affine {
    Affine(a: points, b: 0, c: 0, d: -points, e: 0, f: height)
  }

  /// Adds the page and what it needs; its number. What shines through is mixed in sRGB, as in SVG.
  func add(to objects: inout PDFObjects, parent: Int, resources: String) -> Int {
    var names = ""
    for (index, stream) in tiles.enumerated() {
      let tile = patterns[index]
      let place = Self.place(height: height).after(tile.place)
      let matrix = [place.a, place.b, place.c, place.d, place.e, place.f].map { number($0) }.joined(
        separator: " ")
      let (width, height) = (self.number(tile.width), self.number(tile.height))
      let object = objects.add(
        stream: stream,
        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 \(width) \(height)]/XStep \(width)/YStep \(height)"
          + "/Matrix[\(matrix)]/Resources<<\(resources)>>")
      names += "/P\(index) \(object) 0 R"
    }
    let content = objects.add(stream: content)
    return objects.add(
      "<</Type/Page/Parent \(parent) 0 R/MediaBox[0 0 \(number(width)) \(number(height))]"
        + "/Resources<<\(resources)\(names.isEmpty ? "" : "/Pattern<<\(names)>>")>>/Group<</S/Transparency/I true/CS/DeviceRGB>>"
        + "/Contents \(content) 0 R>>")
  }

  private func number(_ value: Double) -> String { ByteWriter.fixed(value, decimals: 5) }
}
