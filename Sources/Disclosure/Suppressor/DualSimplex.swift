/// Least Σ cost·|y| with A y = b and −down ≤ y ≤ up, by the bounded dual simplex on a dense tableau.
///
/// Made for the small systems of a neighbourhood: tens of rows, up to a few hundred columns, a right side that
/// is zero but for the sums of one cell. y = 0 is the cheapest point of all, so that only the rows it violates
/// need work. A variable of the basis is held above or below 0, so that |y| is linear there.
///
/// Complexity: O(rows · columns) for each pivot; about as many pivots as rows that end up in use.
struct DualSimplex {
  let rows: Int
  let columns: Int
  /// Row-major, `rows` × `columns`.
  private var tableau: [Double]
  /// Value of the basic variable of each row.
  private var basic: [Double]
  /// The variable of each row, −1 for the slack of an equality, which must be 0.
  private var owner: [Int]
  private var isBasic: [Bool]
  /// Where the variables out of the basis stand: −down, 0 or up.
  private var resting: [Double]
  /// +1 where the basic variable is held at or above 0, −1 at or below.
  private var segment: [Double]
  /// What one unit of each column saves through the basis.
  private var saving: [Double]
  private let cost: [Double]
  private let down: [Double]
  private let up: [Double]

  private static let zero = 1e-9

  init(matrix: [Double], rightSide: [Double], cost: [Double], down: [Double], up: [Double]) {
    rows = rightSide.count
    columns = cost.count
    tableau = matrix
    basic = rightSide
    owner = Array(repeating: -1, count: rows)
    isBasic = Array(repeating: false, count: columns)
    resting = Array(repeating: 0, count: columns)
    segment = Array(repeating: 1, count: rows)
    saving = Array(repeating: 0, count: columns)
    self.cost = cost
    self.down = down
    self.up = up
  }

  /// The optimal y, or `nil` when there is none (or none was found within the steps allowed).
  mutating func solve() -> [Double]? {
    for _ in 0..<(20 * rows + 200) {
      guard let (row, target) = mostViolated() else {
        var y = resting
        for row in 0..<rows where owner[row] >= 0 { y[owner[row]] = basic[row] }
        return y
      }
      guard let (column, goesUp) = entering(row, raises: basic[row] < target) else { return nil }
      pivot(row, column, target, goesUp)
    }
    return nil
  }

  /// The row farthest outside its bounds and the bound it must come back to.
  private func mostViolated() -> (Int, Double)? {
    var worst = 1e-8
    var choice: (Int, Double)?
    for row in 0..<rows {
      let variable = owner[row]
      let low = variable < 0 || segment[row] > 0 ? 0 : -down[variable]
      let high = variable < 0 || segment[row] < 0 ? 0 : up[variable]
      let violation = max(low - basic[row], basic[row] - high)
      guard violation > worst else { continue }
      worst = violation
      choice = (row, basic[row] < low ? low : high)
    }
    return choice
  }

  /// The column whose move towards the target costs least per unit, and whether it goes up.
  private func entering(_ row: Int, raises: Bool) -> (Int, Bool)? {
    var best = Double.infinity
    var bestPivot = 0.0
    var choice: (Int, Bool)?
    for column in 0..<columns where !isBasic[column] {
      let entry = tableau[row * columns + column]
      guard abs(entry) > Self.zero else { continue }
      let goesUp = (entry < 0) == raises
      let value = resting[column]
      let price: Double
      if goesUp {
        guard value < up[column] else { continue }
        price = (value < 0 ? -cost[column] : cost[column]) - saving[column]
      } else {
        guard value > -down[column] else { continue }
        price = (value > 0 ? -cost[column] : cost[column]) + saving[column]
      }
      let ratio = max(0, price) / abs(entry)
      let isTie = abs(ratio - best) <= 1e-12
      if isTie ? abs(entry) > bestPivot : ratio < best {
        best = ratio
        bestPivot = abs(entry)
        choice = (column, goesUp)
      }
    }
    return choice
  }

  private mutating func pivot(_ row: Int, _ entering: Int, _ target: Double, _ goesUp: Bool) {
    let columns = columns
    let rows = rows
    let step = (basic[row] - target) / tableau[row * columns + entering]
    let from = resting[entering]
    let isAbove = goesUp ? from >= 0 : from > 0
    if owner[row] >= 0 {
      isBasic[owner[row]] = false
      resting[owner[row]] = target
    }
    let slope = isAbove ? cost[entering] : -cost[entering]
    let factor = saving[entering] - slope
    tableau.withUnsafeMutableBufferPointer { table in
      let start = table.baseAddress!
      let top = start + row * columns
      let inverse = 1 / top[entering]
      var filled: [Int] = []
      for column in 0..<columns where top[column] != 0 {
        top[column] *= inverse
        if abs(top[column]) < 1e-12 { top[column] = 0 } else { filled.append(column) }
      }
      for other in 0..<rows where other != row {
        let line = start + other * columns
        let multiple = line[entering]
        guard multiple != 0 else { continue }
        basic[other] -= multiple * step
        for column in filled { line[column] -= multiple * top[column] }
        line[entering] = 0
      }
      for column in filled { saving[column] -= factor * top[column] }
    }
    owner[row] = entering
    isBasic[entering] = true
    segment[row] = isAbove ? 1 : -1
    basic[row] = from + step
    resting[entering] = 0
  }
}
