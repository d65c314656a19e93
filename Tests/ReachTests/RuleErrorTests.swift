import Cartopole
import Testing

/// One line for each mistake: where, what, and what to do.
@Suite struct RuleErrorTests {
  @Test(arguments: [
    (
      "- canton: \"9108\"\n- within_miles: { site: etampes }",
      "line 2: unknown rule \"within_miles\"; rules: territory, communes, canton, epci, within_km, within_minutes, neighbours"
    ),
    (
      "- communes: [\"91223\",\n    \"91999\"]",
      "line 2: no commune \"91999\" in the layer GeoData/sud-essonne.shp; check the code or the name"
    ),
    (
      "- communes: [Dourdans]",
      "line 1: no commune \"Dourdans\" in the layer GeoData/sud-essonne.shp; near names: 91200 Dourdan"
    ), ("- communes: []", "line 1: empty list of communes; give codes or names"),
    ("- communes: Dourdan", "line 1: \"communes\" must be a list"),
    (
      "- canton: \"9199\"",
      "line 1: no commune of canton 9199; cantons of the layer: 9101, 9107, 9108, 9109, 9111, 9113, 9116, 9117, "
        + "9118, 9120, 9124"
    ), ("- epci: \"200000000\"", "line 1: no commune of EPCI 200000000; EPCI of the layer: "),
    ("- within_km: { site: etampes, km: -1 }", "line 1: a radius of −1 km makes no sense; give 0 to 1000"),
    ("- within_km: { site: etampes, km: 1001 }", "line 1: a radius of 1,001 km makes no sense; give 0 to 1000"),
    ("- within_km: { site: etampes, km: quinze }", "line 1: \"km\" must be a number"),
    ("- within_km: { site: etampes, km: \"15\" }", "line 1: \"km\" must be a number"),
    ("- within_km: { site: etampes }", "line 1: no key \"km\" in within_km; add it"),
    ("- within_km: { km: 15 }", "line 1: \"within_km\" wants site: or commune:, one of them"),
    (
      "- within_km: { site: etampes, commune: Dourdan, km: 15 }",
      "line 1: \"within_km\" wants site: or commune:, one of them"
    ),
    (
      "- within_km: { site: etampes, km: 15, radius: 3 }",
      "line 1: unknown key \"radius\" in within_km; allowed keys: site, commune, km, criterion"
    ),
    (
      "- within_km: { site: etampes, km: 15, criterion: half }",
      "line 1: unknown criterion \"half\"; chef-lieu, any or majority"
    ), ("- within_km: { site: nowhere, km: 15 }", "line 1: no site \"nowhere\"; the project's sites: etampes"),
    (
      "- neighbours: { commune: \"91223\", order: 101 }",
      "line 1: \"order\" goes from 0 to 100; give 1 for the communes that border it"
    ),
    (
      "- neighbours: { commune: \"91223\", order: -1 }",
      "line 1: \"order\" goes from 0 to 100; give 1 for the communes that border it"
    ), ("- neighbours: { commune: \"91223\", order: 1.5 }", "line 1: \"order\" must be a whole number"),
    ("- neighbours: { order: 1 }", "line 1: no key \"commune\" in neighbours; add it"),
    ("- territory: false", "line 1: \"territory\" can only be true; otherwise remove the rule"),
    ("- territory: yes", "line 1: \"territory\" must be true or false"),
  ]) func refusals(_ rules: String, _ line: String) throws {
    let found = try #require(try Shipped.refusal(rules)).replacing("\u{202F}", with: " ")
    if line.hasSuffix(": ") { #expect(found.hasPrefix(line)) } else { #expect(found == line) }
  }

  @Test func inFrench() throws {
    #expect(
      try Shipped.refusal("- within_km: { site: etampes, km: -2.5 }", .fr)
        == "ligne 1 : un rayon de −2,5 km n’a pas de sens ; donnez de 0 à 1000".frenchSpaces)
  }

  /// Through the project: file and line.
  @Test func theProjectsFileIsNamed() throws {
    let tiny = try TinyProject(
      actions: """
          - id: essai
            title: Essai
            status: realised
            basis: source
            reach:
              basis: source
              rules:
                - communes: ["91223"]
        """)
    defer { tiny.remove() }
    do throws(Problem) {
      _ = try tiny.project.coverage()
      Issue.record("accepted")
    } catch {
      #expect(
        error.line(.en)
          == "\(tiny.folder)/pole.yaml: line 23: no commune \"91223\" in the layer \(tiny.folder)/communes.shp; "
          + "check the code or the name")
    }
    do throws(Problem) {
      _ = try tiny.project.coverage(["nothing"])
      Issue.record("accepted")
    } catch {
      #expect(error.status == .usage)
      #expect(error.line(.en) == "\(tiny.folder)/pole.yaml: no action \"nothing\"; actions: essai")
    }
  }
}

extension String {
  /// With the spaces French wants.
  var frenchSpaces: String { Text(self, "").fr }
}
