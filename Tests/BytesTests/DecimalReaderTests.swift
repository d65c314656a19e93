import Bytes
import Testing

@Suite struct DecimalReaderTests {
  static func number(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { DecimalReader.number($0) }
  }

  static func integer(_ text: String) -> Int? { Array(text.utf8).withUnsafeBufferPointer { DecimalReader.integer($0) } }

  @Test(arguments: [
    ("12", 12.0), ("  -3.50 ", -3.5), ("+.5", 0.5), ("5.", 5), ("1e-7", 1e-7), ("1E+2", 100), ("-0", 0),
    ("9007199254740993", 9_007_199_254_740_992), ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("0.000000000000000000000000000000001", 1e-33), ("4.9e-324", .leastNonzeroMagnitude),
  ]) func numbers(text: String, expected: Double) { #expect(Self.number(text) == expected) }

  @Test(arguments: ["", " ", "-", ".", "e5", "1 2", "1,5", "nan", "inf", "0x10", "1e999", "12a"]) func whatIsNoNumber(
    text: String
  ) { #expect(Self.number(text) == nil) }

  @Test(arguments: [
    ("12", 12), (" -3 ", -3), ("+4", 4), ("0007", 7), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.0", nil),
    ("", nil), ("-", nil),
  ]) func integers(text: String, expected: Int?) { #expect(Self.integer(text) == expected) }

  @Test func roundsAsTheStandardLibrary() {
    var state: UInt64 = 7
    for round in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let text = "\(state >> UInt64(round % 50)).\(state % 10_000_000)e\(round % 60 - 30)"
      #expect(Self.number(text) == Double(text))
    }
  }
}
