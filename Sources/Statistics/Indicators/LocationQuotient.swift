import Bytes

extension Indicator {
  static let locationQuotient = quotient(
    "location_quotient", Text("quotient de localisation", "location quotient"), Text.shareOverReferenceShare,
    Text.formulaOfLocationQuotient
  ) { _, value in value }

  static let locationQuotientLower = quotient(
    "location_quotient_lower", Text("quotient, borne basse", "quotient, lower"), Text.leastQuotientByRounding,
    Text.formulaOfLeastQuotient
  ) { interval, _ in interval?.lower }

  static let locationQuotientUpper = quotient(
    "location_quotient_upper", Text("quotient, borne haute", "quotient, upper"), Text.greatestQuotientByRounding,
    Text.formulaOfGreatestQuotient
  ) { interval, _ in interval?.upper }

  private static func quotient(
    _ id: String, _ label: Text, _ definition: Text, _ formula: Text,
    _ part: @escaping @Sendable (Interval?, Double) -> Double?
  ) -> Indicator {
    Indicator(
      id: id, label: label, unit: Text("référence = 1", "reference = 1"), definition: definition, formula: formula,
      decimals: 3, uses: [.jobs, .allJobs], usesOfReference: [.jobs, .allJobs]
    ) { input in
      let share = input.area.share
      if let printed = input.area.shareOfJobs, printed.line > 0 {
        // Shares of two sources or dates differ by more than what they measure.
        guard let base = input.area.shareOfReference else { return .notAvailable }
        // A share over itself is 1, whatever its rounding.
        if base == printed { return Evaluation(part(nil, 1).map { .number($0) } ?? .notApplicable) }
        let interval = printed.interval / base.interval
        guard base.value > 0, let value = part(interval, printed.value / base.value) else {
          return Evaluation(.notApplicable)
        }
        return Evaluation(
          .number(value), figures: [printed, base],
          working: printed.printedValue + Text(same: " ÷ ") + base.printedValue + Text(", de ", ", from ")
            + Words.range(interval) { Words.number($0, 3) } + Text(" avec les arrondis", " with rounding"))
      }
      let base = input.reference.share
      guard let value = share.cell.value, let baseValue = base.cell.value else { return .notAvailable }
      if let own = share.figures.first, let other = base.figures.first, own.line > 0 || other.line > 0,
        own.reference != other.reference || own.publication != other.publication
      {
        return .notAvailable
      }
      if let jobs = input.area.jobs, let baseJobs = input.reference.jobs {
        let match = PerimeterMatch(jobs, baseJobs, across: input.acrossPerimeters)
        guard match.isAllowed else { return Evaluation(.notAvailable, warnings: match.warnings) }
      }
      guard baseValue > 0 else { return Evaluation(.notApplicable) }
      guard let result = part(nil, value / baseValue) else { return Evaluation(.notApplicable) }
      return Evaluation(
        .number(result), figures: share.figures + base.figures,
        working: Words.percent(value, 1) + Text(same: " ÷ ") + Words.percent(baseValue, 1))
    }
  }
}
