import Bytes
import Pole
import Reach
import Territory

/// What the maps of a project have in common: the end of their legends, and their sources.
extension BaseMap {
  /// The sites, then a kind's own lines, then the limits of the territory.
  func signs(_ own: [LegendEntry] = []) -> [LegendEntry] { subject.studyArea.sites.map(sign) + own + limitSigns }

  /// The sign of the radius of an action where one is drawn.
  func radiusSign(_ rings: [MapCircle]) -> [LegendEntry] {
    rings.isEmpty
      ? [] : [LegendEntry(.line(.ring(isPlanned: false)), Text("rayon d’une action", "radius of an action"))]
  }

  /// A site: the Pôle's own filled, an assumed one hollow.
  private func sign(_ site: Site) -> LegendEntry {
    let town = subject.layer.row(site.insee).map { communes[$0].name }
    let place =
      town.map { Text(", à \($0)".eliding($0), ", in \($0)") }
      ?? Text(", hors du territoire", ", outside the territory")
    if site.support.basis == .assumption {
      return LegendEntry(.site(isProposed: true), Text("site supposé", "supposed site") + place)
    }
    let mark = site.positionSupport.basis == .assumption ? Text(" (position supposée)", " (assumed position)") : .empty
    return LegendEntry(.site(isProposed: false), Text("site du Pôle", "the Pôle's site") + place + mark)
  }

  /// The limits between the départements and régions that the territory lies in, with the names of the départements
  /// where there are several, then its own limit.
  var limitSigns: [LegendEntry] {
    let count = Phrases.communes(communes.count)
    let vintage = subject.layer.vintage.map { " (COG \($0))" } ?? ""
    let name = subject.territoryName
    let own = LegendEntry(
      .line(.territory), Text("\(name.fr), \(count.fr)\(vintage)", "\(name.en), \(count.en)\(vintage)"))
    let codes = Set(communes.compactMap(\.departement)).sorted()
    guard codes.count > 1 else { return [own] }
    let names = codes.map { AreaNames.name(ofDepartement: $0) ?? $0 }.joined(separator: ", ")
    let isOfRegions = Set(communes.compactMap(\.region)).count > 1
    let words = isOfRegions ? Text.limitOfDepartementsOrRegions : Text("limite de département", "limit of départements")
    return [LegendEntry(.border(.departement), words + Text(" : ", ": ") + Text(same: names)), own]
  }

  /// The sources at the foot of a map: assumptions, the ranges of actions, the list of communes, the layers.
  func sources(_ reaches: [ActionReach] = []) -> [Text] {
    let hasFactSheet = subject.pole.hasFactSheet
    var parts: [Text] = []
    let assumed = reaches.filter { $0.basis == .assumption }
    if !assumed.isEmpty {
      let reason = assumed.count == 1 ? assumed[0].action.ruleSupport?.reason : nil
      let unsaid =
        hasFactSheet
        ? Text.factSheetGivesNoRange : Text("\(assumed.count) portées supposées", "\(assumed.count) assumed ranges")
      parts.append(Text("Hypothèse : ", "Assumption: ") + (reason?.marked ?? unsaid))
    }
    if assumed.count < reaches.count {
      parts.append(
        hasFactSheet ? Text.sourceOfTheRanges : Text("Portées : selon le Pôle", "Ranges: according to the Pôle"))
    }
    return parts + [
      Phrases.territorySource(subject.pole, isMarked: true), Phrases.geography(subject, measures: true, isMarked: true),
    ]
  }
}
