import Bytes

extension Indicator {
  static let expectedEstablishments = expected(
    "expected_establishments", Text("établissements attendus", "expected establishments"), .establishments,
    \.establishments)
  static let expectedJobs = expected(
    "expected_jobs", Text("emplois attendus", "expected jobs"), .jobs, \.jobs)

  /// The rate of the reference times the population: the number that the area would have at the reference's
  /// rate. It is always an estimate, never a count.
  private static func expected(
    _ id: String, _ label: Text, _ measure: Measure, _ figure: KeyPath<AreaFacts, Figure?> & Sendable
  ) -> Indicator {
    Indicator(
      id: id, label: label, unit: label,
      definition: Text(
        "nombre que le territoire compterait au taux de la référence ; un ordre de grandeur, pas un dénombrement",
        "number the area would hold at the rate of the reference; an order of magnitude, not a count"),
      formula: Text(
        "(nombre de la référence ÷ ses habitants) × habitants",
        "(count of the reference ÷ its inhabitants) × inhabitants"), decimals: 0,
      usesOfReference: [measure]
    ) { input in
      guard let population = input.area.population, let base = input.reference[keyPath: figure],
        let basePopulation = input.reference.population
      else { return .notAvailable }
      let rate = Cell.ratio(base.value, basePopulation.value)
      guard let value = rate.value else { return Evaluation(rate) }
      return Evaluation(
        .estimate(value * population.value), figures: [base], populations: [population, basePopulation],
        working: base.printedValue + Text(same: " ÷ ") + Words.number(basePopulation.value) + Text(same: " × ")
          + Words.number(population.value),
        warnings: [population.warning].compactMap { $0 })
    }
  }
}
