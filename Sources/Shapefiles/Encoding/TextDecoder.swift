import Bytes

/// Decodes bytes of one encoding; encodings with one byte for each character use a table.
struct TextDecoder {
  private enum Method {
    case utf8
    /// The UTF-8 spelling of each byte from 0x80 on.
    case single([[UInt8]])
    /// iconv decodes each text, because several bytes may make a character.
    case multiple(String)
  }

  private let method: Method
  private var scratch: [UInt8] = []
  /// Number of texts with a byte that has no meaning; U+FFFD, or `?` in encodings of several bytes, replaces
  /// it.
  private(set) var damaged = 0

  init(_ encoding: String) {
    if encoding == "UTF-8" {
      method = .utf8
    } else if let table = Self.table(encoding) {
      method = .single(table)
    } else {
      method = .multiple(encoding)
    }
  }

  /// The text up to the first NUL, without trailing spaces; `nil` when nothing is left.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var end = 0
    var high: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0 { break }
      if byte != UInt8(ascii: " ") { end = index + 1 }
      high |= byte
    }
    guard end > 0 else { return nil }
    let kept = UnsafeBufferPointer(rebasing: bytes[..<end])
    if high < 0x80 { return String(decoding: kept, as: UTF8.self) }
    switch method {
    case .utf8:
      if let valid = String(validating: kept, as: UTF8.self) { return valid }
      damaged += 1
      return String(decoding: kept, as: UTF8.self)
    case .single(let table):
      scratch.removeAll(keepingCapacity: true)
      var bad = false
      for byte in kept {
        if byte < 0x80 {
          scratch.append(byte)
        } else {
          let character = table[Int(byte) - 0x80]
          bad = bad || character == Self.replacement
          scratch.append(contentsOf: character)
        }
      }
      if bad { damaged += 1 }
      return String(decoding: scratch, as: UTF8.self)
    case .multiple(let encoding):
      if let text = Encoding.decode(Array(kept), from: encoding) { return text }
      damaged += 1
      return String(decoding: kept.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
  }

  private static let replacement = Array("\u{FFFD}".utf8)

  /// The table of an encoding; `nil` when a byte has a meaning only together with the byte after it.
  private static func table(_ encoding: String) -> [[UInt8]]? {
    var table: [[UInt8]] = []
    for byte in UInt8(0x80)...0xFF {
      if let text = Encoding.decode([byte], from: encoding), !text.isEmpty {
        table.append(Array(text.utf8))
      } else {
        let pairs: [UInt8] = [0x40, 0x41, 0xA1]
        if pairs.contains(where: { Encoding.decode([byte, $0], from: encoding) != nil }) { return nil }
        table.append(replacement)
      }
    }
    return table
  }
}
