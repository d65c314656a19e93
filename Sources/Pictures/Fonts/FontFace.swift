/// One face of a font file, as the machine has it. Faces live as long as the process: there are a handful.
public final class FontFace: Sendable {
  /// File the face was read from, and its number there.
  public let file: String
  public let index: Int
  /// Units of an em.
  public let unitsPerEm: Int

  init(file: String, index: Int, unitsPerEm: Int) {
    self.file = file
    self.index = index
    self.unitsPerEm = unitsPerEm
  }

  /// The outline of a glyph in font units, y UP, its origin at 0, 0. May be called by several threads at once.
  public func outline(of glyph: UInt32) -> Outline {
    Outline()
  }
}
