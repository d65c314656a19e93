import Bytes
import Cartography
import Geometry
import Reach
import Statistics
import Territory

/// Several actions side by side: a panel for each, in the same frame, at the same scale and with the same two
/// classes (reached or not), so that the eye compares shapes only.
struct CoverageMultiples {
  private let base: BaseMap
  /// The reaches, the one of most communes first.
  let reaches: [ActionReach]
  private var subject: Subject { base.subject }

  init(_ base: BaseMap, _ reaches: [ActionReach]) {
    self.base = base
    self.reaches = reaches.sorted { ($0.rows.count, $1.action.id) > ($1.rows.count, $0.action.id) }
  }

  func content() throws(Problem) -> MapContent {
    var panels: [MapPanel] = []
    for reach in reaches { panels.append(try panel(reach)) }
    return MapContent(
      theme: base.theme, title: finding(), subtitle: subtitle(), sources: base.sources(reaches),
      features: FeatureFills(heading: Text("Dans chaque vignette", "In every panel"), entries: entries),
      signs: base.radiusSign(panels.flatMap(\.rings)) + base.signs(), asides: [table()], panels: panels,
      units: base.units)
  }

  // MARK: Words

  private var isAssumed: Bool { reaches.contains { $0.basis == .assumption } }

  /// The finding, such as "Under these assumptions, each of the 6 actions
  /// would reach 1 to 60 of the 132 communes".
  private func finding() -> Text {
    let total = subject.layer.count
    let counts = reaches.map(\.rows.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let (low, high) = (Text.printed { $0.integer(least) }, Text.printed { $0.integer(most) })
    let count = least == most ? high : Text("de \(low.fr) à \(high.fr)", "from \(low.en) to \(high.en)")
    let reached = count + Text(same: " ") + Phrases.every(total)
    let several = reaches.count > 1
    let (who, each) = (
      Text(
        several ? "les \(reaches.count) actions" : "l’action", several ? "the \(reaches.count) actions" : "the action"),
      Text(several ? " chacune" : "", several ? " each" : "")
    )
    if isAssumed {
      let verb = several ? "atteindraient" : "atteindrait"
      return Text.actionsWouldReachCommunes(who, verb, each, reached)
    }
    let (verb, reach) = (several ? "atteignent" : "atteint", several ? "reach" : "reaches")
    return Text("\(who.fr) \(verb)\(each.fr) \(reached.fr)", "\(who.en)\(each.en) \(reach) \(reached.en)").capitalised
  }

  private func subtitle() -> Text {
    let all = Set(reaches.flatMap { $0.rows.map(\.row) })
    let population = subject.layer.population(all)
    let share = Phrases.shareOfTerritory(population, of: subject)
    let (people, communes) = (population.words, Phrases.communes(all.count))
    return Text.onePanelForEachAction(communes, people, share)
  }

  /// The panel of an action: "60 of the 132 communes (assumption)", the rule, and the communes.
  private func panel(_ reach: ActionReach) throws(Problem) -> MapPanel {
    let total = subject.layer.count
    let isPlanned = reach.action.status == .planned
    let assumed = reach.basis == .assumption ? Text(" (hypothèse)", " (assumed)") : .empty
    let planned = isPlanned ? Text(", en projet", ", planned") : .empty
    var fills = [Fill](repeating: .out, count: total)
    for row in reach.rows { fills[row.row] = isPlanned ? .planned(.step(2)) : .step(0) }
    return MapPanel(
      title: reach.action.title, finding: Phrases.some(reach.rows.count, of: total) + planned + assumed,
      rule: Text.joined(reach.rules.map(\.label), separator: " ; ").capitalised, fills: fills,
      rings: try base.circles(of: reach))
  }

  private var entries: [LegendEntry] {
    let statuses = Set(reaches.map(\.action.status))
    let reached = LegendEntry(.fill(.step(0)), Text("commune atteinte", "commune reached"))
    let planned = LegendEntry(.fill(.planned(.step(2))), Text.communeReachedByPlannedAction)
    return (statuses.contains(.realised) ? [reached] : []) + (statuses.contains(.planned) ? [planned] : [])
      + [LegendEntry(.fill(.out), Text("hors de portée", "out of reach"))]
  }

  private func table() -> Aside {
    .table(
      Text.inhabitantsOfCommunesReached,
      rows: reaches.map { reach in
        [reach.action.title, reach.totals?.population.shortWords ?? .each { Cell.notApplicable.printed($0) }]
      })
  }
}
