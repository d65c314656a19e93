import Bytes
import Testing

@Suite struct TypographyTests {
  private static let thin = "\u{202F}"

  /// `_` stands for the narrow no-break space.
  @Test(arguments: [
    ("pour 10 000 habitants", "pour 10_000 habitants"), ("1 234 567 : oui !", "1_234_567_: oui_!"),
    ("± 50 %", "±_50_%"), ("à 15 km de là", "à 15_km de là"), ("3 km² en 5 min", "3_km² en 5_min"),
    // Neither years nor words that begin like a unit.
    ("en 2008 132 communes", "en 2008 132 communes"), ("à 5 mètres", "à 5 mètres"), ("5 minutes", "5 minutes"),
    ("0,5 132", "0,5 132"), ("les 12 345 678 9", "les 12_345_678 9"),
  ]) func french(_ written: String, _ set: String) {
    #expect(Text(written, "").fr == set.replacing("_", with: Self.thin))
  }

  @Test(arguments: [("within 15 km of it", "within 15_km of it"), ("5 men: 3 m", "5 men: 3_m")])
  func english(_ written: String, _ set: String) {
    #expect(Text("", written).en == set.replacing("_", with: Self.thin))
  }

  @Test func units() {
    #expect(Numerals(.fr).unit("%") == Self.thin + "%")
    #expect(Numerals(.en).unit("%") == "%")
    #expect(Numerals(.en).unit("km") == Self.thin + "km")
    #expect(Numerals(.fr).unit(nil).isEmpty && Numerals(.fr).unit("").isEmpty)
    #expect(Numerals(.fr).unit("pour mille") == Self.thin + "pour\u{A0}mille")
  }

  @Test(arguments: [
    (2_187_526.4, "2,187,526"), (99.999, "100"), (12.345, "12.35"), (0.0412, "0.041"), (0.5, "0.5"), (0, "0"),
    (-0.000123, "−0.00012"),
  ]) func brief(_ value: Double, _ printed: String) { #expect(Numerals(.en).brief(value) == printed) }
}
