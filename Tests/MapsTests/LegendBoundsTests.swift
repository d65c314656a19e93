import Cartopole
import Testing

struct LegendBoundsTests {
  struct Case: Sendable {
    var values: [Double]
    var bounds: [Double]
    var decimals: Int
    var labels: [String]

    init(_ values: [Double], _ bounds: [Double], _ decimals: Int, _ labels: [String]) {
      (self.values, self.bounds, self.decimals, self.labels) = (values, bounds, decimals, labels)
    }
  }

  @Test(arguments: [
    Case([1, 2, 3, 4, 5], [2, 5], 0, ["de 1 à 2", "plus de 2 à 5"]),
    // 2.44 rounded to 2.4 would put 2.42 above the bound it lies below.
    Case([1.04, 2.42, 2.46, 9], [2.44, 9], 2, ["de 1,04 à 2,44", "plus de 2,44 à 9,00"]),
    Case([7, 7, 7], [7], 0, ["7"]), Case([0.5, 0.5], [0.5], 1, ["0,5"]),
    Case([-3.5, -1, 2], [0, 2], 0, ["de −4 à 0", "plus de 0 à 2"]),
    // A bound that is one of the values, as those of jenks are, is rounded up rather than printed in full.
    Case([0.333, 1.333, 3.333, 6.667], [1.333, 6.667], 0, ["de 0 à 2", "plus de 2 à 7"]),
    // No value in the first class: nothing lies between the minimum and its bound.
    Case([39.6, 41, 43], [30, 40, 60], 0, ["30 ou moins", "plus de 30 à 40", "plus de 40 à 43"]),
  ]) func fewestDecimalsThatMoveNothing(_ one: Case) {
    let legend = LegendBounds(one.values, upperBounds: one.bounds)
    #expect(legend.decimals == one.decimals)
    #expect(one.bounds.indices.map { legend.label($0, .fr) } == one.labels)
  }

  /// Whatever the numbers: read by its printed bounds, every value is in the class it was put in.
  @Test(arguments: 0..<200) func printedBoundsClassifyAlike(seed: Int) throws {
    var state = UInt64(seed &* 2_654_435_761 &+ 1)
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    let scale = [1e-6, 0.01, 1, 1000, 1e9][seed % 5]
    let values = (0..<40).map { _ in (random() * scale * 16).rounded() / 16 * (seed % 2 == 0 ? 1 : random()) }
    let breaks = try ClassBreaks(values, by: ClassMethods.named(["quantile", "jenks"][seed / 5 % 2]))
    let legend = LegendBounds(values, upperBounds: breaks.upperBounds)
    let inner = Array(legend.edges.dropFirst().dropLast())
    let read = Classes(values.filter { $0 <= (inner.last ?? .infinity) }, upperBounds: inner)
    #expect(read.counts == Array(breaks.counts.dropLast()))
    #expect(legend.decimals <= 4 || scale < 1, "\(legend.decimals) decimals for \(inner)")
  }
}
