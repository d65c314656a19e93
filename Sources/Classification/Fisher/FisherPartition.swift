/// The partition of ascending values into a given number of runs with the smallest sum of squared deviations.
///
/// A search in doubles leaves the few partitions that rounding cannot distinguish from the best one; they are
/// compared in numbers of 106 bits, in which equal optima prove to be equal. When doubles leave too many
/// partitions, which happens with outliers a billion times the other values, the search itself uses the longer
/// numbers.
enum FisherPartition {
  /// The end of each run (exclusive); of equal optima the lexicographically smallest.
  ///
  /// `values` are strictly ascending, `weights` says how often each occurs, and 1 ≤ `classes` ≤ number of
  /// values. Complexity: O(k·m·log m) for m values, and memory for k·m numbers.
  static func ends(_ values: [Double], _ weights: [Double], classes: Int) -> [Int] {
    let exact = RunCosts<DoubleDouble>(values, weights)
    let quick = RunCosts<Double>(exact)
    let few = 64 * classes + 64
    if let choices = FisherSearch(quick, classes: classes).choices(atMost: few) {
      return best(of: choices, exact)
    }
    let all = FisherSearch(exact, classes: classes).choices(atMost: .max) ?? []
    return best(of: all, exact)
  }

  /// The ends of the runs of the best of the partitions that a search has left, with costs of 106 bits; of equal ones the
  /// lexicographically smallest.
  private static func best(of choices: [[Int: [Int]]], _ costs: RunCosts<DoubleDouble>) -> [Int] {
    // Costs that differ by at most this are equal.
    let tolerance = 1024 * Double(choices.count) * costs.error
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
