import Cartopole
import Testing

/// The shipped model against Tests/Oracles/visibility/oracle.py, commune by commune.
struct ShippedVisibilityTests {
  private let visibility: Visibility

  init() throws { visibility = try Shipped.project.get().visibility() }

  @Test func everyCommune() throws {
    let rows = try Shipped.oracle("communes")
    #expect(rows.count == 132)
    let ranks = visibility.ranks
    var worst = 0.0
    for expected in rows {
      let row = try Shipped.row(expected["insee"] ?? "")
      worst = max(worst, abs(visibility.index[row] - expected.number("visibility")))
      #expect(String(ranks[row]) == expected["rank"])
      for (number, channel) in visibility.model.channels.enumerated() {
        worst = max(worst, abs(visibility.terms[number][row] - expected.number("t_\(channel.id)")))
        worst = max(worst, abs(visibility.contribution(number, row) - expected.number("c_\(channel.id)")))
      }
    }
    #expect(worst < 1e-9, "\(worst)")
  }

  @Test func theWhole() throws {
    let expected = try #require(try Shipped.oracle("summary").first)
    #expect(abs(try #require(visibility.mean) - expected.number("mean")) < 1e-9)
    #expect(abs(try #require(visibility.gini) - expected.number("gini")) < 1e-9)
    let low = visibility.index.indices.filter(visibility.isLow)
    #expect(low.count == 102)
    #expect(String(low.count) == expected["low"])
    #expect(String(visibility.studyArea.layer.population(low).known) == expected["low_population"])
    #expect(visibility.basis == .assumption)
    #expect(VisibilityTables.name(visibility).fr == "indice de visibilité (hypothèses)")
    #expect(
      VisibilityTables.finding(visibility).fr
        == "Exemple de calcul, paramètres supposés\u{202F}: le Pôle serait peu visible de 102 des 132 communes"
    )
  }

  @Test func sensitivity() throws {
    try compare(
      Sensitivity(visibility), with: try Shipped.oracle("sensitivity").filter { $0["model"] == "shipped" })
  }

  /// 1,000 draws are a sample of what 200,000 of NumPy's generator give.
  @Test func allParametersTogether() throws {
    let all = Sensitivity(visibility).together
    let oracle = try #require(try Shipped.oracle("together").first)
    #expect(all.draws == 1000)
    #expect(oracle.number("q010") <= Double(all.lower) && Double(all.lower) <= oracle.number("q045"))
    #expect(oracle.number("q955") <= Double(all.upper) && Double(all.upper) <= oracle.number("q990"))
    #expect(Double(all.least) >= oracle.number("least") && Double(all.most) <= oracle.number("most"))
    #expect(all.least < all.lower && all.lower < 102 && all.upper <= all.most)
    #expect(all == Sensitivity(visibility).together, "the same draws each time")
  }

  /// The place itself at 0.9: 1.2 times that would be more than everybody.
  @Test func aStrengthIsCappedAtOne() throws {
    var model = visibility.model
    model.channels[0].strength = 0.9
    let rows = try Sensitivity(Visibility(model, on: visibility.studyArea))
    try compare(rows, with: try Shipped.oracle("sensitivity").filter { $0["model"] == "strong" }, first: 4)
    #expect(rows.rows.filter(\.isCapped).map(\.value) == [1])
    #expect(rows.rows.filter(\.isCapped).map(\.factor) == [1.2])
  }

  private func compare(_ sensitivity: Sensitivity, with expected: [[String: String]], first: Int? = nil) throws {
    let rows = sensitivity.rows.prefix(first ?? .max)
    #expect(rows.count == expected.count)
    for (row, oracle) in zip(rows, expected) {
      #expect(row.channel == oracle["channel"])
      #expect(row.parameter == oracle["parameter"])
      #expect(row.factor == oracle.number("factor"))
      #expect(abs(row.value - oracle.number("value")) < 1e-12)
      #expect(row.isCapped == (oracle["capped"] == "1"))
      #expect(abs(try #require(row.meanChange) - oracle.number("mean_change")) < 1e-9)
      #expect(abs(try #require(row.tau) - oracle.number("tau")) < 1e-9, "\(row)")
      #expect(String(row.low) == oracle["low"], "\(row)")
    }
  }

  /// A strength that makes everything equal has no ranks to compare.
  @Test func noTauWithoutRanks() throws {
    let flat = try TinyProject.visibility(ModelTests.channel("a", "0.5", "kind: none"))
    let rows = Sensitivity(flat).rows
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.tau == nil })
    #expect(rows.map(\.low) == [4, 0])
    #expect(rows.allSatisfy { $0.meanChange == nil }, "a population is unknown")
  }
}
