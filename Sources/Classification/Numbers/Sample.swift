/// The numbers of a column in ascending order, with their statistics. A number that is not finite is missing.
public struct Sample: Sendable {
  /// The values that are not missing, ascending.
  public let values: [Double]
  /// The values divided by `unit`, for sums and squares; a value 600 orders of magnitude below the largest is 0
  /// here.
  let ranked: [Double]
  /// A power of two: 1 unless the values are so large or so small that their squares would overflow or
  /// underflow.
  let unit: Double
  /// How many values were missing or not finite.
  public let missing: Int
  /// How many different values there are.
  public let distinct: Int

  /// Sorts the values. Complexity: O(n log n).
  public init(_ values: [Double]) {
    // Adding zero turns −0 into 0.
    var kept = values.filter(\.isFinite).map { $0 + 0 }
    missing = values.count - kept.count
    kept.sort()
    minimum = kept.first
    maximum = kept.last
    let largest = max(kept.first?.magnitude ?? 0, kept.last?.magnitude ?? 0)
    let exponent = largest > 0 ? Int(largest.exponent) : 0
    unit = exponent.magnitude > 300 ? Double(sign: .plus, exponent: max(-1022, exponent), significand: 1) : 1
    self.values = kept
    let unit = unit
    ranked = unit == 1 ? kept : kept.map { $0 / unit }
    distinct = kept.indices.count { $0 == 0 || kept[$0] != kept[$0 - 1] }
  }

  /// Number of values that are not missing.
  public var count: Int { values.count }
  /// The smallest value; `nil` without values.
  public let minimum: Double?
  /// The largest value; `nil` without values.
  public let maximum: Double?

  /// The value below which `part / parts` of the values lie: type 7 of Hyndman & Fan (1996), R's default; `nil`
  /// without values.
  public func quantile(_ part: Int, of parts: Int) -> Double? {
    guard let last = values.last else { return nil }
    // In whole numbers, so that a quantile that falls on a value is exactly that value.
    let (whole, rest) = (part * (count - 1)).quotientAndRemainder(dividingBy: parts)
    guard whole < count - 1 else { return last }
    let (low, high) = (values[whole], values[whole + 1])
    guard rest > 0 else { return low }
    let share = Double(rest) / Double(parts)
    return (high - low).isFinite ? low + (high - low) * share : low * (1 - share) + high * share
  }

  /// Arithmetic mean, correct to the last digit or nearly; `nil` without values.
  public var mean: Double? { count == 0 ? nil : Self.mean(ranked[...]) * unit }

  /// Standard deviation with the divisor n − 1; `nil` for fewer than two values and when it overflows.
  public var standardDeviation: Double? {
    guard count > 1 else { return nil }
    let mean = Self.mean(ranked[...])
    let squares = ranked.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(count - 1)).squareRoot() * unit
    return deviation.isFinite ? deviation : nil
  }

  /// Adjusted Fisher–Pearson coefficient G₁ = √(n(n−1))/(n−2) · m₃/m₂^1.5, which spreadsheets call skewness;
  /// `nil` for fewer than three values and when all are equal.
  public var skewness: Double? {
    guard count > 2, distinct > 1 else { return nil }
    let mean = Self.mean(ranked[...])
    var (second, third) = (0.0, 0.0)
    for value in ranked {
      let away = value - mean
      second += away * away
      third += away * away * away
    }
    let n = Double(count)
    let plain = (third / n) / ((second / n) * (second / n).squareRoot())
    return (n * (n - 1)).squareRoot() / (n - 2) * plain
  }

  /// The mean of `values`, of which there must be at least one.
  static func mean(_ values: ArraySlice<Double>) -> Double {
    var sum = DoubleDouble(0)
    for value in values { sum = sum + DoubleDouble(value) }
    return (sum / DoubleDouble(Double(values.count))).high
  }
}
