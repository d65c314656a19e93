import CFonts

/// A line of text as glyphs, in font units: drawn in any size.
struct ShapedText: Sendable {
  /// Glyphs of one face that follow each other.
  struct Piece: Sendable {
    var face: FontFace
    var glyphs: [UInt32] = []
    /// Offset of each glyph from the piece's start, x to the right and y up in turn, font units; without spacing.
    var offsets: [Double] = []
    /// Number of letters before each glyph that spacing comes after.
    var gaps: [Int] = []
    /// What the glyphs say, one string a glyph; empty where another one says it.
    var texts: [String] = []
    /// Font units from its start to its end.
    var advance = 0.0
    /// Letters that spacing comes after.
    var letters = 0
  }

  var pieces: [Piece] = []

  /// px of an em and between letters: px from start to end.
  func width(size: Double, spacing: Double) -> Double {
    var width = 0.0
    for piece in pieces {
      width += piece.advance * size / Double(piece.face.unitsPerEm) + Double(piece.letters) * spacing
    }
    return width
  }
}

extension ShapedText.Piece {
  /// Shapes text that the face has glyphs for. `isSpaced`: letters will be spaced, so none may be joined.
  init(_ text: Substring, _ face: FontFace, tabular isTabular: Bool, spaced isSpaced: Bool) {
    self.face = face
    var bytes = Array(text.utf8)
    let placed = Self.shape(&bytes, face, isTabular, isSpaced)
    glyphs.reserveCapacity(placed.count)
    offsets.reserveCapacity(2 * placed.count)
    gaps.reserveCapacity(placed.count)
    texts.reserveCapacity(placed.count)
    for (index, glyph) in placed.enumerated() {
      // The first glyph of a cluster says it, the others follow without spacing.
      let isFirst = index == 0 || placed[index - 1].cluster != glyph.cluster
      if isFirst {
        if index > 0 { letters += 1 }
        let end = placed[index...].first { $0.cluster > glyph.cluster }?.cluster ?? UInt32(bytes.count)
        texts.append(String(decoding: bytes[Int(glyph.cluster)..<Int(end)], as: UTF8.self))
      } else {
        texts.append("")
      }
      glyphs.append(glyph.glyph)
      gaps.append(letters)
      offsets.append(advance + Double(glyph.dx))
      offsets.append(Double(glyph.dy))
      advance += Double(glyph.advance)
    }
    if !placed.isEmpty { letters += 1 }
  }

  private static func shape(
    _ bytes: inout [UInt8], _ face: FontFace, _ isTabular: Bool, _ isSpaced: Bool
  ) -> [cartopole_glyph] {
    // As many glyphs as bytes nearly always do.
    var room = bytes.count + 8
    while true {
      var needed = 0
      let glyphs = [cartopole_glyph](unsafeUninitializedCapacity: room) { glyphs, count in
        needed = bytes.withUnsafeBytes { text in
          cartopole_face_shape(
            face.handle, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count,
            isTabular ? 1 : 0, isSpaced ? 1 : 0, glyphs.baseAddress, glyphs.count)
        }
        count = min(needed, glyphs.count)
      }
      if needed <= room { return glyphs }
      room = needed
    }
  }
}
