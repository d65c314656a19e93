/// What rows of pixels come to once each is written as its difference from the row above (PNG's filter "Up"; the first
/// row of a part, from the pixel on the left: "Sub"): runs of noughts where nothing changes, differences, and runs of
/// the same difference. Counts symbols for the codes, and the checksum of the filtered bytes, on the way.
struct RowTokens: ~Copyable {
  /// The two highest bits of a token say what it is; the others, the difference or the number of bytes.
  private enum Kind {
    static let difference: UInt32 = 0
    static let noughts: UInt32 = 1 << 30
    static let same: UInt32 = 2 << 30
    static let filter: UInt32 = 3 << 30
    static let mask: UInt32 = 3 << 30
  }

  private let width: Int
  private let tokens: UnsafeMutablePointer<UInt32>
  private var count = 0
  private var symbols = DeflateCounts()
  private var low: UInt64 = 1
  private var high: UInt64 = 0

  init(width: Int, rows: Int) {
    self.width = width
    tokens = .allocate(capacity: (width + 1) * rows)
  }

  deinit { tokens.deallocate() }

  /// Adler-32 of the filtered bytes since `start`.
  var adler: UInt { UInt(high << 16 | low) }

  mutating func start() { (low, high) = (1, 0) }

  mutating func removeAll() {
    count = 0
    symbols.removeAll()
  }

  mutating func addFirst(_ pixels: UnsafeMutablePointer<UInt32>) {
    filter(1)
    var x = 0
    var left: UInt32 = 0
    while x < width {
      let start = x
      while x < width, pixels[x] == left { x += 1 }
      if x > start { noughts(x - start) }
      guard x < width else { break }
      difference(Self.difference(pixels[x], left))
      left = pixels[x]
      x += 1
    }
    reduce()
  }

  mutating func add(_ pixels: UnsafeMutablePointer<UInt32>, below above: UnsafeMutablePointer<UInt32>) {
    filter(2)
    var x = 0
    while x < width {
      let start = x
      x = Self.firstChange(pixels, above, from: x, to: width)
      if x > start { noughts(x - start) }
      while x < width, pixels[x] != above[x] {
        let change = Self.difference(pixels[x], above[x])
        difference(change)
        x += 1
        let start = x
        while x < width, Self.difference(pixels[x], above[x]) == change { x += 1 }
        if x > start { same(change, x - start) }
      }
    }
    reduce()
  }

  /// Channel by channel, each modulo 256.
  @inline(__always)
  private static func difference(_ one: UInt32, _ other: UInt32) -> UInt32 {
    ((one | 0x8080_8080) &- (other & 0x7F7F_7F7F)) ^ ((one ^ ~other) & 0x8080_8080)
  }

  @inline(__always)
  private static func firstChange(
    _ pixels: UnsafeMutablePointer<UInt32>, _ above: UnsafeMutablePointer<UInt32>, from: Int, to end: Int
  ) -> Int {
    let (now, before) = (UnsafeRawPointer(pixels), UnsafeRawPointer(above))
    var x = from
    while x &+ 16 <= end {
      var changes = SIMD4<UInt32>()
      for part in 0..<4 {
        let offset = 4 &* x &+ 16 &* part
        changes |=
          now.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt32>.self)
          ^ before.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt32>.self)
      }
      let halves = unsafeBitCast(changes, to: SIMD2<UInt64>.self)
      if halves[0] | halves[1] != 0 { break }
      x &+= 16
    }
    while x &+ 2 <= end {
      let change =
        now.loadUnaligned(fromByteOffset: 4 &* x, as: UInt64.self).littleEndian
        ^ before.loadUnaligned(fromByteOffset: 4 &* x, as: UInt64.self).littleEndian
      if change != 0 { return x &+ change.trailingZeroBitCount >> 5 }
      x &+= 2
    }
    return x < end && pixels[x] == above[x] ? end : x
  }

  @inline(__always)
  private mutating func append(_ token: UInt32) {
    tokens[count] = token
    count &+= 1
  }

  private mutating func filter(_ type: UInt32) {
    append(Kind.filter | type)
    symbols.literal(type)
    low &+= UInt64(type)
    high &+= low
  }

  @inline(__always)
  private mutating func noughts(_ pixels: Int) {
    append(Kind.noughts | UInt32(truncatingIfNeeded: 3 * pixels))
    symbols.noughts(3 * pixels)
    high &+= low &* UInt64(truncatingIfNeeded: 3 * pixels)
  }

  @inline(__always)
  private mutating func difference(_ change: UInt32) {
    append(change & 0x00FF_FFFF)
    symbols.literal(change & 0xFF)
    symbols.literal(change >> 8 & 0xFF)
    symbols.literal(change >> 16 & 0xFF)
    sum(change)
  }

  private mutating func same(_ change: UInt32, _ pixels: Int) {
    append(Kind.same | UInt32(truncatingIfNeeded: 3 * pixels))
    symbols.same(3 * pixels)
    for _ in 0..<pixels { sum(change) }
  }

  @inline(__always)
  private mutating func sum(_ change: UInt32) {
    let (red, green, blue) = (change & 0xFF, change >> 8 & 0xFF, change >> 16 & 0xFF)
    high &+= 3 &* low &+ UInt64(3 &* red &+ 2 &* green &+ blue)
    low &+= UInt64(red &+ green &+ blue)
  }

  /// 65,521 is the largest prime below 2¹⁶.
  private mutating func reduce() {
    low %= 65_521
    high %= 65_521
  }

  /// The tokens as one block of deflate.
  mutating func write(to bits: inout BitWriter) {
    let codes = DeflateCodes(symbols)
    bits.reserve(codes.length(symbols) + 400)
    codes.writeHeader(to: &bits)
    for index in 0..<count {
      let token = tokens[index]
      let value = token & ~Kind.mask
      switch token & Kind.mask {
      case Kind.difference: codes.writeThree(value, to: &bits)
      case Kind.noughts: codes.writeNoughts(Int(value), to: &bits)
      case Kind.same: codes.writeSame(Int(value), to: &bits)
      default: codes.writeLiteral(value, to: &bits)
      }
    }
    codes.writeEnd(to: &bits)
  }
}
