import Bytes

extension Indicator {
  /// The rate of the reference times the population: the number that the area would have at the reference's
  /// rate. It is always an estimate, never a count.
  static let expectedEstablishments = Indicator(
    id: "expected_establishments", label: Text.establishmentsAtReferenceRate, unit: Text.establishmentsAtReferenceRate,
    definition: Text.expectedCountIsALandmark, formula: Text.formulaOfExpectedCount, decimals: 0,
    usesOfReference: [.establishments]
  ) { input in
    guard let population = input.area.population, let base = input.reference.rate else { return .notAvailable }
    guard let value = base.cell.value else { return Evaluation(base.cell) }
    return Evaluation(
      .estimate(value * population.value), figures: [base.figure], populations: [population, base.population],
      working: base.words + Text(same: " × ") + Words.number(population.value),
      warnings: [population.warning, DateGap(population, base.figure).warning].compactMap { $0 })
  }

  /// The key stays for those who read it, without a number: jobs follow the head offices of a few large
  /// employers, so that a rate per inhabitant tells nothing of them.
  static let expectedJobs = Indicator(
    id: "expected_jobs", label: Text("emplois attendus", "expected jobs"), unit: Text("emplois", "jobs"),
    definition: Text.expectedJobsNoLongerGiven, formula: Text("aucune", "none"), decimals: 0, usesOfReference: [.jobs]
  ) { _ in Evaluation(.notApplicable) }
}
