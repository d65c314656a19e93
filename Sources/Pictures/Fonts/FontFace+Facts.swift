extension FontFace {
  /// Whether the face can show a character. Spaces that it lacks HarfBuzz makes from the plain one, and what only
  /// steers shaping it leaves out.
  func has(_ character: Unicode.Scalar) -> Bool {
    if glyph(of: character) != nil { return true }
    let properties = character.properties
    return properties.generalCategory == .spaceSeparator || properties.isDefaultIgnorableCodePoint
  }

  /// The sum over the file that its maker wrote into it (OpenType 1.9, `head`, checksumAdjustment).
  var checksum: String {
    guard let head = table("head"), head.count >= 12 else { return "0" }
    return String(head[8..<12].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }, radix: 16)
  }
}
