import Bytes

extension Indicator {
  static let smoothedDensity = Indicator(
    id: "smoothed_per_10000", label: Text("taux bayésien pour 10 000 habitants", "Bayes rate per 10,000 inhabitants"),
    unit: Text("pour 10 000 habitants", "per 10,000 inhabitants"),
    definition: Text(
      "établissements pour 10 000 habitants, ramenés vers la moyenne des territoires du même niveau d’autant plus qu’ils sont peu peuplés (Marshall 1991)",
      "establishments per 10,000 inhabitants, drawn towards the mean of the areas of the same level, the more the fewer their people (Marshall 1991)"
    ), formula: Text("m + A ÷ (A + m ÷ n) × (r − m), m si A = 0", "m + A ÷ (A + m ÷ n) × (r − m), m if A = 0"),
    decimals: 1, uses: [.establishments]
  ) { input in
    guard let smoothed = input.area.smoothed, let figure = input.area.establishments,
      let population = input.area.population
    else { return .notAvailable }
    guard let rate = smoothed.cell.value else { return Evaluation(smoothed.cell) }
    let m = Words.number(smoothed.mean * 10_000, 2)
    return Evaluation(
      .number(rate * 10_000), figures: [figure], populations: [population],
      working: Text("m = ", "m = ") + m
        + Text(" pour 10 000 sur \(smoothed.areas) territoires, r = ", " per 10,000 over \(smoothed.areas) areas, r = ")
        + figure.printedValue + Text(same: " ÷ ") + Words.number(population.value) + Text(", A = ", ", A = ")
        + Words.number(smoothed.variance * 1e8, 3) + Text(" (pour 10 000)²", " (per 10,000)²"),
      warnings: [population.warning].compactMap { $0 })
  }
}
