import Siting
import Bytes
import Reach
import Testing

/// Optimal values by spopt with CBC and by NumPy: Tests/Oracles/siting.py.
@Suite struct OracleTests {
  struct Optimum: Sendable, CustomTestStringConvertible {
    var objective: SitingProblem.Objective
    var radius: Double?
    var count: Int
    var value: Double
    var testDescription: String { "\(objective) \(count) \(radius ?? 0)" }
  }

  static func optima(_ layer: String) -> [Optimum] {
    let path = Path.join(Territories.root, "Tests/Fixtures/siting-optima.csv")
    let rows = (try? CSVTable(path: path).rows) ?? []
    return rows.filter { $0.fields[0] == layer }.map { row in
      Optimum(
        objective: SitingProblem.Objective(rawValue: row.fields[1])!, radius: Double(row.fields[2]),
        count: Int(row.fields[3]) ?? 1, value: Double(row.fields[4])!)
    }
  }

  private func check(_ optimum: Optimum, _ territory: Territories) throws {
    let result = try territory.problem(optimum.objective, count: optimum.count, radius: optimum.radius).solve()
    #expect(result.isProven)
    #expect(abs(result.value - optimum.value) <= 1e-6 * optimum.value, "\(result.value)")
  }

  @Test func theFixtureIsThere() {
    #expect(Self.optima("sud-essonne").count == 19)
    #expect(Self.optima("ile-de-france").count == 3)
  }

  @Test(arguments: Self.optima("sud-essonne")) func sudEssonne(_ optimum: Optimum) throws {
    let territory = try Territories.sudEssonne.get()
    #expect(territory.count == 132)
    try check(optimum, territory)
  }

  @Test(arguments: Self.optima("ile-de-france")) func ileDeFrance(_ optimum: Optimum) throws {
    let territory = try Territories.ileDeFrance.get()
    #expect(territory.count == 1266)
    try check(optimum, territory)
  }

  /// A search that stops says how far it may be from the best.
  @Test func aTimeLimitLeavesABound() throws {
    let territory = try Territories.sudEssonne.get()
    let result = try territory.problem(.cover, count: 5, radius: 10, timeLimit: 1e-9).solve()
    #expect(!result.isProven && result.gap > 0)
    #expect(result.value <= 307_114 && result.bound >= 307_114)
    #expect(result.sites.count == 5)
  }

  @Test func aTimeLimitLeavesAGap() throws {
    let territory = try Territories.ileDeFrance.get()
    let result = try territory.problem(.cover, count: 20, radius: 10, timeLimit: 0.2).solve()
    #expect(!result.isProven)
    #expect(result.gap > 0 && result.gap < 0.2)
    #expect(result.bound > result.value)
    #expect(result.sites.count == 20)
    let fewest = try territory.problem(.setCover, radius: 5, timeLimit: 0.2).solve()
    #expect(!fewest.isProven && fewest.bound < fewest.value)
    #expect(fewest.uncovered.isEmpty)
  }
}
