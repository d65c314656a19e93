import Bytes

extension Indicator {
  static let shareOfJobs = Indicator(
    id: "share_of_jobs", label: Text("part des emplois salariés", "share of salaried jobs"),
    unit: Text("part", "share"), definition: Text.essShareOfAllJobs, formula: Text.formulaOfShareOfJobs, decimals: 1,
    isPercent: true, uses: [.jobs, .allJobs]
  ) { input in input.area.share }
}

extension AreaFacts {
  /// The published share, else published jobs over all published salaried jobs, else `…`.
  var share: Evaluation {
    if let shareOfJobs {
      return Evaluation(.number(shareOfJobs.value), figures: [shareOfJobs], working: shareOfJobs.sourceLine)
    }
    guard let jobs, let allJobs else { return .notAvailable }
    return Evaluation(
      .ratio(jobs.value, allJobs.value), figures: [jobs, allJobs],
      working: jobs.printedValue + Text(same: " ÷ ") + allJobs.printedValue)
  }
}
