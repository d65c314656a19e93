/// The faces of a document, numbered as they come, with the glyphs it uses and what these say.
struct PDFFonts: Sendable {
  struct Font: Sendable {
    let face: FontFace
    /// What each glyph of the face says; `nil` for one the document does not use.
    var texts: [String?]
    /// Thousandths of an em, as the document gives them: four decimals at most.
    var widths: [Double]

    var used: [Int] { texts.indices.filter { texts[$0] != nil } }
  }

  private(set) var fonts: [Font] = []
  private var numbers: [ObjectIdentifier: Int] = [:]

  init(_ pages: [DisplayList]) {
    for page in pages { for run in page.runs { add(run) } }
  }

  func number(of face: FontFace) -> Int? { numbers[ObjectIdentifier(face)] }
  func width(of glyph: UInt32, _ font: Int) -> Double { fonts[font].widths[Int(glyph)] }

  /// Whether a glyph of the run says something else than it did when it was first used.
  func saysOtherwise(_ run: TextRun, _ font: Int) -> Bool {
    for (glyph, text) in zip(run.glyphs, run.texts) where fonts[font].texts[Int(glyph)] != text { return true }
    return false
  }

  private mutating func add(_ run: TextRun) {
    let face = run.face
    let number = numbers[ObjectIdentifier(face)] ?? fonts.count
    if number == fonts.count {
      numbers[ObjectIdentifier(face)] = number
      let count = face.glyphCount
      fonts.append(
        Font(face: face, texts: Array(repeating: nil, count: count), widths: Array(repeating: 0, count: count)))
    }
    for (glyph, text) in zip(run.glyphs, run.texts) where fonts[number].texts[Int(glyph)] == nil {
      fonts[number].texts[Int(glyph)] = text
      let width = Double(face.advance(of: glyph)) * 1000 / Double(face.unitsPerEm)
      fonts[number].widths[Int(glyph)] = (width * 10_000).rounded() / 10_000
    }
  }
}
