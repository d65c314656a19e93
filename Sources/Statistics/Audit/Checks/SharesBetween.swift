import Bytes
import Territory

extension Audit.Check {
  /// The share of jobs of a région is a mean of those of its départements, so that it lies between the least and
  /// the greatest of them. The register's own régions are told, the others only when they do not fit.
  static let sharesBetween = Audit.Check(id: "shares_between") { register, _ in
    let shares = register.figures(measure: .shareOfJobs, family: .all)
    return shares.filter { $0.level == "region" }.compactMap { region in
      let codes = AreaNames.departements(ofRegion: region.areaCode)
      let parts = shares.filter {
        $0.level == "departement" && codes.contains($0.areaCode) && $0.reference == region.reference
          && $0.publication == region.publication
      }
      guard parts.count > 1, parts.count == codes.count, let least = parts.min(by: { $0.value < $1.value }),
        let most = parts.max(by: { $0.value < $1.value })
      else { return nil }
      let fits = region.interval.intersects(Interval(least.interval.lower, most.interval.upper))
      guard !fits || register.own.contains(region.key) else { return nil }
      return Finding(
        "shares_between.\(region.findingKey).\(region.line)", .arithmetic, fits ? .confirmed : .error,
        Words.subject(region) + Text(" : ", ": ") + region.datedValue
          + (fits ? Text(" tient entre ", " lies between ") : Text(" ne tient pas entre ", " does not lie between "))
          + least.printedValue + Text(same: " (\(least.area))") + Text(" et ", " and ") + most.printedValue
          + Text(same: " (\(most.area))") + Text.sharesOfItsDepartements(parts.count), figures: [region, least, most])
    }
  }
}
