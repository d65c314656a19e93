import Bytes
import Cartography
import Classification
import Geometry
import Projections
import Reach
import Territory

/// `coverage`: the communes that one action reaches, or the number of actions that reach each commune.
public struct CoverageMap: ProjectMap {
  /// Name on the command line.
  public static let name = "coverage"
  /// What the map shows, in one sentence.
  public static let summary = Text.communesTheActionsReach

  /// Ids of the actions shown; empty for every action that has a rule.
  public var actions: [String]
  /// Whether each action has a panel of its own, instead of one map of all.
  public var multiples: Bool

  /// Makes a map of these actions; they are checked when it is drawn.
  public init(_ actions: [String] = [], multiples: Bool = false) {
    self.actions = actions
    self.multiples = multiples
  }

  /// The communes of one action, or every action and what none reaches.
  public var tables: [String] { actions.count == 1 ? ["reach-\(actions[0])"] : ["actions", "blind-spots"] }

  /// A map of all actions together, one of each action that has a rule, and one with these side by side.
  public static func plates(_ subject: Subject) -> [(file: String, map: any ProjectMap)] {
    let ids = subject.coverage.reaching(.any).map(\.action.id)
    let panels = ids.count > 1 ? [("\(name)-multiples", CoverageMap(multiples: true))] : []
    return [(name, CoverageMap())] + ids.map { ("\(name)-\($0)", CoverageMap([$0])) } + panels
  }

  /// The map of a territory. Throws 64 for an unknown action and for one that has no rule.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let reaches = try chosen(base.subject)
    if multiples { return try CoverageMultiples(base, reaches).content() }
    if reaches.count == 1 { return try SingleCoverage(base, reaches[0]).content() }
    return try JointCoverage(base, reaches).content()
  }

  /// The reaches of the actions asked for; all that have a rule when none is named. Throws 64, with the reason,
  /// for an action without a rule, which is on no map.
  private func chosen(_ subject: Subject) throws(Problem) -> [ActionReach] {
    if actions.isEmpty { return subject.coverage.reaching(.any) }
    var chosen: [ActionReach] = []
    for id in actions {
      guard let reach = subject.coverage.reaches.first(where: { $0.action.id == id }) else {
        let known = subject.coverage.reaching(.any).map(\.action.id).joined(separator: ", ")
        throw Problem(
          .usage, Text("aucune action « \(id) »", "no action \"\(id)\""), fix: Text.actionsWithReachRule(known))
      }
      guard reach.hasRules else {
        let why = reach.action.noRule?.label ?? Text("aucune règle de portée", "no reach rule")
        throw Problem(.usage, Text.actionIsOnNoMap(id, why), fix: Text.giveItAReachRule)
      }
      chosen.append(reach)
    }
    return chosen
  }
}
