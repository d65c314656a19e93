import Bytes

extension Indicator {
  static let smoothedDensity = Indicator(
    id: "smoothed_per_10000", label: Text.bayesRate, unit: Text("pour 10 000 habitants", "per 10,000 inhabitants"),
    definition: Text.rateDrawnTowardsTheMean, formula: Text.formulaOfBayesRate, decimals: 1, uses: [.establishments]
  ) { input in
    guard let smoothed = input.area.smoothed, let own = input.area.rate else { return .notAvailable }
    guard let rate = smoothed.cell.value else { return Evaluation(smoothed.cell) }
    let m = Words.number(smoothed.mean * 10_000, 2)
    return Evaluation(
      .number(rate * 10_000), figures: [own.figure], populations: [own.population],
      working: Text("m = ", "m = ") + m + Text.rateOverAreas(smoothed.areas) + own.words + Text(", A = ", ", A = ")
        + Words.number(smoothed.variance * 1e8, 3)
        + Text(" (pour 10 000)²", " (per 10,000)²"), warnings: [own.population.warning].compactMap { $0 })
  }
}
