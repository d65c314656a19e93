/// French spacing, so that sentences can be written with plain spaces in the source.
enum Typography {
  // « and » both begin with the byte 0xC2.

  /// The text with narrow no-break spaces (U+202F) before `; : ! ? % »` and after `«`. O(n).
  static func french(_ text: String) -> String {
    guard text.utf8.contains(where: { isMark($0) || $0 == 0xC2 }) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: " "), isClosing(bytes[(index + 1)...]) || bytes[..<index].suffix(2) == opening {
        out += narrowSpace
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let opening = ArraySlice("«".utf8)
  private static let closing = ArraySlice("»".utf8)
  private static let narrowSpace = Array("\u{202F}".utf8)

  /// Whether a text starts with a mark that French sets apart.
  private static func isClosing(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    return isMark(first) || first == 0xC2 && rest.prefix(2) == closing
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "%"): true
    default: false
    }
  }
}
