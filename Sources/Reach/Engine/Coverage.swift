import Bytes
import Territory

/// Which actions of a status count.
public enum StatusFilter: String, Sendable, CaseIterable {
  case realised, planned, any

  public func admits(_ status: Action.Status) -> Bool {
    self == .any || rawValue == status.rawValue
  }
}

/// The reaches of several actions laid over each other.
public struct Coverage: Sendable {
  public let ground: Ground
  public let reaches: [ActionReach]
  /// The whole each part belongs to, by id; also of actions that are not laid over each other here.
  private let parents: [String: String]

  /// Reads and computes the reach of each action, in their order; `all` are the project's, when those are some of
  /// them. Throws what `ActionReach` throws.
  public init(_ actions: [Action], of all: [Action]? = nil, on ground: Ground) throws(Problem) {
    var reaches: [ActionReach] = []
    for action in actions { reaches.append(try ActionReach(action, on: ground)) }
    self.ground = ground
    self.reaches = reaches
    var parents: [String: String] = [:]
    for action in all ?? actions { parents[action.id] = action.parent }
    self.parents = parents
  }

  /// Some of the reaches of another coverage.
  public init(_ reaches: [ActionReach], of coverage: Coverage) {
    ground = coverage.ground
    parents = coverage.parents
    self.reaches = reaches
  }

  /// The reaches that have a rule, of actions with a status.
  public func reaching(_ status: StatusFilter) -> [ActionReach] {
    reaches.filter { $0.hasRules && status.admits($0.action.status) }
  }

  /// Number of actions that reach each commune. An action whose part reaches the commune too is not counted
  /// beside it.
  public func counts(_ status: StatusFilter) -> [Int] {
    let reaches = reaching(status)
    let rows = reaches.map { reach in Set(reach.rows.map(\.row)) }
    return ground.layer.communes.indices.map { commune in
      let here = reaches.indices.filter { rows[$0].contains(commune) }
      return here.filter { index in
        !here.contains { isAncestor(reaches[index].action.id, of: reaches[$0].action.id) }
      }.count
    }
  }

  /// Rows of the communes of the territory no action of a status reaches, by code.
  public func blindSpots(_ status: StatusFilter) -> [Int] {
    var reached = Set<Int>()
    for reach in reaching(status) { reached.formUnion(reach.rows.map(\.row)) }
    return ground.territory.filter { !reached.contains($0) }
      .sorted { ground.layer.communes[$0].insee < ground.layer.communes[$1].insee }
  }

  /// Rows reached by at least one action of a status: a union, so that no commune counts twice.
  public func reachedRows(_ status: StatusFilter) -> [Int] {
    Set(reaching(status).flatMap { $0.rows.map(\.row) }).sorted()
  }

  /// What two actions have in common.
  public struct Overlap: Sendable, Equatable {
    public var a: String
    public var b: String
    public var communes: Int
    public var population: Inhabitants
    /// Communes reached by both over communes reached by either; 0 when neither reaches any.
    public var jaccard: Double
    public var basis: Basis
  }

  /// Every pair of actions of a status, a < b by id, never an action with a part of its own. O(actions² ·
  /// communes).
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
            a: a, b: b, communes: both.count, population: ground.layer.population(both),
            jaccard: either == 0 ? 0 : Double(both.count) / Double(either),
            basis: .weakest([reaches[first].basis, reaches[second].basis])))
      }
    }
    return overlaps
  }

  /// The actions that reach a commune, with its row in each.
  public func actions(reaching commune: Int) -> [(reach: ActionReach, row: ActionReach.Row)] {
    reaches.compactMap { reach in
      reach.rows.first { $0.row == commune }.map { (reach, $0) }
    }
  }

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
