import Bytes
import Cartography
import Reach
import Territory

/// Legend rows with which every map of a project ends.
enum CommonRows {
  /// A row for each site: the Pôle's own filled, an assumed one hollow.
  static func site(_ subject: Subject, _ language: Language) -> [Legend.Row] {
    subject.ground.sites.map { site in
      let town = subject.layer.row(site.insee).map { subject.layer.communes[$0].name }
      let place =
        town.map { Text(", à \($0)".eliding($0), ", in \($0)") }
        ?? Text(", hors du territoire", ", outside the territory")
      if site.support.basis == .assumption {
        return Legend.Row(.marker("candidate"), (Text("site supposé", "supposed site") + place)[language])
      }
      let mark =
        site.positionSupport.basis == .assumption ? Text(" (position supposée)", " (assumed position)") : Text(same: "")
      return Legend.Row(.site, (Text("site du Pôle", "the Pôle's site") + place + mark)[language])
    }
  }

  static func outline(_ subject: Subject, _ language: Language) -> [Legend.Row] {
    let count = Phrases.communes(subject.layer.count)
    let vintage = subject.layer.vintage.map { " (COG \($0))" } ?? ""
    let name = subject.territoryName
    return limits(subject.layer, language) + [
      Legend.Row(
        .line("rule"), Text("\(name.fr), \(count.fr)\(vintage)", "\(name.en), \(count.en)\(vintage)")[language])
    ]
  }

  /// The limits between the départements and régions that the territory lies in, with the names of the départements;
  /// none in a territory of one.
  private static func limits(_ layer: CommuneLayer, _ language: Language) -> [Legend.Row] {
    let codes = Set(layer.communes.compactMap(\.departement)).sorted()
    guard codes.count > 1 else { return [] }
    let names = codes.map { AreaNames.name(ofDepartement: $0) ?? $0 }.joined(separator: ", ")
    let isOfRegions = Set(layer.communes.compactMap(\.region)).count > 1
    let words = isOfRegions ? Text.limitOfDepartementsOrRegions : Text("limite de département", "limit of départements")
    return [Legend.Row(.border("s2", "boundary"), (words + Text(" : ", ": ") + Text(same: names))[language])]
  }
}

/// The line at the foot of a map: sources, vintages, licence, projection, assumptions.
enum Sources {
  static func line(_ subject: Subject, _ request: MapRequest, _ reaches: [ActionReach]) -> String {
    var parts: [Text] = []
    let assumed = reaches.filter { $0.basis == .assumption }
    if !assumed.isEmpty {
      let reasons = assumed.count == 1 ? assumed[0].action.ruleSupport?.reason : nil
      let unsaid =
        subject.pole.hasFactSheet
        ? Text.factSheetGivesNoRange : Text("\(assumed.count) portées supposées", "\(assumed.count) assumed ranges")
      parts.append(Text("Hypothèse : ", "Assumption: ") + (reasons?.marked ?? unsaid))
    }
    let stated = Set(reaches.filter { $0.basis != .assumption }.map(\.basis))
    if !stated.isEmpty {
      parts.append(
        subject.pole.hasFactSheet
          ? Text.sourceOfTheRanges : Text("Portées : selon le Pôle", "Ranges: according to the Pôle"))
    }
    parts.append(Phrases.territorySource(subject.pole, isMarked: true))
    parts.append(Phrases.geography(subject, measures: true, isMarked: true))
    if let credit = request.credit { parts.append(Text(same: credit)) }
    parts.append(Phrases.credit)
    return parts.map { $0[request.language].trimmingFullStop }.joined(separator: ". ") + "."
  }
}

extension Text {
  /// The text without the full stop it may end with.
  var withoutStop: Text { Text(fr.trimmingFullStop, en.trimmingFullStop) }
  /// The text with its first letter in upper case.
  public var capitalised: Text { Text(fr.capitalisedFirst, en.capitalisedFirst) }
}

extension String {
  /// The text without the full stop it may end with, also that of a marked passage at its end.
  var trimmingFullStop: String {
    hasSuffix(".\u{E001}") ? String(dropLast(2)) + "\u{E001}" : hasSuffix(".") ? String(dropLast()) : self
  }

  /// The text with its first letter in upper case.
  public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
