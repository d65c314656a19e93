import Bytes

/// A lower bound of the fewest columns by Lagrangian relaxation, and a good cover found on the way.
///
/// With a price ≥ 0 for each row, every cover has at least Σ prices + Σ min(0, 1 − Σ prices of the column's
/// rows) columns. Subgradient steps follow Held & Karp (1971) and, for covers, Beasley (1990).
struct CoverDual {
  private let table: CoverTable
  private let rowsOf: CompressedRows<Int32>
  private(set) var prices: [Double]
  private(set) var bound = 0.0
  /// For each column, 1 − Σ prices of its rows, at the best prices.
  private(set) var reducedCosts: [Double] = []
  private(set) var cover: [Int] = []

  init(_ table: CoverTable) {
    self.table = table
    let rowsOf = table.rowsByColumn()
    self.rowsOf = rowsOf
    prices = (0..<table.rows).map { row in 1 / Double(table.columns(of: row).map { rowsOf[$0].count }.max() ?? 1) }
  }

  /// Raises the bound until it exceeds `limit`, equals the size of the cover found, or the iterations are used
  /// up.
  mutating func climb(_ iterations: Int, limit: Int) {
    var trial = prices
    var step = 1.0
    var stall = 0
    bound = -.infinity
    for iteration in 0..<iterations {
      var costs = [Double](repeating: 1, count: table.columns)
      var value = trial.reduce(0, +)
      var slope = [Double](repeating: 1, count: table.rows)
      for column in 0..<table.columns {
        for row in rowsOf[column] { costs[column] -= trial[Int(row)] }
        guard costs[column] < 0 else { continue }
        value += costs[column]
        for row in rowsOf[column] { slope[Int(row)] -= 1 }
      }
      if value > bound {
        if value > bound + 1e-4 { stall = 0 }
        bound = value
        prices = trial
        reducedCosts = costs
      } else {
        stall += 1
        if stall >= 10 { (step, stall) = (step / 2, 0) }
      }
      if iteration % 10 == 0 {
        let found = greedy(costs)
        if cover.isEmpty || found.count < cover.count { cover = found }
      }
      if CoverSearch.whole(bound) > limit || CoverSearch.whole(bound) >= cover.count || step < 1e-3 { return }
      let length = slope.reduce(0) { $0 + $1 * $1 }
      guard length > 0 else { return }
      let move = step * max(0.1, Double(min(cover.count, limit + 1)) - value) / length
      for row in trial.indices { trial[row] = max(0, trial[row] + move * slope[row]) }
    }
  }

  /// A cover made by repeatedly taking the column with the least reduced cost for each new row; redundant
  /// columns are removed at the end.
  private func greedy(_ costs: [Double]) -> [Int] {
    var hits = [Int](repeating: 0, count: table.rows)
    var gains = (0..<table.columns).map { rowsOf[$0].count }
    var left = table.rows
    var chosen: [Int] = []
    while left > 0 {
      var best = (score: Double.infinity, column: 0)
      for column in 0..<table.columns where gains[column] > 0 {
        let cost = max(costs[column], 0) + 1e-3
        let score = cost / Double(gains[column])
        if score < best.score { best = (score, column) }
      }
      chosen.append(best.column)
      for row in rowsOf[best.column].lazy.map(Int.init) {
        hits[row] += 1
        guard hits[row] == 1 else { continue }
        left -= 1
        for column in table.columns(of: row) { gains[column] -= 1 }
      }
    }
    for column in chosen.sorted(by: { (costs[$1], $0) < (costs[$0], $1) }) {
      let own = rowsOf[column]
      guard own.allSatisfy({ hits[Int($0)] > 1 }) else { continue }
      for row in own { hits[Int(row)] -= 1 }
      chosen.removeAll { $0 == column }
    }
    return chosen.sorted()
  }
}
