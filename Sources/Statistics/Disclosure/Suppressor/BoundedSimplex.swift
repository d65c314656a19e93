/// Least Σ cost·|y| with A y = b and −down ≤ y ≤ up, by the bounded primal simplex on a dense tableau.
///
/// Made for the small systems of a neighbourhood: tens of rows, up to a few hundred columns. A variable is held
/// in one of two segments, below or above 0, so that |y| stays linear while it is in the basis.
struct BoundedSimplex {
  let rows: Int
  let columns: Int
  /// Row-major, `rows` × `columns`.
  private var tableau: [Double]
  /// Value of the basic variable of each row.
  private var basic: [Double]
  /// The variable of each row, −1 for an artificial one.
  private var owner: [Int]
  private var isBasic: [Bool]
  /// Where the variables out of the basis stand: −down, 0 or up.
  private var resting: [Double]
  /// Segment of the basic variable of each row: +1 at or above 0, −1 at or below.
  private var segment: [Double]
  private let cost: [Double]
  private let down: [Double]
  private let up: [Double]

  private static let zero = 1e-9

  init(matrix: [Double], rightSide: [Double], cost: [Double], down: [Double], up: [Double]) {
    rows = rightSide.count
    columns = cost.count
    tableau = matrix
    basic = rightSide
    for row in 0..<rows where basic[row] < 0 {
      basic[row] = -basic[row]
      for column in 0..<columns { tableau[row * columns + column] = -tableau[row * columns + column] }
    }
    owner = Array(repeating: -1, count: rows)
    isBasic = Array(repeating: false, count: columns)
    resting = Array(repeating: 0, count: columns)
    segment = Array(repeating: 1, count: rows)
    self.cost = cost
    self.down = down
    self.up = up
  }

  /// The optimal y, or `nil` when there is none (or none was found within the steps allowed).
  mutating func solve() -> [Double]? {
    guard minimise(feasibility: true) else { return nil }
    for row in 0..<rows where owner[row] < 0 && basic[row] > 1e-7 { return nil }
    for row in 0..<rows where owner[row] < 0 { basic[row] = 0 }
    guard minimise(feasibility: false) else { return nil }
    var y = resting
    for row in 0..<rows where owner[row] >= 0 { y[owner[row]] = basic[row] }
    return y
  }

  /// One phase; with `feasibility` the cost is the sum of the artificial variables.
  private mutating func minimise(feasibility: Bool) -> Bool {
    // What one unit of each column saves through the basis: c_B · B⁻¹ A.
    var saving = [Double](repeating: 0, count: columns)
    for row in 0..<rows {
      let slope = basicSlope(row, feasibility)
      guard slope != 0 else { continue }
      for column in 0..<columns { saving[column] += slope * tableau[row * columns + column] }
    }
    let allowed = 50 * (rows + columns) + 500
    var still = 0
    for _ in 0..<allowed {
      guard let (entering, direction) = entering(saving, feasibility, first: still > 40) else { return true }
      let step = advance(entering, direction, feasibility, &saving)
      guard let step else { return false }
      still = step > Self.zero ? 0 : still + 1
    }
    return false
  }

  private func basicSlope(_ row: Int, _ feasibility: Bool) -> Double {
    if feasibility { return owner[row] < 0 ? 1 : 0 }
    return owner[row] < 0 ? 0 : segment[row] * cost[owner[row]]
  }

  /// The column that lowers the objective fastest and the way it goes; with `first`, the first that lowers it.
  private func entering(_ saving: [Double], _ feasibility: Bool, first: Bool) -> (Int, Double)? {
    var best = Self.zero
    var choice: (Int, Double)?
    for column in 0..<columns where !isBasic[column] {
      let value = resting[column]
      let price = feasibility ? 0 : cost[column]
      var gain = -1.0
      var direction = 1.0
      if value < up[column] {
        // Going up costs `price` from 0 and gives it back from below.
        gain = saving[column] - (value < 0 ? -price : price)
      }
      if value > -down[column] {
        let other = -saving[column] - (value > 0 ? -price : price)
        if other > gain {
          gain = other
          direction = -1
        }
      }
      if gain > best {
        choice = (column, direction)
        if first { return choice }
        best = gain
      }
    }
    return choice
  }

  /// Moves `entering` until something blocks; returns how far, `nil` when nothing does.
  private mutating func advance(
    _ entering: Int, _ direction: Double, _ feasibility: Bool, _ saving: inout [Double]
  ) -> Double? {
    let from = resting[entering]
    var limit = direction > 0 ? (from < 0 ? -from : up[entering]) : (from > 0 ? from : down[entering])
    var leaving = -1
    var leavesAtFar = false
    for row in 0..<rows {
      let rate = -direction * tableau[row * columns + entering]
      guard abs(rate) > Self.zero else { continue }
      let variable = owner[row]
      var low = 0.0
      var high = feasibility ? Double.infinity : 0
      if variable >= 0 {
        low = segment[row] > 0 ? 0 : -down[variable]
        high = segment[row] > 0 ? up[variable] : 0
      }
      let room = max(0, rate > 0 ? high - basic[row] : basic[row] - low)
      let distance = room / abs(rate)
      let isTie = leaving >= 0 && abs(distance - limit) <= Self.zero
      let better =
        isTie
        ? abs(rate) > abs(tableau[leaving * columns + entering]) + Self.zero : distance < limit - Self.zero
      if better || (leaving < 0 && distance <= limit && distance < .infinity) {
        limit = min(limit, distance)
        leaving = row
        leavesAtFar = rate > 0
      }
    }
    guard limit < .infinity else { return nil }
    for row in 0..<rows { basic[row] -= direction * limit * tableau[row * columns + entering] }
    let value = from + direction * limit
    guard leaving >= 0 else {
      resting[entering] = value
      return limit
    }
    let variable = owner[leaving]
    if variable >= 0 {
      isBasic[variable] = false
      let isAbove = segment[leaving] > 0
      resting[variable] =
        leavesAtFar ? (isAbove ? up[variable] : 0) : (isAbove ? 0 : -down[variable])
    }
    pivot(leaving, entering, value, isAbove: from > 0 || (from == 0 && direction > 0), feasibility, &saving)
    return limit
  }

  private mutating func pivot(
    _ row: Int, _ entering: Int, _ value: Double, isAbove: Bool, _ feasibility: Bool, _ saving: inout [Double]
  ) {
    let columns = columns
    let rows = rows
    segment[row] = isAbove ? 1 : -1
    let slope = feasibility ? 0 : segment[row] * cost[entering]
    tableau.withUnsafeMutableBufferPointer { table in
      let top = table.baseAddress! + row * columns
      let inverse = 1 / top[entering]
      for column in 0..<columns { top[column] *= inverse }
      for other in 0..<rows where other != row {
        let line = table.baseAddress! + other * columns
        let factor = line[entering]
        guard factor != 0 else { continue }
        for column in 0..<columns { line[column] -= factor * top[column] }
        line[entering] = 0
      }
      let factor = saving[entering] - slope
      saving.withUnsafeMutableBufferPointer { saved in
        for column in 0..<columns { saved[column] -= factor * top[column] }
      }
    }
    owner[row] = entering
    isBasic[entering] = true
    basic[row] = value
    resting[entering] = 0
  }
}
