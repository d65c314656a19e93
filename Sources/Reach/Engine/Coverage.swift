import Bytes
import Pole
import Territory

/// Which actions count, by their status.
public enum StatusFilter: String, Sendable, CaseIterable {
  case realised, planned, any

  /// Whether actions with a status count.
  public func admits(_ status: Action.Status) -> Bool { self == .any || rawValue == status.rawValue }
}

/// The reaches of several actions on the same study area, to be compared and combined.
public struct Coverage: Sendable {
  /// The communes and sites.
  public let studyArea: StudyArea
  /// The reach of each action, in the order given, also of actions without rules.
  public let reaches: [ActionReach]
  /// For the id of each action that is a part, the id of its whole; also for actions of the project that are
  /// not in `reaches`.
  private let parents: [String: String]

  /// Computes the reach of each action, in order. When `actions` are only some of the project's, `all` must be
  /// all of them. Throws as `ActionReach` does.
  public init(_ actions: [Action], of all: [Action]? = nil, on studyArea: StudyArea) throws(Problem) {
    var reaches: [ActionReach] = []
    for action in actions { reaches.append(try ActionReach(action, on: studyArea)) }
    self.studyArea = studyArea
    self.reaches = reaches
    var parents: [String: String] = [:]
    for action in all ?? actions { parents[action.id] = action.parent }
    self.parents = parents
  }

  /// A coverage with some of the reaches of another coverage.
  public init(_ reaches: [ActionReach], of coverage: Coverage) {
    studyArea = coverage.studyArea
    parents = coverage.parents
    self.reaches = reaches
  }

  /// The reaches that have rules, of actions with a status.
  public func reaching(_ status: StatusFilter) -> [ActionReach] {
    reaches.filter { $0.hasRules && status.admits($0.action.status) }
  }

  /// Number of actions that reach each commune, by row. An action is not counted when one of its parts also
  /// reaches the commune.
  public func counts(_ status: StatusFilter) -> [Int] {
    let reaches = reaching(status)
    let rows = reaches.map { reach in Set(reach.rows.map(\.row)) }
    return studyArea.layer.communes.indices.map { commune in
      let here = reaches.indices.filter { rows[$0].contains(commune) }
      return here.filter { index in !here.contains { isAncestor(reaches[index].action.id, of: reaches[$0].action.id) } }
        .count
    }
  }

  /// Rows of the communes of the territory that no action of a status reaches, by ascending code.
  public func blindSpots(_ status: StatusFilter) -> [Int] {
    var reached = Set<Int>()
    for reach in reaching(status) { reached.formUnion(reach.rows.map(\.row)) }
    return studyArea.territory.filter { !reached.contains($0) }.sorted {
      studyArea.layer.communes[$0].insee < studyArea.layer.communes[$1].insee
    }
  }

  /// Rows that at least one action of a status reaches, ascending, each once.
  public func reachedRows(_ status: StatusFilter) -> [Int] {
    Set(reaching(status).flatMap { $0.rows.map(\.row) }).sorted()
  }

  /// What two actions have in common.
  public struct Overlap: Sendable, Equatable {
    /// Id of the first action.
    public var a: String
    /// Id of the second action.
    public var b: String
    /// Number of communes that both reach.
    public var communes: Int
    /// Inhabitants of these communes.
    public var population: Inhabitants
    /// The Jaccard index: communes that both reach divided by communes that either reaches; 0 when neither
    /// reaches any.
    public var jaccard: Double
    /// The weaker basis of the two reaches.
    public var basis: Basis
  }

  /// Every pair of actions of a status, a < b by id, except pairs of an action and one of its parts.
  /// Complexity: O(actions² · communes).
  public func overlaps(_ status: StatusFilter) -> [Overlap] {
    let reaches = reaching(status).sorted { $0.action.id < $1.action.id }
    let rows = reaches.map { reach in Set(reach.rows.map(\.row)) }
    var overlaps: [Overlap] = []
    for first in reaches.indices {
      for second in reaches.indices where second > first {
        let a = reaches[first].action.id
        let b = reaches[second].action.id
        if isAncestor(a, of: b) || isAncestor(b, of: a) { continue }
        let both = rows[first].intersection(rows[second])
        let either = rows[first].union(rows[second]).count
        overlaps.append(
          Overlap(
            a: a, b: b, communes: both.count, population: studyArea.layer.population(both),
            jaccard: either == 0 ? 0 : Double(both.count) / Double(either),
            basis: .weakest([reaches[first].basis, reaches[second].basis])))
      }
    }
    return overlaps
  }

  /// The reaches that contain a commune, given by its row in the layer, with the entry of the commune in each.
  public func actions(reaching commune: Int) -> [(reach: ActionReach, row: ActionReach.Row)] {
    reaches.compactMap { reach in reach.rows.first { $0.row == commune }.map { (reach, $0) } }
  }

  /// The reaches that leave a commune out by the measure of a rule, with the margin of the rule that comes nearest;
  /// the narrowest misses first.
  public func misses(of commune: Int) -> [(reach: ActionReach, margin: ReachMargin)] {
    reaches.filter { reach in !reach.rows.contains { $0.row == commune } }.compactMap { reach in
      reach.rules.compactMap { $0.margin(commune, in: studyArea) }.min { Self.excess($0) < Self.excess($1) }
        .map { (reach, $0) }
    }.sorted { Self.excess($0.margin) < Self.excess($1.margin) }
  }

  private static func excess(_ margin: ReachMargin) -> Double { margin.value / max(margin.limit, 1e-9) }

  private func isAncestor(_ id: String, of other: String) -> Bool {
    var current = parents[other]
    var steps = 0
    while let parent = current, steps < parents.count {
      if parent == id { return true }
      current = parents[parent]
      steps += 1
    }
    return false
  }
}
