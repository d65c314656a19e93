import Bytes

/// Tables that satisfy every sum, give one cell a set value and differ as little as possible from a reference.
///
/// The columns are the increase of each cell, then the decrease of each; their sum is minimised.
struct NearestTable: ~Copyable {
  private var programme: LinearProgram
  private let reference: [Double]
  private var lower: [Double]
  private var upper: [Double]
  /// How far each cell may go up, then how far down, for anybody.
  private let open: [Double]

  init(_ component: CheckComponent, _ reference: [Double]) throws(Problem) {
    let count = component.cells.count
    let lower = [Double](repeating: 0, count: 2 * count)
    let upper =
      (0..<count).map { max(0, component.upper[$0] - reference[$0]) }
      + (0..<count).map { max(0, reference[$0] - component.lower[$0]) }
    let filled = component.starts.last ?? 0
    var programme = try LinearProgram(
      starts: component.starts + component.starts.dropFirst().map { $0 + filled },
      rows: component.rows + component.rows, entries: component.entries + component.entries.map { -$0 }, lower: lower,
      upper: upper, rightSide: Array(repeating: 0, count: component.rightSide.count))
    _ = try programme.minimise([Double](repeating: 1, count: 2 * count))
    self.programme = programme
    self.reference = reference
    self.lower = lower
    self.upper = upper
    open = upper
  }

  /// The change of each cell that changes, when `column` changes by `change` and the given
  /// knowledge holds; `nil` when no table does that.
  ///
  /// - Parameter bounds: columns with the least and the greatest value they may take; `nil` for a value that may not
  ///   change.
  mutating func changes(column: Int, by change: Double, bounds: [Int: ClosedRange<Double>?]) throws(Problem) -> [(
    column: Int, change: Double
  )]? {
    let count = reference.count
    for (known, range) in bounds {
      upper[known] = range.map { max(0, min(open[known], $0.upperBound - reference[known])) } ?? 0
      upper[count + known] = range.map { max(0, min(open[count + known], reference[known] - $0.lowerBound)) } ?? 0
    }
    lower[column] = max(0, change)
    upper[column] = max(0, change)
    lower[count + column] = max(0, -change)
    upper[count + column] = max(0, -change)
    let outcome = try programme.minimise(lower: lower, upper: upper)
    for known in bounds.keys {
      upper[known] = open[known]
      upper[count + known] = open[count + known]
    }
    lower[column] = 0
    upper[column] = open[column]
    lower[count + column] = 0
    upper[count + column] = open[count + column]
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
