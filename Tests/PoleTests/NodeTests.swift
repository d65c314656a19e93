import Bytes
import Testing

@testable import Pole

@Suite struct NodeTests {
  @Test(arguments: [
    ("91223", true), ("01001", true), ("2A004", true), ("2B033", true), ("97209", true), ("9122", false),
    ("912233", false), ("A2004", false), ("2C004", false), ("9122é", false), ("", false),
  ]) func inseeCodes(text: String, valid: Bool) { #expect(DocumentNode.isINSEE(text) == valid) }

  @Test(arguments: [
    ("site-internet", true), ("a", true), ("a2", true), ("2a", false), ("", false), ("É", false), ("a_b", false),
    ("A", false), ("-a", false),
  ]) func identifiers(text: String, valid: Bool) { #expect(DocumentNode.isIdentifier(text) == valid) }

  @Test(arguments: [
    ("2009", true), ("2009-06", true), ("2009-06-30", true), ("2009-13", false), ("09", false), ("2009-6", false),
    ("2009-06-32", false), ("juin 2009", false), ("2009-", false), ("", false),
  ]) func dates(text: String, valid: Bool) { #expect(Support.isDate(text) == valid) }

  @Test(arguments: [("1/3", 1.0 / 3.0), ("0.25", 0.25), ("0", 0), ("1", 1), ("2/2", 1)]) func shares(
    text: String, value: Double
  ) throws { #expect(try DocumentNode(.scalar(text, quoted: false), line: 1).share(Text(same: "p")) == value) }

  @Test(arguments: ["1.01", "-0.1", "4/3", "1/0", "1/3/5", "x", "nan"]) func noShares(text: String) {
    #expect(throws: Problem.self) { _ = try DocumentNode(.scalar(text, quoted: false), line: 1).share(Text(same: "p")) }
  }

  @Test func aKeyWithNothingAfterItIsAbsent() {
    let map = DocumentNode(.map([.init(key: "a", line: 1, value: DocumentNode(.null, line: 1))]), line: 1)
    #expect(map["a"] == nil)
  }

  @Test func comparingContentForgetsLines() {
    let one = DocumentNode(
      .map([.init(key: "a", line: 1, value: DocumentNode(.list([DocumentNode(.null, line: 2)]), line: 2))]), line: 1)
    let two = DocumentNode(
      .map([.init(key: "a", line: 5, value: DocumentNode(.list([DocumentNode(.null, line: 7)]), line: 6))]), line: 4)
    #expect(one != two)
    #expect(one.withoutLines == two.withoutLines)
  }

  @Test func theWeakestBasisWins() {
    #expect(Basis.weakest([.source, .declared]) == .declared)
    #expect(Basis.weakest([.declared, .assumption, .source]) == .assumption)
    #expect(Basis.weakest([]) == .source)
  }
}
