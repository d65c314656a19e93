import Cartopole
import Testing

struct LegendBoundsTests {
  struct Case: Sendable {
    var values: [Double]
    var bounds: [Double]
    var isGiven = false
    var labels: [String]

    init(_ values: [Double], _ bounds: [Double], given isGiven: Bool = false, _ labels: [String]) {
      (self.values, self.bounds, self.isGiven, self.labels) = (values, bounds, isGiven, labels)
    }
  }

  @Test(arguments: [
    Case([1, 2, 3, 4, 5], [2, 5], ["de 1 à 2", "plus de 2 à 5"]),
    // 2.44 rounded to 2.4 would put 2.42 above the bound it lies below.
    Case([1.04, 2.42, 2.46, 9], [2.44, 9], ["de 1,04 à 2,44", "plus de 2,44 à 9"]), Case([7, 7, 7], [7], ["7"]),
    Case([0.5, 0.5], [0.5], ["0,5"]), Case([0.00041, 0.00041], [0.00041], ["0,00041"]),
    Case([-3.5, -1, 2], [0, 2], ["de −3,5 à 0", "plus de 0 à 2"]),
    // A bound that is one of the values, as those of jenks are, is rounded up.
    Case([0.333, 1.333, 3.333, 6.667], [1.333, 6.667], ["de 0,33 à 1,4", "plus de 1,4 à 6,67"]),
    // No value in the first class: nothing lies between the minimum and its bound.
    Case([39.6, 41, 43], [30, 40, 60], ["30 ou moins", "plus de 30 à 40", "plus de 40 à 43"]),
    // Round where the values leave room, each bound for itself.
    Case([2, 9.7, 10.4, 24.1, 25.2, 96], [10.11, 24.7, 96], ["de 2 à 10", "plus de 10 à 25", "plus de 25 à 96"]),
    // What somebody chose is printed so, and a class that no value reaches keeps its bound.
    Case([2, 9, 60], [15.5, 60], given: true, ["de 2 à 15,5", "plus de 15,5 à 60"]),
    Case([2, 9, 50], [20, 60, 100], given: true, ["de 2 à 20", "plus de 20 à 60", "plus de 60 à 100"]),
    // A class of one value is no range.
    Case([5, 5, 5, 8], [5, 8], ["5", "plus de 5 à 8"]),
    Case([26, 440, 2_187_526], [441.2, 2_187_526], ["de 26 à 440", "plus de 440 à 2_187_526"]),
  ]) func roundBoundsThatMoveNothing(_ one: Case) {
    let legend = LegendBounds(one.values, upperBounds: one.bounds, isGiven: one.isGiven)
    #expect(
      one.bounds.indices.map { legend.label($0, .fr) } == one.labels.map { $0.replacing("_", with: "\u{202F}") })
  }

  @Test func unitsStandAfterTheLastNumber() {
    let legend = LegendBounds([1, 2, 3], upperBounds: [2, 3])
    #expect(legend.label(1, .en, unit: "%") == "over 2 to 3%")
  }

  /// Whatever the numbers: read by its printed bounds, every value is in the class it was put in, no bound moves by more
  /// than a tenth of the narrower class, and none of fewer decimals would do.
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
    let edges = [values.min() ?? 0] + breaks.upperBounds
    for (index, bound) in inner.enumerated() {
      let exact = breaks.upperBounds[index]
      let room = min(exact - edges[index], edges[index + 2] - exact) / 10
      #expect((bound - exact).magnitude <= room)
      let low = max(exact - room, values.filter { $0 <= exact }.max() ?? -.infinity)
      let high = min(exact + room, values.filter { $0 > exact }.min() ?? .infinity)
      // The widest step of ten of which a multiple lies in [low, high[; none wider than that of the printed bound.
      var step = 1e12
      while (low / step).rounded(.up) * step >= high, step > 1e-12 { step /= 10 }
      #expect((bound / step - (bound / step).rounded()).magnitude < 1e-6, "\(bound) for \(exact), \(step)")
    }
  }
}
