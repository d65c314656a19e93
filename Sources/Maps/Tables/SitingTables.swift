import Bytes
import Reach
import Territory

/// Answers to where to open, as tables.
public enum SitingTables {
  /// The finding in one sentence.
  public static func finding(_ answer: SitingAnswer) -> Text { short(answer) + Text(" : ", ": ") + measure(answer) }

  /// The names of the places, at most six.
  static func short(_ answer: SitingAnswer) -> Text {
    let communes = answer.question.layer.communes
    let names = answer.sites.map { communes[$0].name }
    guard !names.isEmpty else { return Text("aucun site", "no site") }
    let first = names.prefix(6)
    guard let last = first.last, first.count > 1, names.count == first.count else {
      return Text(same: first.joined(separator: ", ") + (names.count > 6 ? "…" : ""))
    }
    return Text(same: first.dropLast().joined(separator: ", ")) + Text(" et ", " and ") + Text(same: last)
  }

  /// What the sites achieve.
  static func measure(_ answer: SitingAnswer) -> Text {
    let result = answer.result
    let unit = answer.question.unit
    func number(_ value: Double, _ decimals: Int) -> Text { .printed { $0.decimal(value, decimals) } }
    let radius = Text.printed { $0.short(answer.question.radius ?? 0, 2) }
    let name = answer.question.weightName
    let countsPeople = name == SitingQuestion.inhabitants
    switch result.objective {
    case .cover:
      let covered = number(result.value, 0)
      return Text(
        "\(covered.fr) \(answer.question.weightName.fr) seraient à \(radius.fr) \(unit) ou moins",
        "\(covered.en) \(answer.question.weightName.en) would be within \(radius.en) \(unit)")
    case .median:
      let mean = number(result.mean(of: answer.problem), 2)
      guard countsPeople else { return Text.weightedMeanWouldBe(name, mean, unit) }
      return Text.inhabitantWouldBeAway(mean, unit)
    case .centre:
      let far = number(result.value, 2)
      guard countsPeople else { return Text.noWeightWouldBeFarther(name, far, unit) }
      return Text.noInhabitantWouldBeFarther(far, unit)
    case .setCover:
      let count = Numerals.count(
        Int(result.value), fr: ("site suffirait", "sites suffiraient"), en: ("site would do", "sites would do"))
      return count + Text.forAllToBeWithin(radius, unit)
    }
  }

  /// Whether the answer is proven to be the best, and among which
  /// communes: those without a weight are left out.
  static func proof(_ answer: SitingAnswer) -> Text {
    let result = answer.result
    guard result.gap > 0 else {
      let best = result.sites.count > 1 ? Text.bestPlacesByThisCriterion : Text.bestPlaceByThisCriterion
      guard !answer.question.leftOut.isEmpty else { return best + Text(same: ".") }
      let known = Phrases.communes(answer.question.demand.count)
      return best + Text.onlyKnownWeightsCounted(known, leftOutWords(answer))
    }
    return Text.notProvenOptimal(.printed { $0.decimal(result.bound, 1) }, .printed { $0.percent(result.gap, 2) })
  }

  /// The note on communes without a weight, such as "1 commune left out for want of a weight (44001 Bbb)", with
  /// the first few names; `nil` when none is left out.
  public static func leftOut(_ question: SitingQuestion) -> Text? {
    let rows = question.leftOut
    guard !rows.isEmpty else { return nil }
    let communes = question.layer.communes
    let names =
      rows.prefix(5).map { "\(communes[$0].insee) \(communes[$0].name)" }.joined(separator: ", ")
      + (rows.count > 5 ? ", …" : "")
    let count = Phrases.communes(rows.count)
    return Text(
      "\(count.fr) \(rows.count == 1 ? "laissée" : "laissées") de côté faute de poids (",
      "\(count.en) left out for want of a weight (") + question.weightName + Text(") : \(names)", "): \(names)")
  }

  private static func leftOutWords(_ answer: SitingAnswer) -> Text {
    let communes = answer.question.layer.communes
    let rows = answer.question.leftOut
    guard rows.count > 3 else { return Text(same: rows.map { communes[$0].name }.joined(separator: ", ")) }
    return Phrases.communes(rows.count)
  }

  /// The sites with the communes that each serves, then the next best solutions if the question asks for them.
  public static func tables(_ answer: SitingAnswer, _ title: Text) -> [Table] {
    let communes = answer.question.layer.communes
    let assignment = answer.served
    let rows = answer.open.map { site -> [Table.Value] in
      let served = assignment.filter { $0.site == site }
      let weight = answer.question.weight(served.map(\.row))
      let far = served.compactMap(\.cost).max()
      let isNew = answer.sites.contains(site)
      return [
        .text(communes[site].insee), .text(communes[site].name),
        .word(isNew ? Text("nouveau", "new") : Text("existant", "existing"), key: isNew ? "new" : "existing"),
        .integer(served.count), .number(weight, decimals: 0), .distance(far, limit: answer.question.radius),
        ReachTables.position(communes[site]),
      ]
    }
    var notes = [proof(answer)]
    if let leftOut = leftOut(answer.question) { notes.append(leftOut + Text(same: ".")) }
    if !answer.uncovered.isEmpty {
      notes.append(
        Text("Hors du rayon : ", "Beyond the radius: ") + Phrases.communes(answer.uncovered.count) + Text(same: ", ")
          + answer.question.layer.population(answer.uncovered).words + Text(same: "."))
    }
    let how =
      answer.question.times == nil
      ? answer.question.layer.hasTownHalls ? Text.distancesBetweenTownHalls : Text.distancesBetweenInteriorPoints
      : Text("durées de la table donnée", "times of the table given")
    notes.append(Text.simulationIsNoDecision + how + Text.eachCommuneToNearestSite)
    let name = "siting-\(answer.result.objective.rawValue)"
    var tables = [
      Table(
        name: name, title: Text(same: "Simulation – ") + title + Text(same: ", ") + finding(answer),
        columns: [
          .insee, Table.Column("name", Text("Site", "Site")),
          Table.Column("kind", Text("Nature", "Kind")), Table.Column("communes", Text("Communes", "Communes")),
          Table.Column("weight", answer.question.weightName.capitalised),
          Table.Column("farthest", Text("Plus loin (\(answer.question.unit))", "Farthest (\(answer.question.unit))")),
          .position,
        ], rows: rows, notes: notes)
    ]
    if !answer.result.alternatives.isEmpty {
      tables.append(
        Table(
          name: name + "-alternatives", title: Text("Les solutions suivantes", "The next best solutions"),
          columns: [
            Table.Column("rank", Text("Rang", "Rank")), Table.Column("value", Text("Valeur", "Value")),
            Table.Column("sites", Text("Sites", "Sites")),
          ],
          rows: answer.result.alternatives.enumerated().map { number, other in
            let names = other.sites.map { communes[answer.question.candidates[$0]].name }.joined(separator: ", ")
            return [.integer(number + 2), .number(other.value, decimals: 1), .text(names)]
          }))
    }
    return tables
  }
}

extension SitingAnswer {
  /// The places that would be open: those found, then those that exist.
  var open: [Int] { sites + question.existing }
}
