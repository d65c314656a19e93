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
    #expect(theme.paper.contrast(with: theme.sequence[0]) >= 4.5)
    #expect(theme.grey.contrast(with: theme.paper) >= 4.5)
  }

  @Test func lightnessIsCIELAB() {
    // Published: sRGB middle grey #777777 has L* 50.03 (CIE 1976, D65).
    #expect(abs(Colour(0x777777).lightness - 50.03) < 0.02)
    #expect(abs(Colour(0xFFFFFF).lightness - 100) < 1e-9)
    #expect(Colour(0x000000).contrast(with: Colour(0xFFFFFF)) == 21)
  }
}
