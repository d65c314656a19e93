import Bytes
import Geometry
import Maps
import Pole
import Reach
import Territory

/// Reach as JSON. Scripts depend on its names and meanings: members are added, never renamed.
public enum ReachJSON {
  /// An array with an object for each action.
  public static func actions(_ coverage: Coverage) -> JSON {
    .array(coverage.reaches.map { action($0, coverage.studyArea) })
  }

  private static func action(_ reach: ActionReach, _ studyArea: StudyArea) -> JSON {
    [
      "action": .string(reach.action.id), "title": .string(reach.action.title.fr),
      "status": .string(reach.action.status.rawValue), "parent": .optional(reach.action.parent),
      "basis": .string(reach.basis.rawValue), "reason": .optional(reach.ruleSupport?.reason?.fr),
      "by": .optional(reach.ruleSupport?.by), "date": .optional(reach.ruleSupport?.date),
      "no_rule": .optional(reach.action.noRule?.rawValue), "rules": .array(reach.action.rules.map(json)),
      "communes": .array(reach.rows) { row($0, reach.basis, studyArea) }, "totals": totals(reach.totals),
      "robustness": robustness(reach), "estimated": .bool(reach.isEstimated),
      "missing_pairs": .integer(reach.rules.reduce(0) { $0 + $1.missingPairs(in: studyArea) }),
      "next_best": nextBest(reach, studyArea),
      "borderline": .array(reach.borderline) { row($0, reach.basis, studyArea) },
    ]
  }

  private static func row(_ row: ActionReach.Row, _ basis: Basis, _ studyArea: StudyArea) -> JSON {
    let commune = studyArea.layer.communes[row.row]
    return .object(
      commune.membersJSON + [
        ("distance_km", .optional(row.distance)), ("area_share", .optional(row.areaShare)),
        ("position", .string(commune.position.rawValue)), ("basis", .string(basis.rawValue)),
      ])
  }

  /// Null when an action has no rule, because it reaches neither some communes nor none.
  private static func totals(_ totals: ActionReach.Totals?) -> JSON {
    var members: [(key: String, value: JSON)] = [("communes", .optional(totals?.communes))]
    members += totals?.population.json() ?? Inhabitants.jsonOfNothing()
    members += [
      ("share_of_communes", .optional(totals?.shareOfCommunes)),
      ("share_of_population", .optional(totals?.shareOfPopulation)),
      ("communes_beyond", .optional(totals?.communesBeyond)),
    ]
    let beyond = ("population_beyond", "communes_beyond")
    members +=
      totals?.populationBeyond.json(beyond.0, communes: beyond.1)
      ?? Inhabitants.jsonOfNothing(beyond.0, communes: beyond.1)
    return .object(members)
  }

  private static func nextBest(_ reach: ActionReach, _ studyArea: StudyArea) -> JSON {
    guard let best = NextBest(reach, on: studyArea) else { return .null }
    let commune = studyArea.layer.communes[best.row]
    return .object(
      [
        ("insee", .string(commune.insee)), ("name", .string(commune.name)), ("km", .number(best.kilometres)),
        ("communes", .integer(best.communes)),
      ] + best.population.json())
  }

  private static func robustness(_ reach: ActionReach) -> JSON {
    .array(
      reach.robustness.map { step in
        .object(
          [("limit_change", .number(step.change)), ("communes", .integer(step.communes))] + step.population.json())
      })
  }

  /// The actions that reach one commune, and in `missed` those that a limit keeps from it, the narrowest first.
  public static func commune(_ row: Int, _ coverage: Coverage) -> JSON {
    let commune = coverage.studyArea.layer.communes[row]
    return [
      "schema": .integer(1), "insee": .string(commune.insee), "name": .string(commune.name),
      "position": .string(commune.position.rawValue), "actions": ReachTables.commune(row, coverage).jsonRows,
      "missed": .array(coverage.misses(of: row)) { reach, margin in
        let unit = margin.unit == .kilometres ? "km" : "minutes"
        return [
          "action": .string(reach.action.id), "title": .string(reach.action.title.fr),
          "status": .string(reach.action.status.rawValue), "from": .string(margin.place.fr),
          unit: .number(margin.value), "limit_\(unit)": .number(margin.limit),
          "estimated": .bool(margin.isEstimated), "basis": .string(reach.basis.rawValue),
        ]
      },
    ]
  }

  /// The communes that no action of a status reaches, with their totals and their basis.
  public static func blindSpots(_ coverage: Coverage, _ status: StatusFilter) -> JSON {
    let spots = coverage.blindSpots(status)
    // When no action of the status has a rule, the list says nothing about
    // any commune: it is an assumption at best.
    let ruled = coverage.reaching(status)
    let basis = ruled.isEmpty ? Basis.assumption : Basis.weakest(ruled.map(\.basis))
    let totals = ActionReach.Totals(spots, of: coverage.studyArea)
    return [
      "schema": .integer(1), "status": .string(status.rawValue), "basis": .string(basis.rawValue),
      "communes": .array(spots) { row in
        .object(coverage.studyArea.layer.communes[row].membersJSON + [("basis", .string(basis.rawValue))])
      }, "totals": self.totals(totals),
    ]
  }

  /// An array with an object for each pair of actions of a status, on the communes that both reach.
  public static func overlaps(_ coverage: Coverage, _ status: StatusFilter) -> JSON {
    ReachTables.overlaps(coverage, status).jsonRows
  }

  /// Outlines of the communes that each action reaches, one feature for each action and commune, in WGS84.
  public static func features(_ coverage: Coverage) -> Features {
    let pairs = coverage.reaches.flatMap { reach in reach.rows.map { (reach, $0) } }
    let communes = pairs.map { coverage.studyArea.layer.communes[$0.1.row] }
    return Features(
      path: "reach", geometry: coverage.studyArea.layer.outlines.selecting(pairs.map(\.1.row)),
      columns: [
        Column("action", .text(pairs.map(\.0.action.id)))
      ] + Column.communes(communes) + [
        Column("distance_km", .number(pairs.map(\.1.distance))),
        Column("area_share", .number(pairs.map(\.1.areaShare))),
        Column("position", .text(communes.map(\.position.rawValue))),
        Column("basis", .text(pairs.map(\.0.basis.rawValue))),
      ], crs: "EPSG:4326")
  }

  /// Outlines of the communes that no action of a status reaches, in WGS84.
  public static func blindSpotFeatures(_ coverage: Coverage, _ status: StatusFilter) -> Features {
    let rows = coverage.blindSpots(status)
    let communes = rows.map { coverage.studyArea.layer.communes[$0] }
    let basis = Basis.weakest(coverage.reaching(status).map(\.basis))
    return Features(
      path: "blind-spots", geometry: coverage.studyArea.layer.outlines.selecting(rows),
      columns: Column.communes(communes) + [Column("basis", .text(communes.map { _ in basis.rawValue }))],
      crs: "EPSG:4326")
  }

  /// A value of a project file as JSON: unquoted numbers and booleans as such, everything else as text.
  static func json(_ node: DocumentNode) -> JSON {
    switch node.content {
    case .null: return .null
    case .list(let items): return .array(items.map(json))
    case .map(let entries): return .object(entries.map { ($0.key, json($0.value)) })
    case .scalar(let text, quoted: true): return .string(text)
    case .scalar(let text, quoted: false):
      if text == "true" || text == "false" { return .bool(text == "true") }
      if let whole = Int(text) { return .integer(whole) }
      if let number = Double(text), number.isFinite { return .number(number) }
      return .string(text)
    }
  }
}
