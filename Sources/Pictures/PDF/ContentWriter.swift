/// Writes the operators of a content stream into memory that grows in large steps (ISO 32000-1, 7.8.2).
struct ContentWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Makes room for so many bytes more.
  mutating func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    capacity = max(2 * capacity, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  mutating func raw(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    (start + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count += text.utf8CodeUnitCount
  }

  /// A number with at most two decimals, then a space.
  @inline(__always) mutating func hundredths(_ value: Double) { fixed(Self.whole(value * 100), 2) }

  /// A number with at most four decimals, then a space.
  mutating func tenThousandths(_ value: Double) { fixed(Self.whole(value * 10_000), 4) }

  /// Far beyond any page, a number is only large.
  @inline(__always) private static func whole(_ value: Double) -> Int64 {
    Int64(max(-1e15, min(1e15, value)).rounded())
  }

  mutating func integer(_ value: Int) { fixed(Int64(value), 0) }

  /// `value` / 10^`decimals`, without zeros at its end, then a space.
  @inline(__always) private mutating func fixed(_ value: Int64, _ decimals: Int) {
    reserve(24)
    if value < 0 { byte(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var power: UInt64 = 1
    for _ in 0..<decimals { power *= 10 }
    let whole = rest / power
    rest %= power
    digits(whole, atLeast: 1)
    if rest > 0 {
      byte(UInt8(ascii: "."))
      var width = decimals
      while rest % 10 == 0 {
        rest /= 10
        width -= 1
      }
      digits(rest, atLeast: width)
    }
    byte(0x20)
  }

  @inline(__always) private mutating func digits(_ value: UInt64, atLeast width: Int) {
    var length = 1
    var power: UInt64 = 10
    while value >= power {
      length += 1
      power *= 10
    }
    length = max(length, width)
    var rest = value
    var at = count + length
    while at > count {
      at -= 1
      start[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// There must be room.
  @inline(__always) private mutating func byte(_ byte: UInt8) {
    start[count] = byte
    count += 1
  }

  /// Sixteen bits as four hexadecimal digits.
  mutating func hexadecimal(_ value: UInt16) {
    reserve(4)
    for shift: UInt16 in [12, 8, 4, 0] {
      let digit = UInt8(value >> shift & 15)
      byte(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}

extension ContentWriter {
  mutating func path(_ outline: Outline) {
    reserve(24 * outline.points.count + 4 * outline.verbs.count)
    outline.points.withUnsafeBufferPointer { points in
      var at = 0
      for verb in outline.verbs {
        switch verb {
        case .move, .line:
          hundredths(points[at])
          hundredths(points[at + 1])
          raw(verb == .move ? "m\n" : "l\n")
          at += 2
        case .cubic:
          for number in at..<at + 6 { hundredths(points[number]) }
          raw("c\n")
          at += 6
        case .close: raw("h\n")
        }
      }
    }
  }
}
