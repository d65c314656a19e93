import Cartopole
import Testing

/// Kendall's τ-b against SciPy, the weighted Gini against the mean difference over all pairs.
struct InequalityTests {
  private static func numbers(_ text: String?) -> [Double] {
    (text ?? "").split(separator: " ").compactMap { Double($0) }
  }

  @Test func kendall() throws {
    let rows = try Shipped.oracle("kendall")
    #expect(rows.count == 10)
    for row in rows {
      let tau = KendallTau.b(Self.numbers(row["left"]), Self.numbers(row["right"]))
      if row["tau"] == "" {
        #expect(tau == nil)
      } else {
        #expect(abs(try #require(tau) - row.number("tau")) < 1e-12, "\(row)")
      }
    }
    #expect(KendallTau.b([], []) == nil)
    #expect(KendallTau.b([1, 2], [3, 3]) == nil)
  }

  @Test func gini() throws {
    let rows = try Shipped.oracle("gini")
    #expect(rows.count == 11)
    for row in rows {
      let gini = WeightedGini.value(Self.numbers(row["values"]), weights: Self.numbers(row["weights"]))
      if row["gini"] == "" {
        #expect(gini == nil, "\(row)")
      } else {
        #expect(abs(try #require(gini) - row.number("gini")) < 1e-12, "\(row)")
      }
    }
  }

  /// Two areas of one value are one area of both their weights.
  @Test func giniOfMergedAreas() throws {
    let apart = WeightedGini.value([0.2, 0.7, 0.7], weights: [3, 1, 4])
    let merged = WeightedGini.value([0.7, 0.2], weights: [5, 3])
    #expect(abs(try #require(apart) - (try #require(merged))) < 1e-15)
  }
}
