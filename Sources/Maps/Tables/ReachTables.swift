import Bytes
import Pole
import Reach
import Statistics
import Territory

/// Tables on which communes actions reach.
public enum ReachTables {
  /// Whether a table lists the communes that one action reaches.
  public static func isList(_ table: Table) -> Bool { table.name.hasPrefix("reach-") }

  static func basis(_ basis: Basis) -> Table.Value { .word(basis.label, key: basis.rawValue) }

  /// The point from which distances to a commune are measured, as a table cell.
  public static func position(_ commune: Commune) -> Table.Value {
    let label =
      commune.position == .chefLieu ? Text("chef-lieu", "town hall") : Text("point intérieur ◦", "interior point ◦")
    return .word(label, key: commune.position.rawValue)
  }

  /// The note that explains the sign of an interior point.
  public static let positionNote = Text.interiorPointReplacesTownHall

  /// The note on the positions of a layer.
  static func positionNote(_ layer: CommuneLayer) -> Text {
    layer.hasTownHalls ? positionNote : Text.interiorPointWithoutTownHalls
  }

  /// The share of a commune under the action's circles; not applicable for an action without circles.
  private static func areaShare(_ row: ActionReach.Row) -> Table.Value {
    row.areaShare.map { .share($0, decimals: 0) } ?? .notApplicable
  }

  /// Kilometres to the nearest place of a reach; not applicable without such a place.
  private static func distance(_ row: ActionReach.Row, _ reach: ActionReach) -> Table.Value {
    row.distance.map { .distance($0, limit: reach.limit) } ?? .notApplicable
  }

  /// Kilometres from the Pôle's site; not applicable without one.
  static func distance(_ commune: Commune, from home: Place?) -> Table.Value {
    home.map { .distance($0.distance(to: commune), limit: nil) } ?? .notApplicable
  }

  /// The communes that one action reaches.
  public static func communes(_ reach: ActionReach, of coverage: Coverage) -> Table {
    let layer = coverage.studyArea.layer
    let rows = reach.rows.map { row -> [Table.Value] in
      let commune = layer.communes[row.row]
      return [
        .text(commune.insee), .text(commune.name), .inhabitants(of: commune), distance(row, reach), areaShare(row),
        position(commune), basis(reach.basis),
      ]
    }
    var notes: [Text] = []
    if let totals = reach.totals {
      func part(_ share: Double?) -> Text { Text(same: " (") + Phrases.part(share) + Text(same: ")") }
      // An unknown number has no share to print next to it.
      let share = totals.shareOfPopulation == nil ? .empty : part(totals.shareOfPopulation)
      notes.append(
        Text("Total : ", "Total: ") + Phrases.communes(totals.communes) + part(totals.shareOfCommunes)
          + Text(same: ", ") + totals.population.words + share + Text(same: "."))
    }
    if reach.hasRules {
      let inside = coverage.studyArea.territory
      let reached = Set(reach.rows.map(\.row))
      let left = inside.filter { !reached.contains($0) }
      notes.append(
        Text("Hors de portée : ", "Out of reach: ") + Phrases.communes(left.count) + Text(same: ", ")
          + layer.population(left).words + Text(same: "."))
    }
    if reach.isEstimated { notes.append(Text.timesEstimatedFromDistance) }
    let missing = reach.rules.reduce(0) { $0 + $1.missingPairs(in: coverage.studyArea) }
    if missing > 0 { notes.append(Text.missingFromTravelTable(Phrases.communes(missing))) }
    if let next = Phrases.nextBest(reach, on: coverage.studyArea) { notes.append(next + Text(same: ".")) }
    if let robustness = Phrases.robustness(reach, on: coverage.studyArea) { notes.append(robustness + Text(same: ".")) }
    if reach.rows.contains(where: { layer.communes[$0.row].position == .interior }) {
      notes.append(positionNote(layer))
    }
    notes += support(reach)
    var columns = communeColumns
    if reach.rules.allSatisfy(\.places.isEmpty) { columns[3].title = fromPole }
    return Table(
      name: "reach-\(reach.action.id)", title: title(reach, coverage.studyArea), columns: columns, rows: rows,
      notes: notes
    )
  }

  /// The heading of distances of which no rule names the place.
  private static let fromPole = Text("Distance au Pôle (km)", "Distance to the Pôle (km)")

  private static let communeColumns = [
    .insee, .commune, .inhabitants, Table.Column("distance_km", Text("Distance (km)", "Distance (km)")),
    Table.Column("area_share", Text("Surface couverte", "Area covered")), .position, .basis,
  ]

  static func title(_ reach: ActionReach, _ studyArea: StudyArea) -> Text {
    if reach.hasRules { return Phrases.finding(reach, on: studyArea) }
    let why = reach.action.noRule?.label ?? Text("la portée de ses parties", "the reach of its parts")
    return reach.action.title + Text(" : ", ": ") + why
  }

  private static func named(_ action: Action) -> Table.Value { .word(action.title, key: action.title.fr) }

  static func support(_ reach: ActionReach) -> [Text] {
    guard let support = reach.ruleSupport else { return [] }
    switch support.basis {
    case .assumption:
      let reason = (support.reason ?? Text.empty).withoutStop
      return [Text("Hypothèse : ", "Assumption: ") + reason + Text(same: ".")]
    case .declared:
      return [
        Text(
          "Déclaré par \(support.by ?? "…"), \(support.date ?? "…").",
          "Declared by \(support.by ?? "…"), \(support.date ?? "…").")
      ]
    case .source: return [Text("Selon le Pôle.", "According to the Pôle.")]
    }
  }

  /// Every action with its totals.
  public static func actions(_ coverage: Coverage) -> Table {
    let rows = coverage.reaches.map { reach -> [Table.Value] in
      let action = reach.action
      let rule =
        reach.hasRules
        ? Text.joined(reach.rules.map(\.label), separator: " ; ")
        : action.noRule?.label ?? Text("portée de ses parties", "the reach of its parts")
      return [
        .text(action.id), named(action), .word(action.status.label, key: action.status.rawValue),
        .word(rule, key: reach.hasRules ? "rules" : action.noRule?.rawValue ?? ""),
        .figure(reach.totals.map { .number(Double($0.communes)) } ?? .notApplicable, decimals: 0),
      ] + Table.Value.cells(of: reach.totals?.population) + [share(reach.totals), basis(reach.basis)]
    }
    let sums = coverage.reaches.compactMap { $0.totals?.population }
    return Table(
      name: "actions", title: Text("Portée de chaque action", "Reach of each action"),
      columns: [
        Table.Column("action", Text("Identifiant", "Id")), Table.Column("title", Text("Action", "Action")),
        Table.Column("status", Text("État", "Status")), Table.Column("rule", Text("Portée", "Reach")),
        Table.Column("communes", Text("Communes", "Communes"), isFigure: true),
      ] + Table.Column.sumOfInhabitants + [
        Table.Column("share_of_population", Text("Part des habitants", "Share of inhabitants"), isFigure: true), .basis,
      ], rows: rows, notes: rows.isEmpty ? [nothingYet] : Table.notes(on: sums) + [Text.actionWithNoDecidedPlace])
  }

  private static let nothingYet = Text.addAFirstAction

  /// Share of the inhabitants reached: `///` without a rule, `…` where a population is unknown.
  private static func share(_ totals: ActionReach.Totals?) -> Table.Value {
    guard let totals else { return .figurePercent(.notApplicable, decimals: 0) }
    return .figurePercent(totals.shareOfPopulation.map { .number($0) } ?? .notAvailable, decimals: 0)
  }

  /// Every commune of every action, one row for each, for machine formats.
  public static func everyCommune(_ coverage: Coverage) -> Table {
    let tables = coverage.reaches.filter(\.hasRules).map { ($0.action.id, communes($0, of: coverage)) }
    let columns = [Table.Column("action", Text("Action", "Action"))] + communeColumns
    return Table(
      name: "reach", title: Text("Communes de chaque action", "Communes of each action"), columns: columns,
      rows: tables.flatMap { id, table in table.rows.map { [.text(id)] + $0 } })
  }

  /// Communes that no action of a status reaches.
  public static func blindSpots(_ coverage: Coverage, _ status: StatusFilter) -> Table {
    let layer = coverage.studyArea.layer
    let home = coverage.studyArea.home
    let spots = coverage.blindSpots(status)
    let ruled = coverage.reaching(status)
    let assumed = ruled.contains { $0.basis == .assumption }
    let least = basis(.weakest(ruled.map(\.basis)))
    let rows = spots.map { row -> [Table.Value] in
      let commune = layer.communes[row]
      return [
        .text(commune.insee), .text(commune.name), .inhabitants(of: commune), distance(commune, from: home),
        position(commune), least,
      ]
    }
    let count = spots.count
    let inhabitants = layer.population(spots).words
    let verb =
      count > 1
      ? (assumed ? Text("seraient", "would be") : Text("sont", "are"))
      : (assumed ? Text("serait", "would be") : Text("est", "is"))
    let start = assumed ? Text("Sous ces hypothèses, ", "Under these assumptions, ") : Text.empty
    guard !ruled.isEmpty else { return undecided(coverage, status) }
    let what =
      count == 0
      ? Text.noCommuneOutOfReach(verb, statusWord(status))
      : Text.communesOutOfReach(Phrases.communes(count), inhabitants, verb, statusWord(status))
    return Table(
      name: "blind-spots", title: assumed ? start + what : what.capitalised,
      columns: spotColumns, rows: rows,
      notes: spots.contains { layer.communes[$0].position == .interior } ? [positionNote(layer)] : [])
  }

  /// The table when no action of a status has a decided reach: nothing can be said of any commune then.
  private static func undecided(_ coverage: Coverage, _ status: StatusFilter) -> Table {
    let count = coverage.studyArea.territory.count
    return Table(
      name: "blind-spots", title: Text.nothingDecidedAboutReach(statusWord(status), Phrases.every(count)),
      columns: spotColumns, rows: [])
  }

  private static let spotColumns: [Table.Column] = [
    .insee, .commune, .inhabitants, Table.Column("distance_km", fromPole), .position, .basis,
  ]

  static func statusWord(_ status: StatusFilter) -> Text {
    switch status {
    case .realised: Text("réalisée", "realised")
    case .planned: Text("en projet", "planned")
    case .any: Text("réalisée ou en projet", "realised or planned")
    }
  }

  /// What pairs of actions share.
  public static func overlaps(_ coverage: Coverage, _ status: StatusFilter) -> Table {
    let overlaps = coverage.overlaps(status)
    let rows = overlaps.map { overlap -> [Table.Value] in
      [.text(overlap.a), .text(overlap.b), .integer(overlap.communes)] + Table.Value.cells(of: overlap.population) + [
        .number(overlap.jaccard, decimals: 2), basis(overlap.basis),
      ]
    }
    return Table(
      name: "overlaps", title: Text.communesTwoActionsReach,
      columns: [
        Table.Column("a", Text("Action", "Action")), Table.Column("b", Text("et", "and")),
        Table.Column("communes", Text("Communes", "Communes")),
      ] + Table.Column.sumOfInhabitants + [
        Table.Column("jaccard", Text("Jaccard", "Jaccard")), .basis,
      ], rows: rows, notes: Table.notes(on: overlaps.map(\.population)) + [Text.howJaccardIsComputed])
  }

  /// The actions that reach one commune.
  public static func commune(_ row: Int, _ coverage: Coverage) -> Table {
    let commune = coverage.studyArea.layer.communes[row]
    let reaching = coverage.actions(reaching: row)
    let rows = reaching.map { entry -> [Table.Value] in
      [
        .text(entry.reach.action.id), named(entry.reach.action),
        .word(entry.reach.action.status.label, key: entry.reach.action.status.rawValue),
        distance(entry.row, entry.reach), areaShare(entry.row), basis(entry.reach.basis),
      ]
    }
    let assumed = coverage.reaches.contains { $0.hasRules && $0.basis == .assumption }
    let count = reaching.count
    let name = commune.nameAndCode
    let none =
      assumed ? Text.noActionWouldReach(name) : Text("Aucune action n’atteint \(name)", "No action reaches \(name)")
    let actions = count > 1 ? "actions" : "action"
    let verb = count > 1 ? "atteindraient" : "atteindrait"
    let title =
      count == 0
      ? none
      : assumed
        ? Text(
          "Sous ces hypothèses, \(count) \(actions) \(verb) \(name)",
          "Under these assumptions, \(count) \(actions) would reach \(name)")
        : Text("\(count) \(actions) : \(name)", "\(count) \(actions): \(name)")
    return Table(
      name: "commune-\(commune.insee)", title: title,
      columns: [
        Table.Column("action", Text("Identifiant", "Id")), Table.Column("title", Text("Action", "Action")),
        Table.Column("status", Text("État", "Status")),
        Table.Column("distance_km", Text("Distance (km)", "Distance (km)")),
        Table.Column("area_share", Text("Surface couverte", "Area covered")), .basis,
      ], rows: rows,
      notes: coverage.misses(of: row).map { miss($0.reach, $0.margin) }
        + (commune.position == .interior ? [positionNote(coverage.studyArea.layer)] : []))
  }

  /// How far beyond the limit of an action a commune is, with enough decimals to show that it is.
  private static func miss(_ reach: ActionReach, _ margin: ReachMargin) -> Text {
    let value = Text.printed { $0.distance(margin.value, limit: margin.limit) }
    let limit = Text.printed { $0.short(margin.limit, 3) }
    let assumed = reach.basis == .assumption ? Text(" (hypothèse)", " (assumption)") : Text.empty
    let measure: Text
    switch margin.unit {
    case .kilometres:
      measure = Text(
        "\(value.fr) km à vol d’oiseau de \(margin.place.fr), pour une limite de \(limit.fr) km".eliding(
          margin.place.fr),
        "\(value.en) km as the crow flies from \(margin.place.en), for a limit of \(limit.en) km")
    case .minutes:
      let estimated = margin.isEstimated ? Text(" (durée estimée)", " (estimated time)") : Text.empty
      measure = Text(
        "\(value.fr)\u{A0}minutes de \(margin.place.fr)\(estimated.fr), pour une limite de \(limit.fr)\u{A0}minutes"
          .eliding(margin.place.fr),
        "\(value.en)\u{A0}minutes from \(margin.place.en)\(estimated.en), for a limit of \(limit.en)\u{A0}minutes")
    }
    return Text("Non atteinte par \(reach.action.title.fr) : ", "Not reached by \(reach.action.title.en): ") + measure
      + assumed + Text(same: ".")
  }
}
