/// The room that a text needs in the widest font of `FontStack`, so that a layout fits whichever font is drawn.
///
/// Widths are sums of advances from the fonts' own tables (Tests/Oracles/font-metrics.py); for Inter the wider
/// of proportional and tabular figures counts. Kerning mostly brings letters closer; `kerningAllowance` covers
/// pairs that Inter moves apart (`ry`).
public enum TextMetrics {
  /// Height above the baseline that a line needs, accents on capitals included, in em.
  public static let ascent = Double(ascentUnits) / 10_000
  /// Depth of the lowest descender below the baseline, in em.
  public static let descent = Double(descentUnits) / 10_000
  /// How much kerning may lengthen a text, in em: at most 0.079 in the 34,753 names of French communes.
  public static let kerningAllowance = 0.08

  /// The width of one line in the units of `size`, usually px: that of the widest font, plus the kerning
  /// allowance.
  ///
  /// A character that was not measured counts as the widest measured one; combining accents have no width.
  /// Complexity: O(n).
  public static func width(_ text: String, size: Double, weight: FontWeight = .regular) -> Double {
    let inter = units(text, table(.inter, weight))
    let liberation = units(text, table(.liberationSans, weight))
    guard inter > 0 || liberation > 0 else { return 0 }
    return (Double(max(inter, liberation)) / 10_000 + kerningAllowance) * size
  }

  /// The width of one line in one font, in the units of `size`, without kerning.
  public static func width(_ text: String, size: Double, weight: FontWeight = .regular, family: FontFamily) -> Double {
    Double(units(text, table(family, weight))) / 10_000 * size
  }

  private static func units(_ text: String, _ table: [UInt16]) -> Int {
    text.unicodeScalars.reduce(0) { $0 + advance($1, table) }
  }

  private static func advance(_ scalar: Unicode.Scalar, _ table: [UInt16]) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return Int(table[Int(scalar.value) - 0x20])
    case 0xA0...0x17F: return Int(table[Int(scalar.value) - 0xA0 + 95])
    // Combining accents, and the marks of passages.
    case 0x300...0x36F, 0xE000, 0xE001: return 0
    default:
      guard let place = otherCodes.firstIndex(of: scalar.value) else { return Int(table.max() ?? 0) }
      return Int(table[95 + 224 + place])
    }
  }

  private static func table(_ family: FontFamily, _ weight: FontWeight) -> [UInt16] {
    switch (family, weight) {
    case (.inter, .regular): inter400
    case (.inter, .semibold): inter600
    case (.inter, .bold): inter700
    case (.liberationSans, .regular): liberation400
    case (.liberationSans, .semibold), (.liberationSans, .bold): liberation700
    }
  }
}
