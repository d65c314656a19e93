import Cartopole
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The model on four communes whose distances are known by hand.
struct ModelTests {
  static func channel(
    _ id: String, _ strength: String, _ decay: String, _ rest: [String] = ["sources: [{ commune: \"01001\" }]"],
    basis: String = "basis: source"
  ) -> String {
    let lines = ["name: \(id)", "strength: \(strength)", "decay: { \(decay) }", basis] + rest
    return "    - id: \(id)\n" + lines.map { "      \($0)\n" }.joined()
  }

  static func near(_ values: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(values.count == expected.count, sourceLocation: sourceLocation)
    for (value, hand) in zip(values, expected) {
      #expect(abs(value - hand) < 1e-12, "\(value) \(hand)", sourceLocation: sourceLocation)
    }
  }

  private static let step = TinyProject.step

  static let decays: [(decay: String, factors: [Double])] = [
    ("kind: none", [1, 1, 1, 1]), ("kind: exponential, s_km: 2", [0, 1, 1, 3].map { exp(-$0 * step / 2) }),
    ("kind: gaussian, s_km: 2", [0, 1, 1, 3].map { exp(-($0 * step) * ($0 * step) / 8) }),
    ("kind: threshold, s_km: 2", [1, 1, 1, 0]), ("kind: threshold, s_km: 1", [1, 0, 0, 0]),
    ("kind: threshold, s_km: 4", [1, 1, 1, 1]),
  ]

  @Test(arguments: decays) func decay(decay: String, factors: [Double]) throws {
    let visibility = try TinyProject.visibility(Self.channel("a", "0.5", decay))
    Self.near(visibility.terms[0], factors.map { 0.5 * $0 })
    Self.near(visibility.index, factors.map { 0.5 * $0 })
  }

  /// d ≤ s is inside: s is the very distance our own geodesic gives.
  @Test func aThresholdHoldsItsEdge() {
    #expect(Channel.Decay.threshold.factor(3, scale: 3) == 1)
    #expect(Channel.Decay.threshold.factor(3.0.nextUp, scale: 3) == 0)
    #expect(Channel.Decay.none.factor(1e9, scale: 1) == 1)
    #expect(Channel.Decay.exponential.factor(0, scale: 1) == 1)
    #expect(abs(Channel.Decay.exponential.factor(3, scale: 3) - 0.367_879_441_171_442_3) < 1e-15)
    #expect(abs(Channel.Decay.gaussian.factor(3, scale: 3) - 0.606_530_659_712_633_4) < 1e-15)
  }

  @Test func theNearestSourceCounts() throws {
    let sources = ["sources: [{ site: siege }, { commune: zonza }]"]
    let both = try TinyProject.visibility(Self.channel("a", "1", "kind: exponential, s_km: 1", sources))
    Self.near(both.index, [1, exp(-Self.step), exp(-Self.step), 1])
  }

  @Test func limitedToCommunes() throws {
    let limited = ["communes: [\"01002\", zonza]"]
    let visibility = try TinyProject.visibility(
      Self.channel("a", "0.5", "kind: none", limited)
        + Self.channel("b", "1/4", "kind: none", ["communes: [\"01002\"]"]))
    #expect(visibility.terms == [[0, 0.5, 0, 0.5], [0, 0.25, 0, 0]])
    Self.near(visibility.index, [0, 0.625, 0, 0.5])
    Self.near((0..<4).map { visibility.contribution(0, $0) }, [0, 0.375, 0, 0.5])
    Self.near((0..<4).map { visibility.contribution(1, $0) }, [0, 0.125, 0, 0])
  }

  @Test func strengthsOfNothingAndOfEverything() throws {
    let visibility = try TinyProject.visibility(
      Self.channel("nothing", "0", "kind: none") + Self.channel("half", "0.5", "kind: none"))
    #expect(visibility.index == [0.5, 0.5, 0.5, 0.5])
    #expect(visibility.contribution(0, 0) == 0)
    let full = try TinyProject.visibility(
      Self.channel("all", "1", "kind: none") + Self.channel("half", "0.5", "kind: none"))
    #expect(full.index == [1, 1, 1, 1])
    #expect(full.contribution(1, 0) == 0)
    Self.near([full.contribution(0, 0)], [0.5])
    let none = try TinyProject.visibility(Self.channel("nothing", "0", "kind: none"))
    #expect(none.index == [0, 0, 0, 0])
    #expect(none.meanOfKnown == 0)
    #expect(none.gini == nil)
  }

  @Test func noChannelAtAll() throws {
    let project = try TinyProject(visibility: "  basis: source\n  channels: []").open()
    let visibility = try project.visibility()
    #expect(visibility.index == [0, 0, 0, 0])
    #expect(visibility.ranks == [1, 1, 1, 1])
    #expect(!visibility.isShare)
    #expect(Sensitivity(visibility).rows.isEmpty)
  }

  @Test func tiesShareTheSmallestRank() throws {
    let visibility = try TinyProject.visibility(Self.channel("a", "0.5", "kind: exponential, s_km: 2"))
    #expect(visibility.ranks == [1, 2, 2, 4])
    // Nobody knows how many live in 01003: there is no mean over all, and it weighs nothing among the known.
    let v = visibility.index
    #expect(visibility.mean == nil)
    Self.near([try #require(visibility.meanOfKnown)], [(100 * v[0] + 200 * v[1] + 50 * v[3]) / 350])
  }

  @Test(arguments: [("0.5", 0), ("0.4", 0), ("0.500001", 4), ("1", 4), ("0", 0)]) func lowIsStrictlyBelow(
    threshold: String, count: Int
  ) throws {
    let visibility = try TinyProject.visibility(Self.channel("a", "0.5", "kind: none"), threshold: threshold)
    #expect(visibility.index.indices.count(where: visibility.isLow) == count)
  }

  @Test func theThresholdIsAThirdUnlessSaid() throws {
    let project = try TinyProject(visibility: "  basis: source\n  channels:\n" + Self.channel("a", "1/3", "kind: none"))
      .open()
    let visibility = try project.visibility()
    #expect(visibility.model.threshold == 1.0 / 3)
    #expect(visibility.index.allSatisfy { abs($0 - 1.0 / 3) < 1e-15 })
  }

  private static let assumed = "basis: assumption\n      reason: essai"
  private static let declared = "basis: declared\n      by: Pôle\n      date: \"2026\""

  static let bases: [(channels: String, basis: Basis, isShare: Bool)] = [
    (channel("a", "0.5", "kind: none"), .source, true),
    (channel("a", "0.5", "kind: none") + channel("b", "0.5", "kind: none", basis: declared), .declared, false),
    (
      channel("a", "0.5", "kind: none", basis: declared) + channel("b", "0.5", "kind: none", basis: assumed),
      .assumption, false
    ),
    // The site is only declared, and here distance counts; the strength stays sourced.
    (channel("a", "0.5", "kind: threshold, s_km: 1", ["sources: [{ site: siege }]"]), .declared, true),
    (channel("a", "0.5", "kind: none", ["sources: [{ site: siege }]"]), .source, true),
  ]

  @Test(arguments: bases) func theWeakestBasis(channels: String, basis: Basis, isShare: Bool) throws {
    let visibility = try TinyProject.visibility(channels)
    #expect(visibility.basis == basis)
    #expect(visibility.isShare == isShare)
    #expect(
      VisibilityTables.name(visibility).fr
        == (isShare ? "part des habitants qui voient le Pôle" : "indice de visibilité (hypothèses)"))
    #expect(VisibilityTables.finding(visibility).fr.hasPrefix("Exemple de calcul") == (basis == .assumption))
    let notes = VisibilityTables.communes(visibility).notes.map(\.fr)
    #expect(notes.contains { $0.contains("n’est pas une part d’habitants") } == !isShare)
  }

  /// A sourced index below an assumed threshold is a reading all the same.
  @Test func anAssumedThreshold() throws {
    let project = try TinyProject(
      visibility: "  threshold: 0.6\n  basis: assumption\n  reason: essai\n  channels:\n"
        + Self.channel("a", "0.5", "kind: none")
    ).open()
    let visibility = try project.visibility()
    #expect(visibility.basis == .source)
    #expect(
      VisibilityTables.finding(visibility).fr.hasPrefix(
        "Exemple de calcul, paramètres supposés\u{202F}: le Pôle serait peu visible de 4"))
  }
}
