import Bytes
import Territory

/// What disclosure control did to one measure of a table.
public struct ProtectedMeasure: Sendable {
  public let measure: Measure
  public let problem: DisclosureProblem
  public let plan: DisclosurePlan
  /// No row says how many legal units it counts: the source is taken to have published its values.
  public let isTakenAsPublished: Bool
  /// Some area's legal units are bounded, not counted: the file does not name them.
  public let boundsUnits: Bool
}

extension AreaTable {
  /// Withholds what may not be said, and what would let it be computed, of every measure that is protected: after
  /// this the table holds no number of a cell withheld.
  ///
  /// The outsider knows every cell of the table, at all levels and families together, and how areas and families
  /// add up. Communes that are not rows are unknowns of the same system. Throws 65 when families add up to more
  /// than all of them.
  public mutating func protect(_ rule: DisclosureRule) throws(Problem) -> [ProtectedMeasure] {
    var done: [ProtectedMeasure] = []
    for position in series.indices where isProtected(series(at: position).measure) {
      let system = try DisclosureSystem(self, series: position)
      let plan = DisclosurePlan(system.problem, rule: rule)
      let boundsUnits = system.cellOfCount.contains { counts[$0.index].boundsUnits }
      for (index, cell) in system.cellOfCount where plan.isWithheld(cell) { counts[index].withhold() }
      done.append(
        ProtectedMeasure(
          measure: series(at: position).measure, problem: system.problem, plan: plan,
          isTakenAsPublished: system.isTakenAsPublished, boundsUnits: boundsUnits))
    }
    return done
  }
}

extension AreaCount {
  /// Forgets the number and whatever it could be told from.
  mutating func withhold() {
    cell = .secret
    known = 0
    units = nil
    largest = nil
    lineCount = 0
    firstLine = 0
    lastLine = 0
  }
}
