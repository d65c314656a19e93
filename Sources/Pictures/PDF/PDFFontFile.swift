/// The bytes of a face as a PDF holds them, with the glyphs it uses only. Glyphs keep their numbers.
struct PDFFontFile {
  enum Kind { case compact, trueType }

  let kind: Kind
  let bytes: [UInt8]

  /// Throws for a face whose glyphs cannot be told apart by their numbers in a PDF (CID-keyed, variable or without
  /// outlines) and for one whose maker forbids it.
  init(_ font: PDFFonts.Font) throws(OutsideSubset) {
    let face = font.face
    // OpenType 1.9, OS/2, fsType: 2 is restricted licence embedding.
    if let os2 = face.table("OS/2"), os2.count >= 10, os2[9] & 0xF == 2 {
      throw OutsideSubset("font that may not be embedded", face.file.utf8)
    }
    let embedded: (Kind, [UInt8])? =
      if face.table("fvar") != nil {
        nil
      } else if let table = face.table("CFF ") {
        CompactFont(table)?.keeping(font.used).map { (.compact, $0) }
      } else {
        TrueTypeFont(face)?.keeping(font.used).map { (.trueType, $0) }
      }
    guard let (kind, bytes) = embedded else {
      throw OutsideSubset("font that cannot be embedded", face.file.utf8)
    }
    self.kind = kind
    self.bytes = bytes
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A big-endian number of `count` bytes; `nil` outside.
  func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset + count <= self.count else { return nil }
    var value = 0
    for byte in self[offset..<offset + count] { value = value << 8 | Int(byte) }
    return value
  }

  /// The same, with a sign, of two bytes.
  func signed(at offset: Int) -> Int? {
    number(at: offset, bytes: 2).map { Int(Int16(truncatingIfNeeded: $0)) }
  }
}
