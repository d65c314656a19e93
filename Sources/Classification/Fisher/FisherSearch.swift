import Bytes

/// Where a best partition may cut: the smallest costs of cutting the values from each one on into 1, 2, … runs, by
/// divide and conquer over the cuts, which never move back when the start moves on (Grønlund et al. 2017).
struct FisherSearch<Number: CostNumber> {
  private let costs: RunCosts<Number>
  private let classes: Int
  /// `best[c − 1][i]` is the smallest cost of the values from i on in c runs, for c < classes.
  private var best: [[Number]] = []

  init(_ costs: RunCosts<Number>, classes: Int) {
    self.costs = costs
    self.classes = classes
    guard classes > 1 else { return }
    best.append((0..<costs.count).map { costs.cost($0, costs.count) })
    for runs in 2..<max(2, classes) {
      let below = best[runs - 2]
      var row = [Number](repeating: Number(0), count: costs.count)
      row.withUnsafeMutableBufferPointer { row in
        below.withUnsafeBufferPointer { below in fill(row, below, 0, costs.count - runs, 1, costs.count - runs + 1) }
      }
      best.append(row)
    }
  }

  /// Computes the costs for the starts `low...high`, for which the first run ends somewhere in `from...to`.
  private func fill(
    _ row: UnsafeMutableBufferPointer<Number>, _ below: UnsafeBufferPointer<Number>, _ low: Int, _ high: Int,
    _ from: Int, _ to: Int
  ) {
    guard low <= high else { return }
    let middle = (low + high) / 2
    var end = max(from, middle + 1)
    var least = costs.cost(middle, end) + below[end]
    var next = end + 1
    while next <= to {
      let total = costs.cost(middle, next) + below[next]
      if total < least {
        least = total
        end = next
      }
      next += 1
    }
    row[middle] = least
    fill(row, below, low, middle - 1, from, end)
    fill(row, below, middle + 1, high, end, to)
  }

  /// For each run of the partition, from the first, its possible starts and, for each start, the ends that may
  /// be best, ascending. Every best partition is among these. `nil` when there are more than `limit` ends.
  func choices(atMost limit: Int) -> [[Int: [Int]]]? {
    let levels = Double(classes) * (log10(Double(costs.count + 1)) / log10(2) + 2)
    let slack = 4 * levels * costs.error
    var choices: [[Int: [Int]]] = []
    var starts: Set<Int> = [0]
    var count = 0
    for runs in stride(from: classes, to: 1, by: -1) {
      var level: [Int: [Int]] = [:]
      for start in starts {
        let ends = ends(from: start, runs, slack)
        level[start] = ends
        count += ends.count
        if count > limit { return nil }
      }
      choices.append(level)
      starts = Set(level.values.joined())
    }
    choices.append(Dictionary(uniqueKeysWithValues: starts.map { ($0, [costs.count]) }))
    return choices
  }

  private func ends(from start: Int, _ runs: Int, _ slack: Double) -> [Int] {
    let below = best[runs - 2]
    let candidates = start + 1...costs.count - runs + 1
    let totals = candidates.map { costs.cost(start, $0) + below[$0] }
    guard var least = totals.first else { return [] }
    for total in totals where total < least { least = total }
    return zip(candidates, totals).filter { ($1 - least).approximation <= slack }.map(\.0)
  }
}
