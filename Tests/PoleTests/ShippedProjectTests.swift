import Bytes
import Cartopole
import Territory
import Testing

@testable import Pole

@Suite struct ShippedProjectTests {
  @Test func actionsScriptsRelyOn() throws {
    let pole = try ShippedPole.pole()
    #expect(
      pole.actions.filter { $0.status == .planned }.map(\.id) == ["chantier-espace-naturel", "epicerie-solidaire"])
    #expect(
      pole.parts(of: "promotion-ess").map(\.id) == [
        "exposition", "plaquette", "journal-du-pole", "site-internet", "journee-solidaire", "sensibilisation-ecoles",
      ])
    #expect(pole.parts(of: "appui-territoires").map(\.id) == ["mobilite-solidaire", "appels-a-projet"])
    #expect(pole.action("moyens-communs")?.noRule == .internal)
    #expect(pole.action("appui-structures")?.noRule == .internal)
    for id in ["site-internet", "appels-a-projet", "chantier-espace-naturel", "epicerie-solidaire"] {
      #expect(pole.action(id)?.noRule == .undecided)
    }
  }

  /// The sheet gives no reach: no rule and no visibility parameter may claim to come from it.
  @Test func reachAndVisibilityAreAssumptions() throws {
    let pole = try ShippedPole.pole()
    for action in pole.actions where !action.rules.isEmpty {
      #expect(action.ruleSupport?.basis == .assumption, "\(action.id)")
    }
    let model = try #require(pole.visibility)
    #expect(model.threshold == 1.0 / 3.0)
    #expect(model.support.basis == .assumption)
    #expect(model.channels.allSatisfy { $0.support.basis == .assumption })
    #expect(Set(model.channels.map(\.decay)) == Set(Channel.Decay.allCases))
    #expect(model.channels.first { $0.id == "ecoles" }?.communes?.count == 11)
  }

  /// All but minutes, which want a table, and the whole territory, which would hide every blind spot.
  @Test func severalKindsOfRulesAreShown() throws {
    let kinds = try ShippedPole.pole().actions.flatMap(\.rules).compactMap { rule in
      try? rule.entries(Text(same: "rule")).first?.key
    }
    #expect(Set(kinds) == ["communes", "canton", "epci", "within_km", "neighbours"])
  }

  @Test func theSiteIsDeclaredAndItsPlaceSupposed() throws {
    let site = try #require(try ShippedPole.pole().site("etampes"))
    #expect(site.insee == "91223")
    #expect(site.support.basis == .declared)
    #expect(site.positionSupport.basis == .assumption)
    // 48° 26′ 06″ N, 2° 09′ 44″ E.
    #expect(abs((site.latitude ?? 0) - (48 + 26.0 / 60 + 6.0 / 3600)) < 1e-6)
    #expect(abs((site.longitude ?? 0) - (2 + 9.0 / 60 + 44.0 / 3600)) < 1e-6)
  }

  @Test func theTemplateIsAProject() throws {
    let template = ProjectTemplate(title: "Pôle \"Nord\": essai", territory: "Nord", layer: "communes.shp", cog: 2025)
    let pole = try Pole(try YAMLDocument.parse(Array(template.yaml.utf8)))
    #expect(pole.title == "Pôle \"Nord\": essai")
    #expect(pole.territory.cog == 2025)
    #expect(pole.actions.isEmpty)
  }

  /// What stands behind a # is valid when the # goes, and every key of a project is there.
  @Test func theTemplateHasEveryKey() throws {
    let template = ProjectTemplate(title: "T", territory: "N", layer: "communes.shp", cog: 2025)
    let lines = template.yaml.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.wholeMatch(of: #/#(?:[^ #]| {2,}).*/#) == nil ? line : line.dropFirst()
    }
    let root = try YAMLDocument.parse(Array(lines.joined(separator: "\n").utf8))
    for key in Pole.keys { #expect(root[key] != nil, "\(key)") }
    let pole = try Pole(root)
    #expect(
      pole.sites.map(\.insee) == ["35236"] && pole.visibility?.channels.count == 1 && pole.members?.legalPersons == 9)
    #expect(pole.territory.list == "communes.csv" && pole.territory.region == "region.gpkg")
  }

  @Test func theTemplateWithEverythingKnown() throws {
    var template = ProjectTemplate(title: "T", territory: "N", layer: "territoire.gpkg", cog: 2024)
    template.list = "communes.csv"
    template.context = "alentours.gpkg"
    template.reason = "Liste : à confirmer"
    template.site = ("35238", "Rennes", (48.11, -1.68))
    let pole = try Pole(try YAMLDocument.parse(Array(template.yaml.utf8)))
    #expect(pole.territory.list == "communes.csv" && pole.territory.support.basis == .assumption)
    #expect(pole.territory.context == "alentours.gpkg" && pole.territory.region == nil)
    #expect(pole.sites[0].latitude == 48.11 && pole.sites[0].longitude == -1.68)
  }
}
