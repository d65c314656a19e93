import Bytes

extension Indicator {
  static let locationQuotient = Indicator(
    id: "location_quotient", label: Text("quotient de localisation", "location quotient"),
    unit: Text("référence = 1", "reference = 1"),
    definition: Text(
      "part de l’ESS dans les emplois salariés, rapportée à celle de la référence ; seulement où tout est publié",
      "share of the ESS in salaried jobs, over that of the reference; only where all are published"),
    formula: Text(
      "(emplois de l’ESS ÷ emplois salariés) ÷ (les mêmes dans la référence)",
      "(ESS jobs ÷ salaried jobs) ÷ (the same in the reference)"), decimals: 2, uses: [.jobs, .allJobs],
    usesOfReference: [.jobs, .allJobs]
  ) { input in
    let share = input.area.share
    let base = input.reference.share
    guard let value = share.cell.value, let baseValue = base.cell.value else { return .notAvailable }
    if let jobs = input.area.jobs, let baseJobs = input.reference.jobs {
      let match = PerimeterMatch(jobs, baseJobs, across: input.acrossPerimeters)
      guard match.isAllowed else { return Evaluation(.notAvailable, warnings: match.warnings) }
    }
    return Evaluation(
      .ratio(value, baseValue), figures: share.figures + base.figures,
      working: Words.percent(value, 1) + Text(same: " ÷ ") + Words.percent(baseValue, 1))
  }
}
