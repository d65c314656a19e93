/// A block of permutations of the areas other than one, as far as the longest row of weights needs them.
///
/// The cards are places among the n − 1 others, so that one deal serves every area in turn.
struct ConditionalDraws {
  /// Number of permutations in a block.
  static let width = 128

  private let slots: Int
  /// Card drawn for slot s in permutation p, at s · `width` + p.
  private var drawn: [Int32]
  /// 0 ..< cards, except while cards are dealt.
  private var deck: [Int32]
  private var size = 0

  init(cards: Int, weights: SpatialWeights) {
    slots = (0..<weights.count).reduce(0) { max($0, weights.offsets[$1 + 1] - weights.offsets[$1]) }
    drawn = [Int32](repeating: 0, count: slots * Self.width)
    deck = (0..<Int32(cards)).map { $0 }
  }

  /// Draws without replacement, each permutation from its own stream.
  mutating func deal(seed: UInt64, permutations: Range<Int>) {
    size = permutations.count
    var swaps = [Int](repeating: 0, count: slots)
    for (column, permutation) in permutations.enumerated() {
      var random = Xoshiro256(seed: seed, stream: permutation)
      for slot in 0..<slots {
        swaps[slot] = slot + random.below(UInt32(deck.count - slot))
        deck.swapAt(slot, swaps[slot])
        drawn[slot * Self.width + column] = deck[slot]
      }
      for slot in (0..<slots).reversed() { deck.swapAt(slot, swaps[slot]) }
    }
  }

  /// Adds to `tally[i]` the permutations where the lag of area i is at least the observed one, and to
  /// `tally[n + i]` those where it is at most that; equal within the tolerance counts both ways.
  func count(
    _ z: [Double], weights: SpatialWeights, lags: [Double], tolerance: Double,
    into tally: UnsafeMutableBufferPointer<Int>
  ) {
    // The values of the areas other than the current one.
    var others = Array(z.dropFirst())
    var sums = [Double](repeating: 0, count: Self.width)
    drawn.withUnsafeBufferPointer { drawn in
      others.withUnsafeMutableBufferPointer { others in
        sums.withUnsafeMutableBufferPointer { sums in
          for area in z.indices {
            if area > 0 { others[area - 1] = z[area - 1] }
            for column in 0..<size { sums[column] = 0 }
            let row = weights.offsets[area]..<weights.offsets[area + 1]
            for (slot, place) in row.enumerated() {
              let weight = weights.weights[place]
              let cards = slot * Self.width
              for column in 0..<size { sums[column] += weight * others[Int(drawn[cards + column])] }
            }
            let low = lags[area] - tolerance
            let high = lags[area] + tolerance
            var above = 0
            var below = 0
            for column in 0..<size {
              above += sums[column] >= low ? 1 : 0
              below += sums[column] <= high ? 1 : 0
            }
            tally[area] += above
            tally[z.count + area] += below
          }
        }
      }
    }
  }
}
