import Bytes

extension Indicator {
  static let jobsPerEstablishment = Indicator(
    id: "jobs_per_establishment", label: Text("emplois par établissement", "jobs per establishment"),
    unit: Text("emplois par établissement", "jobs per establishment"), definition: Text.jobsOverEstablishments,
    formula: Text("emplois ÷ établissements", "jobs ÷ establishments"), decimals: 1, uses: [.jobs, .establishments]
  ) { input in
    guard let jobs = input.area.jobs, let establishments = input.area.establishments else { return .notAvailable }
    guard !establishments.isDerived else { return .notAvailable }
    let match = PerimeterMatch(jobs, establishments, across: input.acrossPerimeters)
    guard match.isAllowed else { return Evaluation(.notAvailable, warnings: match.warnings) }
    return Evaluation(
      .ratio(jobs.value, establishments.value), figures: [jobs, establishments],
      working: jobs.printedValue + Text(same: " ÷ ") + establishments.printedValue, warnings: match.warnings)
  }
}
