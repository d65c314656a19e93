/// Concentration of a quantity over areas of unequal weight.
public enum WeightedGini {
  /// 1 − Σ (Q_i + Q_{i−1})·p_i, areas by value ascending: p_i the share of weight, Q_i the
  /// cumulated share of weight × value. It is 0 when all values are equal, `nil` when weights or
  /// values add up to nothing. Complexity: O(n log n).
  ///
  /// Values and weights are not negative. Source: the Lorenz curve by trapezoids (Gini 1914).
  public static func value(_ values: [Double], weights: [Double]) -> Double? {
    let total = weights.reduce(0, +)
    let mass = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard total > 0, mass > 0 else { return nil }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var before = 0.0
    var area = 0.0
    for index in order {
      let after = before + values[index] * weights[index] / mass
      area += (after + before) * weights[index] / total
      before = after
    }
    return 1 - area
  }
}
