import Bytes
import Maps
import Statistics

extension CountsAnswer {
  /// What an outsider can deduce of every number that answers about this file withhold, whatever they are asked, by
  /// a check that goes back to the rows of the file, and whether all are protected.
  ///
  /// Throws 69 without the Clp library.
  public func checkDisclosure() throws(Problem) -> (table: Table, isSafe: Bool) {
    let checks = try plan.printed(beside: counted.table).checkDisclosure(rule)
    return (DisclosureTables.intervals(checks), checks.allSatisfy(\.audit.isSafe))
  }
}
