import Statistics
import Testing

@testable import Imports

/// Codes and numbers as tables write them.
struct ValueTests {
  @Test(arguments: [
    ("01001", "01001"), ("2A004", "2A004"), ("2b033", "2B033"), ("97411", "97411"), ("75056", "75056"),
    ("95690", "95690"), ("98735", "98735"),
  ])
  func communes(text: String, code: String) {
    guard case .code(let number) = Self.parse(text) else {
      Issue.record("\(text) is no code")
      return
    }
    #expect(number < CommuneCode.count)
    #expect(CommuneCode.text(number) == code)
  }

  @Test(arguments: [
    "", "1", "20001", "00123", "96001", "99100", "2C001", "1A004", "91 23", "912233", "91000", "Dourd",
  ])
  func notCommunes(text: String) {
    guard case .none = Self.parse(text) else {
      Issue.record("\(text) is read as a commune")
      return
    }
  }

  @Test(arguments: ["1001", "9999"])
  func lostZeros(text: String) {
    guard case .lostZero = Self.parse(text) else {
      Issue.record("\(text) has not lost its zero")
      return
    }
  }

  @Test(arguments: [
    (75_101, 75_056), (75_120, 75_056), (75_121, 75_121), (69_381, 69_123), (69_389, 69_123), (69_380, 69_380),
    (13_201, 13_055), (13_216, 13_055), (13_217, 13_217), (91_223, 91_223),
  ])
  func arrondissements(code: Int, city: Int) { #expect(CommuneCode.city(code) == city) }

  @Test(
    arguments: [
      ("12", false, .number(12)), ("12.5", false, .number(12.5)), ("12,5", false, .number(12.5)),
      ("0,125", false, .number(0.125)), ("-3", false, .number(-3)), ("-3", true, .unreadable),
      ("1.234", false, .number(1.234)), ("1.234", true, .grouped), ("0.234", true, .number(0.234)),
      ("1 234", false, .grouped), ("1\u{A0}234", false, .grouped), ("1\u{202F}234\u{202F}567", false, .grouped),
      ("1,234", false, .grouped), ("1'234", false, .grouped), ("1.234.567", false, .grouped),
      ("1.234,5", false, .grouped), ("1,234.5", false, .grouped), ("1234,567", false, .number(1234.567)),
      ("s", false, .sign("s")), ("", false, .sign("n")), ("  ", false, .sign("n")), ("…", false, .sign("n")),
      ("nd", false, .sign("n")), ("///", false, .sign("z")), ("douze", false, .unreadable),
      ("1 2", false, .unreadable),
      ("12 %", false, .unreadable), ("1,2,3", false, .unreadable),
    ] as [(String, Bool, PublishedValue)])
  func values(text: String, isCount: Bool, value: PublishedValue) {
    Array(text.utf8).withUnsafeBufferPointer {
      #expect(PublishedValue($0, isCount: isCount) == value, "\(text)")
    }
  }

  /// Families of Insee's categories, by code and label of the nomenclature.
  @Test(
    arguments: [
      (9220, .association), (9230, .association), (9260, .association), (9300, .fondation), (8210, .mutuelle),
      (6411, .mutuelle), (5458, .cooperative), (5558, .cooperative), (5196, .cooperative), (6317, .cooperative),
      (6596, .cooperative), (5543, .cooperative), (5499, .company), (5710, .company), (5546, .company),
      (1000, .other), (8510, .other), (6540, .other), (9110, .other),
    ] as [(Int, Family)])
  func families(category: Int, family: Family) throws {
    #expect(try Fixture.categories().family(category) == family)
  }

  @Test func familiesOfPrefixes() throws {
    let categories = try Fixture.categories()
    #expect(categories.family(prefix: "92") == .association)
    #expect(categories.family(prefix: "9300") == .fondation)
    #expect(categories.family(prefix: "54") == nil)
    #expect(categories.family(prefix: "9") == nil)
  }

  private static func parse(_ text: String) -> CommuneCode.Parsed {
    Array((text + " ").utf8).withUnsafeBufferPointer { CommuneCode.parse($0.baseAddress!, $0.count - 1) }
  }
}
