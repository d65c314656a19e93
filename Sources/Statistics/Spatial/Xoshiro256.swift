/// The generator xoshiro256**, for permutations and draws that come out the same on every machine.
///
/// Streams of one seed are independent for all practical purposes: each is filled by SplitMix64 from a mix of
/// seed and stream number, so that permutation r is the same whichever thread draws it.
/// Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47
/// (2021); bounded numbers by Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019),
/// without bias.
public struct Xoshiro256: Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// The generator of one stream of a seed.
  public init(seed: UInt64, stream: Int) {
    var state = Self.mixed(seed) ^ Self.mixed(~UInt64(truncatingIfNeeded: stream))
    func word() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return Self.mixed(state)
    }
    s0 = word()
    s1 = word()
    s2 = word()
    // Never all zero: four outputs of SplitMix64 in a row differ.
    s3 = word()
  }

  /// The finisher of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not 1, of 53 random bits.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  @inline(__always) mutating func next() -> UInt64 {
    let scrambled = s1 &* 5
    let result = (scrambled << 7 | scrambled >> 57) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// A number from 0 to `bound` − 1, all equally likely; `bound` must be positive.
  @inline(__always) mutating func below(_ bound: UInt32) -> Int {
    var product = (next() >> 32) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let threshold = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < threshold { product = (next() >> 32) &* UInt64(bound) }
    }
    return Int(product >> 32)
  }
}
