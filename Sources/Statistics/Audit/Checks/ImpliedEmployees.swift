import Bytes

extension Audit.Check {
  /// ESS jobs and their share of all salaried jobs imply how many salaried jobs there are.
  static let impliedEmployees = Audit.Check(id: "implied_employees") { register, _ in
    register.figures(measure: .shareOfJobs).flatMap { share in
      register.figures(area: share.areaCode, level: share.level, measure: .jobs, family: share.family).filter {
        $0.sameMoment(as: share)
      }.map { jobs in
        let exact = Interval(jobs.value, jobs.value) / share.interval
        let rounded = jobs.interval / share.interval
        return Finding(
          "implied_employees.\(share.areaCode).\(share.line)-\(jobs.line)", .arithmetic, .note,
          Text(same: jobs.area + ", ") + jobs.dateLabel + Text(" : ", ": ") + jobs.printedValue
            + Text(" emplois ÷ ", " jobs ÷ ") + share.printedValue + Text(same: " = ")
            + Words.millions(jobs.value / share.value) + Text.millionSalariedJobsFrom
            + Words.range(exact, Words.millions) + Text.withRoundingOfShareFrom + Words.range(rounded, Words.millions)
            + Text(" avec les deux arrondis", " with both roundings"), figures: [jobs, share])
      }
    }
  }
}
