/// How often each literal and each length of a match occurs in a block (RFC 1951, 3.2.5).
struct DeflateCounts: ~Copyable {
  static let end = 256
  static let symbols = 286
  static let longest = 258

  let counts: UnsafeMutablePointer<UInt32>
  /// By lengths of matches, 0 … 258.
  private let matches: UnsafeMutablePointer<UInt32>

  init() {
    counts = .allocate(capacity: Self.symbols)
    matches = .allocate(capacity: Self.longest + 1)
    removeAll()
  }

  deinit {
    counts.deallocate()
    matches.deallocate()
  }

  mutating func removeAll() {
    counts.initialize(repeating: 0, count: Self.symbols)
    matches.initialize(repeating: 0, count: Self.longest + 1)
    counts[Self.end] = 1
  }

  @inline(__always)
  mutating func literal(_ byte: UInt32) {
    counts[Int(truncatingIfNeeded: byte)] &+= 1
  }

  /// A literal 0 and matches with the byte before.
  @inline(__always)
  mutating func noughts(_ bytes: Int) {
    literal(0)
    let rest = match(bytes - 1)
    counts[0] &+= UInt32(truncatingIfNeeded: rest)
  }

  /// Matches with the three bytes before; `bytes` is a multiple of 3, as the longest match is.
  @inline(__always)
  mutating func same(_ bytes: Int) { _ = match(bytes) }

  /// The bytes left, too few for a match.
  @inline(__always)
  private mutating func match(_ bytes: Int) -> Int {
    let whole = bytes / Self.longest
    matches[Self.longest] &+= UInt32(truncatingIfNeeded: whole)
    let rest = bytes - whole * Self.longest
    if rest < 3 { return rest }
    matches[rest] &+= 1
    return 0
  }

  /// Counts of all 286 symbols.
  var all: [UInt32] {
    var all = Array(UnsafeBufferPointer(start: counts, count: Self.symbols))
    for length in 3...Self.longest { all[DeflateLength(length).symbol] += matches[length] }
    return all
  }
}

/// The symbol of a match's length and the bits that follow it.
struct DeflateLength {
  let symbol: Int
  let extra: UInt64
  let extraCount: UInt64

  init(_ length: Int) {
    let offset = length - 3
    if length == DeflateCounts.longest {
      (symbol, extra, extraCount) = (285, 0, 0)
    } else if offset < 8 {
      (symbol, extra, extraCount) = (257 + offset, 0, 0)
    } else {
      let bits = Int.bitWidth - offset.leadingZeroBitCount - 3
      symbol = 257 + 4 * bits + offset >> bits
      extra = UInt64(offset & (1 << bits - 1))
      extraCount = UInt64(bits)
    }
  }
}
