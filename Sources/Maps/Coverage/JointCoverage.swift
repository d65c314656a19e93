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
    var reaching = [[Text]](repeating: [], count: subject.layer.count)
    for reach in reaches { for row in reach.rows { reaching[row.row].append(reach.action.title) } }
    let fills = zip(realised, planned).map { realised, planned -> Fill in
      let fill = step(realised).map(Fill.step) ?? .out
      return planned > 0 ? .planned(fill) : fill
    }
    return MapContent(
      theme: base.theme, title: finding(), subtitle: subtitle(), sources: base.sources(reaches),
      features: FeatureFills(
        heading: Text.realisedActionsByCommune, entries: entries(), fills: fills,
        values: realised.map { hasRealised ? Double($0) : .nan },
        title: { [nobody] row, language in
          let names = reaching[row].isEmpty ? [nobody] : reaching[row]
          return base.communes[row].nameAndCode + " : " + names.map { $0[language] }.joined(separator: ", ")
        }), rings: rings, signs: base.signs(base.radiusSign(rings)),
      asides: reaches.isEmpty ? [] : [actionTable()], units: base.units)
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

  private func finding() -> Text {
    let total = subject.layer.count
    let count = reachedRows.count
    guard !reaches.isEmpty else {
      let none = subject.pole.actions.isEmpty ? Text.projectHasNoAction : Text.noActionHasDecidedReach
      let every = Phrases.every(total)
      return none + Text(" : rien ne se dit \(every.fr)", ": nothing can be said \(every.en)")
    }
    guard hasRealised else { return Text.noRealisedActionHasReach(Phrases.some(count, of: total)) }
    let isAssumed = reaches.contains { $0.basis == .assumption }
    let communes = Phrases.some(count, of: total)
    let isOne = counted.count == 1
    if isAssumed {
      let fr = isOne ? "l’action réalisée atteindrait" : "les actions réalisées atteindraient"
      return Text.realisedActionsWouldReach(fr, communes, isOne ? "" : "s")
    }
    return Text(
      "\(isOne ? "L’action réalisée atteint" : "Les actions réalisées atteignent") \(communes.fr)",
      "The realised action\(isOne ? " reaches" : "s reach") \(communes.en)")
  }

  private func subtitle() -> Text {
    let population = subject.layer.population(reachedRows)
    let undecided = subject.coverage.reaches.count { $0.action.noRule == .undecided }
    let inner = subject.coverage.reaches.count { $0.action.noRule == .internal }
    let others = [
      undecided == 0 ? nil : Text("\(undecided) sans lieu décidé", "\(undecided) undecided"),
      inner == 0 ? nil : Text(inner == 1 ? "1 interne" : "\(inner) internes", "\(inner) internal"),
    ].compactMap { $0 }
    let unruled = Text.joined(others, separator: ", ")
    guard !reaches.isEmpty else { return others.isEmpty ? subject.territoryName : unruled }
    let inhabitants = population.words
    let share = Phrases.shareOfTerritory(population, of: subject)
    let status = hasRealised ? Text("réalisée", "realised") : Text("en projet", "planned")
    let plural = hasRealised ? "s" : ""
    let by =
      counted.count == 1 ? Text.byTheOnlyRuledAction(status) : Text.byAnyRuledAction(counted.count, status, plural)
    let rest = others.isEmpty ? .empty : Text(same: " · ") + unruled
    return inhabitants + share + by + rest
  }

  private func step(_ count: Int) -> Int? { count == 0 ? nil : Self.steps.firstIndex { count >= $0 } }

  /// The words for a commune that no action reaches.
  private var nobody: Text {
    hasRealised ? Text("aucune action", "no action") : Text("aucune portée connue", "no known reach")
  }

  private func entries() -> [LegendEntry] {
    let numbers = Self.steps.indices.compactMap { index -> LegendEntry? in
      let (least, count) = (Self.steps[index], realised.count { step($0) == index })
      let label =
        index == 0
        ? Text("\(least) actions ou plus", "\(least) actions or more")
        : Text(least == 1 ? "1 action" : "\(least) actions", least == 1 ? "1 action" : "\(least) actions")
      return count > 0 ? LegendEntry(.step(index), label, communes: count) : nil
    }
    let (none, hatched) = (realised.count { $0 == 0 }, planned.count { $0 > 0 })
    let rest = [
      none > 0 ? LegendEntry(.out, hasRealised ? Text("aucune", "none") : nobody, communes: none) : nil,
      hatched > 0
        ? LegendEntry(.planned(.out), Text("action en projet", "planned action"), communes: hatched) : nil,
    ]
    return numbers + rest.compactMap { $0 }
  }

  private func actionTable() -> Aside {
    let sorted = reaches.sorted { ($0.rows.count, $1.action.id) > ($1.rows.count, $0.action.id) }
    return .table(
      Text("Communes par action", "Communes by action"),
      rows: sorted.map { reach in [reach.action.title, .printed { $0.integer(reach.rows.count) }] })
  }
}
