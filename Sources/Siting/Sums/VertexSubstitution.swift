/// Finds good sets of sites without proof, by greedy addition and then vertex interchange.
///
/// Source: Teitz & Bart (1968), with the gain and loss tables of Whitaker (1983) as described by Resende &
/// Werneck (2007), which value all swaps in one pass over the costs.
struct VertexSubstitution {
  let columns: CostColumns

  /// The greedy set: repeatedly adds the site that lowers the sum most, of equal ones the first.
  func greedy(_ count: Int) -> [Int] {
    var nearest = columns.ceiling
    var chosen: [Int] = []
    var isOpen = [Bool](repeating: false, count: columns.columns)
    for _ in 0..<count {
      var best = (saving: 1.0, column: -1)
      for column in 0..<columns.columns where !isOpen[column] {
        let saving = columns.saving(column, against: nearest)
        if saving < best.saving { best = (saving, column) }
      }
      chosen.append(best.column)
      isOpen[best.column] = true
      columns.lower(&nearest, by: best.column)
    }
    return chosen
  }

  /// Makes the best swap until no swap helps, and offers every set found on the way to the pool.
  ///
  /// O(rows × columns) for each swap.
  func improve(_ start: [Int], into pool: inout SitePool) {
    var sites = start
    var value = columns.value(sites)
    pool.offer(value, sites)
    while let swap = bestSwap(sites, value, &pool), swap.value < value {
      sites[swap.out] = swap.column
      let exact = columns.value(sites)
      guard exact < value else { return }
      value = exact
      pool.offer(value, sites)
    }
  }

  private func bestSwap(_ sites: [Int], _ value: Double, _ pool: inout SitePool) -> (
    value: Double, out: Int, column: Int
  )? {
    let rows = columns.rows
    var (first, second, owner) = nearestTwo(sites)
    var closing = [Double](repeating: 0, count: sites.count)
    for row in 0..<rows where owner[row] >= 0 { closing[owner[row]] += second[row] - first[row] }
    var isOpen = [Bool](repeating: false, count: columns.columns)
    for site in sites { isOpen[site] = true }
    var best: (value: Double, out: Int, column: Int)?
    var kept = [Double](repeating: 0, count: sites.count)
    for row in 0..<rows where owner[row] < 0 { (owner[row], second[row]) = (0, first[row]) }
    for column in 0..<columns.columns where !isOpen[column] {
      // kept[k] is the part of the loss from closing site k that the new column avoids.
      for k in kept.indices { kept[k] = 0 }
      var gain = 0.0
      columns.cells.withUnsafeBufferPointer { cells in
        let base = column * rows
        for row in 0..<rows {
          let cost = cells[base + row]
          if cost < second[row] {
            gain += max(0, first[row] - cost)
            kept[owner[row]] += second[row] - max(cost, first[row])
          }
        }
      }
      for k in sites.indices {
        let after = value - gain + closing[k] - kept[k]
        if after < (best?.value ?? .infinity) { best = (after, k, column) }
        if pool.capacity > 1, after < pool.cutoff {
          var other = sites
          other[k] = column
          pool.offer(columns.value(other), other)
        }
      }
    }
    return best
  }

  /// Prices to begin with: halfway between the least and the second least cost of each row among the sites.
  func middles(_ sites: [Int]) -> [Double] {
    let (first, second, _) = nearestTwo(sites)
    return zip(first, second).map { ($0 + $1) / 2 }
  }

  /// The least and second least cost of each row among the sites, and the position of the site with the least;
  /// −1 when the ceiling is least.
  private func nearestTwo(_ sites: [Int]) -> (first: [Double], second: [Double], owner: [Int]) {
    var first = columns.ceiling
    var second = columns.ceiling
    var owner = [Int](repeating: -1, count: columns.rows)
    for (k, site) in sites.enumerated() {
      for row in 0..<columns.rows {
        let cost = columns.cells[site * columns.rows + row]
        if cost < first[row] {
          second[row] = first[row]
          first[row] = cost
          owner[row] = k
        } else if cost < second[row] {
          second[row] = cost
        }
      }
    }
    return (first, second, owner)
  }
}
