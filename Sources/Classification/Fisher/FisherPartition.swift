/// The partition of ascending values into a given number of runs with the smallest sum of squared deviations.
///
/// A search in doubles leaves the few partitions that rounding cannot tell from the best; these are compared in
/// numbers of 106 bits, where equal optima are seen to be equal. Should doubles leave too many, which takes outliers
/// a billion times the rest, the search itself is done in the longer numbers.
enum FisherPartition {
  /// The end of each run (exclusive), the lexicographically smallest among equal optima.
  ///
  /// `values` strictly ascending, `weights` how often each occurs; 1 ≤ `classes` ≤ number of values.
  /// Complexity: O(k·m·log m) for m values, and memory for k·m numbers.
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
