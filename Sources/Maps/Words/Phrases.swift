import Bytes
import Pole
import Reach
import Territory

/// Sentences that maps, tables and pages share, so that the same thing is always said in the same way.
public enum Phrases {
  /// The number of cantons before other words, such as "11 cantons of 2008, "; empty when the layer names none.
  static func cantons(_ layer: CommuneLayer, dated: Bool = false) -> Text {
    let count = Set(layer.communes.compactMap(\.canton)).count
    guard count > 0 else { return Text.empty }
    let year = dated ? year(layer) : .empty
    return Numerals.count(count, fr: ("canton", "cantons"), en: ("canton", "cantons")) + year
      + Text(same: ", ")
  }

  /// The year of a layer's codes after other words, such as " of 2008"; empty when it is not known.
  static func year(_ layer: CommuneLayer) -> Text { layer.vintage.map { Text(" de \($0)", " of \($0)") } ?? .empty }

  /// What a canton of a layer is called, with the year of its codes: « Canton (2008) ».
  public static func canton(_ layer: CommuneLayer) -> Text {
    Text(same: "Canton" + (layer.vintage.map { " (\($0))" } ?? ""))
  }

  /// A number of communes in words: "60 communes", "1 commune", "no commune".
  public static func communes(_ count: Int) -> Text {
    count == 0
      ? Text("aucune commune", "no commune")
      : Numerals.count(count, fr: ("commune", "communes"), en: ("commune", "communes"))
  }

  /// Some of a territory's communes: « 60 des 132 communes », « la seule commune ».
  public static func some(_ part: Int, of total: Int) -> Text {
    guard total != 1 else {
      return part == 0 ? Text("0 commune sur 1", "0 of 1 commune") : Text("la seule commune", "the only commune")
    }
    return .printed { $0.integer(part) + " " } + every(total)
  }

  /// All communes of a territory of which something is said: « des 132 communes », « de la commune ».
  static func every(_ total: Int) -> Text {
    total == 1
      ? Text("de la commune", "of the commune")
      : Text("des ", "of the ") + .printed { $0.integer(total) + " communes" }
  }

  /// The inhabitants of one commune in words: "14,319 inhabitants", "unknown population".
  public static func inhabitants(_ count: Int?) -> Text {
    guard let count else { return Text("population inconnue", "unknown population") }
    return Inhabitants([count]).words
  }

  /// The mean weighted by inhabitants, and over which communes when not over all.
  static func mean(_ visibility: Visibility, _ decimals: Int) -> Text {
    func number(_ value: Double?) -> Text {
      .printed { numerals in value.map { numerals.decimal($0, decimals) } ?? "…" }
    }
    let people = visibility.studyArea.layer.population
    guard people.total == nil, people.communesKnown > 0 else { return number(visibility.mean) }
    let known = communes(people.communesKnown)
    return number(visibility.meanOfKnown)
      + Text(" pour \(known.fr) ; \(people.withoutWords.fr)", " over \(known.en); \(people.withoutWords.en)")
  }

  /// A sum of inhabitants, shortened: "14,319 inh.", "at least 14,319
  /// inh.", or `…` when no population is known.
  static func inhabitantsShort(_ people: Inhabitants) -> Text {
    guard people.communesKnown > 0 else { return Text(same: "…") }
    return people.shortWords + Text("\u{202F}hab.", "\u{202F}inh.")
  }

  /// A share that never reads as all or nothing when it is only nearly
  /// so, such as "< 1%"; `…` when it is unknown.
  public static func part(_ share: Double?) -> Text {
    guard let share else { return Text(same: "…") }
    return .printed { $0.part(share) }
  }

  /// The share of the territory to put after its inhabitants, such as ", 33% of the
  /// territory"; empty when a population is unknown.
  static func shareOfTerritory(_ people: Inhabitants, of subject: Subject) -> Text {
    guard let share = people.share(of: subject.layer.population).map({ percent($0) }) else { return Text.empty }
    return Text(", \(share.fr) du territoire", ", \(share.en) of the territory")
  }

  /// A share from 0 to 1 as a percentage, such as "33%".
  public static func percent(_ share: Double, _ decimals: Int = 0) -> Text { .printed { $0.percent(share, decimals) } }

  /// What one action reaches, as a finding. A result that rests on an assumption begins with it and is
  /// conditional: "Assuming a radius of 15 km, Mobilité Solidaire would reach 60 of the 132 communes".
  ///
  /// Communes beyond the territory, when they were looked for, are counted apart.
  public static func finding(_ reach: ActionReach, on studyArea: StudyArea) -> Text {
    let inside = reach.rows.count { studyArea.territory.contains($0.row) }
    let outside = reach.rows.count - inside
    let total = studyArea.territory.count
    let title = reach.action.title
    let more =
      outside == 0 ? .empty : Text(" et ", " and ") + .printed { $0.integer(outside) } + Text(" au-delà", " beyond")
    let reached = some(inside, of: total) + more
    if reach.basis == .assumption {
      let hypothesis = hypothesis(reach)
      return Text(
        "\(hypothesis.fr), \(title.fr) atteindrait \(reached.fr)",
        "\(hypothesis.en), \(title.en) would reach \(reached.en)")
    }
    return Text("\(title.fr) atteint \(reached.fr)", "\(title.en) reaches \(reached.en)")
  }

  /// The assumption on which a result rests, as the start of a sentence.
  public static func hypothesis(_ reach: ActionReach) -> Text {
    if reach.rules.count == 1, let rule = reach.rules.first { return rule.hypothesis }
    let labels = reach.rules.map(\.label)
    if reach.rules.count == 2 { return Text.assumingTwoReachRules(labels[0], labels[1]) }
    return Text.assumingSeveralReachRules(reach.rules.count)
  }

  /// How the totals change when the limit is a little different, in one line; `nil` without a limit.
  static func robustness(_ reach: ActionReach, on studyArea: StudyArea) -> Text? {
    guard !reach.robustness.isEmpty else { return nil }
    let steps = reach.robustness.map { step in
      Text.printed { (step.change > 0 ? "+" : "−") + $0.percent(abs(step.change)) } + Text(" : ", ": ")
        + .printed { $0.integer(step.communes) }
    }
    let start = ifLimitChanges(reach) + Text(" : ", ": ") + Text.joined(steps, separator: " · ")
    return borderline(reach, on: studyArea).map { start + Text(same: ". ") + $0 } ?? start
  }

  /// The words "if the radius were a little different", or the duration, or the limits of several rules.
  public static func ifLimitDiffered(_ reach: ActionReach) -> Text {
    switch Set(reach.rules.filter(\.isScalable).map { $0.limit != nil }) {
    case [true]: Text.ifTheRadiusWereDifferent
    case [false]: Text.ifTheDurationWereDifferent
    default: Text.ifTheLimitsWereDifferent
    }
  }

  private static func ifLimitChanges(_ reach: ActionReach) -> Text {
    switch Set(reach.rules.filter(\.isScalable).map { $0.limit != nil }) {
    case [true]: Text("Communes si le rayon change", "Communes if the radius changes")
    case [false]: Text("Communes si la durée change", "Communes if the duration changes")
    default: Text.communesIfTheLimitsChange
    }
  }

  /// Where one more start would reach most inhabitants, in the conditional; `nil` when there is no such place.
  public static func nextBest(_ reach: ActionReach, on studyArea: StudyArea) -> Text? {
    guard let best = NextBest(reach, on: studyArea) else { return nil }
    let name = studyArea.layer.communes[best.row].name
    let (people, count) = (best.population.words, communes(best.communes))
    if best.kilometres == 0 { return Text.oneMoreCommune(name, people) }
    let radius = Text.printed { $0.short(best.kilometres, 3) }
    return Text(
      "Un second départ de \(radius.fr)\u{202F}km à \(name) ajouterait le plus d’habitants : \(people.fr), \(count.fr)"
        .eliding(name),
      "A second start of \(radius.en)\u{202F}km in \(name) would add most inhabitants: \(people.en), \(count.en)")
  }

  /// The communes nearest to the limit on either side, in one line; `nil` without any.
  static func borderline(_ reach: ActionReach, on studyArea: StudyArea) -> Text? {
    guard let limit = reach.limit, !reach.borderline.isEmpty else { return nil }
    let shown = 5
    let names = reach.borderline.prefix(shown).map { row in
      let name = studyArea.layer.communes[row.row].name
      return Text.printed { "\(name) (\($0.distance(row.distance ?? .nan, limit: limit))\u{202F}km)" }
    }
    let more = reach.borderline.count - shown
    let number = Text.printed { $0.integer(more) }
    let tail =
      more > 0
      ? Text(more == 1 ? " et 1 autre" : " et \(number.fr) autres", " and \(number.en) more") : .empty
    return Text.closeToTheLimit + Text.joined(names, separator: ", ") + tail
  }

  /// The source of the territory's list of communes, as the project file gives it.
  ///
  /// - Parameters:
  ///   - pole: what the project file says.
  ///   - isMarked: whether what is French in every language is marked, for drawings.
  public static func territorySource(_ pole: Pole, isMarked: Bool = false) -> Text {
    let support = pole.territory.support
    let name = Text(same: pole.territory.name)
    switch support.basis {
    case .source: return name
    case .declared:
      let by = [support.by, support.date].compactMap { $0 }.joined(separator: ", ")
      return name + Text.listOfCommunesDeclaredBy + Text(same: by)
    case .assumption:
      let reason = (support.reason.map { isMarked ? $0.marked : $0 } ?? Text.empty).withoutStop
      return name + Text.assumedListOfCommunes + reason
    }
  }

  /// Who made a map of the sources before it, without saying that these approve it, as the Licence Ouverte asks.
  static let credit = Text.processingByCartopole

  /// Sources and licence of the layers as the project states them, else the layer's file, and the projection, for the
  /// foot of a map of a project.
  ///
  /// - `measures`: whether distances to communes are shown, so that their positions must be known.
  public static func geography(_ subject: Subject, measures: Bool = false, isMarked: Bool = false) -> Text {
    let file = Path.name(subject.layer.path)
    let stated =
      subject.pole.sources.map { (isMarked ? $0.marked : $0).withoutStop }
      ?? Text("Contours : \(file)", "Outlines: \(file)")
    let code = subject.crs.epsg.map { " (EPSG:\($0))" } ?? ""
    let name = (subject.crs == .lambert93 ? "Lambert-93" : subject.crs.name) + code
    let people = subject.pole.populations
    let other = people.printed == people.date ? Text.empty : Text(same: ". ") + people.label.capitalised
    return stated + other + Text.projectionAndGeodesicDistances(name)
      + (!measures || subject.layer.hasTownHalls ? Text.empty : Text.fromPointInsideEachCommune)
  }
}
