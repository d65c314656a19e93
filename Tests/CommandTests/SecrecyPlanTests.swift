import Foundation
import Testing

/// What files of magnitudes may say whatever is asked of them, on eight invented communes of four cantons, two EPCI
/// and one département.
struct SecrecyPlanTests {
  private let work: Workspace
  private static let codes = (1...8).map { "6300\($0)" }

  init() throws {
    work = try Workspace()
    let features = Self.codes.enumerated().map { index, code in
      let (a, b) = (2 + Double(index) * 0.1, 2.1 + Double(index) * 0.1)
      return """
        {"type":"Feature","properties":{"INSEE_COM":"\(code)","NOM":"N\(code)","POPULATION":\(1000 * (index + 1)),
        "INSEE_DEP":"63","INSEE_CAN":"63C\(index / 2)","SIREN_EPCI":"E\(index / 4)","NOM_EPCI":"Epci \(index / 4)"},
        "geometry":{"type":"Polygon","coordinates":[[[\(a),45],[\(b),45],[\(b),45.1],[\(a),45.1],[\(a),45]]]}}
        """
    }
    try work.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}", to: "c.geojson")
  }

  private func compare(_ words: String...) throws -> Run {
    try work.run(Tool.program, ["compare", "--geo", "c.geojson", "--data", "t.csv"] + words)
  }

  /// Number or sign of a measure by area.
  private func cells(_ words: [String], of measure: String = "jobs") throws -> [String: String] {
    let run = try work.run(
      Tool.program, ["compare", "--geo", "c.geojson", "--data", "t.csv", "--format", "json", "--quiet"] + words)
    #expect(run.status == 0, "\(run.err)")
    let rows = try run.object()["rows"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let status = row["\(measure)_status"] as? String ?? "?"
        let value = (row[measure] as? Double).map { "\($0)" } ?? ""
        return ("\(row["area_code"] ?? "") \(row["family"] ?? "")", value + status)
      })
  }

  private func write(_ header: String, _ rows: [String]) throws {
    try work.write(([header] + rows).joined(separator: "\n") + "\n", to: "t.csv")
  }

  // MARK: Zeros

  /// A zero without a unit says nothing, whatever its columns are.
  @Test(arguments: [
    ("unit", "40,U1", "0,"), ("units,largest", "40,1,40", "0,,"), ("units,largest", "40,1,40", "0,0,0"),
    ("units,largest", "40,1,40", "0,5,"),
  ]) func zerosDoNotSwitchProtectionOff(_ columns: String, _ secret: String, _ zero: String) throws {
    try write(
      "insee,measure,family,value," + columns,
      ["63001,jobs,association,\(secret)", "63001,jobs,mutuelle,\(zero)", "63002,jobs,mutuelle,\(zero)"])
    #expect(try cells(["--level", "commune"])["63001 all"] == "s")
    let families = try cells(["--level", "commune", "--family", "association", "--family", "mutuelle"])
    #expect(families["63001 association"] == "s" && families["63001 mutuelle"] == "0.0")
    #expect(try compare("--check-disclosure").status == 0)
  }

  @Test func countsToProtectAreNotSwitchedOffEither() throws {
    try write(
      "insee,measure,family,value,unit", ["63001,establishments,association,40,U1", "63001,establishments,mutuelle,0,"])
    #expect(try cells(["--level", "commune", "--protect-counts"], of: "establishments")["63001 all"] == "s")
  }

  /// The zero of one named unit is that unit's figure.
  @Test func theZeroOfANamedUnitIsASecret() throws {
    try write(
      "insee,measure,value,unit",
      ["63001,pay,0,U1"] + Self.codes.dropFirst().flatMap { code in (1...4).map { "\(code),pay,9,\(code)\($0)" } })
    let pay = try cells(["--level", "commune", "--level", "departement"], of: "pay")
    #expect(pay["63001 all"] == "s")
    // Printed beside the others it would be what they leave of the whole.
    #expect(pay.values.count { $0 == "s" } > 1)
    let check = try compare("--check-disclosure")
    #expect(check.status == 0, "\(check.text)")
    try write("insee,measure,value,unit", (1...3).map { "63001,pay,0,U\($0)" })
    #expect(try cells(["--level", "commune"], of: "pay")["63001 all"] == "0.0")
  }

  // MARK: Units nobody says

  @Test func magnitudesWithoutUnitsWantAPublisher() throws {
    try write("insee,measure,value", ["63001,jobs,0", "63002,jobs,40"])
    let run = try compare("--level", "commune")
    #expect(run.status == 65)
    #expect(run.err.contains("ligne 3") && run.err.contains("published_by"), "\(run.err)")
    #expect(run.text.isEmpty)
    #expect(try cells(["--level", "commune", "--published-by", "Insee"])["63002 all"] == "40.0")
    #expect(try compare("--published-by", "Insee").err.contains("publiées par Insee"))
    #expect(try compare("--published-by", " ").status == 64)
    try write("insee,measure,value,published_by", ["63001,jobs,0,", "63002,jobs,40,Urssaf"])
    #expect(try cells(["--level", "commune"])["63002 all"] == "40.0")
    #expect(try compare().err.contains("publiées par Urssaf"))
    try write("insee,measure,value,published_by", ["63001,jobs,5,", "63002,jobs,40,Urssaf"])
    #expect(try compare().status == 65)
  }

  @Test func countsToProtectWantThemToo() throws {
    try write("insee,measure,value", ["63001,establishments,4"])
    #expect(try compare().status == 0)
    #expect(try compare("--protect-counts").status == 65)
    #expect(try compare("--protect-counts", "--published-by", "Insee").status == 0)
  }

  /// What others have published cannot be taken back, and what is not published is protected beside it.
  @Test func rowsOfBothKinds() throws {
    try write(
      "insee,family,measure,value,units,largest,published_by",
      Self.codes.flatMap { ["\($0),association,jobs,50,1,50,", "\($0),mutuelle,jobs,30,,,Insee"] })
    let jobs = try cells(["--level", "commune", "--family", "association", "--family", "mutuelle"])
    #expect(Self.codes.allSatisfy { jobs["\($0) association"] == "s" && jobs["\($0) mutuelle"] == "30.0" })
    #expect(try compare("--check-disclosure").status == 0)
  }

  /// Members are counted one by one: two of them are two.
  @Test func listsOfMembersAreProtected() throws {
    try write("insee,measure,value,list_of", ["63001,establishments,2,members", "63002,establishments,40,members"])
    #expect(try cells(["--level", "commune"], of: "establishments")["63001 all"] == "s")
    #expect(try cells(["--level", "commune", "--minimum-units", "2"], of: "establishments")["63001 all"] == "2.0")
    try write("insee,measure,value,list_of", ["63001,establishments,2,voisins"])
    let run = try compare()
    #expect(run.status == 65 && run.err.contains("members"))
  }

  // MARK: One plan

  /// Three units of 18 jobs a commune, but one of 55 alone.
  private func writeOneSecret() throws {
    try write(
      "insee,family,measure,value,units,largest",
      Self.codes.map { $0 == "63003" ? "\($0),all,jobs,55,1,55" : "\($0),all,jobs,54,3,18" })
  }

  /// The canton less its other commune would be the secret, in whatever two answers they stand.
  @Test func noTwoAnswersCanBeCombined() throws {
    try writeOneSecret()
    let levels = ["commune", "canton", "epci", "departement"]
    var apart: [String: String] = [:]
    for level in levels { apart.merge(try cells(["--level", level])) { first, _ in first } }
    #expect(apart == (try cells(levels.flatMap { ["--level", $0] })))
    #expect(apart["63003 all"] == "s")
    #expect(apart["63004 all"] == "s" || apart["63C1 all"] == "s")
    #expect(apart.values.count { $0 != "s" } > 8, "\(apart)")
    for name in ["N63003", "63C1", "Epci 0"] {
      for (key, value) in try cells(["--area", name]) { #expect(apart[key] == value) }
    }
    #expect(try cells(["--level", "commune", "--reference", "63C1"]) == (try cells(["--level", "commune"])))
  }

  @Test func ownAreasAreFittedToThePlan() throws {
    try writeOneSecret()
    let plain = try cells(["--level", "commune"])
    try work.write("insee,area\n63003,Trio\n63005,Trio\n63006,Trio\n63004,Reste\n63001,Reste\n", to: "a.csv")
    let both = ["--areas", "a.csv", "--level", "commune", "--level", "area"]
    let fitted = try cells(both)
    #expect(fitted.count == 7 && fitted.allSatisfy { plain[$0.key] == nil || plain[$0.key] == $0.value })
    // The communes beside it are printed: the sum would tell it.
    #expect(fitted["Trio all"] == "s")
    #expect(try compare("--areas", "a.csv").err.contains("vos territoires"))
    #expect(try compare("--areas", "a.csv", "--check-disclosure").status == 0)
  }

  @Test func aPlanIsKept() throws {
    try writeOneSecret()
    let first = try cells(["--level", "commune", "--plan", "plan.csv"])
    let kept = try work.text("plan.csv")
    #expect(kept.hasPrefix("measure,plan,cell\njobs,") && kept.contains("63003 all"))
    #expect(!kept.contains("55") || kept.split(separator: ",").allSatisfy { $0.count == 64 || !$0.contains("55") })
    #expect(try cells(["--level", "commune", "--plan", "plan.csv"]) == first)
    #expect(try cells(["--level", "commune"]) == first)
    for (words, change) in [(["--protection", "0.2"], false), (["--minimum-units", "2"], false), ([], true)] {
      if change {
        try work.write(try work.text("t.csv").replacing("63001,all,jobs,54", with: "63001,all,jobs,57"), to: "t.csv")
      }
      let run = try work.run(
        Tool.program, ["compare", "--geo", "c.geojson", "--data", "t.csv", "--plan", "plan.csv"] + words)
      #expect(run.status == 65, "\(words)")
      #expect(run.err.contains("plan.csv") && run.text.isEmpty)
    }
    #expect(try work.text("plan.csv") == kept)
  }

  // MARK: What is not of the ESS

  /// 127 jobs of three ESS employers beside 130 of four employers in all are 3 of the one that is not of the ESS.
  @Test func theOnlyOtherEmployerIsNotGivenAway() throws {
    try write(
      "insee,measure,value,units,largest",
      Self.codes.flatMap { code in
        code == "63003"
          ? ["\(code),jobs,127,3,50", "\(code),all_salaried_jobs,130,4,50"]
          : ["\(code),jobs,120,6,40", "\(code),all_salaried_jobs,900,40,100"]
      })
    let jobs = try cells(["--level", "commune", "--level", "departement"])
    let all = try cells(["--level", "commune", "--level", "departement"], of: "all_salaried_jobs")
    #expect(jobs["63003 all"] == "s" || all["63003 all"] == "s")
    #expect(jobs["63001 all"] == "120.0" || all["63001 all"] == "900.0")
    let check = try compare("--check-disclosure")
    #expect(check.status == 0, "\(check.text)")
    // With five other employers none of whom has most of it nothing is secret.
    try write(
      "insee,measure,value,units,largest",
      Self.codes.flatMap { ["\($0),jobs,127,3,50", "\($0),all_salaried_jobs,227,8,50"] })
    #expect(try cells(["--level", "commune"])["63003 all"] == "127.0")
  }

  /// Where nothing is of the ESS, all that others published is printed, and the check knows that.
  @Test func whatOthersPublishedIsNoFailure() throws {
    try write("insee,measure,value", Self.codes.flatMap { ["\($0),jobs,0", "\($0),all_salaried_jobs,37"] })
    #expect(try cells(["--published-by", "Insee", "--level", "commune"], of: "all_salaried_jobs").count == 8)
    let check = try compare("--check-disclosure", "--published-by", "Insee")
    #expect(check.status == 0, "\(check.text)")
  }

  /// A commune whose every job is of the ESS leaves nothing that anybody could hold: with what others published of its
  /// neighbours that is no secret of an EPCI.
  @Test func nothingLeftIsNobodysSecret() throws {
    try write(
      "insee,measure,value,unit",
      [
        "63001,jobs,0,", "63002,jobs,6,A", "63002,jobs,4,B", "63002,jobs,0,C", "63003,jobs,0,", "63004,jobs,0,",
        "63005,jobs,5,D",
      ]
        + [52, 10, 35, 20, 27].enumerated().map { "\(Self.codes[$0]),all_salaried_jobs,\($1)," })
    #expect(try cells(["--published-by", "Insee", "--level", "commune"])["63005 all"] == "s")
    let check = try compare("--check-disclosure", "--published-by", "Insee")
    #expect(check.status == 0, "\(check.text)")
  }

  /// Parts with decimals whose sums have none are no counts: who has 202.5 of 213 knows no less than 202.5.
  @Test func decimalsOfPartsAreNoCounts() throws {
    try write(
      "insee,measure,value,unit",
      ["63003,pay,4,A", "63003,pay,3.5,B", "63003,pay,202.5,C", "63003,pay,3,D", "63004,pay,5,E", "63005,pay,35,F"])
    let check = try compare("--check-disclosure")
    #expect(check.status == 0, "\(check.text)")
  }

  /// What the families leave of two communes' totals is one unit's in both; the families of a third commune do not hide
  /// that their sum is one number.
  @Test func restsOfCommunesAreOneNumber() throws {
    let families = [
      "63001,cooperative,85,C1", "63001,cooperative,3,C2", "63001,cooperative,101,C3", "63001,mutuelle,14,M1",
      "63001,mutuelle,3,M2", "63001,mutuelle,4,M3", "63001,mutuelle,5,M4", "63001,mutuelle,17,M5",
      "63002,cooperative,0,", "63003,association,3,A1", "63003,cooperative,101,C4", "63003,cooperative,500,C5",
      "63003,cooperative,13,C6", "63003,cooperative,4,C7", "63003,mutuelle,518,M1",
    ]
    let totals = families.filter { !$0.hasSuffix(",0,") }.map { row in
      (["\(row.prefix(5)),all"] + row.split(separator: ",").dropFirst(2)).joined(separator: ",")
    }
    try write(
      "insee,family,value,unit,measure",
      (families + totals + ["63001,all,35,X", "63002,all,32,X"]).map { $0 + ",jobs" })
    let check = try compare("--check-disclosure")
    #expect(check.status == 0, "\(check.text)")
  }

  /// A unit of the ESS and one that is not, both with 0: the zero of each is its own figure, and protected.
  @Test func namedZerosBesideTheESS() throws {
    try write(
      "insee,measure,value,unit",
      ["63001,jobs,0,A", "63001,all_salaried_jobs,0,A", "63001,all_salaried_jobs,0,X"]
        + Self.codes.dropFirst().flatMap { code in
          (1...4).flatMap { ["\(code),jobs,9,\(code)\($0)", "\(code),all_salaried_jobs,9,\(code)\($0)"] }
            + (5...8).map { "\(code),all_salaried_jobs,7,\(code)\($0)" }
        })
    #expect(try cells(["--level", "commune"])["63001 all"] == "s")
    let check = try compare("--check-disclosure")
    #expect(check.status == 0, "\(check.text)")
  }

  // MARK: Published classes

  /// 40 jobs of one employer in the class 20 to 49 beside 120 in the class 119 to 121: their printed sum would leave
  /// 39 to 41.
  @Test func classesAreKnownToEverybody() throws {
    let rows = Self.codes.map { code in
      code == "63003" ? "\(code),jobs,40,1,40" : code == "63004" ? "\(code),jobs,120,9,20" : "\(code),jobs,900,40,50"
    }
    let head = "insee,measure,value,units,largest"
    try write(head, rows)
    let asked = ["--level", "commune", "--level", "canton"]
    let before = try cells(asked)
    #expect(before["63003 all"] == "s" && before["63004 all"] == "s" && before["63C1 all"] == "160.0")
    try write(
      head + ",published_min,published_max",
      rows.map { $0 + ($0.hasPrefix("63003") ? ",20,49" : $0.hasPrefix("63004") ? ",119,121" : ",,") })
    let after = try cells(asked)
    #expect(after["63003 all"] == "s" && after["63C1 all"] == "s")
    let check = try compare("--check-disclosure")
    #expect(check.status == 0, "\(check.text)")
    #expect(check.err.contains("tranches publiées") && check.err.contains("(2 lignes sur 8)"), "\(check.err)")
    #expect(!check.err.contains("plus étroite"))
    // A class of 39 to 41 is all the doubt there can be.
    try write(head + ",published_min,published_max", rows.map { $0 + ($0.hasPrefix("63003") ? ",39,41" : ",,") })
    #expect(try cells(asked)["63003 all"] == "s")
    #expect(try compare().err.contains("1 case secrète, dont la tranche déjà publiée est plus étroite"))
  }

  // MARK: The check

  /// The check goes back to the rows: it does not believe what the plan believes.
  @Test func theSentenceOnSireneIsSaid() throws {
    try writeOneSecret()
    #expect(try compare().err.contains("sans les tranches d’effectifs que SIRENE publie"))
    #expect(try compare("--check-disclosure", "--format", "csv").text.contains("63003 all"))
  }
}
