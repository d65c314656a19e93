import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: SitingProblem+Checks
  static let giveAtLeastOnePlace = Text("donnez au moins un lieu possible", "give at least one possible place")
  static func weightMustBeNonNegative(_ weight: Double) -> Text {
    Text("le poids \(weight) n’est pas un nombre positif ou nul", "weight \(weight) is not a number ≥ 0")
  }
  static func costMustBeNonNegative(_ cost: Double) -> Text {
    Text(" est \(cost), pas un nombre positif ou nul", " is \(cost), not a number ≥ 0")
  }
  static func existingSiteIsInvalid(_ site: Int) -> Text {
    Text(
      "le site existant \(site) n’est pas un candidat ou est donné deux fois",
      "existing site \(site) is not a candidate or is given twice")
  }
  static func radiusMustBeNonNegative(_ radius: Double) -> Text {
    Text("le rayon \(radius) n’est pas un nombre positif ou nul", "radius \(radius) is not a number ≥ 0")
  }
  static let giveNonNegativeRadius = Text("donnez un rayon de 0 ou plus", "give a radius of 0 or more")
  static func tooManyNewSitesAsked(_ count: Int, _ candidates: Int) -> Text {
    Text(
      "\(count) nouveaux sites demandés pour \(candidates) candidats libres",
      "\(count) new sites asked for, with \(candidates) free candidates")
  }
  static func alternativesAskedFor(_ count: Int) -> Text {
    Text("\(count) solutions voisines demandées", "\(count) alternatives asked for")
  }
  static let addCandidateOrWidenRadius = Text(
    "ajoutez un candidat, élargissez le rayon ou mettez son poids à 0",
    "add a candidate, widen the radius or set its weight to 0")
  static func demandOutOfReach(_ sites: Int) -> Text {
    Text(
      "hors d’atteinte : \(sites) nouveaux sites ne peuvent desservir toute la demande",
      "out of reach: \(sites) new sites cannot serve all demand")
  }
  static func completeTableOfTravelTimes(_ needed: Int) -> Text {
    Text(
      "complétez la table des trajets ; telle quelle il faudrait \(needed) sites",
      "complete the table of travel times; as it is, \(needed) sites would be needed")
  }
}
