/// Reads decimal numbers from bytes: the fast path for the numbers of dbf, GeoJSON and CSV.
public enum DecimalReader {
  /// The longest number that starts at `position`; moves `position` past it. `nil`, without a move, when none
  /// starts there.
  ///
  /// Understands `-12`, `3.5`, `.5`, `5.`, `1e-7`; neither `+`, nor spaces, nor `inf`. Correctly rounded; a
  /// number too large for a double is infinite. Complexity: O(digits).
  public static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Double? {
    let end = bytes.count
    var at = position
    var negative = false
    if at < end, bytes[at] == UInt8(ascii: "-") {
      negative = true
      at += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    while at < end, case let digit = bytes[at] &- 48, digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      digits += 1
      at += 1
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      let point = at
      at += 1
      while at < end, case let digit = bytes[at] &- 48, digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        at += 1
      }
      exponent = point + 1 - at
    }
    guard digits > 0 else { return nil }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e"), let (power, next) = scanExponent(bytes, at + 1) {
      exponent += power
      at = next
    }
    defer { position = at }
    // Exact: both factors are doubles without rounding, and one operation rounds once (Clinger 1990).
    if digits <= 19, mantissa < 1 << 53, exponent.magnitude <= 22 {
      let value = Double(mantissa)
      let scaled = exponent < 0 ? value / powers[-exponent] : value * powers[exponent]
      return negative ? -scaled : scaled
    }
    return Double(String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<at]), as: UTF8.self))
  }

  /// The finite number that the bytes spell, ignoring spaces around it and a leading `+`; `nil` for anything
  /// else.
  public static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var (start, end) = trimmed(bytes)
    if start < end, bytes[start] == UInt8(ascii: "+") { start += 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    var position = 0
    guard let value = scan(text, &position), position == text.count, value.isFinite else { return nil }
    return value
  }

  /// The whole number that the bytes spell, ignoring spaces around it and a leading `+`; `nil` for anything
  /// else and for a number that does not fit `Int`.
  public static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (start, end) = trimmed(bytes)
    guard start < end else { return nil }
    let negative = bytes[start] == UInt8(ascii: "-")
    if negative || bytes[start] == UInt8(ascii: "+") { start += 1 }
    guard start < end else { return nil }
    var value = 0
    while start < end {
      let digit = bytes[start] &- 48
      guard digit < 10 else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLargeToo) = product.subtractingReportingOverflow(Int(digit))
      if tooLarge || tooLargeToo { return nil }
      value = sum
      start += 1
    }
    if negative { return value }
    return value == .min ? nil : -value
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return (start, end)
  }

  private static func scanExponent(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Int, Int)? {
    var at = start
    var negative = false
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      negative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    let first = at
    var value = 0
    while at < bytes.count, case let digit = bytes[at] &- 48, digit < 10 {
      if value < 100_000 { value = value * 10 + Int(digit) }
      at += 1
    }
    return at == first ? nil : (negative ? -value : value, at)
  }

  private static let powers: [Double] = (0...22).map { (0..<$0).reduce(1.0) { product, _ in product * 10 } }
}
