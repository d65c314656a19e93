import Foundation
import Testing

/// What `compare --data` must never let out.
struct SecrecyTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Synthetic jobs of the shipped territory's communes: ten units each, but what `change` says of some.
  private func write(_ name: String, _ change: [String: String], families: [String] = ["association"]) throws {
    let layer = try work.run(
      Tool.program,
      ["convert", Tool.data.appendingPathComponent("sud-essonne.shp").path, "codes.csv", "--quiet"])
    #expect(layer.status == 0, "\(layer.err)")
    let codes = try work.text("codes.csv").split(separator: "\n").dropFirst().map { String($0.prefix(5)) }
    #expect(codes.count == 132)
    var lines = ["insee,family,measure,value,units,largest,date,cog"]
    for (number, code) in codes.enumerated() {
      for family in families {
        let value = 100 + number
        let usual = family == families[0] ? "\(value),10,\(value / 4)" : "0,0,0"
        lines.append("\(code),\(family),jobs,\(change["\(code) \(family)"] ?? usual),2017-01-01,2008")
      }
    }
    try work.write(lines.joined(separator: "\n") + "\n", to: name)
  }

  private func rows(_ words: String...) throws -> [[String: Any]] {
    let run = try work.run(Tool.program, ["compare", "--format", "json", "--quiet"] + words)
    #expect(run.status == 0, "\(run.err)")
    return try run.object()["rows"] as? [[String: Any]] ?? []
  }

  /// One commune, one unit, one family: nothing printed at any level gives its 57 jobs by a subtraction.
  @Test func oneUnitCannotBeSubtracted() throws {
    try write("t.csv", ["91546 association": "57,1,57"], families: ["association", "cooperative"])
    let found = try rows(
      "--data", "t.csv", "--level", "commune", "--level", "canton", "--level", "territory", "--family", "all",
      "--family", "association")
    for family in ["all", "association"] {
      func jobs(_ code: String) -> Double? {
        found.first { $0["area_code"] as? String == code && $0["family"] as? String == family }?["jobs"]
          as? Double
      }
      #expect(jobs("91546") == nil)
      // The canton of Saint-Chéron, or another of its communes, must be withheld too.
      let communes = try cantonOf("91546")
      let whole = jobs(communes.canton)
      let others = communes.others.map(jobs)
      #expect(whole == nil || others.contains { $0 == nil })
    }
    let check = try work.cartopole(
      "compare", "--data", "t.csv", "--level", "commune", "--level", "canton", "--level", "territory",
      "--family",
      "all", "--family", "association", "--check-disclosure", "--quiet")
    #expect(check.status == 0, "\(check.text.suffix(2000))")
  }

  private func cantonOf(_ insee: String) throws -> (canton: String, others: [String]) {
    let text = try String(
      contentsOf: Tool.data.appendingPathComponent("cantons-essonne-2008.csv"), encoding: .utf8)
    let fields = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let canton = try #require(fields.first { $0.count > 2 && $0[2] == insee })[0]
    return (canton, fields.filter { $0[0] == canton && $0[2] != insee }.map { $0[2] })
  }

  /// Units without a name may be one and the same in several communes.
  @Test func unnamedUnitsAreCountedCautiously() throws {
    let alone = ["91017", "91085", "91105"]
    try write("t.csv", Dictionary(uniqueKeysWithValues: alone.map { ("\($0) association", "45,1,45") }))
    try work.write(
      "insee,area\n" + alone.map { "\($0),Trio\n" }.joined() + "91098,Duo\n91099,Duo\n", to: "a.csv")
    let found = try rows("--data", "t.csv", "--areas", "a.csv", "--level", "area")
    let jobs = Dictionary(
      uniqueKeysWithValues: found.map { ($0["area"] as? String ?? "", $0["jobs_status"] as? String ?? "?") })
    #expect(jobs == ["Trio": "s", "Duo": ""])
    let said = try work.cartopole("compare", "--data", "t.csv", "--areas", "a.csv", "--level", "area")
    #expect(said.err.contains("unités légales sans nom"))
  }

  /// A second magnitude without units, in a file that has them, would say what the first withholds.
  @Test func aTwinWithoutUnitsIsNotPublished() throws {
    try write("t.csv", ["91546 association": "57,1,57"])
    let twin = try work.text("t.csv").split(separator: "\n").dropFirst().map { line -> String in
      var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      fields[2] = "jobs_fte"
      fields[4] = ""
      fields[5] = ""
      return fields.joined(separator: ",")
    }
    try work.write(try work.text("t.csv") + twin.joined(separator: "\n") + "\n", to: "t.csv")
    let found = try rows("--data", "t.csv", "--level", "commune")
    let row = try #require(found.first { $0["area_code"] as? String == "91546" })
    #expect(row["jobs_status"] as? String == "s")
    #expect(row["jobs_fte_status"] as? String == "s")
  }

  @Test func familiesAboveTheirTotalAreRefused() throws {
    try work.write(
      "insee,family,measure,value\n91223,all,jobs,50\n91223,association,jobs,40\n91223,mutuelle,jobs,17\n",
      to: "t.csv")
    let run = try work.cartopole("compare", "--data", "t.csv")
    #expect(run.status == 65)
    #expect(run.err.contains("ligne 2") && run.err.contains("57") && run.err.contains("50"), "\(run.err)")
  }

  @Test func sharesAreNotAdded() throws {
    try work.write("insee,measure,value\n91001,share_of_jobs,0.1\n91223,share_of_jobs,0.2\n", to: "t.csv")
    let run = try work.cartopole("compare", "--data", "t.csv")
    #expect(run.status == 65)
    #expect(run.err.contains("all_salaried_jobs"))
  }

  /// Where the reference's jobs are withheld, what is made of them is too.
  @Test func whatRestsOnASecretReferenceIsSecret() throws {
    try write("t.csv", ["91223 association": "5000,1,5000"])
    try work.write("insee,area\n91223,Seule\n91017,Autre\n91021,Autre\n", to: "a.csv")
    let found = try rows("--data", "t.csv", "--areas", "a.csv", "--level", "area", "--reference", "Seule")
    let other = try #require(found.first { $0["area"] as? String == "Autre" })
    #expect(other["expected_jobs_status"] as? String == "s")
    #expect(other["expected_jobs"] is NSNull)
  }
}
