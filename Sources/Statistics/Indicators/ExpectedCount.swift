import Bytes

extension Indicator {
  static let expectedEstablishments = expected(
    "expected_establishments", Text("établissements au taux de la référence", "establishments at the reference’s rate"),
    .establishments, \.establishments)

  /// The key stays for those who read it, without a number: jobs follow the head offices of a few large
  /// employers, so that a rate per inhabitant tells nothing of them.
  static let expectedJobs = Indicator(
    id: "expected_jobs", label: Text("emplois attendus", "expected jobs"), unit: Text("emplois", "jobs"),
    definition: Text(
      "n’est plus donné : les emplois suivent les sièges de quelques grands employeurs, non les habitants",
      "no longer given: jobs follow the head offices of a few large employers, not inhabitants"),
    formula: Text("aucune", "none"), decimals: 0, usesOfReference: [.jobs]
  ) { _ in Evaluation(.notApplicable) }

  /// The rate of the reference times the population: the number that the area would have at the reference's
  /// rate. It is always an estimate, never a count.
  private static func expected(
    _ id: String, _ label: Text, _ measure: Measure, _ figure: KeyPath<AreaFacts, Figure?> & Sendable
  ) -> Indicator {
    Indicator(
      id: id, label: label, unit: label,
      definition: Text(
        "repère : nombre que le territoire compterait au taux de la référence ; ni comptage ni intervalle de confiance",
        "landmark: number the area would hold at the rate of the reference; neither a count nor a confidence interval"),
      formula: Text(
        "(nombre de la référence ÷ ses habitants) × habitants",
        "(count of the reference ÷ its inhabitants) × inhabitants"), decimals: 0, usesOfReference: [measure]
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
