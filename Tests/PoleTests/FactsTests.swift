import Bytes
import Cartopole
import Territory
import Testing

/// Every fact of the sheet is held by a key of the shipped project, and reaches the reader.
@Suite struct FactsTests {
  struct Fact: Sendable, CustomTestStringConvertible {
    var section: String
    var fact: String
    var key: String
    var value: String
    /// What the reader sees, where it is not the value itself.
    var shown: String
    var testDescription: String { "\(section): \(fact) (\(key))" }
  }

  static let facts: [Fact] = {
    let text = try? FileBytes.read(Path.join(ShippedPole.folder, "facts.tsv"))
    let lines = String(decoding: text ?? [], as: UTF8.self).split(separator: "\n").dropFirst()
    return lines.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Fact(
        section: fields[0], fact: fields[1], key: fields[2], value: fields[3],
        shown: fields[4].isEmpty ? fields[3] : fields[4])
    }
  }()

  static let file = Result { try ShippedPole.node() }
  static let page = Result {
    try Pole(try file.get()).statements.map { plain($0.text.fr + "\n" + $0.section.fr + "\n" + ($0.printed ?? "")) }
  }

  @Test func theListIsWhole() {
    #expect(Self.facts.count > 100)
    #expect(Set(Self.facts.map(\.key)).count == Self.facts.count)
  }

  @Test(arguments: facts) func isHeld(fact: Fact) throws {
    let node = try Self.file.get().at(fact.key)
    let held = node?.scalar ?? node?["fr"]?.scalar
    #expect(held == fact.value, "\(fact.testDescription)")
  }

  @Test(arguments: facts) func reachesTheReader(fact: Fact) throws {
    let page = try Self.page.get()
    let wanted = Self.plain(fact.shown)
    #expect(page.contains { $0.contains(wanted) }, "\(fact.testDescription)")
  }

  /// Every statement taken from the sheet says so, and none of the rest claims to be.
  @Test func statementsKeepTheirBasis() throws {
    let others = try ShippedPole.pole().statements.filter { $0.support.basis != .source }
    #expect(
      others.map(\.text.fr).map(Self.plain) == [
        "liste des communes (COG 2008)", "Le Pôle, à Étampes : commune 91223", "coordonnées : 48,435 N, 2,162222 E",
      ])
  }

  @Test func theEnglishPageIsEnglish() throws {
    let texts = try ShippedPole.pole().statements.map(\.text.en)
    #expect(texts.contains("associations: 89% of the employer establishments of the ESS (France)"))
    #expect(texts.contains("€100,000: running the Pôle; funded by: Conseil régional"))
    #expect(texts.contains("the whole team of the Pôle: every month"))
    #expect(!texts.contains { $0.contains("\u{202F}") })
  }

  /// The same words with ordinary spaces.
  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{202F}" || $0 == "\u{A0}" ? " " : $0 }))
  }
}
