import Bytes
import CClp

/// A linear programme with equality constraints, solved again and again from its last basis.
///
/// It has one owner and must not be used by two threads at once.
struct LinearProgram: ~Copyable {
  enum Outcome {
    case optimal
    case infeasible
    case unbounded
  }

  private let handle: OpaquePointer
  let columns: Int

  /// Columns in compressed form, entries ±1; `upper` may be infinite.
  ///
  /// - Throws: 69 without Clp.
  init(starts: [Int32], rows: [Int32], entries: [Double], lower: [Double], upper: [Double], rightSide: [Double])
    throws(Problem)
  {
    guard cartopole_clp_is_available() != 0 else {
      throw Problem(
        .unavailable, Text.disclosureCheckNeedsClp, fix: Text("installez coinor-libclp1", "install coinor-libclp1"))
    }
    guard
      let made = cartopole_clp_new(
        Int32(lower.count), Int32(rightSide.count), starts, rows, entries, lower, upper, rightSide, rightSide)
    else { throw Problem(.unavailable, Text("Clp n’a plus de mémoire", "Clp is out of memory")) }
    handle = made
    columns = lower.count
  }

  deinit { cartopole_clp_free(handle) }

  /// Minimises new costs within the present bounds.
  mutating func minimise(_ costs: [Double]) throws(Problem) -> Outcome {
    cartopole_clp_costs(handle, costs)
    return try outcome(cartopole_clp_solve(handle, 0))
  }

  /// Minimises the last costs within new bounds.
  mutating func minimise(lower: [Double], upper: [Double]) throws(Problem) -> Outcome {
    cartopole_clp_bounds(handle, lower, upper)
    return try outcome(cartopole_clp_solve(handle, 1))
  }

  /// The values of the columns in the last solution.
  func withValues(_ body: (UnsafeBufferPointer<Double>) -> Void) {
    body(UnsafeBufferPointer(start: cartopole_clp_values(handle), count: columns))
  }

  private func outcome(_ status: Int32) throws(Problem) -> Outcome {
    switch status {
    case 0: return .optimal
    case 1: return .infeasible
    case 2: return .unbounded
    default:
      throw Problem(
        .bug, Text("Clp a abandonné (état \(status))", "Clp gave up (status \(status))"),
        fix: Text("réduisez le nombre de zones", "use fewer areas"))
    }
  }
}
