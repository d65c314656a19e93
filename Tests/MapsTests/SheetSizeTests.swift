import Cartopole
import Testing

/// Letters on paper: nothing is below 6 pt when a map is as wide as A4 paper (297 mm), whatever its width in px.
@Suite struct SheetSizeTests {
  private static let widths = [375.0, 700, 1000, 1400, 2400]

  @Test(arguments: Gallery.plates.filter { $0.theme == .light }, widths)
  func nothingIsBelowSixPoints(plate: Gallery.Plate, width: Double) throws {
    let svg = String(decoding: try Gallery.draw(plate, width: width).svg(), as: UTF8.self)
    let box = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)" width="([0-9.]+)"/))
    let (wide, shown) = (Double(box.1) ?? 0, Double(box.3) ?? 0)
    // Charts have widths of their own.
    #expect(abs(shown - width) < 0.1 || plate.kind.hasSuffix("chart"))
    var sizes: [String: Double] = [:]
    for rule in svg.matches(of: /\.([a-z0-9-]+)\{[^}]*font-size:([0-9.]+)px/) { sizes[String(rule.1)] = Double(rule.2) }
    var used = svg.matches(of: /font-size="([0-9.]+)"/).compactMap { Double($0.1) }
    for text in svg.matches(of: /<text class="([^"]*)"/) {
      used += text.1.split(separator: " ").compactMap { sizes[String($0)] }
    }
    let least = try #require(used.min())
    // 72 pt for 25.4 mm.
    #expect(least / wide * 297 / 25.4 * 72 >= 6, "\(least) px of \(wide)")
  }

  /// A wider sheet is the same sheet enlarged: as many names, the same words.
  @Test func aWideSheetIsEnlarged() throws {
    let plate = try #require(Gallery.plates.first { $0.file == "territory.svg" })
    func body(_ width: Double) throws -> Substring {
      let svg = String(decoding: try Gallery.draw(plate, width: width).svg(), as: UTF8.self)
      return svg[(svg.firstRange(of: "role=")?.lowerBound ?? svg.startIndex)...]
    }
    #expect(try body(1262) == body(2524))
  }

  /// Names in the tables beside maps are never cut.
  @Test(arguments: Gallery.plates.filter { $0.theme == .light }) func noNameIsCut(plate: Gallery.Plate) throws {
    for width in [375.0, 1000] {
      let svg = String(decoding: try Gallery.draw(plate, width: width, labels: .none).svg(), as: UTF8.self)
      for line in svg.matches(of: />([^<]*[^ <.…]…)</) { Issue.record("\(plate.file) \(width): \(line.1)") }
    }
  }
}
