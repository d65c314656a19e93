import Bytes

extension Indicator {
  static let establishmentsPerThousand = perInhabitants("establishments_per_1000", 1000, decimals: 2)
  static let establishmentsPerTenThousand = perInhabitants("establishments_per_10000", 10_000, decimals: 1)

  private static func perInhabitants(_ id: String, _ per: Double, decimals: Int) -> Indicator {
    let base = Words.number(per)
    return Indicator(
      id: id, label: Text("établissements pour ", "establishments per ") + base + Text(" habitants", " inhabitants"),
      unit: Text("pour ", "per ") + base + Text(" habitants", " inhabitants"),
      definition: Text.establishmentsOverPopulation, formula: Text.formulaOfEstablishmentDensity + base,
      decimals: decimals, uses: [.establishments]
    ) { input in
      guard let rate = input.area.rate else { return .notAvailable }
      return Evaluation(
        rate.figure.marked(.ratio(rate.figure.value, rate.population.value, per: per)), figures: [rate.figure],
        populations: [rate.population], working: rate.words + Text(same: " × ") + base,
        warnings: [rate.population.warning, input.area.crowding].compactMap { $0 })
    }
  }
}
