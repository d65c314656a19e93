import Cartopole
import Testing

/// What a scenario changes, what it leaves, and what it says when it cannot be read.
struct ScenarioTests {
  private static let visibility =
    "  threshold: 0.5\n  basis: source\n  channels:\n"
    + ModelTests.channel("lieu", "0.5", "kind: exponential, s_km: 2", ["sources: [{ site: siege }]"])

  private static let actions = """
      - id: foire
        title: Foire
        status: planned
        basis: source
        no_rule: undecided
      - id: tournee
        title: Tournée
        status: realised
        basis: source
        reach:
          basis: source
          rules:
            - communes: ["01001"]
            - within_km: { site: siege, km: 0.5 }
    """

  private func project() throws -> TinyProject { try TinyProject(visibility: Self.visibility, actions: Self.actions) }

  @Test func aNewSiteAndANewChannel() throws {
    let tiny = try project()
    let scenario = try tiny.applying(
      """
      schema: 1
      title: Un relais
      note: Pour voir.
      sites:
        - { id: relais, name: Relais, insee: "2A004", basis: assumption, reason: essai }
      channels:
        - id: affiche
          name: affiche
          strength: 0.5
          decay: { kind: threshold, s_km: 0.5 }
          sources: [{ site: relais }]
          basis: source
      """)
    #expect(scenario.title.fr == "Un relais")
    #expect(scenario.note?.fr == "Pour voir.")
    #expect(scenario.actions.isEmpty)
    #expect(scenario.changesVisibility)
    let before = try tiny.open().visibility()
    let after = try scenario.project.visibility()
    #expect(after.model.channels.map(\.id) == ["lieu", "affiche"])
    #expect(Array(after.index.prefix(3)) == Array(before.index.prefix(3)))
    #expect(abs(after.index[3] - (1 - 0.5 * (1 - before.index[3]))) < 1e-15)
    // The relay's place is an assumption, whatever its strength rests on.
    #expect(before.basis == .declared)
    #expect(after.basis == .assumption)
  }

  @Test func oneKeyKeepsTheOthers() throws {
    let tiny = try project()
    let scenario = try tiny.applying("title: T\nchannels:\n  - { id: lieu, strength: 0.8 }\n")
    let before = try #require(try tiny.open().pole.visibility?.channels.first)
    var after = try #require(scenario.project.pole.visibility?.channels.first)
    #expect(after.strength == 0.8)
    after.strength = before.strength
    after.line = before.line
    #expect(after == before)
    #expect(scenario.project.pole.sites == (try tiny.open().pole.sites))
    #expect(scenario.project.pole.actions == (try tiny.open().pole.actions))
  }

  @Test func theBaseIsUntouched() throws {
    let tiny = try project()
    let base = try tiny.open()
    let bytes = try FileBytes.read(tiny.path("pole.yaml"))
    let index = try base.visibility().index
    try tiny.write("title: T\nchannels:\n  - { id: lieu, strength: 0.8 }\n", to: "scenario.yaml")
    _ = try base.applying(scenario: tiny.path("scenario.yaml"))
    #expect(try base.visibility().index == index)
    #expect(try FileBytes.read(tiny.path("pole.yaml")) == bytes)
  }

  /// A site in another commune is not at its old coordinates; the shipped one has some.
  @Test func aSiteMoves() throws {
    let project = try Shipped.project.get()
    let tiny = try self.project()
    try tiny.write("title: T\nsites:\n  - { id: etampes, insee: \"91016\" }\n", to: "moved.yaml")
    let scenario = try project.applying(scenario: tiny.path("moved.yaml"))
    #expect(scenario.changesVisibility)
    let angerville = try Shipped.row("91016")
    let moved = try #require(scenario.project.studyArea.home)
    #expect(moved.distance(to: project.studyArea.layer.communes[angerville]) == 0)
    #expect(try scenario.project.visibility().index[angerville] > project.visibility().index[angerville] + 0.3)
    #expect(try #require(project.studyArea.home).longitude == 2.162222)
  }

  @Test func reachTakesThePlaceOfNoRule() throws {
    let tiny = try project()
    let scenario = try tiny.applying(
      """
      title: T
      actions:
        - id: foire
          reach: { basis: assumption, reason: essai, rules: [{ communes: [zonza] }] }
        - id: tournee
          reach: { basis: assumption, reason: essai, rules: [{ communes: ["01002"] }] }
      """)
    #expect(scenario.actions == ["foire", "tournee"])
    #expect(!scenario.changesVisibility)
    let coverage = try scenario.project.coverage()
    #expect(scenario.project.pole.action("foire")?.noRule == nil)
    // The old rules are gone, not united with the new one.
    #expect(coverage.reaches.map { $0.rows.map(\.row) } == [[3], [1]])
    #expect(coverage.reaches.map(\.basis) == [.assumption, .assumption])
    #expect(try tiny.open().coverage().reaches.map { $0.rows.count } == [0, 1])
  }

  @Test func noRuleTakesThePlaceOfReach() throws {
    let scenario = try project().applying("title: T\nactions:\n  - { id: tournee, no_rule: undecided }\n")
    #expect(scenario.project.pole.action("tournee")?.rules.isEmpty == true)
  }

  @Test func aNewAction() throws {
    let scenario = try project().applying(
      """
      title: T
      actions:
        - id: marche
          title: Marché
          status: planned
          basis: assumption
          reason: essai
          reach: { basis: assumption, reason: essai, rules: [{ territory: true }] }
      """)
    #expect(try scenario.project.coverage(["marche"]).reaches[0].totals?.communes == 4)
  }

  /// Each is refused with its own file and the line in it.
  static let mistakes: [(scenario: String, line: String)] = [
    ("title: T\nchanels: []\n", "65 scenario.yaml: line 2: unknown key \"chanels\" in the scenario"),
    ("title: T\nchannels:\n  - id: lieu\n    strenght: 1\n", "65 scenario.yaml: line 4: unknown key \"strenght\""),
    ("title: T\nsites:\n  - id: siege\n    x: 1\n", "65 scenario.yaml: line 4: unknown key \"x\""),
    ("note: N\n", "65 scenario.yaml: line 1: no key \"title\""),
    ("schema: 99\ntitle: T\n", "65 scenario.yaml: line 1: this program reads \"schema: 1\""),
    ("title: T\nchannels:\n  - strength: 1\n", "65 scenario.yaml: line 3: no key \"id\""),
    ("title: T\nchannels: lieu\n", "65 scenario.yaml: line 2: \"channels\" must be a list"),
    ("title: T\nchannels:\n  - id: neuf\n    strength: 1\n", "65 scenario.yaml: line 3: no key \"name\""),
    ("title: T\nchannels:\n  - id: lieu\n    strength: 2\n", "65 scenario.yaml: line 4: \"strength\" must be between"),
    (
      "title: T\nchannels:\n  - id: lieu\n    sources:\n      - { site: relais }\n",
      "65 scenario.yaml: line 5: \"site\" points to \"relais\""
    ),
    (
      "title: T\n\n\nchannels:\n  - id: lieu\n    communes: [\"99999\"]\n",
      "65 scenario.yaml: line 5: channel \"lieu\": no commune \"99999\""
    ),
    (
      "title: T\nsites:\n  - { id: siege, insee: \"99999\" }\n",
      "65 scenario.yaml: line 3: site \"siege\" is in commune 99999"
    ),
    (
      "title: T\nactions:\n  - id: foire\n    reach:\n      basis: source\n      rules:\n        - communes: [\"99999\"]\n",
      "65 scenario.yaml: line 7: no commune \"99999\""
    ), ("title: T\nactions:\n  - { id: foire, status: perhaps }\n", "65 scenario.yaml: line 3: \"perhaps\""),
    ("title: [T\n", "65 scenario.yaml: line "),
  ]

  @Test(arguments: mistakes) func oneLine(scenario: String, line: String) throws {
    let tiny = try project()
    let refusal = tiny.refusal { _ = try tiny.applying(scenario) }
    #expect(refusal?.hasPrefix(line) == true, "\(refusal ?? "accepted")")
  }

  @Test func aMissingFile() throws {
    let tiny = try project()
    let refusal = tiny.refusal { _ = try tiny.open().applying(scenario: tiny.path("absent.yaml")) }
    #expect(refusal?.hasPrefix("66 absent.yaml: ") == true, "\(refusal ?? "accepted")")
  }

  @Test func channelsWithoutAModel() throws {
    let tiny = try TinyProject(actions: Self.actions)
    let refusal = tiny.refusal { _ = try tiny.applying("title: T\nchannels:\n  - { id: lieu }\n") }
    #expect(refusal?.hasPrefix("65 scenario.yaml: line 3: the project has no visibility") == true, "\(refusal ?? "")")
  }
}
