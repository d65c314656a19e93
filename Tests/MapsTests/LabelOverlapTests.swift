import Cartopole
import Testing

/// Names on the finished file: none overlaps another or any other text, in each of the fonts the file names.
@Suite struct LabelOverlapTests {
  static let plates = Gallery.plates.filter { !$0.isOfPanels }

  /// Every font family the file names, generic ones apart, with whose metrics it is measured.
  private static func fonts(_ svg: String) throws -> [(name: String, metrics: FontFamily)] {
    try DrawnTexts.families(svg).compactMap { name in try DrawnTexts.metrics(name).map { (name, $0) } }
  }

  @Test(arguments: plates) func noNameOverlapsInAnyFontNamed(plate: Gallery.Plate) throws {
    let svg = String(decoding: try FileBytes.read(Path.join(Snapshot.folder, plate.file)), as: UTF8.self)
    let fonts = try Self.fonts(svg)
    #expect(fonts.map(\.name) == ["Inter", "Liberation Sans", "Arial"])
    for font in fonts {
      let texts = try DrawnTexts(svg, in: font.metrics)
      let labels = texts.lines.count { $0.isLabel }
      // A map of places names the communes that have some, and no others.
      #expect(labels > (plate.kind == PointsMap.name ? 6 : 8))
      #expect(texts.overlaps.isEmpty, "\(font.name): \(texts.overlaps)")
    }
  }

  struct Wide: Sendable, CustomTestStringConvertible {
    var kind: String
    var width: Double
    var least: Int
    var testDescription: String { "\(kind) \(Int(width))" }
  }

  /// All 132 names asked for on a map 1,400 px wide: nine in ten at least are written, and none overlaps.
  @Test(arguments: [
    Wide(kind: "territory", width: 1400, least: 119), Wide(kind: "coverage", width: 1400, least: 119),
    Wide(kind: "visibility", width: 1400, least: 119), Wide(kind: "density", width: 1400, least: 119),
    Wide(kind: "choropleth", width: 1400, least: 119), Wide(kind: "typology", width: 1400, least: 119),
    Wide(kind: "territory", width: 1000, least: 113), Wide(kind: "choropleth", width: 1000, least: 118),
  ]) func nearlyAllNamesAreWritten(map: Wide) throws {
    let plate = try #require(Gallery.plates.first { $0.file == map.kind + ".svg" })
    let drawing = try Gallery.draw(plate, width: map.width, labels: .all)
    let svg = String(decoding: drawing.svg(), as: UTF8.self)
    let names = Set(try Shipped.open().studyArea.layer.communes.map(\.name))
    #expect(names.count == 132)
    for font in try Self.fonts(svg) {
      let texts = try DrawnTexts(svg, in: font.metrics)
      #expect(texts.overlaps.isEmpty, "\(font.name): \(texts.overlaps)")
      let written = texts.written(of: names)
      #expect(written.count >= map.least, "\(written.count) of 132")
    }
  }

  /// In a cluster of circles the important names stay: six at least of the eight largest communes are written. Two in
  /// the middle of the cluster have room neither beside their circles nor at the end of a leader.
  @Test(arguments: ["symbols.svg", "symbols-dark.svg"]) func theLargestCirclesAreNamed(file: String) throws {
    let svg = String(decoding: try FileBytes.read(Path.join(Snapshot.folder, file)), as: UTF8.self)
    let largest = try Shipped.open().studyArea.layer.communes.sorted { ($0.population ?? 0) > ($1.population ?? 0) }
      .prefix(8).map(\.name)
    #expect(largest.contains("Arpajon"))
    let written = try DrawnTexts(svg, in: .inter).written(of: Set(largest))
    #expect(written.count >= 6 && written.contains("Étampes"), "\(written)")
  }

  // MARK: The measure itself

  private static func sheet(_ gap: Double) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg"><style>.map{font-family:'Inter', Arial}.big{font-weight:700}</style>
    <g id="names"><text font-size="10" x="0" y="20">Étampes</text>
    <text font-size="10" x="\(gap)" y="20">Lardy</text></g></svg>
    """
  }

  /// A gap wide enough for one font and too narrow for another is found in that other alone.
  @Test func overlapsAreThoseOfTheFont() throws {
    let narrow = TextMetrics.width("Étampes", size: 10, family: .liberationSans)
    let wide = TextMetrics.width("Étampes", size: 10, family: .inter)
    #expect(wide > narrow + 0.2)
    let between = Self.sheet((narrow + wide) / 2)
    let (loose, tight) = (try DrawnTexts(between, in: .liberationSans), try DrawnTexts(between, in: .inter))
    #expect(loose.overlaps.isEmpty)
    #expect(tight.overlaps.count == 1)
    let apart = try DrawnTexts(Self.sheet(wide + 0.1), in: .inter)
    #expect(apart.overlaps.isEmpty)
  }

  @Test func weightsAndLinesAreRead() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg"><style>.big{font-weight:700}.t10{font-size:10px}</style>
      <g id="names-dark"><text class="big" font-size="10" x="50" y="20" text-anchor="middle">Saint-</text>
      <text class="big" font-size="10" x="50" y="31" text-anchor="middle">Yon</text></g>
      <text class="t10" x="55" y="27">10 km</text></svg>
      """
    let texts = try DrawnTexts(svg, in: .inter)
    let width = TextMetrics.width("Saint-", size: 10, weight: .bold, family: .inter)
    #expect(abs(texts.lines[0].box.maxX - 50 - width / 2) < 1e-9)
    #expect(texts.written(of: ["Saint-Yon", "Yon", "Lardy"]) == ["Saint-Yon", "Yon"])
    // The scale's text touches the first line's box and the second's; the lines of one name are no pair.
    #expect(texts.overlaps.count == 2)
  }

  @Test func aFontNobodyMeasuredIsNotLetThrough() throws {
    #expect(throws: Problem.self) { try DrawnTexts.metrics("Comic Sans MS") }
    #expect(try DrawnTexts.metrics("sans-serif") == nil)
  }
}
