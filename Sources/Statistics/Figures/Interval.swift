/// The numbers a printed value can stand for: `[lower, upper]`, both ends included; `upper` may be infinite.
///
/// Both ends belong because rounding rules differ on halves: two intervals that only touch are not disjoint.
/// Comparisons forgive 1e-12 of the larger magnitude, the error of a few floating-point operations.
public struct Interval: Sendable, Equatable {
  /// The lower end, included.
  public var lower: Double
  /// The upper end, included; it may be infinite.
  public var upper: Double

  /// Makes an interval; `lower` must not be above `upper`.
  public init(_ lower: Double, _ upper: Double) {
    precondition(lower <= upper, "an interval's ends are in order")
    self.lower = lower
    self.upper = upper
  }

  /// Whether two intervals have a number in common, ends included.
  public func intersects(_ other: Interval) -> Bool {
    func beyond(_ low: Double, _ high: Double) -> Bool {
      high.isFinite && low - high > 1e-12 * max(low.magnitude, high.magnitude)
    }
    return !beyond(lower, other.upper) && !beyond(other.lower, upper)
  }

  /// Whether the interval holds a number, ends included.
  public func contains(_ value: Double) -> Bool { intersects(Interval(value, value)) }

  /// The interval of the sums of one number of each.
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(left.lower + right.lower, left.upper + right.upper)
  }

  /// The quotients of numbers that are not negative; unbounded when the divisor may be zero.
  public static func / (left: Interval, right: Interval) -> Interval {
    let upper = right.lower > 0 ? left.upper / right.lower : .infinity
    return Interval(min(left.lower / right.upper, upper), upper)
  }
}
