/// Chooses the best of the partitions that a search has left, with costs of 106 bits.
struct FisherTies {
  private let costs: RunCosts<DoubleDouble>
  private let choices: [[Int: [Int]]]
  /// Costs that differ by at most this are equal.
  private let tolerance: Double

  init(_ costs: RunCosts<DoubleDouble>, _ choices: [[Int: [Int]]]) {
    self.costs = costs
    self.choices = choices
    tolerance = 1024 * Double(choices.count) * costs.error
  }

  /// The ends of the runs of the best partition; of equal ones the lexicographically smallest.
  func best() -> [Int] {
    var total: [Int: DoubleDouble] = [costs.count: DoubleDouble(0)]
    var chosen: [[Int: Int]] = []
    for level in choices.reversed() {
      var (totals, cuts) = ([Int: DoubleDouble](), [Int: Int]())
      for (start, ends) in level {
        let sums = ends.map { costs.cost(start, $0) + (total[$0] ?? DoubleDouble(0)) }
        guard var least = sums.first else { continue }
        for sum in sums where sum < least { least = sum }
        totals[start] = least
        cuts[start] = zip(ends, sums).first { ($1 - least).high <= tolerance }?.0
      }
      total = totals
      chosen.append(cuts)
    }
    var ends: [Int] = []
    for cuts in chosen.reversed() { ends.append(cuts[ends.last ?? 0] ?? costs.count) }
    return ends
  }
}
