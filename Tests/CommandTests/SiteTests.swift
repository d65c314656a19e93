import Foundation
import Testing

/// Where to open, asked of the shipped project and of a layer alone.
struct SiteTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func ask(_ words: String...) throws -> [String: Any] {
    let run = try work.run(Tool.program, ["site", "epicerie-solidaire", "--format", "json", "--quiet"] + words)
    #expect(run.status == 0, "\(run.err)")
    return try run.object()
  }

  private static func places(_ value: Any?) -> [String] {
    (value as? [[String: Any]] ?? []).compactMap { $0["insee"] as? String }
  }

  /// The optimum of one site, by trying every commune with the distances the program itself gives.
  @Test func theMedianBeatsEveryOtherCommune() throws {
    let answer = try ask("--count", "1", "--alternatives", "131")
    let value = try #require(answer["value"] as? Double)
    let others = answer["alternatives"] as? [[String: Any]] ?? []
    #expect(others.count == 131)
    let values = others.compactMap { $0["value"] as? Double }
    #expect(values == values.sorted())
    #expect(values.allSatisfy { $0 >= value })
    #expect(answer["gap"] as? Double == 0)
    #expect(answer["bound"] as? Double == value)
    let assignment = answer["assignment"] as? [[String: Any]] ?? []
    #expect(assignment.count == 132)
    let site = Self.places(answer["sites"])
    #expect(site.count == 1)
    #expect(assignment.allSatisfy { $0["site"] as? String == site[0] })
    #expect(assignment.first { $0["insee"] as? String == site[0] }?["cost"] as? Double == 0, "0 km to itself")
  }

  @Test func coverCountsThoseWithinTheRadius() throws {
    let answer = try ask("--count", "1", "--objective", "cover", "--radius-km", "10")
    let near = (answer["assignment"] as? [[String: Any]] ?? []).filter { ($0["cost"] as? Double ?? 99) <= 10 }
    #expect(near.count == 132 - Self.places(answer["uncovered"]).count)
    #expect(answer["value"] as? Double == 137_674)
  }

  @Test func allIsAnArrayOfFour() throws {
    let run = try work.cartopole(
      "site", "epicerie-solidaire", "--objective", "all", "--count", "2", "--radius-km", "15", "--format", "json",
      "--quiet")
    let objectives = try run.array().compactMap { $0["objective"] as? String }
    #expect(objectives == ["cover", "median", "centre", "set-cover"])
  }

  @Test func existingSitesStay() throws {
    let answer = try ask("--count", "1", "--existing", "Étampes")
    #expect(Self.places(answer["existing"]) == ["91223"])
    #expect(!Self.places(answer["sites"]).contains("91223"))
    let served = Set((answer["assignment"] as? [[String: Any]] ?? []).compactMap { $0["site"] as? String })
    #expect(served == Set(Self.places(answer["sites"]) + ["91223"]))
  }

  @Test func travelTimesAndMissingPairs() throws {
    try work.write("from,to,minutes\n91223,91200,20\n91200,91223,35\n", to: "t.csv")
    let run = try work.cartopole("site", "epicerie-solidaire", "--count", "1", "--times", "t.csv")
    #expect(run.status == 65)
    #expect(run.errors.count == 1)
    try work.write("insee\n91223\n91200\n", to: "two.csv")
    let table = try work.cartopole(
      "site", "epicerie-solidaire", "--count", "2", "--candidates", "two.csv", "--existing", "two.csv")
    #expect(table.status == 65, "no free candidate is left")
  }

  @Test func accessSaysItsEdge() throws {
    let answer = try ask("--count", "1", "--access", "e2sfca")
    let access = answer["access"] as? [String: Any] ?? [:]
    #expect(access["method"] as? String == "e2sfca")
    #expect(access["estimated"] as? Bool == true)
    #expect((access["border_communes"] as? Int ?? 0) > 10)
    #expect((access["communes"] as? [Any])?.count == 132)
  }

  /// The weights are those of DREES's method of 2015; the result is another thing than its APL, and says so.
  @Test func weightsOfTheAPLAreNotTheAPL() throws {
    let run = try work.cartopole("site", "epicerie-solidaire", "--count", "1", "--access", "apl")
    #expect(run.status == 0, "\(run.err)")
    let words = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("méthode de 2015 de la DREES, publiée en 2017"))
    #expect(words.contains("Ce n’est pas l’APL de la DREES"))
    let english = try work.cartopole("site", "epicerie-solidaire", "--count", "1", "--access", "apl", "--lang", "en")
    #expect(english.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("not DREES’s APL"))
  }

  @Test func anyLayerWithoutAProject() throws {
    let layer = Tool.package.appendingPathComponent("GeoData/sud-essonne.shp").path
    let run = try work.cartopole("site", "--geo", layer, "--count", "1", "--format", "json", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    #expect(try run.object()["gap"] as? Double == 0)
  }

  @Test(arguments: [
    (["--count", "200"], Int32(65), "132"), (["--count", "-1"], 64, "-1"), (["--count", "0"], 64, "0"),
    (["--count", "1", "--objective", "cover", "--radius-km", "-3"], 64, "-3"),
    (["--count", "1", "--objective", "cover"], 64, "--radius-km"), ([], 64, "--count"),
    (["--objective", "set-cover", "--radius-km", "5", "--count", "2"], 64, "--count"),
    (["--count", "1", "--existing", "Paris"], 65, "Paris"), (["--count", "1", "--weight", "NOM"], 65, "colonne NOM"),
    (["--objective", "set-cover", "--radius-km", "5", "--candidates", "Dourdan"], 65, "5"),
  ]) func badInput(words: [String], status: Int32, named: String) throws {
    let run = try work.run(Tool.program, ["site", "epicerie-solidaire", "--quiet", "-o", "o.csv"] + words)
    #expect(run.status == status, "\(run.err)")
    #expect(run.text.isEmpty)
    #expect(run.errors.first?.contains(named) == true, "\(run.errors)")
    #expect(work.files().isEmpty)
  }

  @Test func aMapOfSites() throws {
    let run = try work.cartopole(
      "render", "siting", "epicerie-solidaire", "--count", "1", "--objective", "cover", "--radius-km", "10", "-o",
      "s.svg", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("s.svg")
    #expect(svg.contains("Simulation"))
    #expect(svg.components(separatedBy: "class=\"assignment\"").count - 1 >= 37)
    #expect(try work.cartopole("render", "siting", "epicerie-solidaire").status == 64)
  }
}
