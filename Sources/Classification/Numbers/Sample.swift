/// The numbers of a column, in ascending order, and what describes them. What is not finite is missing.
public struct Sample: Sendable {
  /// The values that are not missing, ascending.
  public let values: [Double]
  /// The same in units of `unit`, for sums and squares; what is 600 orders of magnitude below the largest is 0 there.
  let ranked: [Double]
  /// A power of two: 1 unless the values are so large or so small that their squares would not fit a double.
  let unit: Double
  /// How many values were missing or not finite.
  public let missing: Int
  /// How many different values there are.
  public let distinct: Int

  /// Complexity: O(n log n).
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

  public var count: Int { values.count }
  public let minimum: Double?
  public let maximum: Double?

  /// The value below which `part / parts` of the values lie: type 7 of Hyndman & Fan (1996), R's default.
  public func quantile(_ part: Int, of parts: Int) -> Double? {
    guard let last = values.last else { return nil }
    // In whole numbers: a quantile that falls on a value is that value.
    let (whole, rest) = (part * (count - 1)).quotientAndRemainder(dividingBy: parts)
    guard whole < count - 1 else { return last }
    let (low, high) = (values[whole], values[whole + 1])
    guard rest > 0 else { return low }
    let share = Double(rest) / Double(parts)
    return (high - low).isFinite ? low + (high - low) * share : low * (1 - share) + high * share
  }

  /// Arithmetic mean, correct to the last digit or nearly.
  public var mean: Double? { count == 0 ? nil : Self.mean(ranked[...]) * unit }

  /// Standard deviation with the divisor n − 1; `nil` below two values and where no number holds it.
  public var standardDeviation: Double? {
    guard count > 1 else { return nil }
    let mean = Self.mean(ranked[...])
    let squares = ranked.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(count - 1)).squareRoot() * unit
    return deviation.isFinite ? deviation : nil
  }

  /// Adjusted Fisher–Pearson coefficient G₁ = √(n(n−1))/(n−2) · m₃/m₂^1.5, what spreadsheets call skewness; `nil`
  /// below three values or when all are equal.
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

  /// The mean of at least one value.
  static func mean(_ values: ArraySlice<Double>) -> Double {
    var sum = DoubleDouble(0)
    for value in values { sum = sum + DoubleDouble(value) }
    return (sum / DoubleDouble(Double(values.count))).high
  }
}
