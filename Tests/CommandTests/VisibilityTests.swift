import Foundation
import Testing

/// From where the Pôle would be seen, and what a scenario would change.
struct VisibilityTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func simulation(_ name: String) -> String {
    Tool.data.appendingPathComponent("simulations/\(name).yaml").path
  }

  @Test func everyCommune() throws {
    let run = try work.cartopole("visibility", "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    let answer = try run.object()
    #expect((answer["low"] as? [String: Any])?["communes"] as? Int == 102)
    let communes = answer["communes"] as? [[String: Any]] ?? []
    #expect(communes.count == 132)
    #expect(communes.allSatisfy { (0...1).contains($0["visibility"] as? Double ?? -1) })
    #expect(communes.first { $0["rank"] as? Int == 1 }?["insee"] as? String == "91223")
    // V from the terms the answer itself gives.
    for commune in communes {
      let terms = (commune["channels"] as? [[String: Any]] ?? []).compactMap { $0["term"] as? Double }
      let v = 1 - terms.reduce(1) { $0 * (1 - $1) }
      #expect(terms.count == 6)
      #expect(abs(v - (commune["visibility"] as? Double ?? -1)) < 1e-12)
    }
  }

  @Test func whatPeopleRead() throws {
    let french = try work.cartopole("visibility")
    #expect(
      french.text.hasPrefix(
        "Exemple de calcul, paramètres supposés : le Pôle serait peu visible de 102 des 132 communes"))
    #expect(french.text.contains("Canaux de visibilité"))
    let english = try work.cartopole("visibility", "--lang", "en")
    #expect(
      english.text.hasPrefix(
        "Example of a calculation, assumed parameters: the Pôle would be hard to see from 102 of the 132"))
    let csv = try work.cartopole("visibility", "--format", "csv")
    #expect(csv.rows()[0].prefix(6) == ["rank", "insee", "name", "population", "population_status", "visibility"])
    #expect(csv.rows().count == 133)
    #expect(try work.cartopole("visibility", "--format", "csv", "--lang", "en").out == csv.out)
  }

  @Test func sensitivity() throws {
    let run = try work.cartopole("visibility", "--sensitivity", "--format", "json")
    let rows = try run.object()["sensitivity"] as? [[String: Any]] ?? []
    #expect(rows.count == 20)
    let both = try work.cartopole("visibility", "--sensitivity", "--scenario", simulation("relais-angerville"))
    #expect(both.status == 64)
    let outlines = try work.cartopole("visibility", "--sensitivity", "--format", "geojson")
    #expect(outlines.status == 64)
  }

  @Test(arguments: ["epicerie-solidaire", "relais-angerville", "journal-mairies", "chantier-espace-naturel"])
  func theShippedScenarios(name: String) throws {
    let run = try work.cartopole("visibility", "--scenario", simulation(name), "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    let answer = try run.object()
    let communes = answer["communes"] as? [[String: Any]] ?? []
    #expect(communes.count == 132)
    let changed = communes.count { $0["before"] as? Double != $0["after"] as? Double }
    #expect((changed > 0) == ["relais-angerville", "journal-mairies"].contains(name))
    #expect(((answer["before"] as? [String: Any])?["low"] as? [String: Any])?["communes"] as? Int == 102)
  }

  @Test func outlinesOfIndexAndScenario() throws {
    let run = try work.cartopole("visibility", "--format", "geojson")
    #expect((try run.object()["features"] as? [Any])?.count == 132)
    let scenario = try work.cartopole(
      "visibility", "--scenario", simulation("relais-angerville"), "--format", "geojson")
    let features = try scenario.object()["features"] as? [[String: Any]] ?? []
    #expect(features.count == 132)
    let keys = (features.first?["properties"] as? [String: Any])?.keys.sorted()
    #expect(keys == ["after", "basis", "before", "insee", "name", "population", "population_status"])
  }

  @Test func aScenarioWithAMistake() throws {
    try work.write("schema: 1\ntitle: T\nchannels:\n  - id: lieu\n    strenght: 1\n", to: "s.yaml")
    for command in [["visibility"], ["render", "visibility"], ["render", "coverage", "exposition"]] {
      let run = try work.run(Tool.program, command + ["--scenario", "s.yaml", "-o", "o.svg"])
      #expect(run.status == 65)
      #expect(run.errors.count == 1)
      #expect(run.errors.first?.hasPrefix("error: s.yaml: ligne 5 : clé inconnue « strenght »") == true, "\(run.err)")
      let absent = try work.run(Tool.program, command + ["--scenario", "absent.yaml", "-o", "o.svg"])
      #expect(absent.status == 66)
      #expect(absent.errors.first?.hasPrefix("error: absent.yaml: ") == true, "\(absent.err)")
    }
    #expect(work.files() == ["s.yaml"])
  }

  /// The rule's line counts in the scenario, not in the project.
  @Test func aRuleWithAMistake() throws {
    try work.write(
      "title: T\nactions:\n  - id: exposition\n    reach:\n      basis: source\n      rules:\n        - communes: [\"75056\"]\n",
      to: "s.yaml")
    let run = try work.cartopole("render", "coverage", "exposition", "--scenario", "s.yaml", "-o", "o.svg")
    #expect(run.status == 65)
    #expect(run.errors.first?.hasPrefix("error: s.yaml: ligne 7 : ") == true, "\(run.err)")
  }

  @Test func aProjectWithoutAModel() throws {
    try work.makeSmallProject()
    for command in [["visibility"], ["render", "visibility"]] {
      let run = try work.run(Tool.program, command + ["--project", "petit", "-o", "o.svg"])
      #expect(run.status == 65)
      #expect(run.errors.first?.contains("visibility:") == true, "\(run.err)")
    }
    #expect(!work.files().contains("o.svg"))
  }
}
