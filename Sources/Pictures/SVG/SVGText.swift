/// The characters of a text element.
enum SVGText {
  /// Entities resolved, spaces as SVG has them: none at either end, one where several follow each other (SVG 2,
  /// 11.7.1). Throws on what is written from right to left.
  static func plain(_ content: SVGBytes) throws(OutsideSubset) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.bytes.count)
    var rest = content.trimmed
    while let byte = rest.bytes.first {
      var taken = 1
      if byte == UInt8(ascii: "&") {
        let (character, length) = try entity(rest)
        bytes.append(character)
        taken = length
      } else if byte.isSpace {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
      rest = rest.dropFirst(taken)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.unicodeScalars.contains(where: isRightToLeft) else { throw OutsideSubset("text", bytes) }
    return text
  }

  private static func entity(_ rest: SVGBytes) throws(OutsideSubset) -> (UInt8, Int) {
    let known: [(StaticString, Character)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
    ]
    for (entity, character) in known where rest.hasPrefix(entity) {
      return (character.asciiValue ?? 0, entity.utf8CodeUnitCount)
    }
    throw OutsideSubset("entity", rest.bytes)
  }

  /// The blocks of Hebrew, Arabic and their neighbours, and what turns the direction of any letters.
  private static func isRightToLeft(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x590..<0x900, 0x200F, 0x202B, 0x202E, 0x2067, 0xFB1D..<0xFE00, 0xFE70..<0xFEFF, 0x10800..<0x11000,
      0x1E800..<0x1F000:
      true
    default: false
    }
  }
}
