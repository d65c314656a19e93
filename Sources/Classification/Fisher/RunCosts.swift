/// Squared deviations of any run of values about its mean, from prefix sums of the values minus a number near
/// their mean.
struct RunCosts<Number: CostNumber>: Sendable {
  /// Number of values.
  let count: Int
  /// Sums over the first i values: weights, weighted values, weighted squares.
  private let weights: [Double]
  private let sums: [Number]
  private let squares: [Number]
  /// Bound of the rounding error of one cost.
  let error: Double

  /// The sum of squared deviations of values `start..<end`. O(1).
  @inline(__always) func cost(_ start: Int, _ end: Int) -> Number {
    let sum = sums[end] - sums[start]
    return (squares[end] - squares[start]) - sum * sum / Number(weights[end] - weights[start])
  }

  /// The same sums in another precision.
  init(_ other: RunCosts<DoubleDouble>) {
    count = other.count
    weights = other.weights
    sums = other.sums.map(Number.init(rounding:))
    squares = other.squares.map(Number.init(rounding:))
    error = other.error / DoubleDouble.roundoff * Number.roundoff
  }
}

extension RunCosts where Number == DoubleDouble {
  /// O(n).
  init(_ values: [Double], _ repeats: [Double]) {
    var total = DoubleDouble(0)
    for (value, repeated) in zip(values, repeats) { total = total + DoubleDouble(value) * DoubleDouble(repeated) }
    // Any number near the mean will do, because deviations do not depend on it; a whole number keeps whole
    // values whole.
    let centre = (total.high / repeats.reduce(0, +)).rounded()
    var (weight, sum, square) = (0.0, DoubleDouble(0), DoubleDouble(0))
    var (weights, sums, squares) = ([0.0], [sum], [square])
    var (furthest, largest) = (0.0, 0.0)
    for (value, repeated) in zip(values, repeats) {
      let away = DoubleDouble(sum: value, -centre)
      let weighted = away * DoubleDouble(repeated)
      weight += repeated
      sum = sum + weighted
      square = square + weighted * away
      weights.append(weight)
      sums.append(sum)
      squares.append(square)
      furthest = max(furthest, away.high.magnitude)
      largest = max(largest, sum.high.magnitude)
    }
    count = values.count
    self.weights = weights
    self.sums = sums
    self.squares = squares
    // The error of two rounded sums, of their square over the weight (at most 2·furthest times their error),
    // and of two rounded squares.
    error = DoubleDouble.roundoff * (6 * furthest * largest + 4 * square.high)
  }
}
