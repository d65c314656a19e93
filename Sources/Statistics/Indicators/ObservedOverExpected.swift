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
      input.comparingRates { own, base, make in
        let expected = Quotients.expected(
          inhabitants: own.population.value, referenceCount: base.figure.value,
          referenceInhabitants: base.population.value)
        guard let expected = expected.value, let ratio = Garwood(own.figure.value).ratio(to: expected) else {
          return Evaluation(.notApplicable)
        }
        // An interval of chance is for counts, not for a number that its source rounded or drew elsewhere.
        if isBound, let rounded = [own.figure, base.figure].first(where: { $0.line > 0 }) {
          return Evaluation(.notAvailable, warnings: [rounded.datedValue + Text.roundedHasNoInterval])
        }
        return make(
          .number(part(ratio)),
          Text(same: "O = ") + own.figure.printedValue + Text(", E = ", ", E = ") + base.words + Text(same: " × ")
            + Words.number(own.population.value) + Text(same: " = ") + Words.number(expected, 1))
      }
    }
  }
}
