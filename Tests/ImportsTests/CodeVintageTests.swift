import Bytes
import Territory
import Testing

@testable import Imports

/// Commune codes held against the vintage of the COG, in all three imports; every file here is synthetic.
struct CodeVintageTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// A joins B in 2019; C splits into C and D in 2021; E and F are one from 2022.
  private static func events() throws -> CommuneEvents {
    let text = """
      date,kind,before,after,names,source
      2019-01-01,merge,91222 91390,91390,Estouches + Méréville → Le Mérévillois,s
      2021-01-01,split,91003,91003 91004,C → C + D,s
      2022-01-01,merge,91005 91006,91006,E + F → EF,s
      """
    return try CommuneEvents(CSVTable(Array(text.utf8), path: "events.csv"))
  }

  private func options(_ date: String?, _ cog: String?, keepsGoing: Bool) throws -> ImportOptions {
    var options = ImportOptions()
    options.events = try Self.events()
    (options.date, options.cog, options.keepsGoing) = (date, cog, keepsGoing)
    return options
  }

  enum Source: CaseIterable { case sirene, flores, older, table }

  /// The codes as the rows of a file of each kind, from line 2.
  private func run(
    _ source: Source, _ codes: [String], date: String? = nil, cog: String? = nil, keepsGoing: Bool = false
  ) throws -> ImportResult {
    let options = try options(date, cog, keepsGoing: keepsGoing)
    switch source {
    case .sirene:
      let rows = codes.enumerated().map { "\($1),111111111000\(10 + $0),A,O" }
      var sirene = SireneImport(
        units: try folder.write(
          "siren,economieSocialeSolidaireUniteLegale,categorieJuridiqueUniteLegale\n111111111,O,9220\n",
          "synthetic-units.csv"),
        establishments: try folder.write(
          (["codeCommuneEtablissement,siret,etatAdministratifEtablissement,caractereEmployeurEtablissement"] + rows)
            .joined(separator: "\n") + "\n", "synthetic.csv"), categories: try Fixture.categories())
      sirene.options = options
      return try sirene.run()
    case .flores:
      let header =
        "GEO;GEO_OBJECT;ACTIVITY;NUMBER_EMPL;LEGAL_FORM_WITH_PUBLIC;FLORES_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE"
      let year = date.map { $0.prefix(4) } ?? "1990"
      let rows = codes.map { "\($0);COM;_T;_T;_T;EMPL3112;A;\(year);4" }
      var flores = FloresImport(
        path: try folder.write(([header] + rows).joined(separator: "\n") + "\n", "synthetic.csv"),
        categories: try Fixture.categories())
      flores.options = options
      return try flores.run()
    case .older:
      let text = (["CODGEO;ET_TOT"] + codes.map { "\($0);4" }).joined(separator: "\n") + "\n"
      var flores = FloresImport(path: try folder.write(text, "synthetic.csv"), categories: try Fixture.categories())
      flores.options = options
      return try flores.run()
    case .table:
      let text = (["insee,n"] + codes.map { "\($0),4" }).joined(separator: "\n") + "\n"
      var table = TableImport(path: try folder.write(text, "synthetic.csv"), key: "insee", value: "n")
      table.options = options
      return try table.run()
    }
  }

  @Test(arguments: Source.allCases) func aCodeThatIsGone(source: Source) throws {
    let codes = ["91001", "91222", "91390"]
    let error = problem { _ = try run(source, codes, date: "2024", cog: "2025") }
    #expect(error?.status == .badData)
    #expect(
      error?.english.contains("synthetic.csv: line 3: 91222 Estouches, merged on 2019-01-01 (COG 2025)") == true,
      "\(error?.english ?? "")")
    #expect(error?.line(.fr).contains("91222 Estouches, fusionnée le 2019-01-01") == true)
    let result = try run(source, codes, date: "2024", cog: "2025", keepsGoing: true)
    #expect(result.refused == ["3,code_of_another_cog"])
    #expect(Set(result.table.rows.map(\.insee)) == ["91001", "91390"])
    // The same codes are right in an older vintage.
    #expect(try run(source, codes, date: "2018", cog: "2018").faults.isEmpty)
  }

  @Test(arguments: Source.allCases) func aCodeNotYetThere(source: Source) throws {
    let error = problem { _ = try run(source, ["91003", "91004"], date: "2020", cog: "2020") }
    #expect(
      error?.english.contains("line 3: 91004 exists only since 2021-01-01, C → C + D (COG 2020)") == true,
      "\(error?.english ?? "")")
  }

  /// The figures' date alone excludes a code, where the vintage is not said.
  @Test(arguments: Source.allCases) func theDateTells(source: Source) throws {
    let error = problem { _ = try run(source, ["91222"], date: "2022") }
    #expect(
      error?.english.contains("line 2: 91222 Estouches, merged on 2019-01-01 (date 2022, COG unknown)") == true,
      "\(error?.english ?? "")")
  }

  /// Codes no vintage has together.
  @Test func codesThatContradictEachOther() throws {
    let error = problem { _ = try run(.table, ["91003", "91004", "91006", "91390", "91222"]) }
    #expect(
      error?.english.contains("line 6: 91222 Estouches, merged on 2019-01-01 (COG ") == true, "\(error?.english ?? "")")
  }

  @Test(arguments: Source.allCases) func deducedFromTheCodes(source: Source) throws {
    // In 2021 alone, four codes exist and 91222 does not; all are there.
    let codes = ["91003", "91004", "91005", "91006", "91390"]
    let date = source == .sirene ? "2021-06-30" : nil
    let result = try run(source, codes, date: date)
    #expect(result.table.cog == "2021")
    #expect(result.notes.contains { $0.en == "COG 2021, from the codes" })
    #expect(!result.warnings.contains { $0.what.en.contains("commune codes unknown") })
  }

  /// A few codes, or codes of several vintages, do not tell.
  @Test(arguments: [["91001", "91223"], ["91003", "91004", "91006", "91390"], ["01001"], ["91222"]]) func notDeduced(
    codes: [String]
  ) throws {
    let result = try run(.table, codes)
    #expect(result.table.cog.isEmpty)
    #expect(result.warnings.contains { $0.what.en == "year of the commune codes unknown: give ‹cog›" })
    #expect(!result.notes.contains { $0.en.contains("COG") })
  }

  /// Each code once, however many rows have it.
  @Test func onceACode() throws {
    let codes = ["91222", "91001", "91222", "91005"]
    let result = try run(.sirene, codes, date: "2024", cog: "2024", keepsGoing: true)
    #expect(result.refused == ["2,code_of_another_cog", "5,code_of_another_cog"])
    #expect(result.warnings.map(\.what.en) == ["all rows of these codes are left out: 91005, 91222"])
    #expect(result.cells.filter { $0.contains("association") } == ["91001,association,establishments,1,"])
  }

  @Test(arguments: Source.allCases) func aHeaderAlone(source: Source) throws {
    for keepsGoing in [false, true] {
      let error = problem { _ = try run(source, [], date: "2024", cog: "2025", keepsGoing: keepsGoing) }
      #expect(error?.status == .badData)
      #expect(
        error?.english.contains("synthetic.csv: line 1: no row after the header") == true, "\(error?.english ?? "")")
    }
  }

  @Test func noCommuneAtAll() throws {
    let error = problem { _ = try run(.sirene, ["99138", "[ND]"], date: "2024", cog: "2025") }
    #expect(
      error?.english.contains("synthetic.csv: no establishment of the ESS counted: 2 rows read, 1 of the ESS abroad")
        == true, "\(error?.english ?? "")")
  }
}
