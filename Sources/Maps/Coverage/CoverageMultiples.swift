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
  private var language: Language { base.request.language }

  init(_ base: BaseMap, _ reaches: [ActionReach]) {
    self.base = base
    self.reaches = reaches.sorted { ($0.rows.count, $1.action.id) > ($1.rows.count, $0.action.id) }
  }

  func content() throws(Problem) -> MapContent {
    var content = base.content(
      title: finding(), subtitle: subtitle(), source: Sources.line(subject, base.request, reaches),
      blocks: [legend(), table()], [])
    for reach in reaches { content.panels.append(try panel(reach)) }
    if reaches.contains(where: { $0.action.status == .planned }) { content.patterns.append(base.request.theme.hatch) }
    return content
  }

  // MARK: Words

  private var isAssumed: Bool { reaches.contains { $0.basis == .assumption } }

  /// The finding, such as "Under these assumptions, each of the 6 actions
  /// would reach 1 to 60 of the 132 communes".
  private func finding() -> String {
    let total = subject.layer.count
    let counts = reaches.map(\.rows.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    func number(_ count: Int) -> Text { Text(Numerals(.fr).integer(count), Numerals(.en).integer(count)) }
    let (low, high, all) = (number(least), number(most), Phrases.every(total))
    let (fr, en) = least == most ? (high.fr, high.en) : ("de \(low.fr) à \(high.fr)", "from \(low.en) to \(high.en)")
    let several = reaches.count > 1
    let (who, each) = (
      Text(
        several ? "les \(reaches.count) actions" : "l’action", several ? "the \(reaches.count) actions" : "the action"),
      Text(several ? " chacune" : "", several ? " each" : "")
    )
    if isAssumed {
      let verb = several ? "atteindraient" : "atteindrait"
      return Text.actionsWouldReachCommunes(who, verb, each, fr, all, en)[language]
    }
    let (verb, reach) = (several ? "atteignent" : "atteint", several ? "reach" : "reaches")
    return Text("\(who.fr) \(verb)\(each.fr) \(fr) \(all.fr)", "\(who.en)\(each.en) \(reach) \(en) \(all.en)")
      .capitalised[language]
  }

  private func subtitle() -> String {
    let all = Set(reaches.flatMap { $0.rows.map(\.row) })
    let population = subject.layer.population(all)
    let share = Phrases.shareOfTerritory(population, of: subject)
    let (people, communes) = (population.words, Phrases.communes(all.count))
    return Text.onePanelForEachAction(communes, people, share)[language]
  }

  /// The panel of an action: "60 of the 132 communes (assumption)", the rule, and the communes.
  private func panel(_ reach: ActionReach) throws(Problem) -> MapPanel {
    let total = subject.layer.count
    let assumed = reach.basis == .assumption ? Text(" (hypothèse)", " (assumed)") : Text(same: "")
    let planned = reach.action.status == .planned ? Text(", en projet", ", planned") : Text(same: "")
    let count = Text(
      "\(Phrases.some(reach.rows.count, of: total).fr)", "\(Phrases.some(reach.rows.count, of: total).en)")
    let isPlanned = reach.action.status == .planned
    var fills = [MapPanel.Fill](repeating: MapPanel.Fill(style: "out"), count: total)
    for row in reach.rows { fills[row.row] = MapPanel.Fill(style: isPlanned ? "s2" : "s0", hatched: isPlanned) }
    return MapPanel(
      title: reach.action.title[language], finding: (count + planned + assumed)[language],
      rule: Text.joined(reach.rules.map(\.label), separator: " ; ").capitalised[language], fills: fills,
      circles: try base.circles(of: reach))
  }

  private func legend() -> Legend {
    var rows: [Legend.Row] = []
    let statuses = Set(reaches.map(\.action.status))
    if statuses.contains(.realised) {
      rows.append(Legend.Row(.fill("s0"), Text("commune atteinte", "commune reached")[language]))
    }
    if statuses.contains(.planned) {
      rows.append(Legend.Row(.fill("s2", hatched: true), Text.communeReachedByPlannedAction[language]))
    }
    rows.append(Legend.Row(.fill("out"), Text("hors de portée", "out of reach")[language]))
    if reaches.contains(where: { !$0.circles.isEmpty }) {
      rows.append(Legend.Row(.line("circle"), Text("rayon d’une action", "radius of an action")[language]))
    }
    rows += CommonRows.site(subject, language) + CommonRows.outline(subject, language)
    return Legend(Text("Dans chaque vignette", "In every panel")[language], rows: rows)
  }

  private func table() -> FigureTable {
    FigureTable(
      Text.inhabitantsOfCommunesReached[language],
      rows: reaches.map { reach in
        [
          reach.action.title[language],
          reach.totals?.population.shortWords[language] ?? Cell.notApplicable.printed(language),
        ]
      })
  }
}
