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
      return FisherTies(exact, choices).best()
    }
    let all = FisherSearch(exact, classes: classes).choices(atMost: .max) ?? []
    return FisherTies(exact, all).best()
  }
}
