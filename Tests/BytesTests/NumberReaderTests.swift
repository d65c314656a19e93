import Testing

@testable import Bytes

/// The one reader of numbers.
struct NumberReaderTests {
  private func read(_ text: String, comma: Bool = false, _ kind: NumberReader.Kind = .any, signed: Bool = true)
    throws(NumberFault) -> NumberCell
  {
    var reader = NumberReader(commaIsDecimal: comma, kind, signed: signed)
    return try reader.read(text, tag: 0)
  }

  @Test(
    arguments: [
      ("12", 12), ("12.5", 12.5), ("-3", -3), ("+5", 5), ("−3,5", -3.5), ("1e-3", 0.001), ("1,2E+05", 120_000),
      ("1 234,5", 1234.5), ("1\u{A0}234,5", 1234.5), ("1\u{202F}234\u{202F}567", 1_234_567), ("15 554", 15_554),
      ("1 234.50", 1234.5), ("0,068", 0.068), ("1234,567", 1234.567), (" 7 ", 7), (",5", 0.5), ("−1 234", -1234),
      ("\u{A0}7\u{A0}", 7),
    ] as [(String, Double)]) func numbers(text: String, value: Double) throws
  { for comma in [false, true] { #expect(try read(text, comma: comma) == .number(value), "\(text)") } }

  @Test(
    arguments: [
      ("", .empty), ("  ", .empty), ("NaN", .empty), ("nan", .empty), ("null", .empty), ("NULL", .empty), ("-", .empty),
      (".", .empty), ("e", .empty), ("NA", .notAvailable), ("n/a", .notAvailable), ("nd", .notAvailable),
      ("n", .notAvailable), ("...", .notAvailable), ("…", .notAvailable), ("s", .secret), ("S", .secret),
      ("c", .secret), ("secret", .secret), ("///", .notApplicable), ("z", .notApplicable),
    ] as [(String, NumberSign)]) func signs(text: String, sign: NumberSign) throws
  { #expect(try read(text) == .sign(sign)) }

  @Test(arguments: [
    "0x1F", "12 %", "12*", "(1,5)", "n.d.", "#N/A", "douze", "1 2", "12 34", "1 23", "1234 567", "inf", "1,2,3", "5,",
    "1.2.3", "--3", "1e", "- 3",
  ]) func noNumbers(text: String) {
    for comma in [false, true] { #expect(throws: NumberFault.notANumber, "\(text)") { try read(text, comma: comma) } }
  }

  @Test(arguments: ["1.234.567", "1'234", "1.234,5", "1,234.5", "12,345,678", "4.567,8", "1,234 567"]) func thousands(
    text: String
  ) {
    for comma in [false, true] { #expect(throws: NumberFault.thousands, "\(text)") { try read(text, comma: comma) } }
  }

  @Test func aCommaBeforeThreeDigits() throws {
    // Decimal where the file says so; elsewhere the column settles it or nobody does.
    #expect(try read("1,234", comma: true) == .number(1.234))
    var reader = NumberReader(commaIsDecimal: false)
    #expect(try reader.read("987", tag: 1) == .number(987))
    #expect(try reader.read("1,234", tag: 2) == .number(1.234))
    #expect(try reader.read("2,500", tag: 3) == .number(2.5))
    #expect(reader.doubts.map(\.tag) == [2, 3])
    #expect(reader.doubts.map(\.cell) == ["1,234", "2,500"])
    for settling in ["0,068", "1,2"] {
      var settled = reader
      _ = try settled.read(settling, tag: 4)
      #expect(settled.doubts.isEmpty)
      _ = try settled.read("1,234", tag: 5)
      #expect(settled.doubts.isEmpty)
    }
    // A decimal point elsewhere in the column does not say what a comma is.
    _ = try reader.read("3.5", tag: 6)
    #expect(reader.doubts.count == 2)
  }

  @Test func aPointBeforeThreeDigits() throws {
    #expect(try read("1.234") == .number(1.234))
    #expect(throws: NumberFault.thousands) { try read("1.234", .count) }
    #expect(throws: NumberFault.thousands) { try read("1,234", comma: true, .count) }
    #expect(try read("0.234", .count) == .number(0.234))
    #expect(try read("12.5", .count) == .number(12.5))
    var byName = NumberReader(commaIsDecimal: false, .countByName)
    _ = try byName.read("1.234", tag: 1)
    #expect(byName.doubts.isEmpty)
    _ = try byName.read("987", tag: 2)
    #expect(byName.doubts.map(\.tag) == [1])
    _ = try byName.read("0.5", tag: 3)
    #expect(byName.doubts.isEmpty)
  }

  @Test func belowZero() throws {
    #expect(throws: NumberFault.negative) { try read("-3", .count) }
    // Sums of counts are integers, which such a number would break.
    #expect(throws: NumberFault.tooLarge) { try read("1e308", .count) }
    #expect(try read("9999999999999", .count) == .number(9_999_999_999_999))
    #expect(throws: NumberFault.negative) { try read("−3", signed: false) }
  }

  @Test func aColumnNamesItsCell() throws {
    let table = try CSVTable(Array("code,n\na,\"1,2\"\nb,12 %\n".utf8), path: "t.csv")
    let problem = #expect(throws: Problem.self) { try table.numbers(1) }
    #expect(
      problem?.line(.en)
        == "t.csv: line 3, column n: \"12 %\" is no number; write digits alone; leave an unknown value empty")
    let doubt = try CSVTable(Array("code,n\na,987\nb,\"1,234\"\n".utf8), path: "t.csv")
    #expect(
      #expect(throws: Problem.self) { try doubt.numbers(1) }?.line(.en)
        == "t.csv: line 3, column n: \"1,234\": thousands or decimals, the column does not tell; take the comma out of thousands, or write decimals with a point"
    )
    let semicolons = try CSVTable(Array("code;n\na;987\nb;1,234\n".utf8), path: "t.csv")
    #expect(try semicolons.numbers(1) == [.number(987), .number(1.234)])
  }

  @Test func aTextAlone() {
    #expect(NumberReader.number("1 234,5") == 1234.5)
    for text in ["0x1F", "nan", "1,234", "s", "inf"] { #expect(NumberReader.number(text) == nil, "\(text)") }
  }
}
