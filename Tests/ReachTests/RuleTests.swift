import Cartopole
import Testing

/// Each kind of rule on the shipped layer.
@Suite struct RuleTests {
  static let cantonOfEtampes = [
    "91081", "91098", "91100", "91109", "91130", "91223", "91433", "91469", "91508", "91556", "91629",
  ]

  @Test func canton() throws { #expect(try Shipped.codes("- canton: \"9108\"") == Self.cantonOfEtampes) }

  @Test func epci() throws {
    // CA Étampois Sud-Essonne: 37 communes today, 38 of 2008 (Méréville and Estouches are one since 2019).
    let codes = try Shipped.codes("- epci: \"200017846\"")
    #expect(codes.count == 38)
    #expect(Set(codes).isSuperset(of: ["91223", "91390", "91222", "91629"]))
  }

  @Test func communesByCodeAndName() throws {
    let codes = try Shipped.codes("- communes: [\"91223\", dourdan, \"Ferté-Alais\", DOURDAN]")
    #expect(codes == ["91200", "91223", "91232"])
  }

  @Test func territory() throws {
    let reach = try Shipped.reach("- territory: true")
    #expect(reach.rows.count == 132)
    #expect(reach.totals?.shareOfCommunes == 1)
    #expect(reach.totals?.shareOfPopulation == 1)
    #expect(reach.robustness.isEmpty)
    #expect(reach.limit == nil)
  }

  /// Against neighbours.py.
  @Test func neighbours() throws {
    let table = try Shipped.table("ReachTests/Fixtures/neighbours.csv")
    #expect(table.count == 132 + 2 * 5)
    for row in table {
      let (code, order) = (row["insee"] ?? "", row["order"] ?? "")
      // The rule computes the adjacency of the layer anew: all orders of some communes, one in eight of the others.
      guard order != "1" || (Int(code) ?? 0) % 8 == 7 else { continue }
      let expected = ((row["neighbours"] ?? "").split(separator: " ").map(String.init) + [code]).sorted()
      #expect(try Shipped.codes("- neighbours: { commune: \"\(code)\", order: \(order) }") == expected, "\(code)")
    }
    #expect(try Shipped.codes("- neighbours: { commune: \"91223\", order: 0 }") == ["91223"])
    #expect(
      try Shipped.codes("- neighbours: { commune: Étampes }")
        == Shipped.codes("- neighbours: { commune: \"91223\", order: 1 }"))
  }

  @Test func adjacencyOfEveryCommune() throws {
    let layer = try Shipped.studyArea.layer
    let adjacency = Adjacency(layer.outlines)
    for row in try Shipped.table("ReachTests/Fixtures/neighbours.csv") where row["order"] == "1" {
      let feature = try #require(layer.row(row["insee"] ?? ""))
      let found = adjacency.neighbours(of: feature).map { layer.communes[$0].insee }.sorted()
      #expect(found == (row["neighbours"] ?? "").split(separator: " ").map(String.init))
    }
  }

  @Test func withinIsAtMost() throws {
    let layer = try Shipped.studyArea.layer
    let etampes = layer.communes[try layer.find("91223")]
    let dourdan = layer.communes[try layer.find("91200")]
    let distance =
      Geodesic.grs80.distance(etampes.longitude, etampes.latitude, dourdan.longitude, dourdan.latitude) / 1000
    #expect(try Shipped.codes("- within_km: { commune: \"91223\", km: \(distance) }").contains("91200"))
    #expect(try !Shipped.codes("- within_km: { commune: \"91223\", km: \(distance.nextDown) }").contains("91200"))
    #expect(try Shipped.codes("- within_km: { commune: \"91223\", km: 0 }") == ["91223"])
  }

  @Test func aCircleWithoutAreaCoversNothing() throws {
    let reach = try Shipped.reach("- within_km: { commune: \"91223\", km: 0 }")
    #expect(reach.rows.map(\.areaShare) == [0])
  }

  /// Against the shares of circles.py.
  @Test(arguments: ["any", "majority"]) func criteria(_ criterion: String) throws {
    var expected: [String] = []
    for row in try Shipped.table("ProjectionsTests/Fixtures/shares.csv") where row["case"] == "etampes-15" {
      let share = try #require(Double(row["share"] ?? ""))
      #expect(abs(share - 0.5) > 1e-5 && share > 1e-9, "the table decides")
      if criterion == "any" || share >= 0.5 { expected.append(row["insee"] ?? "") }
    }
    let rule = "- within_km: { site: etampes, km: 15, criterion: \(criterion) }"
    #expect(try Shipped.codes(rule) == expected.sorted())
    let chefLieu = "- within_km: { site: etampes, km: 15, criterion: chef-lieu }"
    #expect(try Shipped.codes(chefLieu) == Shipped.codes("- within_km: { site: etampes, km: 15 }"))
  }

  @Test func rulesAreUnited() throws {
    let both = try Shipped.reach(
      """
      - canton: "9108"
      - within_km: { commune: "91223", km: 10 }
      - communes: [Dourdan]
      """)
    let parts = try Set(Self.cantonOfEtampes).union(Shipped.codes("- within_km: { commune: \"91223\", km: 10 }")).union(
      ["91200"])
    let layer = try Shipped.studyArea.layer
    #expect(both.rows.map { layer.communes[$0.row].insee } == parts.sorted())
    #expect(both.totals?.communes == 30)
    // 52 842 inhabitants at 10 km or in the canton, and Dourdan's 10 806.
    #expect(both.totals?.population.total == 52_842 + 10_806)
    // Only the circle gives shares of areas; Dourdan is beyond it.
    #expect(both.rows.first { layer.communes[$0.row].insee == "91200" }?.areaShare == 0)
  }

  @Test func distancesAreToTheNearestPlaceNamed() throws {
    let layer = try Shipped.studyArea.layer
    let two = try Shipped.reach(
      """
      - within_km: { commune: "91223", km: 10 }
      - neighbours: { commune: Dourdan }
      """)
    func distance(_ code: String) -> Double? { two.rows.first { layer.communes[$0.row].insee == code }?.distance }
    #expect(distance("91200") == 0)
    #expect(distance("91223") == 0)
    // No place named: from the Pôle's site.
    let dourdan = try Shipped.reach("- communes: [Dourdan]").rows[0].distance
    #expect(abs((dourdan ?? 0) - 15.049144520143814) < 1e-9)
  }

  /// A result is as sure as the weakest of what it rests on.
  @Test func theBasisIsTheWeakest() throws {
    // Declared rules; communes' positions are the layer's; the site's position is an assumption.
    #expect(try Shipped.reach("- canton: \"9108\"").basis == .declared)
    #expect(try Shipped.reach("- within_km: { commune: \"91223\", km: 5 }").basis == .declared)
    #expect(try Shipped.reach("- within_km: { site: etampes, km: 5 }").basis == .assumption)
    #expect(Basis.weakest([]) == .source)
    #expect(Basis.weakest([.source, .declared, .source]) == .declared)
    #expect(Basis.weakest([.declared, .assumption, .source]) == .assumption)
  }

  // MARK: Beyond the territory

  @Test func beyondAddsTheCommunesAround() throws {
    let studyArea = try Shipped.beyond.get()
    #expect(studyArea.territory == 0..<132)
    let codes = Set(
      try ["sud-essonne", "context", "ile-de-france"].flatMap { try Shipped.layer($0).communes.map(\.insee) })
    #expect(studyArea.layer.count == codes.count)
    #expect(Set(studyArea.layer.communes.map(\.insee)) == codes)
    // 91390 is Méréville in the territory and Le Mérévillois in the two other layers: once, as in the territory.
    let row = try #require(studyArea.layer.row("91390"))
    #expect(studyArea.territory.contains(row))
    #expect(studyArea.layer.communes[row].name == "Méréville")
    #expect(studyArea.layer.communes.count { $0.insee == "91390" } == 1)
    #expect(throws: Problem.self) { try studyArea.layer.find("Le Mérévillois") }
  }

  @Test func reachBeyond() throws {
    let studyArea = try Shipped.beyond.get()
    let rule = "- within_km: { site: etampes, km: 15 }"
    let inside = try Shipped.codes(rule)
    let all = try Shipped.codes(rule, on: studyArea)
    #expect(Set(all).isSuperset(of: inside))
    #expect(all.count > inside.count)
    #expect(Set(all).subtracting(inside).allSatisfy { !TerritoryCodes.all.contains($0) })
    // Shares are of the territory, and never more than the whole of it.
    let reach = try Shipped.reach("- within_km: { site: etampes, km: 60 }", on: studyArea)
    #expect(reach.rows.count > 132)
    #expect(reach.totals?.shareOfCommunes == 1)
    #expect(reach.totals?.shareOfPopulation == 1)
    #expect(try Shipped.codes("- territory: true", on: studyArea).count == 132)
  }

  /// A name of the territory stays one when a namesake outside it comes into sight.
  @Test func namesOfTheTerritoryComeFirst() throws {
    let studyArea = try Shipped.beyond.get()
    #expect(throws: Problem.self) { try studyArea.layer.find("Blandy") }
    #expect(try Shipped.codes("- communes: [Blandy]", on: studyArea) == ["91067"])
    #expect(studyArea.layer.communes[try studyArea.find("blandy")].insee == "91067")
    #expect(studyArea.layer.communes[try studyArea.find("Paris")].insee == "75056")
    #expect(throws: Problem.self) { try studyArea.find("Mondreville") }
  }
}

enum TerritoryCodes { static let all = Set((try? Shipped.studyArea.layer.communes.map(\.insee)) ?? []) }
