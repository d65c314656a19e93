import Bytes

/// Local Moran's I (LISA): which areas stand in a cluster of like values, or apart from their neighbours.
///
/// Iᵢ = zᵢ Σⱼ wᵢⱼ zⱼ ÷ m₂, z the deviations from the mean, m₂ = Σ z² ÷ (n − 1) as in PySAL and GeoDa, so that
/// the Iᵢ add up to (n − 1) ÷ n · S₀ · I. Source: Anselin, "Local indicators of spatial association",
/// Geographical Analysis 27 (1995). Arrays follow `SpatialSample.areas`.
public struct LocalMoran: Sendable, Equatable {
  /// An area's value and its neighbours' mean, each above the mean of all areas (high) or not (low).
  public enum Quadrant: String, Sendable, CaseIterable {
    case highHigh = "HH"
    case lowHigh = "LH"
    case lowLow = "LL"
    case highLow = "HL"
  }

  /// The local index Iᵢ of each area.
  public let index: [Double]
  /// The quadrant of each area, whether significant or not.
  public let quadrant: [Quadrant]
  /// Two-sided pseudo-p of conditional permutations: the area keeps its value, the others are dealt at random.
  public let p: [Double]
  /// `p` adjusted by `BenjaminiHochberg` over all areas of the sample.
  public let adjusted: [Double]
  /// Number of permutations behind `p`.
  public let permutations: Int
  /// Seed of the permutations.
  public let seed: UInt64

  /// Computes the indices and tests them; `nil` when there are fewer than 3 areas, all values are equal or
  /// there are no permutations. The seed alone decides the permutations, whatever the number of workers. One
  /// set of draws serves every area, as in PySAL. Complexity: O(neighbours · permutations ÷ workers).
  public init?(_ sample: SpatialSample, permutations: Int = 9_999, seed: UInt64 = 1, workers: Int = Parallel.processors)
  {
    guard let z = sample.deviations(atLeast: 3), permutations > 0 else { return nil }
    let lags = sample.weights.lag(z)
    let moment = z.reduce(0) { $0 + $1 * $1 } / Double(z.count - 1)
    index = zip(z, lags).map { $0 * $1 / moment }
    quadrant = zip(z, lags).map { value, lag in
      value > 0 ? (lag > 0 ? .highHigh : .highLow) : (lag > 0 ? .lowHigh : .lowLow)
    }
    let test = PermutationTest(permutations: permutations, seed: seed, workers: workers)
    p = test.conditional(z, weights: sample.weights, lags: lags)
    adjusted = BenjaminiHochberg.adjusted(p)
    self.permutations = permutations
    self.seed = seed
  }

  /// The quadrant of each area that is significant at a false discovery rate, `nil` for the others.
  public func clusters(falseDiscoveryRate: Double = 0.05) -> [Quadrant?] {
    zip(quadrant, adjusted).map { $1 <= falseDiscoveryRate ? $0 : nil }
  }
}
