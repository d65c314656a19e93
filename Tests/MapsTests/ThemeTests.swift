import Cartopole
import Testing

@Suite struct ThemeTests {
  /// Fills that lie side by side differ by 8 in L*; names on them have a contrast of 4.5 (WCAG 2.1).
  @Test(arguments: Theme.all) func fillsAreToldApartAndNamesRead(theme: Theme) {
    #expect(theme.sequence.count == 4)
    #expect(abs(theme.neutral.lightness - theme.context.lightness) >= 8)
    #expect(abs(theme.neutral.lightness - theme.sequence[2].lightness) >= 8)
    let fills = [theme.context] + theme.sequence.reversed()
    for (lighter, darker) in zip(fills, fills.dropFirst()) {
      #expect(abs(lighter.lightness - darker.lightness) >= 8, "\(lighter.css) \(darker.css)")
    }
    for fill in fills.dropLast() { #expect(theme.ink.contrast(with: fill) >= 4.5, "ink on \(fill.css)") }
    #expect(theme.ink(on: theme.sequence[0]).contrast(with: theme.sequence[0]) >= 4.5)
    #expect(theme.grey.contrast(with: theme.paper) >= 4.5)
  }

  /// The strongest step is the furthest from the paper, and circles and sites show on every fill.
  @Test(arguments: Theme.all) func strengthIsDistanceFromThePaper(theme: Theme) {
    let away = theme.sequence.map { abs($0.lightness - theme.paper.lightness) }
    #expect(away == away.sorted(by: >))
    #expect(theme.accent.contrast(with: theme.paper) >= 4.5)
    #expect(theme.border.contrast(with: theme.context) >= 2)
  }

  /// Printed in black only: greys, and no large dark area.
  @Test func printIsGreyAndLight() {
    let fills = [Theme.print.context, Theme.print.neutral, Theme.print.inset] + Theme.print.sequence
    for fill in fills {
      #expect(fill.red == fill.green && fill.green == fill.blue)
      #expect(fill.lightness >= 55)
    }
  }

  /// No colour of a drawing is outside its theme: none of the light theme's is left in the others.
  @Test(arguments: [TerritoryMap(), CoverageMap(), VisibilityMap()] as [any ProjectMap]) func everyColourIsTheThemes(
    map: any ProjectMap
  ) throws {
    for theme in [Theme.dark, .print] {
      let svg = String(decoding: try Shipped.open().map(map, MapRequest(theme: theme)).svg(), as: UTF8.self)
      let own = [
        theme.ink, theme.grey, theme.paper, theme.context, theme.border, theme.inset, theme.neutral, theme.accent,
      ]
      let known = Set((own + theme.sequence).map(\.css))
      let used = Set(svg.ranges(of: /#[0-9a-f]{6}/).map { String(svg[$0]) })
      #expect(used.subtracting(known).isEmpty, "\(theme.name): \(used.subtracting(known))")
    }
  }

  /// What a finished map shows: the ground of its frame, and the fill of each class of its features with its marks.
  private struct Fills {
    var ground: Colour
    var fills: [String: (colour: Colour, hasMarks: Bool)] = [:]

    init(_ svg: String) throws {
      func colour(_ style: String) throws -> Colour? {
        let rule = try Regex("\n\\.\(style)\\{fill:#([0-9a-f]{6})")
        let found = svg.matches(of: rule).last?.output[1].substring
        return found.flatMap { UInt32($0, radix: 16) }.map { Colour($0) }
      }
      ground = try #require(try colour("ground"))
      for style in Set(svg.matches(of: #/class="area ([a-z0-9-]+)"/#).map { String($0.1) }) {
        let pattern = try colour("ground-" + style)
        let own = try colour(style)
        fills[style] = (colour: try #require(pattern ?? own), hasMarks: pattern != nil)
      }
    }
  }

  /// No class is within 8 L* of the ground of its map, unless lines or signs mark it.
  @Test(arguments: Gallery.plates.filter { $0.theme == .light && !$0.isOfPanels && $0.kind != "funnel" }, Theme.all)
  func everyFillStandsOffTheGround(plate: Gallery.Plate, theme: Theme) throws {
    var plate = plate
    plate.theme = theme
    let svg = String(decoding: try Gallery.draw(plate, labels: .none).svg(), as: UTF8.self)
    let map = try Fills(svg)
    #expect(!map.fills.isEmpty)
    for (style, fill) in map.fills where !fill.hasMarks || style.hasPrefix("p") {
      let away = abs(fill.colour.lightness - map.ground.lightness)
      #expect(away >= 8, "\(plate.file) in \(theme.name): \(style) \(fill.colour.css) \(away)")
    }
    #expect(svg.contains("class=\"outline\""), "\(plate.file) has no outline")
    // The colour of what a map leaves outside is no class of its scale.
    if ["territory", "visibility", "siting"].contains(plate.kind) { #expect(map.fills["out"] == nil) }
  }

  @Test func lightnessIsCIELAB() {
    // Published: sRGB middle grey #777777 has L* 50.03 (CIE 1976, D65).
    #expect(abs(Colour(0x777777).lightness - 50.03) < 0.02)
    #expect(abs(Colour(0xFFFFFF).lightness - 100) < 1e-9)
    #expect(Colour(0x000000).contrast(with: Colour(0xFFFFFF)) == 21)
  }
}
