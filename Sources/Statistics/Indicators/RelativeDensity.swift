import Bytes

extension Indicator {
  static let relativeDensity = Indicator(
    id: "relative_density", label: Text("densité relative", "relative density"),
    unit: Text("référence = 1", "reference = 1"), definition: Text.establishmentsPerInhabitantOverReference,
    formula: Text.formulaOfRelativeDensity, decimals: 2, uses: [.establishments], usesOfReference: [.establishments]
  ) { input in
    guard let figure = input.area.establishments, let population = input.area.population,
      let base = input.reference.establishments, let basePopulation = input.reference.population
    else { return .notAvailable }
    guard !figure.isDerived else { return .uncompared(figure) }
    let match = PerimeterMatch(figure, base, across: input.acrossPerimeters)
    guard match.isAllowed else { return Evaluation(.notAvailable, warnings: match.warnings) }
    let rate = Cell.ratio(figure.value, population.value)
    let baseRate = Cell.ratio(base.value, basePopulation.value)
    guard rate != .notApplicable else { return Evaluation(.notApplicable) }
    return Evaluation(
      .ratio(rate.value, baseRate.value), figures: [figure, base], populations: [population, basePopulation],
      working: Text(same: "(") + figure.printedValue + Text(same: " ÷ ") + Words.number(population.value)
        + Text(same: ") ÷ (") + base.printedValue + Text(same: " ÷ ") + Words.number(basePopulation.value)
        + Text(same: ")"),
      warnings: [population.warning, DateGap(figure, base).warning].compactMap { $0 } + match.warnings)
  }
}
