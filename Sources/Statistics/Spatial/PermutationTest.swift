import Bytes

/// Pseudo-p by permutation. Permutation r is drawn from stream r of the seed, and what it yields is counted in
/// whole numbers: the result is the same for any number of workers.
struct PermutationTest {
  let permutations: Int
  let seed: UInt64
  let workers: Int

  init(permutations: Int, seed: UInt64, workers: Int) {
    self.permutations = permutations
    self.seed = seed
    self.workers = max(1, min(workers, permutations))
  }

  /// Two-sided: min(1, 2 (min(M₊, M₋) + 1) ÷ (R + 1)), where M₊ of R permutations are at
  /// least the observed value and M₋ at most.
  static func pValue(above: Int, below: Int, permutations: Int) -> Double {
    min(1, 2 * Double(min(above, below) + 1) / Double(permutations + 1))
  }

  /// p of Σ zᵢ Σ wᵢⱼ zⱼ when z is dealt at random over all areas; equal within `tolerance` counts both ways.
  func shuffling(_ z: [Double], weights: SpatialWeights, observed: Double, tolerance: Double) -> Double {
    let tallies = tally(size: 2) { worker, tally in
      var dealt = z
      dealt.withUnsafeMutableBufferPointer { dealt in
        for permutation in stride(from: worker, to: permutations, by: workers) {
          _ = dealt.update(from: z)
          var random = Xoshiro256(seed: seed, stream: permutation)
          for card in stride(from: dealt.count - 1, to: 0, by: -1) {
            dealt.swapAt(card, random.below(UInt32(card + 1)))
          }
          let cross = weights.crossProduct(UnsafeBufferPointer(dealt))
          if cross >= observed - tolerance { tally[0] += 1 }
          if cross <= observed + tolerance { tally[1] += 1 }
        }
      }
    }
    return Self.pValue(above: tallies[0], below: tallies[1], permutations: permutations)
  }

  /// For each area, p of its lag when it keeps its value and its neighbours' values are drawn from the others.
  func conditional(_ z: [Double], weights: SpatialWeights, lags: [Double]) -> [Double] {
    let n = z.count
    let tolerance = 1e-12 * z.reduce(0) { max($0, $1.magnitude) }
    let blocks = (permutations + ConditionalDraws.width - 1) / ConditionalDraws.width
    let tallies = tally(size: 2 * n) { worker, tally in
      var draws = ConditionalDraws(cards: n - 1, weights: weights)
      for block in stride(from: worker, to: blocks, by: workers) {
        let first = block * ConditionalDraws.width
        draws.deal(seed: seed, permutations: first..<min(first + ConditionalDraws.width, permutations))
        draws.count(z, weights: weights, lags: lags, tolerance: tolerance, into: tally)
      }
    }
    return (0..<n).map { area in
      // An area at the mean has Iᵢ = 0 whatever its neighbours are.
      guard z[area] != 0 else { return 1 }
      return Self.pValue(above: tallies[area], below: tallies[n + area], permutations: permutations)
    }
  }

  /// The sum over workers of what each counts.
  private func tally(size: Int, _ work: @Sendable (_ worker: Int, UnsafeMutableBufferPointer<Int>) -> Void) -> [Int] {
    var tallies = [Int](repeating: 0, count: size * workers)
    tallies.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      Parallel.run(workers: workers) { worker in
        work(worker, UnsafeMutableBufferPointer(rebasing: buffer[worker * size..<(worker + 1) * size]))
      }
    }
    return (0..<size).map { cell in stride(from: cell, to: tallies.count, by: size).reduce(0) { $0 + tallies[$1] } }
  }
}

extension SpatialWeights {
  /// Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ.
  func crossProduct(_ z: UnsafeBufferPointer<Double>) -> Double {
    offsets.withUnsafeBufferPointer { offsets in
      neighbours.withUnsafeBufferPointer { neighbours in
        weights.withUnsafeBufferPointer { weights in
          var sum = 0.0
          for area in 0..<z.count {
            var lag = 0.0
            for place in offsets[area]..<offsets[area + 1] { lag += weights[place] * z[Int(neighbours[place])] }
            sum += z[area] * lag
          }
          return sum
        }
      }
    }
  }
}
