/// The exact confidence interval of a Poisson count, and of what is computed from it.
///
/// Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936). The limits of the
/// mean of a count O are χ²₍α/2₎(2·O) ÷ 2, 0 when O = 0, and χ²₍1−α/2₎(2·O + 2) ÷ 2: both tails have
/// probability α/2 at most.
public struct Garwood: Sendable, Equatable {
  /// Lower limit of the mean of the count, included.
  public let lower: Double
  /// Upper limit of the mean of the count, included.
  public let upper: Double
  /// The count, O.
  public let count: Double

  /// The interval at a level, such as 0.95 or 0.998. The count must be
  /// finite and at least 0. Complexity: O(√count).
  public init(_ count: Double, level: Double = 0.95) {
    precondition(count >= 0 && count.isFinite && level > 0 && level < 1)
    let tail = (1 - level) / 2
    self.count = count
    lower = count == 0 ? 0 : IncompleteGamma.lowerInverse(count, tail)
    upper = IncompleteGamma.upperInverse(count + 1, tail)
  }

  /// O ÷ E with its interval; `nil` when the expected count is not more than 0.
  public func ratio(to expected: Double) -> (value: Double, lower: Double, upper: Double)? {
    guard expected > 0 else { return nil }
    return (count / expected, lower / expected, upper / expected)
  }

  /// Half the width of the interval over the count: the relative precision of any rate with that numerator, 0.5
  /// meaning ±50 %; infinite for a count of 0.
  public var relativeHalfWidth: Double { count > 0 ? (upper - lower) / (2 * count) : .infinity }
}
