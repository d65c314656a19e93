import Cartopole
import Testing

/// The shipped project's reach, against sums made with GeographicLib's Python implementation and the layer's table.
@Suite struct ShippedReachTests {
  static func reach(_ id: String) throws -> ActionReach {
    try #require(try Shipped.coverage.get().reaches.first { $0.action.id == id })
  }

  @Test func mobiliteSolidaire() throws {
    let reach = try Self.reach("mobilite-solidaire")
    let totals = try #require(reach.totals)
    #expect(totals.communes == 60)
    #expect(totals.population.total == 103_796)
    #expect(totals.shareOfCommunes == 60.0 / 132)
    #expect(totals.shareOfPopulation == 103_796.0 / 313_320)
    #expect(reach.rows.count == 60)
    #expect(reach.basis == .assumption)
    #expect(reach.limit == 15)
    #expect(reach.robustness.map(\.change) == [-0.10, -0.05, 0.05, 0.10])
    #expect(reach.robustness.map(\.communes) == [47, 55, 69, 76])
    #expect(reach.robustness.map(\.population.total) == [71_887, 87_693, 121_766, 138_689])
  }

  @Test func dourdanIsJustOutside() throws {
    let reach = try Self.reach("mobilite-solidaire")
    let layer = try Shipped.studyArea.layer
    let dourdan = try #require(layer.row("91200"))
    #expect(!reach.rows.contains { $0.row == dourdan })
    let row = try #require(reach.borderline.first { $0.row == dourdan })
    let distance = try #require(row.distance)
    #expect(abs(distance - 15.049144520143814) < 1e-9)
    #expect(Numerals(.fr).distance(distance, limit: reach.limit) == "15,05")
    // Nearest to the limit first, all within 5 % of it.
    let gaps = try reach.borderline.map { abs(try #require($0.distance) / 15 - 1) }
    #expect(gaps == gaps.sorted())
    #expect(gaps.allSatisfy { $0 <= 0.05 })
    #expect(gaps.count == 69 - 55)
  }

  @Test func everyAction() throws {
    let counts = try Shipped.coverage.get().reaches.map { "\($0.action.id) \($0.totals?.communes ?? -1)" }
    #expect(
      counts == [
        "moyens-communs -1", "promotion-ess -1", "exposition 1", "plaquette 38", "journal-du-pole 29",
        "site-internet -1", "journee-solidaire 12", "sensibilisation-ecoles 11", "appui-structures -1",
        "appui-territoires -1", "mobilite-solidaire 60", "appels-a-projet -1", "chantier-espace-naturel -1",
        "epicerie-solidaire -1",
      ])
    #expect(try Self.reach("plaquette").totals?.population.total == 54_245)
    #expect(try Self.reach("journal-du-pole").totals?.population.total == 52_842)
  }

  @Test func rowsAreByCodeAndDistancesFromTheNearestPlace() throws {
    let layer = try Shipped.studyArea.layer
    for reach in try Shipped.coverage.get().reaches {
      let codes = reach.rows.map { layer.communes[$0.row].insee }
      #expect(codes == codes.sorted())
      #expect(reach.rows.allSatisfy { $0.distance != nil })
      // A share of the area where there is a circle, none elsewhere.
      let hasCircle = ["journal-du-pole", "mobilite-solidaire"].contains(reach.action.id)
      #expect(reach.rows.allSatisfy { ($0.areaShare != nil) == hasCircle })
    }
  }

  /// Against circles.py, whose case `etampes-15` is the same circle.
  @Test func areaShares() throws {
    let layer = try Shipped.studyArea.layer
    var expected: [String: Double] = [:]
    for row in try Shipped.table("ProjectionsTests/Fixtures/shares.csv") where row["case"] == "etampes-15" {
      expected[row["insee"] ?? ""] = Double(row["share"] ?? "")
    }
    #expect(expected.count > 60)
    for row in try Self.reach("mobilite-solidaire").rows {
      let code = layer.communes[row.row].insee
      #expect(abs(try #require(row.areaShare) - expected[code, default: 0]) < 1e-6, "\(code)")
    }
  }

  @Test func blindSpotsByStatus() throws {
    let coverage = try Shipped.coverage.get()
    #expect(coverage.blindSpots(.realised).count == 132 - coverage.reachedRows(.realised).count)
    #expect(coverage.blindSpots(.realised).count == 65)
    #expect(coverage.blindSpots(.any) == coverage.blindSpots(.realised))
    // No planned action has a rule: they reach nothing, and everything is blind to them.
    #expect(coverage.blindSpots(.planned).count == 132)
    let some = Coverage(
      coverage.reaches.filter { ["mobilite-solidaire", "plaquette"].contains($0.action.id) }, of: coverage)
    let spots = some.blindSpots(.realised)
    #expect(spots.count == 132 - some.reachedRows(.realised).count)
    #expect(Set(spots).isDisjoint(with: some.reachedRows(.realised)))
  }

  @Test func actionsOfACommune() throws {
    let coverage = try Shipped.coverage.get()
    let layer = coverage.studyArea.layer
    func ids(_ name: String) throws -> [String] {
      coverage.actions(reaching: try layer.find(name)).map(\.reach.action.id)
    }
    #expect(
      try ids("etampes") == [
        "exposition", "plaquette", "journal-du-pole", "journee-solidaire", "sensibilisation-ecoles",
        "mobilite-solidaire",
      ])
    #expect(try ids("Dourdan").isEmpty)
  }

  @Test func overlapsNeverPairPartAndWhole() throws {
    let coverage = try Shipped.coverage.get()
    let overlaps = coverage.overlaps(.realised)
    // Six actions with rules, none the parent of another.
    #expect(overlaps.count == 6 * 5 / 2)
    #expect(overlaps.allSatisfy { $0.a < $0.b })
    #expect(
      overlaps.map { [$0.a, $0.b] } == overlaps.map { [$0.a, $0.b] }.sorted { $0.lexicographicallyPrecedes($1) })
    let pair = try #require(overlaps.first { $0.a == "exposition" && $0.b == "mobilite-solidaire" })
    #expect(pair.communes == 1)
    #expect(pair.population.total == 25_092)
    #expect(pair.jaccard == 1.0 / 60)
    #expect(coverage.overlaps(.planned).isEmpty)
  }
}
