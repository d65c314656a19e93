/// The probability that chance alone makes a count as small, or as large, as the one observed.
///
/// Exact tails of the Poisson distribution, so that what lies outside at 95 % has a Garwood interval of O ÷ E
/// at 95 % without 1, and the other way round. Since counts are whole, chance puts at most 1 − level of the
/// areas outside, for small expected counts far fewer.
public struct PoissonTails: Sendable, Equatable {
  /// The probability of the observed count or fewer.
  public let atMost: Double
  /// The probability of the observed count or more; 1 for a count of 0.
  public let atLeast: Double

  /// The tails at a count of at least 0, for an expected count of more than 0. Complexity: O(√expected).
  public init(_ count: Double, expected: Double) {
    precondition(count >= 0 && expected > 0 && expected.isFinite)
    atMost = IncompleteGamma.upper(count + 1, expected)
    atLeast = count == 0 ? 1 : IncompleteGamma.lower(count, expected)
  }

  /// Whether either tail is below half of what the level (0.95, 0.998) leaves to chance.
  public func isOutside(_ level: Double) -> Bool { min(atMost, atLeast) < (1 - level) / 2 }
}
