import Bytes
import Maps
import Statistics

extension CountsAnswer {
  /// Checks what an outsider can deduce of every number that answers about this file withhold,
  /// whatever the question. The check starts again from the rows of the file. Returns its
  /// table, and whether every number is protected.
  ///
  /// Throws 69 without the Clp library.
  public func checkDisclosure() throws(Problem) -> (table: Table, isSafe: Bool) {
    let checks = try plan.printed(beside: counted.table).checkDisclosure(rule)
    return (DisclosureTables.intervals(checks), checks.allSatisfy(\.audit.isSafe))
  }
}
