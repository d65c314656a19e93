import Bytes
import Statistics
import Testing

@testable import Imports

/// Flores totals against their parts, and legal forms chosen; every file here is synthetic.
struct FloresTotalsTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Rows as `activity;size;form;value`, of one commune and measure.
  private func run(_ rows: [String], measure: String = "EMPL3112", _ change: (inout FloresImport) -> Void = { _ in })
    throws -> ImportResult
  {
    let header =
      "GEO;GEO_OBJECT;ACTIVITY;NUMBER_EMPL;LEGAL_FORM_WITH_PUBLIC;FLORES_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE"
    let lines = rows.map { row in
      let fields = row.split(separator: ";", omittingEmptySubsequences: false)
      let status = fields[3] == "K" ? "K;2022;" : "A;2022;\(fields[3])"
      return "91223;COM;\(fields[0]);\(fields[1]);\(fields[2]);\(measure);\(status)"
    }
    let path = try folder.write(([header] + lines).joined(separator: "\n") + "\n", "synthetic-flores.csv")
    var flores = FloresImport(path: path, categories: try Fixture.categories())
    flores.options.cog = "2024"
    change(&flores)
    return try flores.run()
  }

  @Test(arguments: [
    // One part above its total, whatever else is withheld.
    (["_T;_T;_T;100", "_T;_T;92;120", "_T;_T;51;K"], "LEGAL_FORM_WITH_PUBLIC: 120"),
    (["_T;_T;_T;100", "_T;_T;92;60", "_T;_T;82;50"], "LEGAL_FORM_WITH_PUBLIC: 110"),
    (["_T;_T;92;30", "_T;_T;9220;31"], "LEGAL_FORM_WITH_PUBLIC: 31"),
    (["_T;_T;_T;100", "_T;_T;1T9X7;101"], "LEGAL_FORM_WITH_PUBLIC: 101"),
    (["_T;_T;_T;100", "_T;E1T9;_T;101", "_T;E10T19;_T;K"], "NUMBER_EMPL: 101"),
    (["_T;_T;_T;100", "AZ;_T;_T;K", "GZ;_T;_T;101"], "ACTIVITY: 101"),
    // Parts that overlap, one by one.
    (["_T;_T;_T;100", "_T;E1T9;_T;60", "_T;E1T4;_T;101"], "NUMBER_EMPL: 101"),
    // All parts are there and fall short.
    (["_T;_T;_T;100", "_T;E1T9;_T;60", "_T;E10T;_T;30"], "NUMBER_EMPL: 90"),
    (["_T;_T;_T;100", "AZ;_T;_T;1", "BE;_T;_T;2", "FZ;_T;_T;3", "GU;_T;_T;4", "OQ;_T;_T;5"], "ACTIVITY: 15"),
    (["_T;_T;1T9X7;100"] + [1, 2, 3, 4, 5, 6, 8, 9].map { "_T;_T;\($0);10" }, "LEGAL_FORM_WITH_PUBLIC: 80"),
  ]) func contradictions(rows: [String], words: String) throws {
    let error = problem { _ = try run(rows) }
    #expect(error?.status == .badData)
    #expect(
      error?.english.contains("line 2: ") == true && error?.english.contains(words) == true, "\(error?.english ?? "")")
    #expect(try run(rows) { $0.options.keepsGoing = true }.refused == ["2,total_mismatch"])
  }

  @Test(arguments: [
    // A row left out is not a zero.
    ["_T;_T;_T;12", "_T;E1T9;_T;9"], ["_T;_T;_T;12", "_T;E1T9;_T;9", "_T;E10T19;_T;1"],
    ["_T;_T;_T;12", "AZ;_T;_T;9", "BE;_T;_T;1"], ["_T;_T;_T;12", "_T;_T;92;9"],
    ["_T;_T;_T;12", "_T;_T;92;9", "_T;_T;9220;9", "_T;_T;82;3"],
    // The public ones are no part of 1T9X7.
    ["_T;_T;1T9X7;12", "_T;_T;92;9", "_T;_T;73;30"],
    // Overlapping parts exceed their total together.
    ["_T;_T;_T;12", "_T;E1T9;_T;9", "_T;E1T4;_T;9"],
    // A part withheld may be the rest.
    ["_T;_T;_T;12", "_T;E1T9;_T;9", "_T;E10T;_T;K"], ["_T;_T;_T;12", "_T;E1T9;_T;9", "_T;E10T;_T;3"],
  ]) func whatMayBe(rows: [String]) throws { #expect(try run(rows).faults.isEmpty) }

  /// Establishments without employees at the year's end are in no class from 1.
  @Test func establishmentsNeedTheClassZero() throws {
    let rows = ["_T;_T;_T;12", "_T;E1T9;_T;9", "_T;E10T;_T;1"]
    #expect(try run(rows, measure: "UNIT_LOC").faults.isEmpty)
    #expect(problem { _ = try run(rows + ["_T;E0;_T;1"], measure: "UNIT_LOC") }?.status == .badData)
  }

  /// A slice's choice does not hide what is wrong with the whole.
  @Test func theWholeIsCheckedUnderASlice() throws {
    let rows = ["_T;_T;_T;100", "_T;E1T9;_T;101"]
    #expect(problem { _ = try run(rows) { $0.size = "E1T9" } }?.english.contains("NUMBER_EMPL: 101") == true)
  }

  @Test func partsOfAnOlderTable() throws {
    func faults(_ header: String, _ row: String) throws -> Int {
      let path = try folder.write("\(header)\n\(row)\n", "synthetic-older.csv")
      var flores = FloresImport(path: path, categories: try Fixture.categories())
      flores.options.keepsGoing = true
      return try flores.run().faults.count
    }
    #expect(try faults("CODGEO;ET_TOT;ET_AZ;ET_GZ", "91223;10;1;2") == 0)
    #expect(try faults("CODGEO;ET_TOT;ET_AZ;ET_GZ", "91223;10;1;12") == 1)
    // Five of the seventeen are not all.
    #expect(try faults("CODGEO;ET_TOT;ET_AZ;ET_DE;ET_C1;ET_C2;ET_C3", "91223;10;1;1;1;1;1") == 0)
  }

  /// A legal form chosen counts its family, never everybody.
  @Test(arguments: [("92", "association"), ("9220", "association"), ("82", "mutuelle")]) func aLegalFormChosen(
    form: String, family: String
  ) throws {
    let rows = ["_T;_T;_T;100", "_T;_T;92;30", "_T;_T;9220;28", "_T;_T;82;4", "_T;_T;57;40", "_T;_T;93;1"]
    let values = ["92": 30, "9220": 28, "82": 4]
    let jobs = try run(rows) { $0.legalForm = form }
    #expect(jobs.cells == ["91223,\(family),jobs,\(values[form] ?? 0),"])
    #expect(jobs.table.perimeter.contains("LEGAL_FORM_WITH_PUBLIC \(form)"))
    let places = try run(rows, measure: "UNIT_LOC") { $0.legalForm = form }
    #expect(places.cells == ["91223,\(family),establishments,\(values[form] ?? 0),"])
    #expect(try run(rows) { $0.legalForm = "_T" }.cells.contains("91223,all,all_salaried_jobs,100,"))
    // Insee leaves activities out of the ESS, which a legal form does not tell.
    #expect(jobs.table.perimeter.hasSuffix(", no activity excluded: upper bound"))
    #expect(jobs.notes.contains { $0.fr.hasSuffix("majorant, sans exclusion d’activités") })
    #expect(Perimeter(jobs.table.perimeter).label.fr.hasSuffix("majorant, sans exclusion d’activités"))
  }

  @Test(arguments: ["57", "5", "73"]) func aLegalFormOfNoFamily(form: String) throws {
    let error = problem { _ = try run(["_T;_T;\(form);4"]) { $0.legalForm = form } }
    #expect(error?.status == .usage)
    #expect(error?.english.contains("legal form \(form) is of no family of the ESS") == true, "\(error?.english ?? "")")
  }
}
