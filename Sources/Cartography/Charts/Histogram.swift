import Bytes
import Classification

/// Counts of values in intervals of equal width on the axis, to show how values are distributed. Classes are something
/// else: they come from a method.
public struct Histogram: Sendable, Equatable {
  /// Smallest value, where the first interval starts.
  public let minimum: Double
  /// Largest value, where the last interval ends.
  public let maximum: Double
  /// Whether equal steps of the axis are equal ratios.
  public let isLogarithmic: Bool
  /// Number of values of each class in each interval [a, b[, intervals ascending; the last also contains the maximum.
  public let parts: [[Int]]

  /// A histogram of a sample; `nil` when it has no values. There is one interval when all values are equal.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - intervals: how many of equal width there are, at least 1.
  ///   - upperBounds: of the classes, ascending; empty for one class.
  ///   - isLogarithmic: asks for an axis of ratios, which values that are not all above 0 do not get.
  ///
  /// Complexity: O(n log classes).
  public init?(_ sample: Sample, intervals: Int, upperBounds: [Double] = [], isLogarithmic: Bool = false) {
    guard let low = sample.minimum, let high = sample.maximum else { return nil }
    minimum = low
    maximum = high
    self.isLogarithmic = isLogarithmic && low > 0
    let count = low < high ? max(1, intervals) : 1
    var parts = [[Int]](repeating: [Int](repeating: 0, count: max(1, upperBounds.count)), count: count)
    let members = Classes(sample.values, upperBounds: upperBounds).members
    for (value, member) in zip(sample.values, members) {
      let share = Self.share(value, low, high, self.isLogarithmic)
      parts[low < high ? min(count - 1, Int(share * Double(count))) : 0][member ?? 0] += 1
    }
    self.parts = parts
  }

  /// Number of values in each interval, ascending.
  public var counts: [Int] { parts.map { $0.reduce(0, +) } }

  /// The value at which interval `index` starts; the last interval ends at `edge(counts.count)`.
  public func edge(_ index: Int) -> Double {
    let share = Double(index) / Double(parts.count)
    return isLogarithmic ? pow(minimum, 1 - share) * pow(maximum, share) : minimum * (1 - share) + maximum * share
  }

  /// The position of a value between minimum and maximum on the axis, from 0 to 1; 0.5 when all values are equal.
  public func share(_ value: Double) -> Double { Self.share(value, minimum, maximum, isLogarithmic) }

  private static func share(_ value: Double, _ low: Double, _ high: Double, _ isLogarithmic: Bool) -> Double {
    guard high > low else { return 0.5 }
    if isLogarithmic { return log10(value / low) / log10(high / low) }
    // Halves of the values are subtracted, so that the range of the largest doubles does not overflow.
    return (value / 2 - low / 2) / (high / 2 - low / 2)
  }
}
