import Bytes

extension Audit.Check {
  /// Two publications that print the share of jobs of one area within three years of each other: whether their
  /// rounding accords them. Shares that it does not must not be put on one axis.
  static let sharesNear = Audit.Check(id: "shares_near") { register, _ in
    register.pairs.compactMap { first, second in
      guard first.measure == .shareOfJobs, first.publication != second.publication, let date = first.reference,
        let other = second.reference, date.years(to: other) <= DatedPopulation.staleAfterYears
      else { return nil }
      let fits = first.interval.intersects(second.interval)
      func words(_ figure: Figure) -> Text {
        figure.datedValue + Text(" selon ", " according to ") + figure.publication.label + Text(", de ", ", from ")
          + Words.range(figure.interval) { Words.percent($0, max(0, figure.printed.decimals - 1)) }
      }
      return Finding(
        "shares_near.\(first.findingKey).\(first.line)-\(second.line)", .arithmetic, fits ? .confirmed : .note,
        Words.subject(first) + Text(" : ", ": ") + words(first) + Text(" ; ", "; ") + words(second)
          + (fits ? Text.roundingAccordsThem : Text.roundingDoesNotAccordThem), figures: [first, second])
    }
  }
}
