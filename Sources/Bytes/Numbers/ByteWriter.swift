/// Appends text and numbers to one growing byte buffer; the only number writer of SVG, CSV, JSON and GeoJSON.
public struct ByteWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init(capacity: Int = 0) {
    bytes.reserveLarge(capacity)
  }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func reserve(_ extra: Int) { bytes.reserveLarge(bytes.count + extra) }

  /// One number as text, as `fixed` writes it.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    var writer = ByteWriter()
    writer.fixed(value, decimals: decimals)
    return writer.string
  }

  public mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  public mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  public mutating func text(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  public mutating func append(_ other: ByteWriter) {
    bytes.append(contentsOf: other.bytes)
  }

  public mutating func append(contentsOf other: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: other)
  }

  public mutating func append(contentsOf other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  public mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(value.magnitude, width: 1)
  }

  /// A number with at most `decimals` decimals (0…15), halves away from zero, never in exponent form.
  ///
  /// With `trim`, trailing zeros are dropped. Zero has no sign. Values whose scaled magnitude passes 2⁶³ and
  /// values that are not finite are written in shortest form.
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

  /// The shortest text that reads back as the same number; whole numbers below 2⁵³ without a decimal point.
  ///
  /// A value that is not finite is written `null`, the only spelling JSON has for it.
  public mutating func shortest(_ value: Double) {
    guard value.isFinite else { return raw("null") }
    if value == value.rounded(.towardZero), value.magnitude < 9_007_199_254_740_992 {
      return integer(Int(value))
    }
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
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
  100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
]
