import Bytes
import Testing

struct EscapeTests {
  @Test func everyLanguage() {
    #expect(Escape.markup("<a b='c'>&") == "&lt;a b=&#39;c&#39;&gt;&amp;")
    #expect(Escape.json("a\"\\\n\u{1}") == "\"a\\\"\\\\\\n\\u0001\"")
    #expect(Escape.csv("a;b", separator: ";") == "\"a;b\"")
    #expect(Escape.csv("a;b") == "a;b")
    #expect(Escape.oneLine("a\u{1B}[31m\n") == "a\\x1b[31m\\n")
    #expect(Escape.lines("a\u{1B}\nb") == "a\\x1b\nb")
  }

  /// A separator, quote or line break with an accent or a joiner after it is one character with it.
  @Test(arguments: [",", "\"", "\n", "\r\n"], ["\u{301}", "\u{200D}", ""]) func aFieldIsQuotedForItsScalars(
    sign: String, mark: String
  ) throws {
    let text = "A" + sign + mark + "b"
    let field = Escape.csv(text)
    #expect(field.unicodeScalars.first == "\"" && field.unicodeScalars.last == "\"")
    let table = try CSVTable(Array(("a,b\n1," + field + "\n").utf8), path: "t.csv")
    #expect(table.rows.map(\.fields) == [["1", text]])
  }

  static let controls: [Unicode.Scalar] =
    [0x0, 0x7, 0x8, 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F, 0x61C, 0x200E, 0x200F].map { Unicode.Scalar($0)! }
    + (0x202A...0x202E).map { Unicode.Scalar($0)! } + (0x2066...0x2069).map { Unicode.Scalar($0)! }

  /// What people read shows them; JSON says them; CSV for programs keeps them.
  @Test(arguments: controls) func controlsAreShown(control: Unicode.Scalar) {
    let text = "a" + String(Character(control)) + "b"
    for shown in [
      Escape.markup(text), Escape.markdown(text), Escape.oneLine(text), Escape.lines(text), Escape.spreadsheet(text),
      Escape.json(text), Escape.cell(text),
    ] {
      #expect(!shown.unicodeScalars.contains(control), "\(shown)")
      #expect(shown.hasPrefix("a\\") || shown.hasPrefix("\"a\\"), "\(shown)")
    }
    #expect(Escape.csv(text) == text)
  }

  @Test func theirForms() {
    #expect(Escape.oneLine("x\u{202E}y") == "x\\u202ey")
    #expect(Escape.markdown("x\u{202E}y") == "x\\\\u202ey")
    #expect(Escape.json("x\u{202E}\u{9B}y") == "\"x\\u202e\\u009by\"")
    // Joiners and soft hyphens are letters' business, not controls.
    #expect(Escape.oneLine("a\u{200D}\u{AD}é’") == "a\u{200D}\u{AD}é’")
  }

  @Test(arguments: ["=1+1", "+33 1", "-cmd", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\u{FF1D}1", "=\u{301}1"])
  func noTextIsAFormula(text: String) { #expect(Escape.spreadsheet(text) == "'" + text) }

  @Test(arguments: ["Étampes", "1 = 1", "", "’t Hof", " =1", "2A004"]) func otherTextStaysInASpreadsheet(text: String) {
    #expect(Escape.spreadsheet(text) == text)
  }

  @Test func aCellOfAWorkbook() {
    #expect(Escape.cell("=1 a\tb\nc_x0041_ \u{FFFF}") == "=1 a b c_x005F_x0041_ \u{FFFD}")
    let long = String(repeating: "🚲", count: 20_000)
    #expect(Escape.cell(long).utf16.count <= 32_767 && Escape.cell(long).utf16.count > 32_000)
  }

  @Test func aCodeForASpreadsheet() { #expect(Escape.spreadsheet(code: "01001") == "=\"01001\"") }
}
