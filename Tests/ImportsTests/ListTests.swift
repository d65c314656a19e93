import Bytes
import Statistics
import Testing

@testable import Imports

/// Lists of one row each; every file here is synthetic.
struct ListTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func run(_ text: String, keepsGoing: Bool = false, _ change: (inout TableImport) -> Void = { _ in }) throws
    -> ImportResult
  {
    var table = TableImport(path: try folder.write(text, "synthetic-list.csv"), key: nil, value: nil)
    table.categories = try Fixture.categories()
    table.options.keepsGoing = keepsGoing
    change(&table)
    return try table.run()
  }

  /// La Poste's head office passes Luhn's test, its other establishments need not: 3+5+6+4+9+8+3+7 = 45.
  @Test(arguments: [
    ("73282932000074", true), ("732 829 320 00074", true), ("732\u{A0}829\u{202F}320 00074", true),
    ("73282932000075", false), ("7328293200007", false), ("732829320000740", false), ("35600000000048", true),
    ("35600000049837", true), ("35600000049838", false), ("73282932A00074", false), ("7,32829E+13", false), ("", false),
    ("00000000000000", false),
  ]) func siret(text: String, isValid: Bool) {
    let read = Array(text.utf8).withUnsafeBufferPointer { Siret.read($0) }
    #expect((read != nil) == isValid)
    if isValid { #expect(read == UInt64(text.filter { $0.isASCII && $0.isNumber })) }
  }

  @Test func unitsAreCountedOnce() throws {
    // Two establishments of one unit, one of another, one that does not say, in one commune.
    let text =
      "SIRET;Code INSEE\n73282932000074;91223\n73282932000082;91223\n35600000000048;91223\n;91223\n73282932000074;91223\n"
    let result = try run(text)
    #expect(
      result.lines.count == 1 && result.lines[0].hasPrefix("91223,all,establishments,4,,3,2,,"), "\(result.lines)")
    let said = (result.notes + result.warnings.map(\.what)).map(\.en).joined(separator: "; ")
    #expect(said.contains("4 rows counted (\"establishments\") in 1 commune, out of 5 rows read"))
    #expect(said.contains("rows without a SIRET, of which a repetition does not show: 1"))
    #expect(said.contains("1 SIRET seen before, counted once (line 6)"))
    #expect(said.contains("communes without a row: unknown, not zero"))
    let other = try run(text.replacing("74;91223\n73282932000082", with: "74;91200\n73282932000082"))
    #expect(
      other.warnings.contains { $0.what.en.contains("1 of them with another commune or family: the first line counts") }
    )
    #expect(other.cells.contains("91200,all,establishments,1,"))
  }

  /// Without legal units nothing is said of them; in a list of members each row is one.
  @Test func withoutUnits() throws {
    let text = "insee\n91223\n91223\n"
    #expect(try run(text) { $0.measure = "establishments" }.lines[0].hasPrefix("91223,all,establishments,2,,,,,"))
    let members = try run(text) { $0.listOf = "members" }
    #expect(members.lines[0].hasPrefix("91223,all,members,2,,2,1,,") && members.lines[0].hasSuffix(",members"))
    #expect(problem { _ = try run(text) }?.status == .usage)
    let named = try run("insee,adherent\n91223,a\n91223,a\n91223,b\n") {
      $0.measure = "establishments"
      $0.unit = "adherent"
    }
    #expect(named.lines[0].hasPrefix("91223,all,establishments,3,,2,2,,"))
  }

  @Test func familiesInWords() throws {
    let text =
      "insee,f\n91223,Associations\n91223,association\n91223,Coopérative\n91223,9220\n91223,mutual societies\n01001,5710\n"
    let result = try run(text) {
      $0.measure = "establishments"
      $0.list.family = "f"
    }
    #expect(
      result.cells.filter { !$0.hasSuffix(",0,") } == [
        "01001,company,establishments,1,", "91223,association,establishments,3,", "91223,cooperative,establishments,1,",
        "91223,mutuelle,establishments,1,",
      ])
    // Each family of the list in each of its communes: what has no row in a list it names is a zero of that list.
    #expect(result.cells.count == 8)
    for (word, said) in [
      ("amicale", "f: \"amicale\" is unknown"), ("", "f: \"\" is unknown"), ("all", "f: \"all\" is unknown"),
    ] {
      let error = problem {
        _ = try run("insee,f\n91223,\(word)\n") {
          $0.measure = "establishments"
          $0.list.family = "f"
        }
      }
      #expect(error?.english.contains("line 2: \(said)") == true, "\(error?.english ?? "")")
    }
  }

  /// A family that is asked for goes before the legal categories of the file.
  @Test func legalCategories() throws {
    let text = "siret,codeCommuneEtablissement,categorieJuridiqueUniteLegale\n,91223,9220\n,91223,\n,91223,[ND]\n"
    let result = try run(text)
    #expect(result.cells == ["91223,association,establishments,1,", "91223,other,establishments,2,"])
    #expect(result.notes.contains { $0.en.hasSuffix("without a legal category, counted among other bodies: 2") })
    #expect(try run(text) { $0.family = .all }.cells == ["91223,all,establishments,3,"])
  }

  @Test func whatIsLeftAside() throws {
    let text =
      "siret,codeCommuneEtablissement,etatAdministratifEtablissement,statutDiffusionEtablissement\n,91223,A,O\n,91223,F,O\n,99138,A,O\n,75112,A,P\n,1001,A,O\n"
    let result = try run(text)
    #expect(
      result.cells == ["01001,all,establishments,1,", "75056,all,establishments,1,", "91223,all,establishments,1,"])
    let notes = result.notes.map(\.en).joined(separator: "; ")
    #expect(notes.contains("left out: 1 closed, 1 abroad") && notes.contains("1 establishment in partial diffusion"))
    #expect(result.warnings.contains { $0.what.en.contains("restored; lines: 1 (6)") })
    #expect(try run(text) { $0.options.cities = .keep }.cells.contains("75112,all,establishments,1,"))
    let none = problem { _ = try run(text.replacing(",A,", with: ",F,"), keepsGoing: true) }
    #expect(none?.english.contains("no row counted: 5 rows read, 5 closed") == true, "\(none?.english ?? "")")
    let withheld = try run("siret,codeCommuneEtablissement\n,91223\n,[ND]\n", keepsGoing: true)
    #expect(withheld.refused == ["3,without_commune"])
  }

  /// A name needs outlines; a code needs none, in a column of names too.
  @Test func codesAndNames() throws {
    #expect(problem { _ = try run("siret,commune\n,Dourdan\n") }?.english.contains("‹geo›") == true)
    #expect(try run("siret,commune\n,91222\n").cells == ["91222,all,establishments,1,"])
  }

  @Test(
    arguments: [
      ("NN", nil), ("", nil), ("00", "0...0"), ("01", "1...2"), ("1", "1...2"), ("02", "3...5"), ("03", "6...9"),
      ("11", "10...19"), ("12", "20...49"), ("21", "50...99"), ("22", "100...199"), ("31", "200...249"),
      ("32", "250...499"), ("41", "500...999"), ("42", "1000...1999"), ("51", "2000...4999"), ("52", "5000...9999"),
      ("53", "10000...inf"),
    ] as [(String, String?)]) func classes(code: String, bounds: String?) throws
  {
    let found = try #require(HeadcountClass.bounds(code))
    #expect(
      found.map { "\(Int($0.lowerBound))...\($0.upperBound.isFinite ? String(Int($0.upperBound)) : "inf")" } == bounds)
    #expect(HeadcountClass.bounds("13") == .none)
  }

  /// A unit in two arrondissements has the sum of both classes.
  @Test func classesOfACity() throws {
    let text = "insee,u,n,c\n75101,a,12,11\n75102,a,30,12\n75103,b,5,\n"
    var table = TableImport(path: try folder.write(text, "synthetic-classes.csv"), key: "insee", value: "n")
    (table.measure, table.unit, table.sizeClass) = ("jobs", "u", "c")
    #expect(
      try table.run().lines.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).suffix(2).joined(separator: "-")
      } == ["30-68", "-"])
  }
}
