import Cartopole
import Testing

/// The four simulations the shipped project names.
struct SimulationTests {
  private let project: Project

  init() throws { project = try Shipped.project.get() }

  private func reached(_ name: String, _ action: String) throws -> (before: [String], after: [String]) {
    let scenario = try project.applying(scenario: Shipped.simulation(name))
    #expect(scenario.actions == [action])
    func codes(_ project: Project) throws -> [String] {
      try project.coverage([action]).reaches[0].rows.map { project.studyArea.layer.communes[$0.row].insee }
    }
    return (try codes(project), try codes(scenario.project))
  }

  @Test func allFourAreNamed() {
    let names = ["epicerie-solidaire", "relais-angerville", "journal-mairies", "chantier-espace-naturel"]
    #expect(project.pole.territory.simulations == names.map { "simulations/\($0).yaml" })
  }

  @Test(arguments: ["relais-angerville", "journal-mairies"]) func visibilityAgreesWithTheOracle(name: String) throws {
    let scenario = try project.applying(scenario: Shipped.simulation(name))
    #expect(scenario.changesVisibility)
    let after = try scenario.project.visibility()
    var worst = 0.0
    for row in try Shipped.oracle("simulations") {
      let index = after.index[try Shipped.row(row["insee"] ?? "")]
      worst = max(worst, abs(index - row.number(name)))
    }
    #expect(worst < 1e-9, "\(worst)")
    let expected = try #require(try Shipped.oracle("summary").first { $0["model"] == name })
    #expect(abs(try #require(after.mean) - expected.number("mean")) < 1e-9)
    #expect(abs(try #require(after.gini) - expected.number("gini")) < 1e-9)
    #expect(String(after.index.indices.count(where: after.isLow)) == expected["low"])
    // A place or a copy more never makes the Pôle harder to see.
    let before = try project.visibility()
    #expect(zip(before.index, after.index).allSatisfy { $0 <= $1 + 1e-15 })
  }

  @Test func theGrocery() throws {
    let (before, after) = try reached("epicerie-solidaire", "epicerie-solidaire")
    #expect(before.isEmpty)
    #expect(after.contains("91200"))
    let studyArea = project.studyArea
    let dourdan = studyArea.layer.communes[try Shipped.row("91200")]
    let near = studyArea.layer.communes.filter {
      Geodesic.grs80.distance(dourdan.longitude, dourdan.latitude, $0.longitude, $0.latitude) <= 10_000
    }
    #expect(after == near.map(\.insee).sorted())
  }

  @Test func theRelay() throws {
    let (before, after) = try reached("relais-angerville", "mobilite-solidaire")
    #expect(before.count == 60)
    #expect(Set(after).isSuperset(of: before))
    #expect(after.contains("91016"))
    #expect(!before.contains("91016"))
  }

  @Test func theJournalEverywhere() throws {
    #expect(try reached("journal-mairies", "journal-du-pole").after.count == 132)
  }

  @Test func theWorkSite() throws {
    let (before, after) = try reached("chantier-espace-naturel", "chantier-espace-naturel")
    #expect(before.isEmpty)
    #expect(after.contains("91405"))
    #expect(!after.contains("91223"))
    let scenario = try project.applying(scenario: Shipped.simulation("chantier-espace-naturel"))
    #expect(!scenario.changesVisibility)
    #expect(try scenario.project.visibility().index == project.visibility().index)
  }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }

  /// The comparison says so in the conditional, the largest gains first.
  @Test func theComparison() throws {
    let scenario = try project.applying(scenario: Shipped.simulation("relais-angerville"))
    let table = VisibilityTables.comparison(try project.visibility(), try scenario.project.visibility(), scenario.title)
    #expect(
      plain(table.title.fr)
        == "Un relais à Angerville : les communes d’où le Pôle serait peu visible passeraient de 102 à 101")
    #expect(table.rows.count == 132)
    #expect(table.rows[0][0].printed(.fr) == "91016")
    #expect(plain(table.notes[0].fr).hasSuffix("Simulation : ce n’est pas une décision du Pôle."))
  }
}
