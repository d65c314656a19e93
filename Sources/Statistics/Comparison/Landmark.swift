import Bytes

/// How many establishments a territory would have at the rates of the areas around it: each a landmark with its
/// area and date, none of them a count or a bound.
public struct Landmark: Sendable {
  /// The number at the rate of one area.
  public struct Number: Sendable {
    /// The rate's area at its date.
    public let reference: AreaFacts
    /// The rate × the inhabitants of the territory.
    public let establishments: Double
  }

  /// Name of the territory.
  public let territory: String
  /// A landmark for each département, then for each région.
  public let numbers: [Number]

  /// The landmarks of a territory: at the latest rate of each of its départements, and at the rate of each of its
  /// régions that is nearest to them in date; at the latest where no département has one. Rates across a
  /// break of series are left out. Without any, the rate of the reference; `nil` without inhabitants.
  static func of(_ territory: Comparison.Territory, reference: AreaFacts, facts: (AreaKey) -> [AreaFacts]) -> Landmark?
  {
    func rates(_ area: AreaKey) -> [AreaFacts] {
      facts(area).filter { facts in
        guard let count = facts.establishments, let base = reference.establishments else { return false }
        return (facts.population?.value ?? 0) > 0 && !count.startsBreak && count.printed.bound == .none
          && count.perimeter.relation(to: base.perimeter) != .different
      }
    }
    let departements = territory.within.filter { $0.level == "departement" }.compactMap { rates($0).last }
    let date = departements.compactMap(\.date).max { $0.days < $1.days }
    let regions = territory.within.filter { $0.level == "region" }.compactMap { area -> AreaFacts? in
      guard let date else { return rates(area).last }
      return rates(area).min { ($0.date?.years(to: date) ?? .infinity) < ($1.date?.years(to: date) ?? .infinity) }
    }
    var chosen = departements + regions
    if chosen.isEmpty { chosen = [reference] }
    let numbers = chosen.compactMap { facts -> Number? in
      guard let count = facts.establishments?.value, let people = facts.population?.value, people > 0,
        let date = facts.date, let own = DatedPopulation(at: date, from: territory.populations)
      else { return nil }
      return Number(reference: facts, establishments: count / people * own.value)
    }
    return numbers.isEmpty ? nil : Landmark(territory: territory.name, numbers: numbers)
  }

  /// The landmarks in words, and that they are neither a count nor an interval.
  public var words: Text {
    var list: [Text] = []
    for (index, number) in numbers.enumerated() {
      let count = Words.number(number.establishments.rounded())
      let year = number.reference.date.map { " (\($0.year))" } ?? ""
      let area = Words.of(number.reference)
      list.append(
        index == 0
          ? count + Text(" au taux ", " at the rate ") + area + Text(same: year)
          : count + Text(" à celui ", " at that ") + area + Text(same: year))
    }
    return Text.employerEstablishmentsLandmark(territory) + Text.joined(list, separator: ", ")
      + Text.neitherCountNorInterval
  }
}
