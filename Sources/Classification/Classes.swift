import Bytes

/// A partition of numbers into classes: class k is ]b(k−1), b(k)], and the first class has no lower bound.
///
/// Only this type holds breaks: legends format them and never compute them again.
public struct Classes: Sendable, Equatable {
  /// Upper bounds, ascending, unrounded; a value equal to a bound belongs to the class below it.
  public let upperBounds: [Double]
  /// Number of values in each class.
  public let counts: [Int]
  /// Class of each value, in the order given; `nil` for a value above the last bound or not finite.
  public let members: [Int?]

  /// Sorts values into classes by their upper bounds (ascending). O(n log k).
  public init(_ values: [Double], upperBounds: [Double]) {
    self.upperBounds = upperBounds
    var counts = [Int](repeating: 0, count: upperBounds.count)
    members = values.map { value in
      guard value.isFinite, let last = upperBounds.last, value <= last else { return nil }
      let member = upperBounds.partitioningIndex { value <= $0 }
      counts[member] += 1
      return member
    }
    self.counts = counts
  }
}
