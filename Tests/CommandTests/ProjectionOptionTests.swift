import Foundation
import Testing

/// Maps of a project in the projection that is asked for instead of the legal one.
struct ProjectionOptionTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func render(_ words: [String]) throws -> Run { try work.run(Tool.program, ["render"] + words) }

  private static let kinds: [[String]] = [
    ["territory"], ["coverage"], ["visibility"], ["siting", "epicerie-solidaire", "--count", "1"], ["figures"],
    ["points"], ["density", "--data", "e.csv"],
  ]

  @Test(arguments: kinds) func everyKindTakesOne(words: [String]) throws {
    try work.write("insee,measure,value\n91223,establishments,30\n91200,establishments,9\n", to: "e.csv")
    let legal = try render(words + ["-o", "legal.svg", "--quiet"])
    #expect(legal.status == 0, "\(legal.err)")
    let asked = try render(words + ["-o", "asked.svg", "--quiet", "--crs", "EPSG:3035"])
    #expect(asked.status == 0, "\(asked.err)")
    let (first, second) = (try work.text("legal.svg"), try work.text("asked.svg"))
    #expect(first.contains("EPSG:2154") && !first.contains("EPSG:3035"))
    #expect(second.contains("EPSG:3035") && !second.contains("EPSG:2154"))
  }

  /// Two places on one meridian. By cs2cs EPSG:4326 → EPSG:3035 they are 1,720.28 m apart to the east and 16,597.97 m to
  /// the north, in Lambert-93 168.93 m and 16,673.05 m.
  @Test(arguments: [("EPSG:3035", 1720.28 / 16597.97), ("EPSG:2154", 168.93 / 16673.05)])
  func placesLieWhereTheProjectionHasThem(crs: String, slope: Double) throws {
    try work.write("nom,longitude,latitude\nA,2.2,48.4\nB,2.2,48.55\n", to: "p.csv")
    let run = try render(["points", "--places", "p.csv", "--exact", "--crs", crs, "-o", "m.svg", "--quiet"])
    #expect(run.status == 0, "\(run.err)")
    let symbols = try #require(
      work.text("m.svg").split(separator: "<g id=\"symbols\"").dropFirst().first?.split(separator: "</g>").first)
    let dots = symbols.matches(of: /<circle class="point [^"]*" cx="([-0-9.]+)" cy="([-0-9.]+)"/).map {
      (x: Double($0.1) ?? .nan, y: Double($0.2) ?? .nan)
    }
    try #require(dots.count == 2)
    let found = (dots[1].x - dots[0].x) / (dots[0].y - dots[1].y)
    // Positions are printed to a tenth of a px, some 210 px apart.
    #expect(abs(found - slope) < 0.0008, "\(found) for \(slope)")
  }

  @Test func theProjectsOwnHoldsForAllAndTheOptionGoesFirst() throws {
    try work.makeProject()
    let yaml = try work.text("pole/pole.yaml")
    try work.write(yaml + "\ncrs: EPSG:32631\n", to: "pole/pole.yaml")
    for kind in ["figures", "territory"] {
      let words = [kind, "--project", "pole"]
      let run = try render(words + ["-o", "a.svg", "--quiet"])
      #expect(run.status == 0, "\(run.err)")
      #expect(try work.text("a.svg").contains("EPSG:32631"), "\(words)")
      #expect(try render(words + ["-o", "b.svg", "--quiet", "--crs", "EPSG:3035"]).status == 0)
      #expect(try work.text("b.svg").contains("EPSG:3035"), "\(words)")
    }
  }

  @Test func oneThatCannotBeReadIsRefused() throws {
    let run = try render(["territory", "--crs", "EPSG:1", "-o", "m.svg", "--quiet"])
    #expect(run.status == 65 && run.errors.count == 1, "\(run.err)")
    #expect(run.err.contains("EPSG:1") && run.err.contains("EPSG:2154"), "\(run.err)")
    #expect(work.files().isEmpty)
  }
}
