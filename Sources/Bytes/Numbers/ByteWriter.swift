/// Appends text and numbers to one growing byte buffer; the only number writer of SVG, CSV, JSON and GeoJSON.
public struct ByteWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty writer with room for `capacity` bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// What has been written so far, as text; bytes that are not UTF-8 become U+FFFD. Complexity: O(n).
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// One number as text, as the method `fixed` writes it with `trim`.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    var writer = ByteWriter()
    writer.fixed(value, decimals: decimals)
    return writer.string
  }

  /// One number as text, as the method `shortest` writes it.
  public static func shortest(_ value: Double) -> String {
    var writer = ByteWriter()
    writer.shortest(value)
    return writer.string
  }

  /// Appends one byte.
  public mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Appends the UTF-8 bytes of a literal, without escaping.
  public mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Appends the UTF-8 bytes of a text, without escaping; see `Escape`.
  public mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends what another writer has written.
  public mutating func append(_ other: ByteWriter) { bytes.append(contentsOf: other.bytes) }

  /// Appends bytes from memory.
  public mutating func append(contentsOf other: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: other) }

  /// Appends bytes of any sequence.
  public mutating func append(contentsOf other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  /// Appends a whole number in decimal digits, without grouping.
  public mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(value.magnitude, width: 1)
  }

  /// Appends a number with at most `decimals` decimals (0…15), rounded half away from zero, never in exponent
  /// form.
  ///
  /// With `trim`, trailing zeros are dropped. Zero has no sign. Values too large to be scaled to a 64-bit
  /// integer (about 9.2e18 after scaling) and values that are not finite are written as `shortest` writes them.
  public mutating func fixed(_ value: Double, decimals: Int, trim: Bool = true) {
    precondition(decimals >= 0 && decimals < powersOfTen.count)
    let power = powersOfTen[decimals]
    let scaled = (value * Double(power)).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9.2e18 else { return shortest(value) }
    let magnitude = UInt(scaled.magnitude)
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let whole = magnitude / power
    var fraction = magnitude % power
    digits(whole, width: 1)
    var width = decimals
    if trim {
      guard fraction > 0 else { return }
      while fraction % 10 == 0 {
        fraction /= 10
        width -= 1
      }
    }
    guard width > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    digits(fraction, width: width)
  }

  /// Appends the shortest text that reads back as the same number; whole numbers below 2⁵³ have no decimal
  /// point.
  ///
  /// A value that is not finite is written as `null`, because JSON has no other spelling for it.
  public mutating func shortest(_ value: Double) {
    guard value.isFinite else { return raw("null") }
    if value == value.rounded(.towardZero), value.magnitude < 9_007_199_254_740_992 { return integer(Int(value)) }
    bytes.append(contentsOf: value.description.utf8)
  }

  private mutating func digits(_ value: UInt, width: Int) {
    var length = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    length = max(length, width)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: length))
    rest = value
    bytes.withUnsafeMutableBufferPointer { bytes in
      var at = bytes.count
      while rest > 0 {
        at -= 1
        bytes[at] += UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
  }
}

private let powersOfTen: [UInt] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
  1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
]
