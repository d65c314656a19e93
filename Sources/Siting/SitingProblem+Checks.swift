import Bytes

extension SitingProblem {
  /// Most alternatives that may be asked for, because each new set is compared with all those already found.
  static let mostAlternatives = 10_000

  /// Throws 65 for the first invalid datum, 64 for an invalid parameter. O(demands × candidates).
  func check() throws(Problem) {
    precondition(costs.count == demands * candidates, "costs are a demands × candidates matrix")
    if candidates == 0 {
      throw Problem(.badData, Text("aucun candidat", "there are no candidates"), fix: Text.giveAtLeastOnePlace)
    }
    if demands == 0 {
      throw Problem(
        .badData, Text("aucune demande à desservir", "there is no demand to serve"),
        fix: Text("donnez au moins une commune", "give at least one commune"))
    }
    try checkParameters()
    for (demand, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw Problem(.badData, at: demandName(demand), Text.weightMustBeNonNegative(weight))
    }
    if let cell = costs.firstIndex(where: { !($0 >= 0) }) {
      let (demand, candidate) = cell.quotientAndRemainder(dividingBy: candidates)
      throw Problem(
        .badData, at: demandName(demand),
        Text("le coût vers ", "the cost to ") + candidateName(candidate) + Text.costMustBeNonNegative(costs[cell]))
    }
  }

  private func checkParameters() throws(Problem) {
    var seen = Set<Int>()
    for site in existing {
      guard (0..<candidates).contains(site), seen.insert(site).inserted else {
        throw Problem(.badData, Text.existingSiteIsInvalid(site + 1))
      }
    }
    let isRadius = radius.map { $0 >= 0 && $0.isFinite } ?? !objective.needsRadius
    guard isRadius else {
      let what = radius.map { Text.radiusMustBeNonNegative($0) } ?? Text("il faut un rayon", "a radius is needed")
      throw Problem(.usage, what, fix: Text.giveNonNegativeRadius)
    }
    if objective.needsCount {
      let places = candidates - existing.count
      if count > places {
        throw Problem(
          .badData, Text.tooManyNewSitesAsked(count, places),
          fix: Text("demandez-en au plus \(places)", "ask for at most \(places)"))
      }
      if count < 0 || (count == 0 && existing.isEmpty) {
        throw Problem(
          .usage, Text("\(count) site demandé", "\(count) sites asked for"),
          fix: Text("demandez au moins un site", "ask for at least one site"))
      }
    }
    guard (0...Self.mostAlternatives).contains(alternatives) else {
      let (fr, en) = (Numerals(.fr), Numerals(.en))
      throw Problem(
        .usage, Text.alternativesAskedFor(alternatives),
        fix: Text(
          "demandez-en de 0 à \(fr.integer(Self.mostAlternatives))", "ask for 0 to \(en.integer(Self.mostAlternatives))"
        ))
    }
    if !(timeLimit > 0) {
      throw Problem(
        .usage, Text("durée limite de \(timeLimit) s", "time limit of \(timeLimit) s"),
        fix: Text("donnez une durée positive", "give a positive duration"))
    }
  }

  func demandName(_ demand: Int) -> Text {
    demand < demandNames.count ? Text(same: demandNames[demand]) : Text("demande \(demand + 1)", "demand \(demand + 1)")
  }

  func candidateName(_ candidate: Int) -> Text {
    candidate < candidateNames.count
      ? Text(same: candidateNames[candidate]) : Text("le candidat \(candidate + 1)", "candidate \(candidate + 1)")
  }

  /// The error (65) for a demand that no candidate can serve.
  func unreachable(_ demand: Int, within radius: Double?) -> Problem {
    let what =
      radius.map { Text("aucun candidat à \($0) ou moins", "no candidate at \($0) or less") }
      ?? Text("aucun candidat accessible", "no candidate in reach")
    return Problem(.badData, at: demandName(demand), what, fix: Text.addCandidateOrWidenRadius)
  }

  /// The error (65) when each demand can be served, but not all by `count` new sites: `demand` is one that is
  /// left out, and `needed` new sites would be enough.
  func disconnected(_ demand: Int, needed: Int) -> Problem {
    Problem(
      .badData, at: demandName(demand), Text.demandOutOfReach(count), fix: Text.completeTableOfTravelTimes(needed))
  }
}
