import Bytes
import Cartography
import Geometry
import Projections
import Reach
import Territory

/// Several actions: the number of realised actions that reach each commune, with planned ones hatched over it.
struct JointCoverage {
  private let base: BaseMap
  let reaches: [ActionReach]
  private let realised: [Int]
  private let planned: [Int]
  private var subject: Subject { base.subject }
  private var language: Language { base.request.language }

  /// Numbers of actions with a step of the theme's sequence each, from most to fewest.
  private static let steps = [3, 2, 1]

  init(_ base: BaseMap, _ reaches: [ActionReach]) {
    self.base = base
    self.reaches = reaches
    let chosen = Coverage(reaches, of: base.subject.coverage)
    realised = chosen.counts(.realised)
    planned = chosen.counts(.planned)
  }

  func content() throws(Problem) -> MapContent {
    var rings: [MapCircle] = []
    for reach in reaches { rings += try base.circles(of: reach, named: true) }
    var content = base.content(
      title: finding(), subtitle: subtitle(), source: Sources.line(subject, base.request, reaches),
      blocks: reaches.isEmpty ? [legend()] : [legend(), actionTable()], looks())
    content.circles = rings
    if planned.contains(where: { $0 > 0 }) { content.patterns.append(base.request.theme.hatch) }
    return content
  }

  /// Whether a realised action has a decided reach. Without one nothing is known of any commune, which
  /// does not mean that no commune is reached.
  private var hasRealised: Bool { reaches.contains { $0.action.status == .realised } }

  /// The actions that the title and the subtitle speak of: the realised ones, or the planned ones when there are no others.
  private var counted: [ActionReach] { hasRealised ? reaches.filter { $0.action.status == .realised } : reaches }

  /// The communes that the subtitle adds up: those of realised actions, or those
  /// of planned ones when there are no others.
  private var reachedRows: [Int] {
    let counts = hasRealised ? realised : planned
    return counts.indices.filter { counts[$0] > 0 }
  }

  private func finding() -> String {
    let total = subject.layer.count
    let count = reachedRows.count
    guard !reaches.isEmpty else {
      let none = subject.pole.actions.isEmpty ? Text.projectHasNoAction : Text.noActionHasDecidedReach
      return
        (none + Text(" : rien ne se dit \(Phrases.every(total).fr)", ": nothing can be said \(Phrases.every(total).en)"))[
          language]
    }
    guard hasRealised else { return Text.noRealisedActionHasReach(Phrases.some(count, of: total))[language] }
    let isAssumed = reaches.contains { $0.basis == .assumption }
    let communes = Phrases.some(count, of: total)
    let isOne = counted.count == 1
    if isAssumed {
      let fr = isOne ? "l’action réalisée atteindrait" : "les actions réalisées atteindraient"
      return Text.realisedActionsWouldReach(fr, communes, isOne ? "" : "s")[language]
    }
    return Text(
      "\(isOne ? "L’action réalisée atteint" : "Les actions réalisées atteignent") \(communes.fr)",
      "The realised action\(isOne ? " reaches" : "s reach") \(communes.en)")[language]
  }

  private func subtitle() -> String {
    let population = subject.layer.population(reachedRows)
    let undecided = subject.coverage.reaches.count { $0.action.noRule == .undecided }
    let inner = subject.coverage.reaches.count { $0.action.noRule == .internal }
    let others = [
      undecided == 0 ? nil : Text("\(undecided) sans lieu décidé", "\(undecided) undecided"),
      inner == 0 ? nil : Text(inner == 1 ? "1 interne" : "\(inner) internes", "\(inner) internal"),
    ].compactMap { $0 }
    let unruled = Text.joined(others, separator: ", ")
    guard !reaches.isEmpty else { return (others.isEmpty ? subject.territoryName : unruled)[language] }
    let inhabitants = population.words
    let share = Phrases.shareOfTerritory(population, of: subject)
    let status = hasRealised ? Text("réalisée", "realised") : Text("en projet", "planned")
    let plural = hasRealised ? "s" : ""
    let by =
      counted.count == 1 ? Text.byTheOnlyRuledAction(status) : Text.byAnyRuledAction(counted.count, status, plural)
    let rest = others.isEmpty ? Text(same: "") : Text(same: " · ") + unruled
    return (inhabitants + share + by + rest)[language]
  }

  private func step(_ count: Int) -> Int? { count == 0 ? nil : Self.steps.firstIndex { count >= $0 } }

  private func looks() -> [FeatureLook] {
    subject.layer.communes.enumerated().map { row, commune in
      let names = reaches.filter { reach in reach.rows.contains { $0.row == row } }.map(\.action.title[language])
      let what = names.isEmpty ? nobody[language] : names.joined(separator: ", ")
      let step = step(realised[row])
      return FeatureLook(
        fill: step.map { "s\($0)" } ?? "out", hatched: planned[row] > 0,
        title: "\(commune.name) (\(commune.insee)) : \(what)", value: hasRealised ? Double(realised[row]) : nil)
    }
  }

  /// The words for a commune that no action reaches.
  private var nobody: Text {
    hasRealised ? Text("aucune action", "no action") : Text("aucune portée connue", "no known reach")
  }

  private func legend() -> Legend {
    var rows: [Legend.Row] = []
    for (index, least) in Self.steps.enumerated() {
      let count = realised.count { step($0) == index }
      guard count > 0 else { continue }
      let isTop = index == 0
      let label =
        isTop
        ? Text("\(least) actions ou plus", "\(least) actions or more")
        : Text(least == 1 ? "1 action" : "\(least) actions", least == 1 ? "1 action" : "\(least) actions")
      rows.append(Legend.Row(.fill("s\(index)"), label[language], count: Phrases.communes(count)[language]))
    }
    let none = realised.count { $0 == 0 }
    if none > 0 {
      rows.append(
        Legend.Row(
          .fill("out"), (hasRealised ? Text("aucune", "none") : nobody)[language],
          count: Phrases.communes(none)[language]))
    }
    if planned.contains(where: { $0 > 0 }) {
      rows.append(
        Legend.Row(
          .fill("out", hatched: true), Text("action en projet", "planned action")[language],
          count: Phrases.communes(planned.count { $0 > 0 })[language]))
    }
    rows += CommonRows.site(subject, language)
    if reaches.contains(where: { !$0.circles.isEmpty }) {
      rows.append(Legend.Row(.line("circle"), Text("rayon d’une action", "radius of an action")[language]))
    }
    rows += CommonRows.outline(subject, language)
    return Legend(Text.realisedActionsByCommune[language], rows: rows)
  }

  private func actionTable() -> FigureTable {
    let numerals = Numerals(language)
    let sorted = reaches.sorted { ($0.rows.count, $1.action.id) > ($1.rows.count, $0.action.id) }
    return FigureTable(
      Text("Communes par action", "Communes by action")[language],
      rows: sorted.map { [$0.action.title[language], numerals.integer($0.rows.count)] })
  }
}
