import Bytes

extension JSONCursor {
  /// Reads a string. An unpaired surrogate becomes U+FFFD.
  mutating func string() throws(Problem) -> String {
    let (range, escaped) = try stringRange()
    return try text(range, escaped: escaped)
  }

  /// Reads a string and returns the range of the bytes between its quotes, and whether they contain escapes.
  mutating func stringRange() throws(Problem) -> (Range<Int>, escaped: Bool) {
    guard peek() == UInt8(ascii: "\"") else { throw expected(Text.stringExpected) }
    position += 1
    let start = position
    var escaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return (start..<position - 1, escaped)
      }
      if byte == UInt8(ascii: "\\") {
        escaped = true
        position += 1
      } else if byte < 0x20 {
        throw problem(Text.controlCharacterInString)
      }
      position += 1
    }
    position = bytes.count
    throw expected(Text("guillemet attendu", "quote expected"))
  }

  /// The text of a range that `stringRange` returned.
  func text(_ range: Range<Int>, escaped: Bool) throws(Problem) -> String {
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    let text = escaped ? String(validating: try unescape(raw), as: UTF8.self) : String(validating: raw, as: UTF8.self)
    guard let text else {
      throw problem(Text("le texte n’est pas en UTF-8", "the text is not UTF-8"), fix: Text.saveFileAsUTF8)
    }
    return text
  }

  private func unescape(_ raw: UnsafeBufferPointer<UInt8>) throws(Problem) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < raw.count else {
        out.append(byte)
        continue
      }
      let kind = raw[index]
      index += 1
      switch kind {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(kind)
      case UInt8(ascii: "u"):
        guard let unit = Self.hexadecimal(raw, index) else { throw badEscape }
        index += 4
        out.append(contentsOf: String(Self.scalar(unit, raw, &index)).utf8)
      default: throw badEscape
      }
    }
    return out
  }

  private var badEscape: Problem { problem(Text.unknownEscapeInString) }

  private static func scalar(_ unit: UInt32, _ raw: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    if (0xD800..<0xDC00).contains(unit), index + 1 < raw.count, raw[index] == UInt8(ascii: "\\"),
      raw[index + 1] == UInt8(ascii: "u"), let low = hexadecimal(raw, index + 2), (0xDC00..<0xE000).contains(low)
    {
      index += 6
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private static func hexadecimal(_ raw: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= raw.count else { return nil }
    var value: UInt32 = 0
    for byte in raw[start..<start + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | UInt32((byte | 0x20) - 87)
      default: return nil
      }
    }
    return value
  }
}
