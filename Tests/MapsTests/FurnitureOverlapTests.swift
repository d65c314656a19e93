import Cartopole
import Testing

/// Titles, legends, scale, sources: no two texts overlap and none leaves the sheet, in both languages, on a page and on
/// a phone, in each of the fonts the file names.
@Suite struct FurnitureOverlapTests {
  struct Layout: Sendable, CustomTestStringConvertible {
    var plate: Gallery.Plate
    var language: Language
    var width: Double
    var testDescription: String { "\(plate.file) \(language) \(Int(width))" }
  }

  static let layouts = Gallery.plates.filter { $0.theme == .light && (!$0.isOfPanels || $0.kind == FiguresChart.name) }
    .flatMap { plate in
      [Language.fr, .en].flatMap { language in
        [1000.0, 375].map { Layout(plate: plate, language: language, width: $0) }
      }
    }

  @Test(arguments: layouts) func noTextOverlapsAnother(layout: Layout) throws {
    let drawing = try Gallery.draw(layout.plate, width: layout.width, language: layout.language)
    let svg = String(decoding: drawing.svg(), as: UTF8.self)
    for family in [FontFamily.inter, .liberationSans] {
      let texts = try DrawnTexts(svg, in: family)
      #expect(texts.lines.count > 8)
      #expect(texts.furnitureOverlaps.isEmpty, "\(family): \(texts.furnitureOverlaps)")
      let outside = texts.lines.filter { $0.box.minX < -0.05 || $0.box.maxX > layout.width + 0.05 }
      #expect(outside.isEmpty, "\(family): \(outside)")
    }
  }
}
