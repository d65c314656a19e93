import Classification

/// Counts of values in intervals of one width, for looking at how values spread. Not classes: those come from a
/// method.
public struct Histogram: Sendable, Equatable {
  public let minimum: Double
  public let maximum: Double
  /// Values in each interval, from the minimum on; the last includes the maximum.
  public let counts: [Int]

  /// Of ascending finite values; `nil` without any. O(n).
  public init?(_ sample: Sample, intervals: Int) {
    guard let low = sample.minimum, let high = sample.maximum else { return nil }
    minimum = low
    maximum = high
    var counts = [Int](repeating: 0, count: low < high ? max(1, intervals) : 1)
    // Halves, so that the range of the largest doubles is one too.
    let range = high / 2 - low / 2
    for value in sample.values {
      let share = range > 0 ? (value / 2 - low / 2) / range : 0
      counts[min(counts.count - 1, Int(share * Double(counts.count)))] += 1
    }
    self.counts = counts
  }

  /// Where interval `index` starts; the last one ends at `edge(counts.count)`.
  public func edge(_ index: Int) -> Double {
    let share = Double(index) / Double(counts.count)
    return minimum * (1 - share) + maximum * share
  }

  /// Where a value stands between the ends, from 0 to 1.
  public func share(_ value: Double) -> Double {
    maximum > minimum ? (value / 2 - minimum / 2) / (maximum / 2 - minimum / 2) : 0.5
  }
}
