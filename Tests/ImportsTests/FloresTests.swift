import Bytes
import Testing

@testable import Imports

/// Flores tables in both layouts; every file here is synthetic.
struct FloresTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private static let header =
    "GEO;GEO_OBJECT;ACTIVITY;NUMBER_EMPL;LEGAL_FORM_WITH_PUBLIC;FLORES_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE"

  private func run(
    _ rows: [String], name: String = "synthetic-flores.csv", header: String = header,
    _ change: (inout FloresImport) -> Void = { _ in }
  ) throws -> ImportResult {
    let path = try folder.write(([header] + rows).joined(separator: "\n") + "\n", name)
    var flores = FloresImport(path: path, categories: try Fixture.categories())
    flores.options.cog = "2024"
    change(&flores)
    return try flores.run()
  }

  private static let rows = [
    "91223;COM;_T;_T;1T9X7;EMPL3112;A;2022;1200", "91223;COM;AZ;_T;1T9X7;EMPL3112;A;2022;200",
    "91223;COM;BE;_T;1T9X7;EMPL3112;A;2022;1000", "91223;COM;_T;E1T4;1T9X7;EMPL3112;A;2022;1200",
    "91223;COM;_T;_T;1T9X7;UNIT_LOC;A;2022;10", "91001;COM;_T;_T;1T9X7;EMPL3112;K;2022;",
    "91001;COM;_T;_T;1T9X7;UNIT_LOC;A;2022;0", "01001;COM;AZ;_T;1T9X7;EMPL3112;A;2022;5",
    "01004;COM;_T;_T;1T9X7;UNIT_LOC;W;2022;7", "91;DEP;_T;_T;1T9X7;UNIT_LOC;A;2022;100",
  ]

  /// Totals alone: an omitted row makes no cell, a zero is a zero, K is secret.
  @Test func theLongLayout() throws {
    let result = try run(Self.rows)
    #expect(
      result.cells == [
        "01004,all,all_establishments,7,", "91001,all,all_establishments,0,", "91001,all,all_salaried_jobs,,s",
        "91223,all,all_establishments,10,", "91223,all,all_salaried_jobs,1200,",
      ])
    #expect(
      result.lines[0].hasSuffix(
        ",2022,2024,\"flores: establishments with employees, LEGAL_FORM_WITH_PUBLIC 1T9X7\",\"Insee, Flores (fichier localisé des rémunérations et de l’emploi salarié)\",Insee"
      ))
    #expect(result.warnings.contains { $0.what.en == "1 values include another commune (status W)" })
    let quoted = Self.rows.map { "\"" + $0.replacing(";", with: "\";\"") + "\"" }
    #expect(try run(quoted, header: "\"" + Self.header.replacing(";", with: "\";\"") + "\"").lines == result.lines)
  }

  /// Lyon's nine arrondissements are Lyon; what one of them withholds, or has no row of, the city withholds too.
  @Test func arrondissementsAreTheirCommune() throws {
    let all = (1...9).map { "6938\($0);COM;_T;_T;1T9X7;UNIT_LOC;A;2022;\(10 * $0)" }
    let jobs = (1...9).map { "6938\($0);COM;_T;_T;1T9X7;EMPL3112;\($0 == 3 ? "K" : "A");2022;\($0 == 3 ? "" : "9")" }
    let result = try run(all + jobs)
    #expect(result.cells == ["69123,all,all_establishments,450,", "69123,all,all_salaried_jobs,,s"])
    #expect(result.notes.contains { $0.fr.contains("arrondissements") }, "\(result.notes)")
    #expect(try run(Array(all.dropLast())).cells == ["69123,all,all_establishments,,n"])
    #expect(try run(all) { $0.options.cities = .keep }.cells.count == 9)
    // Beside the city they are left out.
    let city = "69123;COM;_T;_T;1T9X7;UNIT_LOC;A;2022;460"
    #expect(try run(all + [city]).cells == ["69123,all,all_establishments,460,"])
    let wide = try run(
      (1...9).map { "6938\($0);\($0);\(2 * $0)" }, name: "synthetic-wide.csv", header: "CODGEO;ET_TOT;EFF_TOT")
    #expect(wide.cells == ["69123,all,all_establishments,45,", "69123,all,all_salaried_jobs,90,"])
  }

  @Test func slicesAndCodesOfTheService() throws {
    #expect(
      try run(Self.rows) { $0.activity = "AZ" }.cells == [
        "01001,all,activity_az_salaried_jobs,5,", "91223,all,activity_az_salaried_jobs,200,",
      ])
    let long = Self.rows.map {
      $0.replacing(";COM;", with: "!;COM;").replacing("91223!", with: "2024-COM-91223").replacing("!", with: "")
    }
    #expect(try run(long).cells == (try run(Self.rows)).cells)
    let error = problem { _ = try run(long) { $0.options.cog = "2023" } }
    #expect(
      error?.english.contains("line 2: vintages contradict: ‹cog› 2023, GEO 2024") == true, "\(error?.english ?? "")")
  }

  /// A category counts unless one that is counted begins it: of 5 nothing is known, of 5458 everything.
  @Test func aFamilyBelowACategoryThatIsNone() throws {
    let rows = [
      "91223;COM;_T;_T;_T;EMPL3112;A;2022;1000", "91223;COM;_T;_T;5;EMPL3112;A;2022;500",
      "91223;COM;_T;_T;54;EMPL3112;A;2022;60", "91223;COM;_T;_T;5458;EMPL3112;A;2022;7",
      "91223;COM;_T;_T;63;EMPL3112;A;2022;5", "91223;COM;_T;_T;6317;EMPL3112;A;2022;4",
      "91223;COM;_T;_T;9;EMPL3112;A;2022;90", "91223;COM;_T;_T;92;EMPL3112;A;2022;80",
    ]
    let result = try run(rows)
    #expect(
      result.cells == ["91223,all,all_salaried_jobs,1000,", "91223,association,jobs,80,", "91223,cooperative,jobs,12,"])
    #expect(result.warnings.contains { $0.what.en.contains("left out: 5, 9") })
  }

  /// The families the law puts in the ESS as such; companies are not told by their category.
  @Test func legalForms() throws {
    let rows =
      Self.rows + [
        "91223;COM;_T;_T;92;EMPL3112;A;2022;30", "91223;COM;_T;_T;9220;EMPL3112;A;2022;28",
        "91223;COM;_T;_T;82;EMPL3112;A;2022;4", "91223;COM;_T;_T;64;EMPL3112;K;2022;",
        "91001;COM;_T;_T;82;EMPL3112;A;2022;6", "91223;COM;_T;_T;57;EMPL3112;A;2022;300",
      ]
    let result = try run(rows)
    let families = result.cells.filter { !$0.contains(",all,") }
    #expect(families == ["91001,mutuelle,jobs,,n", "91223,association,jobs,30,", "91223,mutuelle,jobs,,s"])
    #expect(result.warnings.contains { $0.what.en.contains("left out: 57") })
  }

  @Test(arguments: [
    ("91223;COM;FZ;_T;1T9X7;EMPL3112;A;2022;1", "91223 EMPL3112, ACTIVITY: 1201.0 > 1200.0"),
    ("91223;COM;_T;E5T9;1T9X7;EMPL3112;A;2022;40", "91223 EMPL3112, NUMBER_EMPL: 1240.0 > 1200.0"),
  ]) func totalsThatDoNotAddUp(row: String, words: String) throws {
    let error = problem { _ = try run(Self.rows + [row]) }
    #expect(error?.english.contains("line 2: the total is not the sum: ") == true, "\(error?.english ?? "")")
    #expect(
      error?.english.replacing(".0", with: "").contains(words.replacing(".0", with: "")) == true,
      "\(error?.english ?? "")")
    #expect(try run(Self.rows + [row]) { $0.options.keepsGoing = true }.refused == ["2,total_mismatch"])
    // A part withheld explains a smaller sum.
    #expect(try run(Self.rows + ["91223;COM;FZ;_T;1T9X7;EMPL3112;K;2022;"]).faults.isEmpty)
  }

  @Test(arguments: [
    ("91002;COM;_T;_T;1T9X7;UNIT_LOC;A;2022;-1", "negative_number"),
    ("91223;COM;_T;_T;1T9X7;UNIT_LOC;A;2022;1", "duplicate"),
    ("91002;COM;_T;_T;1T9X7;UNIT_LOC;?;2022;1", "unknown_code"),
    ("91002;COM;_T;_T;1T9X7;UNIT_LOC;A;2022;1.234", "thousands_separator"),
    ("91002;COM;_T;_T;1T9X7;UNIT_LOC;A;2022;x", "not_a_number"), ("91002;COM;_T;_T", "field_count"),
  ]) func faults(row: String, reason: String) throws {
    let error = problem { _ = try run(Self.rows + [row]) }
    #expect(error?.english.contains("line 12") == true, "\(error?.english ?? "")")
    let result = try run(Self.rows + [row]) { $0.options.keepsGoing = true }
    #expect(result.refused == ["12,\(reason)"])
    #expect(result.lines == (try run(Self.rows)).lines)
  }

  @Test func periods() throws {
    let rows = Self.rows + ["91223;COM;_T;_T;1T9X7;UNIT_LOC;A;2017;8"]
    #expect(try run(rows).table.date == "2022")
    #expect(try run(rows) { $0.options.date = "2017-12-31" }.cells == ["91223,all,all_establishments,8,"])
    #expect(
      problem { _ = try run(rows) { $0.options.date = "2019" } }?.english.contains("periods there are: 2017, 2022")
        == true)
    #expect(
      problem { _ = try run(Self.rows) { $0.options.date = "2019" } }?.english.contains("‹date› 2019, TIME_PERIOD 2022")
        == true)
    #expect(
      problem { _ = try run(Self.rows) { $0.options.cog = "2020" } }?.english.contains(
        "line 2: vintages contradict: cog 2020, date 2022") == true)
    #expect(
      problem { _ = try run(Self.rows, name: "synthetic-DS_FLORES_A5_2021_data.csv") }?.english.contains(
        "TIME_PERIOD 2022, synthetic-DS_FLORES_A5_2021_data.csv") == true)
  }

  @Test func theOlderLayout() throws {
    let header = "CODGEO;LIBGEO;ET_TOT;ET_AZ;ET_BE;ET_FZ;ET_GU;ET_OQ;ET_AZ_0SAL;EFF_TOT"
    let rows = ["01001;A;10;1;2;3;2;2;0;31", "01002;B;s;1;s;3;2;2;0;", "2A004;C;9;s;2;3;2;1;0;0"]
    let name = "synthetic-TD_FLORES2021.csv"
    let result = try run(rows, name: name, header: header)
    #expect(
      result.cells == [
        "01001,all,all_establishments,10,", "01001,all,all_salaried_jobs,31,", "01002,all,all_establishments,,s",
        "01002,all,all_salaried_jobs,,n", "2A004,all,all_establishments,9,", "2A004,all,all_salaried_jobs,0,",
      ])
    #expect(result.table.date == "2021")
    let error = problem { _ = try run(["01001;A;11;1;2;3;2;2;0;31"], name: name, header: header) }
    #expect(error?.english.contains("line 2: the total is not the sum: 01001 all_establishments: 10") == true)
    let older = try run(["01001;5;1;4;0;0;0"], header: "CODGEO;ETTOT15;ETAZ15;ETBE15;ETFZ15;ETGU15;ETOQ15")
    #expect(older.cells == ["01001,all,all_establishments,5,"])
  }

  @Test func aColumnMissing() throws {
    let error = problem { _ = try run(Self.rows, header: Self.header.replacing("OBS_STATUS", with: "STATUT")) }
    #expect(error?.english.contains("no column \"OBS_STATUS\"") == true)
    let comma = try run(Self.rows.map { $0.replacing(";", with: ",") }, header: Self.header.replacing(";", with: ","))
    #expect(comma.lines == (try run(Self.rows)).lines)
  }
}
