import CFonts

/// One face of a font file, as the machine has it. Faces live as long as the process: there are a handful.
///
/// Everything here may be called by several threads at once.
public final class FontFace: Sendable {
  /// File the face was read from, and its number there.
  public let file: String
  public let index: Int
  /// Units of an em.
  public let unitsPerEm: Int
  /// HarfBuzz's own, never changed once made, never freed.
  nonisolated(unsafe) let handle: OpaquePointer

  /// `nil` when the file cannot be read, has no outlines or has colours of its own, as emoji do. `index` as
  /// fontconfig counts.
  init?(file: String, index: Int) {
    guard let handle = cartopole_face_open(file, Int32(truncatingIfNeeded: index)) else { return nil }
    self.file = file
    self.index = index
    self.handle = handle
    unitsPerEm = Int(cartopole_face_units(handle))
    guard table("glyf") != nil || table("CFF ") != nil || table("CFF2") != nil, table("COLR") == nil else {
      return nil
    }
  }

  /// The outline of a glyph in font units, y UP, its origin at 0, 0.
  public func outline(of glyph: UInt32) -> Outline {
    var drawn = cartopole_face_outline(handle, glyph)
    defer { cartopole_outline_free(&drawn) }
    var outline = Outline()
    let verbs = UnsafeBufferPointer(start: drawn.verbs, count: drawn.verb_count)
    outline.verbs = verbs.map { Outline.Verb(rawValue: $0) ?? .close }
    outline.points = Array(UnsafeBufferPointer(start: drawn.points, count: drawn.point_count))
    return outline
  }

  /// Number of glyphs.
  var glyphCount: Int { Int(cartopole_face_glyphs(handle)) }

  /// Font units from a glyph's origin to the next one's.
  func advance(of glyph: UInt32) -> Int { Int(cartopole_face_advance(handle, glyph)) }

  /// The glyph of a character; `nil` when the face has none.
  func glyph(of character: Unicode.Scalar) -> UInt32? {
    let glyph = cartopole_face_glyph(handle, character.value)
    return glyph == 0 ? nil : glyph
  }

  /// A table of the font file (OpenType 1.9, chapter 2); `nil` when there is none.
  func table(_ tag: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var length: UInt32 = 0
    let bytes = tag.utf8Start.withMemoryRebound(to: CChar.self, capacity: 4) {
      cartopole_face_table(handle, $0, &length)
    }
    return bytes.map { UnsafeBufferPointer(start: $0, count: Int(length)) }
  }
}
