import Bytes

extension Indicator {
  static let expectedEstablishments = expected(
    "expected_establishments", Text.establishmentsAtReferenceRate, .establishments, \.establishments)

  /// The key stays for those who read it, without a number: jobs follow the head offices of a few large
  /// employers, so that a rate per inhabitant tells nothing of them.
  static let expectedJobs = Indicator(
    id: "expected_jobs", label: Text("emplois attendus", "expected jobs"), unit: Text("emplois", "jobs"),
    definition: Text.expectedJobsNoLongerGiven, formula: Text("aucune", "none"), decimals: 0, usesOfReference: [.jobs]
  ) { _ in Evaluation(.notApplicable) }

  /// The rate of the reference times the population: the number that the area would have at the reference's
  /// rate. It is always an estimate, never a count.
  private static func expected(
    _ id: String, _ label: Text, _ measure: Measure, _ figure: KeyPath<AreaFacts, Figure?> & Sendable
  ) -> Indicator {
    Indicator(
      id: id, label: label, unit: label, definition: Text.expectedCountIsALandmark,
      formula: Text.formulaOfExpectedCount, decimals: 0, usesOfReference: [measure]
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
        warnings: [population.warning, DateGap(population, base).warning].compactMap { $0 })
    }
  }
}
