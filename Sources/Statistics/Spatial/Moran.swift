import Bytes

/// Moran's I: whether neighbours resemble each other more than chance would have it.
///
/// I = (n ÷ S₀) · Σᵢⱼ wᵢⱼ zᵢ zⱼ ÷ Σᵢ zᵢ², z the deviations from the mean, S₀ the sum of the weights.
/// Expectation and variances are those of Cliff & Ord, "Spatial Processes" (1981), pp. 42–46, under normality
/// and under randomisation.
public struct Moran: Sendable, Equatable {
  /// Number of areas.
  public let count: Int
  /// I itself.
  public let index: Double
  /// −1 ÷ (n − 1).
  public let expected: Double
  /// Variance of I when the values are drawn from a normal distribution.
  public let varianceNormality: Double
  /// Variance of I when the values are dealt at random over the areas.
  public let varianceRandomisation: Double
  /// Number of permutations behind `pPermutation`; 0 for none.
  public let permutations: Int
  /// Seed of the permutations.
  public let seed: UInt64
  /// Two-sided pseudo-p of values dealt at random over the areas:
  /// `PermutationTest.pValue`; `nil` without permutations.
  public let pPermutation: Double?

  /// Standard score of I under normality.
  public var zNormality: Double { (index - expected) / varianceNormality.squareRoot() }
  /// Standard score of I under randomisation.
  public var zRandomisation: Double { (index - expected) / varianceRandomisation.squareRoot() }
  /// Two-sided p under normality, by the normal distribution.
  public var pNormality: Double { erfc(zNormality.magnitude / 2.0.squareRoot()) }
  /// Two-sided p under randomisation, by the normal distribution.
  public var pRandomisation: Double { erfc(zRandomisation.magnitude / 2.0.squareRoot()) }

  /// Computes I and tests it; `nil` when there are fewer than 4 areas or all values are equal.
  /// The seed alone decides the permutations, whatever the number of workers. Complexity:
  /// O((areas + neighbours) · permutations ÷ workers).
  public init?(_ sample: SpatialSample, permutations: Int = 9_999, seed: UInt64 = 1, workers: Int = Parallel.processors)
  {
    guard let z = sample.deviations(atLeast: 4) else { return nil }
    let weights = sample.weights
    let sums = weights.momentSums()
    let n = Double(z.count)
    let squares = z.reduce(0) { $0 + $1 * $1 }
    let cross = zip(z, weights.lag(z)).reduce(0) { $0 + $1.0 * $1.1 }
    count = z.count
    index = n / sums.s0 * cross / squares
    expected = -1 / (n - 1)

    let s0Squared = sums.s0 * sums.s0
    let expectedSquared = expected * expected
    let normal: Double = n * n * sums.s1 - n * sums.s2 + 3 * s0Squared
    varianceNormality = normal / ((n * n - 1) * s0Squared) - expectedSquared
    let fourths = z.reduce(0) { $0 + $1 * $1 * $1 * $1 }
    let kurtosis = n * fourths / (squares * squares)
    let first: Double = n * ((n * n - 3 * n + 3) * sums.s1 - n * sums.s2 + 3 * s0Squared)
    let second: Double = kurtosis * ((n * n - n) * sums.s1 - 2 * n * sums.s2 + 6 * s0Squared)
    let ways: Double = (n - 1) * (n - 2) * (n - 3)
    varianceRandomisation = (first - second) / (ways * s0Squared) - expectedSquared

    self.permutations = permutations
    self.seed = seed
    let test = PermutationTest(permutations: permutations, seed: seed, workers: workers)
    pPermutation =
      permutations > 0 ? test.shuffling(z, weights: weights, observed: cross, tolerance: 1e-12 * squares) : nil
  }
}

extension SpatialWeights {
  /// S₀ = Σ wᵢⱼ, S₁ = ½ Σ (wᵢⱼ + wⱼᵢ)², S₂ = Σᵢ (Σⱼ wᵢⱼ + Σⱼ wⱼᵢ)². O(neighbours · log neighbours of one).
  func momentSums() -> (s0: Double, s1: Double, s2: Double) {
    var s0 = 0.0
    var s1 = 0.0
    var rowsAndColumns = [Double](repeating: 0, count: count)
    for area in 0..<count {
      for place in offsets[area]..<offsets[area + 1] {
        let other = Int(neighbours[place])
        let weight = weights[place]
        s0 += weight
        // A pair with entries both ways comes twice, one with a single entry once.
        if let back = self.place(of: area, in: other) {
          let sum = weight + weights[back]
          s1 += sum * sum / 2
        } else {
          s1 += weight * weight
        }
        rowsAndColumns[area] += weight
        rowsAndColumns[other] += weight
      }
    }
    return (s0, s1, rowsAndColumns.reduce(0) { $0 + $1 * $1 })
  }

  /// Where `other` stands in the row of `area`, `nil` when it is no neighbour.
  private func place(of other: Int, in area: Int) -> Int? {
    var low = offsets[area]
    var high = offsets[area + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(neighbours[middle]) < other { low = middle + 1 } else { high = middle }
    }
    return low < offsets[area + 1] && Int(neighbours[low]) == other ? low : nil
  }
}
