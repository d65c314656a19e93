import Classification

/// Counts of values in intervals of equal width, to show how values are distributed. Classes are something
/// else: they come from a method.
public struct Histogram: Sendable, Equatable {
  /// Smallest value, where the first interval starts.
  public let minimum: Double
  /// Largest value, where the last interval ends.
  public let maximum: Double
  /// Number of values in each interval [a, b[, ascending; the last interval also contains the maximum.
  public let counts: [Int]

  /// A histogram of a sample; `nil` when it has no values. There is one interval when all values are equal.
  /// O(n).
  public init?(_ sample: Sample, intervals: Int) {
    guard let low = sample.minimum, let high = sample.maximum else { return nil }
    minimum = low
    maximum = high
    var counts = [Int](repeating: 0, count: low < high ? max(1, intervals) : 1)
    // Halves of the values are subtracted, so that the range of the largest doubles does not overflow.
    let range = high / 2 - low / 2
    for value in sample.values {
      let share = range > 0 ? (value / 2 - low / 2) / range : 0
      counts[min(counts.count - 1, Int(share * Double(counts.count)))] += 1
    }
    self.counts = counts
  }

  /// The value at which interval `index` starts; the last interval ends at `edge(counts.count)`.
  public func edge(_ index: Int) -> Double {
    let share = Double(index) / Double(counts.count)
    return minimum * (1 - share) + maximum * share
  }

  /// The position of a value between minimum and maximum, from 0 to 1; 0.5 when all values are equal.
  public func share(_ value: Double) -> Double {
    maximum > minimum ? (value / 2 - minimum / 2) / (maximum / 2 - minimum / 2) : 0.5
  }
}
