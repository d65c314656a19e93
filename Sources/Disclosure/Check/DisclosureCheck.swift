import Bytes

/// Audits a suppression with code that shares nothing with the suppressor. From the published cells
/// alone it bounds every other cell, by exact linear programming over each connected system, and
/// compares the bounds with the required interval.
///
/// The least and the greatest value of a cell over all tables x ≥ 0 in which every published sum holds are what
/// the attacker of Fischetti and Salazar (Management Science 47, 2001) computes. For counts the bounds are
/// rounded inward. Every whole-number table lies between the bounds, so that they never exclude a possible
/// value; an attacker with integer programming might find narrower ones in linked tables, where extreme points
/// need not be whole. `fractional` counts the attacks for which that remains open.
///
/// Contributors are treated apart: for each sensitive cell and direction the table nearest to a reference that
/// reaches the required value is sought; those who know one of the cells in which the two differ are then
/// attackers of a second programme, all together, then one by one. Bounds that are published of some cells, such as
/// classes of headcounts, are known to all; beyond them nothing can be hidden, and nothing is asked for.
public struct DisclosureCheck {
  let tables: PublishedTables
  let rule: DisclosureRule

  /// Bounds every cell that is not printed. Throws 65 for tables that
  /// contradict themselves, 69 without the Clp library.
  public static func run(_ tables: PublishedTables, rule: DisclosureRule = DisclosureRule()) throws(Problem)
    -> DisclosureAudit
  {
    let check = DisclosureCheck(tables: tables, rule: rule)
    var audit = DisclosureAudit(intervals: [], attacks: 0, fractional: 0)
    for component in try CheckComponent.all(of: tables) {
      var intervals = try check.bounds(of: component)
      try check.tryInsiders(component, &intervals, &audit)
      audit.intervals += intervals
    }
    audit.intervals.sort { $0.cell < $1.cell }
    return audit
  }

  /// What an outsider can deduce of each cell of the component, in the order of its columns.
  func bounds(of component: CheckComponent) throws(Problem) -> [DeducedInterval] {
    let count = component.cells.count
    let outer = component.propagated()
    var low = [Double](repeating: .infinity, count: count)
    var high = [Double](repeating: -.infinity, count: count)
    var programme = try component.programme(lower: component.lower, upper: component.upper)
    var costs = [Double](repeating: 0, count: count)
    func solve(_ costs: [Double]) throws(Problem) -> Bool {
      switch try programme.minimise(costs) {
      case .infeasible:
        throw Problem(
          .badData, at: Text(same: tables.ids[component.cells[0]]), Text.noTableSatisfiesPublication,
          fix: Text("vérifiez les totaux publiés", "check the printed totals"))
      case .unbounded: return false
      case .optimal:
        programme.withValues { values in
          for column in 0..<count {
            low[column] = min(low[column], values[column])
            high[column] = max(high[column], values[column])
          }
        }
        return true
      }
    }
    _ = try solve(costs)
    for column in 0..<count {
      let near = 1e-6 * max(1, outer.low[column])
      if low[column] > outer.low[column] + near {
        costs[column] = 1
        _ = try solve(costs)
      }
      if high[column] < outer.high[column] - near {
        costs[column] = -1
        if try !solve(costs) { high[column] = .infinity }
      }
      costs[column] = 0
    }
    return (0..<count).map { judged(component.cells[$0], low[$0], high[$0]) }
  }

  private func judged(_ cell: Int, _ low: Double, _ high: Double) -> DeducedInterval {
    let near = 1e-6 * max(1, low)
    let isCount = tables.isCount[cell]
    let known = tables.known[cell]
    let low = isCount ? (low - near).rounded(.up) : low
    let high = isCount ? (high + near).rounded(.down) : high
    let reason = tables.reasons[cell] ?? .complementary
    var interval = DeducedInterval(
      cell: cell, id: tables.ids[cell], low: max(0, low), high: high, reason: reason, required: nil,
      isProtected: reason == .hidden || high - low > near || known.lowerBound == known.upperBound)
    if case .sensitive(let value) = reason {
      let required = rule.required(value, within: known)
      interval.required = required
      interval.isProtected = low <= required.lowerBound + near && high >= required.upperBound - near
    }
    return interval
  }
}

extension CheckComponent {
  /// All tables in which every sum holds and each cell is within bounds.
  func programme(lower: [Double], upper: [Double]) throws(Problem) -> LinearProgram {
    try LinearProgram(starts: starts, rows: rows, entries: entries, lower: lower, upper: upper, rightSide: rightSide)
  }
}
