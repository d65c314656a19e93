import Bytes

/// The range in which O ÷ E of an area lies by chance alone when its rate is
/// the target: the curves of a funnel plot.
///
/// The limit at probability p is (r − α) ÷ E, r the smallest count with F(r) ≥ p under the Poisson distribution
/// of mean E, α = (F(r) − p) ÷ (F(r) − F(r − 1)): the steps of the counts joined by straight lines. They are
/// for drawing; `PoissonTails` judges a count that lies on a step.
/// Source: Spiegelhalter, "Funnel plots for comparing institutional performance",
/// Statistics in Medicine 24 (2005), appendix A.
public struct FunnelLimits: Sendable, Equatable {
  /// The lower limit; `nil` where none is below 0: E < −ln((1 − level) ÷ 2),
  /// where too few cannot be told from chance.
  public let lower: Double?
  /// The upper limit; `nil` where the count it stands for is below 0: E < −ln((1 + level) ÷ 2).
  public let upper: Double?

  /// The limits at a level (0.95 and 0.998 are usual) for an expected count of more than 0. O(√expected).
  public init(expected: Double, level: Double) {
    precondition(expected > 0 && expected.isFinite && level > 0 && level < 1)
    let tail = (1 - level) / 2
    let low = Self.quantile(expected) { IncompleteGamma.upper($0 + 1, expected) - tail }
    // From above, so that the tail itself is computed and not 1 minus the tail.
    let high = Self.quantile(expected) { tail - IncompleteGamma.lower($0 + 1, expected) }
    lower = low < 0 ? nil : low / expected
    upper = high < 0 ? nil : high / expected
  }

  /// The interpolated count where F(r) − p, given as a function of r and increasing, passes 0.
  private static func quantile(_ mean: Double, _ excess: (Double) -> Double) -> Double {
    var low = -1.0
    var high = mean.rounded(.up)
    while excess(high) < 0 { high += max(1, (4 * mean.squareRoot()).rounded(.up)) }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if excess(middle) < 0 { low = middle } else { high = middle }
    }
    return high - excess(high) / probability(of: high, mean: mean)
  }

  /// F(r) − F(r − 1).
  private static func probability(of count: Double, mean: Double) -> Double {
    count == 0 ? exp(-mean) : IncompleteGamma.factor(count, mean)
  }
}
