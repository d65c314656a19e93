/// Spaces of print, so that sentences can be written with plain spaces in the source.
enum Typography {
  // « and » both begin with the byte 0xC2, as ± does.

  /// The text with narrow no-break spaces (U+202F) before `; : ! ? % »`, after `«` and `±`, inside `10 000`, and between a
  /// number and its unit. O(n).
  static func french(_ text: String) -> String {
    guard text.utf8.contains(where: { isMark($0) || $0 == 0xC2 || isDigit($0) }) else { return text }
    return setting(text) { before, after in
      isClosing(after) || before.suffix(2) == opening || before.suffix(2) == plusMinus || isThousands(before, after)
        || isUnit(before, after)
    }
  }

  /// The text with narrow no-break spaces between a number and its unit. O(n).
  static func english(_ text: String) -> String {
    guard text.utf8.contains(where: isDigit) else { return text }
    return setting(text, isUnit)
  }

  private static func setting(_ text: String, _ isBound: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: " "), isBound(bytes[..<index], bytes[(index + 1)...]) {
        out += narrowSpace
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let opening = ArraySlice("«".utf8)
  private static let closing = ArraySlice("»".utf8)
  private static let plusMinus = ArraySlice("±".utf8)
  private static let narrowSpace = Array("\u{202F}".utf8)
  private static let units = ["km", "m", "min", "ha"].map { ArraySlice($0.utf8) }

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

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 && byte != 0xC2 || (byte | 0x20) &- 97 < 26 }

  /// Whether exactly three digits follow a group of one to three, as in `10 000`; years have four.
  private static func isThousands(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    guard let last = before.last, isDigit(last), after.prefix(while: isDigit).count == 3 else { return false }
    let group = before.suffix(4).reversed().prefix(while: isDigit).count
    // A comma before the group makes it decimals.
    return group < 4 && before.dropLast(group).last != UInt8(ascii: ",")
  }

  /// Whether a unit follows a number; a letter after it makes it a word.
  private static func isUnit(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    guard let last = before.last, isDigit(last) else { return false }
    return units.contains { unit in
      after.starts(with: unit) && !(after.dropFirst(unit.count).first.map(isLetter) ?? false)
    }
  }
}
