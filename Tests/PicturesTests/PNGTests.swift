import Cartopole
import Foundation
import Testing

/// PNG files, read back by the standard.
final class PNGTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "cartopole-png-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func drawing(height: Double = 50) -> Drawing {
    var drawing = Drawing(width: 100, height: height, title: "Été à Étampes", summary: "", theme: .light, language: .fr)
    drawing.paper()
    drawing.source = "IGN ; Insee. Licence Ouverte 2.0."
    drawing.style(".red{fill:#ff0000}")
    drawing.rectangle(Bounds(x: 10, y: 10, width: 20, height: 20), class: "red")
    drawing.text("Étampes", 50, 30, class: "t14")
    return drawing
  }

  private func png(_ drawing: Drawing, scale: Double? = nil) throws -> [UInt8] {
    let path = Path.join(folder, UUID().uuidString + ".png")
    try Picture(path: path, scale: scale).write(drawing)
    return try FileBytes.read(path)
  }

  @Test func shapesAndTextsAreWhereTheDrawingHasThem() throws {
    let png = try #require(ReadPNG(png(drawing(), scale: 4)))
    #expect((png.width, png.height) == (400, 200))
    #expect(png.pixel(80, 80) == [255, 0, 0])
    #expect(png.pixel(41, 41) == [255, 0, 0])
    #expect(png.pixel(38, 80) != [255, 0, 0])
    #expect(png.hasInk(200..<300, 80..<122), "the name")
    #expect(!png.hasInk(200..<300, 130..<200), "nothing under the name")
  }

  @Test func threeThousandPixelsWithoutAScale() throws {
    let png = try #require(ReadPNG(png(drawing())))
    #expect((png.width, png.height) == (3000, 1500))
  }

  /// A sheet is 297 mm wide: pHYs says pixels a metre.
  @Test func theSizeInPrintAndWhatItShows() throws {
    let png = try #require(ReadPNG(png(drawing(), scale: 10)))
    let size = try #require(png.chunks.first { $0.name == "pHYs" }).bytes
    #expect(ReadPNG.number(size, 0) == 3367)
    #expect(ReadPNG.number(size, 4) == 3367)
    #expect(size[8] == 1)
    #expect(png.chunks.contains { $0.name == "sRGB" })
    let texts = png.texts
    #expect(texts.map(\.key) == ["Title", "Software", "Source"])
    #expect(texts.map(\.text) == ["Été à Étampes", "Cartopôle \(Version.text)", "IGN ; Insee. Licence Ouverte 2.0."])
    #expect(texts.allSatisfy { $0.language == "fr" })
  }

  @Test func theSameDrawingGivesTheSameBytes() throws {
    #expect(try png(drawing(), scale: 3) == png(drawing(), scale: 3))
  }

  /// A picture of more than 32 million pixels is drawn in bands: its last rows are there, and nothing is shifted.
  @Test func aLargePictureIsDrawnInBands() throws {
    var drawing = drawing(height: 120)
    drawing.rectangle(Bounds(x: 10, y: 100, width: 20, height: 10), class: "red")
    let png = try #require(ReadPNG(png(drawing, scale: 60)))
    #expect((png.width, png.height) == (6000, 7200))
    #expect(png.pixel(900, 900) == [255, 0, 0])
    #expect(png.pixel(900, 6300) == [255, 0, 0])
    #expect(png.pixel(900, 5990) != [255, 0, 0])
    #expect(png.pixel(900, 6601) != [255, 0, 0])
  }

  /// What the machine's fonts hold: signs beyond Latin, letters from right to left, combining accents.
  @Test(arguments: ["Île-de-France", "ŒUVRÉ", "e\u{301}te\u{301}", "עברית", "Ελλάδα"]) func lettersOfAnyKind(
    text: String
  ) throws {
    var drawing = Drawing(width: 100, height: 30, title: "", summary: "", theme: .light, language: .fr)
    drawing.paper()
    drawing.text(text, 10, 20, class: "t14")
    let png = try #require(ReadPNG(png(drawing, scale: 4)))
    #expect(png.hasInk(30..<400, 20..<110))
  }
}
