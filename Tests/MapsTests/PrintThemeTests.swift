import Cartopole
import Testing

/// `print` has greys alone, on every kind of map and chart: read back from the finished file.
@Suite struct PrintThemeTests {
  /// A plate of every source in print.
  static let plates: [Gallery.Plate] = Gallery.plates.filter { $0.theme == .light }.map {
    var plate = $0
    plate.theme = .print
    plate.file = plate.file.replacing(".svg", with: " in print")
    return plate
  }

  @Test(arguments: plates) func everyColourIsGrey(plate: Gallery.Plate) throws {
    let svg = String(decoding: try Gallery.draw(plate).svg(), as: UTF8.self)
    let colours = Set(
      svg.matches(of: #/(?:fill|stroke|stop-color|color)[:=]"?(#[0-9a-fA-F]{3,8}|[a-z][a-z(]*)/#).map { String($0.1) })
    #expect(colours.count > 4)
    for colour in colours where !["none", "url("].contains(colour) {
      let channels = [1, 3, 5].map { Int(colour.dropFirst($0).prefix(2), radix: 16) }
      let known = channels.compactMap { $0 }
      #expect(colour.count == 7 && known.count == 3, "\(colour)")
      #expect((known.max() ?? 0) - (known.min() ?? 99) <= 1, "\(colour) is no grey")
    }
  }

  /// The look of each class of the palette: its level of grey and the lines over it.
  private static func classes(_ svg: String) throws -> [(lightness: Double, lines: String)] {
    let fills = svg.matches(of: /\.(?:ground-)?p([0-9]+)\{fill:#([0-9a-f]{6})\}/).sorted { Int($0.1)! < Int($1.1)! }
    return try fills.map { fill in
      let lines = try svg.firstMatch(of: Regex("<pattern id=\"marks-p\(fill.1)\".*?<path d=\"([^\"]*)\""))
      let data = lines.flatMap { $0.output[1].substring }.map { String($0) }
      return (lightness: Colour(UInt32(fill.2, radix: 16)!).lightness, lines: data ?? "")
    }
  }

  @Test(arguments: plates) func classesDifferInGreyOrLines(plate: Gallery.Plate) throws {
    let svg = String(decoding: try Gallery.draw(plate, labels: .none).svg(), as: UTF8.self)
    let classes = try Self.classes(svg)
    if case .layer = plate.source, plate.file != "symbols in print" { #expect(classes.count >= 3) }
    for (one, next) in zip(classes, classes.dropFirst()) {
      #expect(abs(one.lightness - next.lightness) >= 8 || one.lines != next.lines, "\(classes)")
    }
    // Categories and pairs have no order: any two differ. So do the sides of a middle.
    if ["typology", "bivariate", "points"].contains(plate.kind) || plate.file.contains("signed") {
      let looks = Set(classes.map { "\($0.lightness) \($0.lines)" })
      #expect(looks.count == classes.count, "\(classes)")
    }
    if plate.file.contains("signed") { #expect(classes.contains { !$0.lines.isEmpty }) }
  }

  /// A class under lines bears them wherever it is drawn: each feature of the class, and its swatch.
  @Test func linesAreDrawnOverEveryFeature() throws {
    let plate = try #require(Self.plates.first { $0.file.contains("signed") })
    let svg = String(decoding: try Gallery.draw(plate, labels: .none).svg(), as: UTF8.self)
    // A fill of the class itself would hide them.
    #expect(svg.contains(".ground-p0{fill:") && !svg.contains(".p0{fill:"))
    let features = svg.ranges(of: "<path class=\"area p0\"").count
    #expect(features > 5)
    #expect(svg.ranges(of: "class=\"marks-p0\"").count == features + 1)
  }
}
