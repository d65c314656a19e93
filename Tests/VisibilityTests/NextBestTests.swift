import Cartopole
import Testing

/// Where one more start would reach most people.
struct NextBestTests {
  @Test func bruteForce() throws {
    let studyArea = try Shipped.project.get().studyArea
    let cases = try Shipped.oracle("next-best")
    #expect(cases.count == 21)
    for expected in cases {
      let rules = (expected["starts"] ?? "").split(separator: " ").map {
        "- within_km: { commune: \"\($0)\", km: \(expected["km"] ?? "") }\n"
      }
      let best = NextBest(try Shipped.reach(rules.joined()), on: studyArea)
      guard expected["insee"] != "" else {
        #expect(best == nil, "\(expected)")
        continue
      }
      #expect(best.map { studyArea.layer.communes[$0.row].insee } == expected["insee"], "\(expected)")
      #expect(best.map { String($0.population.known) } == expected["population"])
      #expect(best.map { String($0.communes) } == expected["communes"])
      #expect(best?.kilometres == expected.number("km"))
    }
  }

  private func best(_ rules: String) throws -> (insee: String, known: Int, communes: Int)? {
    let studyArea = try TinyProject().open().studyArea
    return NextBest(try Shipped.reach(rules, on: studyArea), on: studyArea).map {
      (studyArea.layer.communes[$0.row].insee, $0.population.known, $0.communes)
    }
  }

  @Test func tiesGoToTheLowerCode() throws {
    // From 01002 and from 01003, at the same place, the same is added: 200 inhabitants and a commune of none.
    let near = try #require(try best("- within_km: { commune: zonza, km: 0.5 }\n"))
    #expect(near == ("01002", 200, 2))
    // From 01001 and from 01002 all the rest.
    let far = try #require(try best("- within_km: { commune: zonza, km: 1.2 }\n"))
    #expect(far == ("01001", 300, 3))
  }

  /// Without a radius, the commune alone.
  @Test func withoutARadius() throws {
    let listed = try #require(try best("- communes: [\"01002\"]\n"))
    #expect(listed == ("01001", 100, 1))
  }

  @Test(arguments: [
    "- territory: true\n", "- within_km: { commune: \"01001\", km: 100 }\n",
    // Nobody is known to live in 01003.
    "- communes: [\"01001\", \"01002\", \"2A004\"]\n",
  ]) func nothingLeft(rules: String) throws { #expect(try best(rules) == nil) }

  @Test func anActionWithoutRule() throws {
    let project = try Shipped.project.get()
    let reach = try #require(try project.coverage(["epicerie-solidaire"]).reaches.first)
    #expect(NextBest(reach, on: project.studyArea) == nil)
  }
}
