import Bytes
import Maps
import Statistics

extension CountsAnswer {
  /// What an outsider can deduce of every cell this answer withholds, by a check that shares nothing with the
  /// suppressor, and whether all are protected.
  ///
  /// Throws 69 without the Clp library.
  public func checkDisclosure() throws(Problem) -> (table: Table, isSafe: Bool) {
    var checks: [(measure: Measure, audit: DisclosureAudit)] = []
    for one in protected where !one.isTakenAsPublished {
      var audit = try DisclosureCheck.run(PublishedTables(one.problem, one.plan, rule: rule), rule: rule)
      // Communes nobody asked for are unknowns of the system: worth a line only where they must be protected.
      audit.intervals = audit.intervals.filter { interval in
        guard one.problem.cells[interval.cell].standing == .hidden else { return true }
        if case .sensitive = interval.reason { return true }
        return false
      }
      checks.append((one.measure, audit))
    }
    return (DisclosureTables.intervals(checks), checks.allSatisfy(\.audit.isSafe))
  }
}
