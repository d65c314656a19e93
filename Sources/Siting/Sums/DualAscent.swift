/// Lower bounds for one node by Lagrangian relaxation of the constraint that every row is served once.
///
/// With a price for each row, the bound is Σ prices plus, for each group, the sum of its `count` least savings.
/// The volume algorithm improves the prices: it steps from the best prices along a weighted mean of the
/// subgradients, and the weights also give a fractional solution to branch on. Sources: Cornuéjols, Fisher &
/// Nemhauser (1977); Barahona & Anbil (2000).
struct DualAscent {
  let columns: CostColumns
  /// The best prices; `bound` is their bound, and `savings` has the savings of the members at these prices by
  /// group.
  var prices: [Double]
  var bound = -Double.infinity
  var savings: [[Double]] = []
  /// Weighted share of the iterations in which each member was open, by group; recent iterations have a larger
  /// weight.
  var use: [[Double]] = []
  /// The sites that the last relaxation opened.
  private(set) var open: [Int] = []
  private var direction: [Double]
  private var step = 1.0

  init(_ columns: CostColumns, prices: [Double]) {
    self.columns = columns
    self.prices = prices
    direction = [Double](repeating: 0, count: columns.rows)
  }

  /// Improves the bound for some iterations or until it reaches the cutoff of the pool.
  ///
  /// Offers the sets of sites that solve a relaxation to the pool. O(rows × members) for each iteration.
  mutating func climb(_ groups: [SiteGroup], _ iterations: Int, scale: [Double], into pool: inout SitePool) {
    let rows = columns.rows
    var trial = prices
    var reds = 0
    use = groups.map { [Double](repeating: 0, count: $0.members.count) }
    bound = -.infinity
    for iteration in 0..<iterations {
      let found = groups.map { group in group.members.map { columns.saving(Int($0), against: trial) } }
      var value = trial.reduce(0, +)
      open = []
      let weight = iteration == 0 ? 1 : 0.1
      for (g, group) in groups.enumerated() {
        let order = Self.least(group.count, of: found[g])
        for k in use[g].indices { use[g][k] *= 1 - weight }
        for k in order {
          value += found[g][k]
          open.append(Int(group.members[k]))
          use[g][k] += weight
        }
      }
      var slope = [Double](repeating: 1, count: rows)
      var nearest = columns.ceiling
      columns.cells.withUnsafeBufferPointer { cells in
        for site in open {
          let base = site * rows
          for row in 0..<rows {
            let cost = cells[base + row]
            if cost < trial[row] { slope[row] -= 1 }
            nearest[row] = min(nearest[row], cost)
          }
        }
      }
      pool.offer(nearest.reduce(0, +), open)
      var along = 0.0
      for row in 0..<rows { along += slope[row] * direction[row] * scale[row] }
      for row in 0..<rows { direction[row] = (1 - weight) * direction[row] + weight * slope[row] }
      if value > bound {
        if iteration > 0, along > 0 { step = min(2, step * 1.1) }
        bound = value
        prices = trial
        savings = found
        reds = 0
      } else {
        reds += 1
        if reds >= 10 { (step, reds) = (step * 0.66, 0) }
      }
      if bound >= pool.cutoff { return }
      var length = 0.0
      for row in 0..<rows { length += direction[row] * direction[row] * scale[row] }
      guard length > 0 else { return }
      let move = step * max(1e-9 * abs(pool.best), 1.02 * pool.best - bound) / length
      for row in 0..<rows {
        trial[row] = max(0, min(columns.ceiling[row], prices[row] + move * scale[row] * direction[row]))
      }
    }
  }

  /// Positions of the `count` smallest values, of equal ones the first. O(values × log values).
  static func least(_ count: Int, of values: [Double]) -> [Int] {
    if count == 1 {
      var best = 0
      for k in values.indices where values[k] < values[best] { best = k }
      return [best]
    }
    if count >= values.count { return Array(values.indices) }
    if count <= 8 {
      var best: [Int] = []
      for k in values.indices {
        if best.count == count, values[k] >= values[best[count - 1]] { continue }
        let place = best.firstIndex { values[k] < values[$0] } ?? best.count
        best.insert(k, at: place)
        if best.count > count { best.removeLast() }
      }
      return best
    }
    return Array(values.indices.sorted { (values[$0], $0) < (values[$1], $1) }.prefix(count))
  }
}
