/// Roots of functions that change sign once.
enum Root {
  /// The argument between `low` and `high` (in either order) at which a function is within `tolerance` of 0.
  /// `atLow` and `atHigh` are its values there and must have opposite signs.
  ///
  /// Source: M. Dowell and P. Jarratt, "A modified regula falsi method", BIT 11 (1971), known as the Illinois
  /// method.
  static func find(
    _ low: Double, _ high: Double, _ atLow: Double, _ atHigh: Double, tolerance: Double = 1e-8,
    _ function: (Double) -> Double
  ) -> Double {
    var (a, b, fa, fb) = (low, high, atLow, atHigh)
    if abs(fa) <= tolerance { return a }
    if abs(fb) <= tolerance { return b }
    for _ in 0..<100 {
      let middle = (a * fb - b * fa) / (fb - fa)
      let value = function(middle)
      if abs(value) <= tolerance || middle == a || middle == b { return middle }
      if (value > 0) == (fb > 0) { fa /= 2 } else { (a, fa) = (b, fb) }
      (b, fb) = (middle, value)
    }
    return b
  }
}
