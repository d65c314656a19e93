import Bytes
import Cartography
import Testing

@Suite struct TextMetricsTests {
  /// Tests/Fixtures/text-widths.csv: widths by HarfBuzz (Tests/Oracles/font-metrics.py).
  static let shaped = Result {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try CSVTable(path: "/" + root + "/Tests/Fixtures/text-widths.csv")
  }

  @Test func noFontDrawsWiderThanReserved() throws {
    let rows = try Self.shaped.get().rows
    #expect(rows.count > 700)
    for row in rows {
      let weight = try #require(Int(row.fields[1]).flatMap(FontWeight.init))
      let reserved = TextMetrics.width(row.fields[2], size: 1, weight: weight)
      for column in [3, 4] {
        let drawn = try #require(Double(row.fields[column]))
        #expect(drawn <= reserved, "\(row.fields)")
      }
      // Not a lazy bound either: Inter with tabular figures is the wide one.
      guard row.fields[0] == "inter", row.fields[2].count > 9, let drawn = Double(row.fields[4]) else { continue }
      #expect(reserved < drawn * 1.15, "\(row.fields)")
    }
  }

  /// Advances of Liberation Sans out of its `hmtx` table, in 1/2048 em.
  @Test(arguments: [("É", 1366.0), ("0", 1139), (" ", 569), ("’", 455), ("œ", 1933), ("−", 1196), ("…", 2048)])
  func advancesAreTheFonts(_ text: String, _ units: Double) {
    let width = TextMetrics.width(text, size: 2048, family: .liberationSans)
    #expect(width >= units && width < units + 0.3)
  }

  @Test func theWidestFontCounts() {
    let text = "Étampes 25\u{202F}%"
    for weight in FontWeight.allCases {
      let widths = FontFamily.allCases.map { TextMetrics.width(text, size: 10, weight: weight, family: $0) }
      #expect(TextMetrics.width(text, size: 10, weight: weight) >= widths.max()!)
    }
    #expect(TextMetrics.width(text, size: 20) == 2 * TextMetrics.width(text, size: 10))
  }

  @Test func unknownCharactersAreWideAndAccentsAloneAreNot() {
    let unknown = TextMetrics.width("漢", size: 1)
    for known in ["W", "—", "Œ", "‰", "…"] { #expect(TextMetrics.width(known, size: 1) <= unknown) }
    #expect(TextMetrics.width("e\u{301}", size: 1) == TextMetrics.width("e", size: 1))
    #expect(TextMetrics.width("", size: 12) == 0)
  }

  @Test func familyNamesWithSpacesAreQuoted() {
    #expect(FontStack.svg == "'Inter', 'Liberation Sans', Arial, sans-serif")
  }
}
