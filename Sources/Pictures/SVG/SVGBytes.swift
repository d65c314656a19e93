import Bytes

/// A stretch of the file being read, which outlives it.
struct SVGBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  init(_ all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    bytes = UnsafeBufferPointer(rebasing: all[range])
  }

  static func == (left: SVGBytes, right: StaticString) -> Bool {
    guard left.bytes.count == right.utf8CodeUnitCount else { return false }
    return left.bytes.elementsEqual(UnsafeBufferPointer(start: right.utf8Start, count: right.utf8CodeUnitCount))
  }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    return bytes.count >= length && SVGBytes(bytes, 0..<length) == prefix
  }

  func dropFirst(_ count: Int) -> SVGBytes { SVGBytes(bytes, count..<bytes.count) }
  func dropLast(_ count: Int) -> SVGBytes { SVGBytes(bytes, 0..<bytes.count - count) }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Without spaces and line breaks at either end.
  var trimmed: SVGBytes {
    var range = 0..<bytes.count
    while let first = range.first, bytes[first].isSpace { range.removeFirst() }
    while let last = range.last, bytes[last].isSpace { range.removeLast() }
    return SVGBytes(bytes, range)
  }

  /// The stretches between spaces.
  var words: [SVGBytes] {
    bytes.split(whereSeparator: \.isSpace).map { SVGBytes(UnsafeBufferPointer(rebasing: $0)) }
  }

  /// The whole of it as a number, of a size that drawings have.
  func number() throws(OutsideSubset) -> Double {
    var at = 0
    guard let value = DecimalReader.scan(bytes, &at), at == bytes.count, value.magnitude < 1e9 else {
      throw OutsideSubset("number", bytes)
    }
    return value
  }

  /// A length in px, with or without its unit.
  func length() throws(OutsideSubset) -> Double {
    bytes.last == UInt8(ascii: "x") && dropLast(1).bytes.last == UInt8(ascii: "p")
      ? try dropLast(2).number() : try number()
  }

  /// Numbers separated by spaces or commas.
  func numbers() throws(OutsideSubset) -> [Double] {
    var values: [Double] = []
    for part in bytes.split(whereSeparator: { $0.isSpace || $0 == UInt8(ascii: ",") }) {
      values.append(try SVGBytes(UnsafeBufferPointer(rebasing: part)).number())
    }
    return values
  }

  /// The colour of `#rrggbb` or `#rgb`.
  func colour() throws(OutsideSubset) -> Colour8 {
    var digits: [UInt8] = []
    for byte in bytes.dropFirst() {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { break }
      digits.append(UInt8(digit))
    }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard bytes.first == UInt8(ascii: "#"), digits.count == 6, bytes.count == 7 || bytes.count == 4 else {
      throw OutsideSubset("colour", bytes)
    }
    return Colour8(digits[0] << 4 | digits[1], digits[2] << 4 | digits[3], digits[4] << 4 | digits[5])
  }

  /// The id in `url(#id)`; `nil` for anything else.
  var target: SVGBytes? {
    if hasPrefix("url(#"), bytes.last == UInt8(ascii: ")") { return dropFirst(5).dropLast(1) }
    return nil
  }
}

extension SVGBytes: Hashable {
  static func == (left: SVGBytes, right: SVGBytes) -> Bool { left.bytes.elementsEqual(right.bytes) }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
}

extension UInt8 {
  @inline(__always) var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
