import Bytes
import Reach
import Territory

/// Sentences maps, tables and pages share, so that the same thing is always said the same way.
public enum Phrases {
  /// « 11 cantons de 2008, » before what follows; nothing where the layer names none.
  static func cantons(_ count: Int, of year: Text = Text(same: "")) -> Text {
    guard count > 0 else { return Text(same: "") }
    return Text(same: count == 1 ? "1 canton" : "\(count) cantons") + year + Text(same: ", ")
  }

  /// « 60 communes », « 1 commune », « aucune commune ».
  public static func communes(_ count: Int) -> Text {
    let (fr, en) = (Numerals(.fr).integer(count), Numerals(.en).integer(count))
    switch count {
    case 0: return Text("aucune commune", "no commune")
    case 1: return Text("1 commune", "1 commune")
    default: return Text("\(fr) communes", "\(en) communes")
    }
  }

  /// « 14 319 habitants », « population inconnue »: those of one commune.
  public static func inhabitants(_ count: Int?) -> Text {
    guard let count else { return Text("population inconnue", "unknown population") }
    return Inhabitants([count]).words
  }

  /// « Moyenne pondérée par les habitants : 0,412 », and of which communes when not of all.
  static func mean(_ visibility: Visibility, _ decimals: Int) -> Text {
    func number(_ value: Double?) -> Text {
      Text(
        value.map { Numerals(.fr).decimal($0, decimals) } ?? "…",
        value.map { Numerals(.en).decimal($0, decimals) } ?? "…")
    }
    let people = visibility.ground.layer.population
    guard people.total == nil, people.communesKnown > 0 else { return number(visibility.mean) }
    let known = communes(people.communesKnown)
    return number(visibility.meanOfKnown)
      + Text(
        " pour \(known.fr) ; \(people.withoutWords.fr)", " over \(known.en); \(people.withoutWords.en)")
  }

  /// « 14 319 hab. », « au moins 14 319 hab. », `…` when no population is known.
  static func inhabitantsShort(_ people: Inhabitants, _ language: Language) -> String {
    guard people.communesKnown > 0 else { return "…" }
    return people.shortWords[language] + Text("\u{A0}hab.", "\u{A0}inh.")[language]
  }

  /// A share that never says all or nothing of what is only nearly so: « < 1 % »; `…` when it is unknown.
  public static func part(_ share: Double?) -> Text {
    guard let share else { return Text(same: "…") }
    return Text(Numerals(.fr).part(share), Numerals(.en).part(share))
  }

  /// « , 33 % du territoire » after the inhabitants it is the share of; nothing where a population is unknown.
  static func shareOfTerritory(_ people: Inhabitants, of subject: Subject) -> Text {
    guard let share = people.share(of: subject.layer.population).map({ percent($0) }) else {
      return Text(same: "")
    }
    return Text(", \(share.fr) du territoire", ", \(share.en) of the territory")
  }

  /// « 33 % ».
  public static func percent(_ share: Double, _ decimals: Int = 0) -> Text {
    Text(Numerals(.fr).percent(share, decimals), Numerals(.en).percent(share, decimals))
  }

  /// What one action reaches, as a finding. A result that rests on an assumption says so first, in the
  /// conditional: « Dans l’hypothèse d’un rayon de 15 km, Mobilité Solidaire atteindrait 60 des 132 communes ».
  ///
  /// Communes beyond the territory, when they were looked for, are counted apart.
  public static func finding(_ reach: ActionReach, on ground: Ground) -> Text {
    let inside = reach.rows.count { ground.territory.contains($0.row) }
    let outside = reach.rows.count - inside
    let total = ground.territory.count
    let title = reach.action.title
    let (more, plus) = outside == 0 ? ("", "") : (" et \(outside) au-delà", " and \(outside) beyond")
    if reach.basis == .assumption {
      let hypothesis = hypothesis(reach)
      return Text(
        "\(hypothesis.fr), \(title) atteindrait \(inside) des \(total) communes\(more)",
        "\(hypothesis.en), \(title) would reach \(inside) of the \(total) communes\(plus)")
    }
    return Text(
      "\(title) atteint \(inside) des \(total) communes\(more)",
      "\(title) reaches \(inside) of the \(total) communes\(plus)")
  }

  /// The assumption a result rests on, as the start of a sentence.
  public static func hypothesis(_ reach: ActionReach) -> Text {
    if reach.rules.count == 1, let rule = reach.rules.first { return rule.hypothesis }
    let labels = reach.rules.map(\.label)
    if reach.rules.count == 2 {
      return Text(
        "Dans l’hypothèse d’une action menée \(labels[0].fr) et \(labels[1].fr)",
        "Assuming it is carried out \(labels[0].en) and \(labels[1].en)")
    }
    return Text(
      "Dans l’hypothèse de \(reach.rules.count) règles de portée", "Assuming \(reach.rules.count) reach rules")
  }

  /// How the totals move when the limit is a little wrong, in one line; `nil` without a limit.
  public static func robustness(_ reach: ActionReach, on ground: Ground, _ language: Language) -> String? {
    guard !reach.robustness.isEmpty else { return nil }
    let numerals = Numerals(language)
    let steps = reach.robustness.map { step -> String in
      let sign = step.change > 0 ? "+" : "−"
      let percent = numerals.percent(abs(step.change))
      return "\(sign)\(percent)\u{A0}: \(numerals.integer(step.communes))"
    }.joined(separator: " · ")
    let start = ifLimitChanges(reach)[language] + Text(" : ", ": ")[language] + steps
    guard let names = borderline(reach, on: ground, language) else { return start }
    return start + ". " + names
  }

  /// « Si le rayon était un peu différent », or the duration, or each limit of several rules.
  public static func ifLimitDiffered(_ reach: ActionReach) -> Text {
    switch Set(reach.rules.filter(\.isScalable).map { $0.limit != nil }) {
    case [true]: Text("Si le rayon était un peu différent", "If the radius were a little different")
    case [false]: Text("Si la durée était un peu différente", "If the duration were a little different")
    default: Text("Si les limites étaient un peu différentes", "If the limits were a little different")
    }
  }

  private static func ifLimitChanges(_ reach: ActionReach) -> Text {
    switch Set(reach.rules.filter(\.isScalable).map { $0.limit != nil }) {
    case [true]: Text("Communes si le rayon change", "Communes if the radius changes")
    case [false]: Text("Communes si la durée change", "Communes if the duration changes")
    default: Text("Communes si les limites changent", "Communes if the limits change")
    }
  }

  /// Where one more start would reach most people, in the conditional; `nil` when there is none.
  public static func nextBest(_ reach: ActionReach, on ground: Ground) -> Text? {
    guard let best = NextBest(reach, on: ground) else { return nil }
    let name = ground.layer.communes[best.row].name
    let (people, count) = (best.population.words, communes(best.communes))
    if best.kilometres == 0 {
      return Text(
        "Une commune de plus : \(name) ajouterait le plus d’habitants, \(people.fr)",
        "One more commune: \(name) would add most inhabitants, \(people.en)")
    }
    let radius = (Numerals(.fr).short(best.kilometres, 3), Numerals(.en).short(best.kilometres, 3))
    return Text(
      "Un second départ de \(radius.0)\u{A0}km à \(name) ajouterait le plus d’habitants : \(people.fr), \(count.fr)"
        .eliding(name),
      "A second start of \(radius.1)\u{A0}km in \(name) would add most inhabitants: \(people.en), \(count.en)")
  }

  /// The communes nearest to the limit on either side, in one line; `nil` without any.
  public static func borderline(_ reach: ActionReach, on ground: Ground, _ language: Language) -> String? {
    guard let limit = reach.limit, !reach.borderline.isEmpty else { return nil }
    let shown = 5
    let numerals = Numerals(language)
    let names = reach.borderline.prefix(shown).map { row -> String in
      let distance = numerals.distance(row.distance ?? .nan, limit: limit)
      return "\(ground.layer.communes[row.row].name) (\(distance)\u{A0}km)"
    }.joined(separator: ", ")
    let more = reach.borderline.count - shown
    let tail =
      more > 0 ? Text(more == 1 ? " et 1 autre" : " et \(more) autres", " and \(more) more")[language] : ""
    return Text("À moins de 5 % de la limite : ", "Within 5% of the limit: ")[language] + names + tail
  }

  /// What the territory's list of communes rests on, from the project itself.
  public static func territorySource(_ pole: Pole) -> Text {
    let support = pole.territory.support
    let name = Text(same: pole.territory.name)
    switch support.basis {
    case .source: return name
    case .declared:
      let by = [support.by, support.date].compactMap { $0 }.joined(separator: ", ")
      return name + Text(" : liste de communes déclarée par ", ": list of communes declared by ")
        + Text(same: by)
    case .assumption:
      let words = (support.reason ?? "").trimmingFullStop
      let reason = Text(words, words)
      return name + Text(" : liste de communes supposée ; ", ": assumed list of communes; ") + reason
    }
  }

  public static let geography = Text(
    "Contours : IGN ADMIN EXPRESS, généralisés ; populations légales 2017 et code officiel géographique : Insee (Licence Ouverte 2.0). "
      + "Projection Lambert-93 (EPSG:2154), distances géodésiques (GRS80)",
    "Outlines: IGN ADMIN EXPRESS, generalised; legal populations 2017 and official geographic code: Insee (Licence Ouverte 2.0). "
      + "Lambert-93 projection (EPSG:2154), geodesic distances (GRS80)")
}
