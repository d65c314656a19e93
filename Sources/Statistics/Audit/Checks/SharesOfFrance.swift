import Bytes

extension Audit.Check {
  /// An area's count and its published share of the country imply the country's count,
  /// which is compared with the published one.
  static let sharesOfFrance = Audit.Check(id: "share_of_country") { register, _ in
    let pairs: [(Measure, Measure)] = [(.shareOfFrenchEstablishments, .establishments), (.shareOfFrenchJobs, .jobs)]
    return pairs.flatMap { shareMeasure, measure in
      register.figures(measure: shareMeasure).flatMap { share in
        register.figures(area: share.areaCode, level: share.level, measure: measure, family: share.family).filter {
          $0.sameMoment(as: share) && $0.publication == share.publication
        }.flatMap { part in
          register.figures(measure: measure, family: share.family).filter { $0.level == "country" }.map {
            compare(part, share, $0)
          }
        }
      }
    }
  }

  private static func compare(_ part: Figure, _ share: Figure, _ country: Figure) -> Finding {
    let implied = part.interval / share.interval
    let fits = implied.intersects(country.interval)
    let sameDate = part.reference != nil && part.reference == country.reference
    let verdict =
      if fits {
        sameDate ? Text("les arrondis les accordent", "rounding reconciles them") : Text.roundingReconcilesThem
      } else if sameDate { Text.noRoundingReconcilesThem } else { Text.roundingFailsButPerimetersDiffer }
    return Finding(
      "share_of_country.\(share.findingKey).\(share.line)-\(country.line)", .arithmetic,
      !sameDate ? .note : fits ? .confirmed : .error,
      Words.subject(part) + Text(" : ", ": ") + part.datedValue + Text(same: " ÷ ") + share.printedValue
        + Text(same: " = ") + Words.number(part.value / share.value)
        + Text(" pour le pays, de ", " for the country, from ") + Words.range(implied) { Words.number($0) }
        + Text.withRoundingAgainstPublished + country.datedValue + Text(" : ", ": ") + verdict,
      figures: [part, share, country])
  }
}
