/// A generator of pseudo-random numbers from a seed (Steele, Lea & Flood, OOPSLA 2014).
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// A generator that starts from a state; equal states give equal numbers.
  public init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// The finisher, which is also a good hash: each bit of the result depends on all bits of the number.
  @inlinable @inline(__always) public static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
