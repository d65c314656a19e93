import Statistics
import Territory
import Testing

@testable import Imports

/// Codes and families as tables write them.
struct ValueTests {
  @Test(arguments: [
    ("01001", "01001"), ("2A004", "2A004"), ("2b033", "2B033"), ("97411", "97411"), ("75056", "75056"),
    ("95690", "95690"), ("98735", "98735"),
  ]) func communes(text: String, code: String) {
    guard case .code(let number) = Self.parse(text) else {
      Issue.record("\(text) is no code")
      return
    }
    #expect(number < CommuneCode.count)
    #expect(CommuneCode.text(number) == code)
  }

  @Test(arguments: ["", "1", "20001", "00123", "96001", "99100", "2C001", "1A004", "91 23", "912233", "91000", "Dourd"])
  func notCommunes(text: String) {
    guard case .none = Self.parse(text) else {
      Issue.record("\(text) is read as a commune")
      return
    }
  }

  @Test(arguments: [("1001", "01001"), ("9999", "09999"), ("1001.0", "01001"), ("91223,00", "91223")]) func restored(
    text: String, code: String
  ) {
    guard case .restored(let number) = Self.parse(text) else {
      Issue.record("\(text) is not restored")
      return
    }
    #expect(CommuneCode.text(number) == code)
    #expect(CommuneCode.read(text)?.code == code)
    #expect(CommuneCode.read(text)?.isRestored == true)
  }

  @Test func codesAsText() {
    for (text, code) in [("2a004", "2A004"), ("91223", "91223")] {
      #expect(CommuneCode.read(text)?.code == code)
      #expect(CommuneCode.read(text)?.isRestored == false)
    }
    for text in ["", "123", "912233", "2c004", "91223.5", "1001.", "Dourdan", ".0"] {
      #expect(CommuneCode.read(text) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    (75_101, 75_056), (75_120, 75_056), (75_121, 75_121), (69_381, 69_123), (69_389, 69_123), (69_380, 69_380),
    (13_201, 13_055), (13_216, 13_055), (13_217, 13_217), (91_223, 91_223),
  ]) func arrondissements(code: Int, city: Int) { #expect(CommuneCode.city(code) == city) }

  /// Families of Insee's categories, by code and label of the nomenclature.
  @Test(
    arguments: [
      (9220, .association), (9230, .association), (9260, .association), (9300, .fondation), (8210, .mutuelle),
      (6411, .mutuelle), (5458, .cooperative), (5558, .cooperative), (5196, .cooperative), (6317, .cooperative),
      (6596, .cooperative), (5543, .cooperative), (5499, .company), (5710, .company), (5546, .company), (1000, .other),
      (8510, .other), (6540, .other), (9110, .other),
    ] as [(Int, Family)]) func families(category: Int, family: Family) throws
  { #expect(try Fixture.categories().family(category) == family) }

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
