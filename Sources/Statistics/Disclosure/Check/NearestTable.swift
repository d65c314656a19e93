import Bytes

/// Tables that satisfy every sum, give one cell a set value and differ as little as possible from a reference.
///
/// The columns are the increase of each cell, then the decrease of each; their sum is minimised.
struct NearestTable: ~Copyable {
  private var programme: LinearProgram
  private let reference: [Double]
  private var lower: [Double]
  private var upper: [Double]

  init(_ component: CheckComponent, _ reference: [Double]) throws(Problem) {
    let count = component.cells.count
    let lower = [Double](repeating: 0, count: 2 * count)
    let upper = [Double](repeating: .infinity, count: count) + reference
    let filled = component.starts.last ?? 0
    var programme = try LinearProgram(
      starts: component.starts + component.starts.dropFirst().map { $0 + filled },
      rows: component.rows + component.rows,
      entries: component.entries + component.entries.map { -$0 }, lower: lower, upper: upper,
      rightSide: Array(repeating: 0, count: component.rightSide.count))
    _ = try programme.minimise([Double](repeating: 1, count: 2 * count))
    self.programme = programme
    self.reference = reference
    self.lower = lower
    self.upper = upper
  }

  /// The change of each cell that changes, when `column` changes by `change` and the given
  /// knowledge holds; `nil` when no table does that.
  ///
  /// - Parameter floors: columns with the least value they may take; `nil` for a value that may not change.
  mutating func changes(column: Int, by change: Double, floors: [Int: Double?]) throws(Problem)
    -> [(column: Int, change: Double)]?
  {
    let count = reference.count
    for (known, floor) in floors {
      if let floor {
        upper[count + known] = max(0, reference[known] - floor)
      } else {
        upper[known] = 0
        upper[count + known] = 0
      }
    }
    lower[column] = max(0, change)
    upper[column] = max(0, change)
    lower[count + column] = max(0, -change)
    upper[count + column] = max(0, -change)
    let outcome = try programme.minimise(lower: lower, upper: upper)
    for known in floors.keys {
      upper[known] = .infinity
      upper[count + known] = reference[known]
    }
    lower[column] = 0
    upper[column] = .infinity
    lower[count + column] = 0
    upper[count + column] = reference[column]
    guard case .optimal = outcome else { return nil }
    var changes: [(column: Int, change: Double)] = []
    programme.withValues { values in
      for cell in 0..<count where abs(values[cell] - values[count + cell]) > 1e-7 {
        changes.append((cell, values[cell] - values[count + cell]))
      }
    }
    return changes
  }
}
