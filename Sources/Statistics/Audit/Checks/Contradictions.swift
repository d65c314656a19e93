import Bytes

extension Audit.Check {
  /// Same area, measure, family, perimeter and reference date, disjoint intervals.
  static let contradictions = Audit.Check(id: "contradiction") { register, _ in
    register.pairs.compactMap { first, second in
      guard first.reference != nil, first.reference == second.reference, first.perimeter == second.perimeter,
        !first.interval.intersects(second.interval)
      else { return nil }
      let number: (Double) -> Text = {
        first.measure.isShare ? Words.percent($0, 2) : Words.number($0, $0 == $0.rounded() ? 0 : 1)
      }
      return Finding(
        "contradiction.\(first.findingKey).\(first.line)-\(second.line)", .contradiction, .error,
        Words.subject(first) + Text(" : ", ": ") + first.datedValue + Text(" selon ", " according to ")
          + first.publication.label + Text(same: ", ") + second.datedValue + Text(" selon ", " according to ")
          + second.publication.label + Text.noRoundingReconcilesContradiction + Words.range(first.interval, number)
          + Text(" et ", " and ") + Words.range(second.interval, number) + Text(same: ")"), figures: [first, second])
    }
  }
}
