import Cartopole
import Testing

@Suite struct ThemeTests {
  /// Fills that lie side by side differ by 8 in L*; names on them have a contrast of 4.5 (WCAG 2.1).
  @Test(arguments: Theme.all) func fillsAreToldApartAndNamesRead(theme: Theme) {
    let fills = [theme.context, theme.neutral] + theme.sequence.reversed()
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

  @Test func lightnessIsCIELAB() {
    // Published: sRGB middle grey #777777 has L* 50.03 (CIE 1976, D65).
    #expect(abs(Colour(0x777777).lightness - 50.03) < 0.02)
    #expect(abs(Colour(0xFFFFFF).lightness - 100) < 1e-9)
    #expect(Colour(0x000000).contrast(with: Colour(0xFFFFFF)) == 21)
  }
}
