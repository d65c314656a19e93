import Bytes

extension Indicator {
  static let observedOverExpected = ratio(
    "observed_over_expected", Text("O/E", "O/E"), Text.establishmentsObservedOverExpected, Text("O ÷ E", "O ÷ E")
  ) { $0.value }

  static let observedOverExpectedLower = ratio(
    "observed_over_expected_lower", Text("O/E, borne basse", "O/E, lower"), Text.lowerLimitOfInterval,
    Text.formulaOfLowerLimit, isBound: true
  ) { $0.lower }

  static let observedOverExpectedUpper = ratio(
    "observed_over_expected_upper", Text("O/E, borne haute", "O/E, upper"), Text.upperLimitOfInterval,
    Text("χ²(0,975 ; 2O + 2) ÷ 2E", "χ²(0.975; 2O + 2) ÷ 2E"), isBound: true
  ) { $0.upper }

  private static func ratio(
    _ id: String, _ label: Text, _ definition: Text, _ formula: Text, isBound: Bool = false,
    _ part: @escaping @Sendable ((value: Double, lower: Double, upper: Double)) -> Double
  ) -> Indicator {
    Indicator(
      id: id, label: label, unit: Text("référence = 1", "reference = 1"), definition: definition, formula: formula,
      decimals: 2, uses: [.establishments], usesOfReference: [.establishments]
    ) { input in
      guard let figure = input.area.establishments, let population = input.area.population,
        let base = input.reference.establishments, let basePopulation = input.reference.population
      else { return .notAvailable }
      guard !figure.isDerived else { return .uncompared(figure) }
      let match = PerimeterMatch(figure, base, across: input.acrossPerimeters)
      guard match.isAllowed else { return Evaluation(.notAvailable, warnings: match.warnings) }
      let expected = Quotients.expected(
        inhabitants: population.value, referenceCount: base.value, referenceInhabitants: basePopulation.value)
      guard let expected = expected.value, let ratio = Garwood(figure.value).ratio(to: expected) else {
        return Evaluation(.notApplicable)
      }
      // An interval of chance is for counts, not for a number that its source rounded or drew elsewhere.
      if isBound, figure.line > 0 || base.line > 0 { return .uncounted(figure.line > 0 ? figure : base) }
      return Evaluation(
        .number(part(ratio)), figures: [figure, base], populations: [population, basePopulation],
        working: Text(same: "O = ") + figure.printedValue + Text(", E = ", ", E = ") + base.printedValue
          + Text(same: " ÷ ") + Words.number(basePopulation.value) + Text(same: " × ") + Words.number(population.value)
          + Text(same: " = ") + Words.number(expected, 1),
        warnings: [population.warning, DateGap(figure, base).warning].compactMap { $0 } + match.warnings)
    }
  }
}
