import Testing

@testable import Pictures

@Suite struct EmbeddedFontTests {
  private func font(_ family: String, _ text: String) throws -> (PDFFonts.Font, Set<UInt32>)? {
    let book = try #require(FontBook.machine)
    let number = book.number(of: FontRequest(families: [family]))
    guard let piece = book.shape(text, number, tabular: false, spaced: false)?.pieces.first else { return nil }
    var list = DisplayList(width: 10, height: 10)
    list.runs.append(
      TextRun(face: piece.face, size: 10, glyphs: piece.glyphs, origins: piece.offsets, texts: piece.texts))
    return PDFFonts([list]).fonts.first.map { ($0, Set(piece.glyphs)) }
  }

  /// Programs of other glyphs are blank, everything else is as it was.
  @Test func compactFontsKeepWhatIsUsed() throws {
    guard let (font, used) = try font("Inter", "Étampes 91"), let table = font.face.table("CFF ") else {
      return
    }
    let kept = try PDFFontFile(font)
    #expect(kept.kind == .compact)
    #expect(kept.bytes.count == table.count)
    #expect(kept.bytes.prefix(100).elementsEqual(table.prefix(100)))
    let same = zip(kept.bytes, table).count { $0 == $1 }
    #expect(same < table.count / 2 + used.count * 2000)
    #expect(PDFStream(kept.bytes).bytes.count < 60_000)
  }

  /// An accented letter is made of two glyphs, which stay with it.
  @Test func trueTypeFontsKeepComponents() throws {
    guard let (font, used) = try font("Liberation Sans", "é"), font.face.table("glyf") != nil else { return }
    let kept = try PDFFontFile(font)
    #expect(kept.kind == .trueType)
    let bytes = kept.bytes
    func number(_ at: Int, _ count: Int) -> Int { bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) } }
    var tables: [String: Range<Int>] = [:]
    for record in 0..<number(4, 2) {
      let at = 12 + 16 * record
      let start = number(at + 8, 4)
      tables[String(decoding: bytes[at..<at + 4], as: UTF8.self)] = start..<start + number(at + 12, 4)
    }
    let loca = try #require(tables["loca"])
    #expect(loca.count == 4 * (font.face.glyphCount + 1))
    let full = (0..<font.face.glyphCount).filter {
      number(loca.lowerBound + 4 * $0, 4) < number(loca.lowerBound + 4 * $0 + 4, 4)
    }
    // What is missing, é, e and the accent.
    let letter = try #require(font.face.glyph(of: "e"))
    #expect(full.contains(0) && full.contains(Int(letter)) && used.isSubset(of: Set(full.map(UInt32.init))))
    #expect(full.count == 4)
    let outline = try #require(tables["glyf"]).lowerBound + number(loca.lowerBound + 4 * Int(letter), 4)
    let source = try #require(font.face.table("loca"))
    let isLong = font.face.table("head")?.signed(at: 50) == 1
    let start =
      isLong
      ? source.number(at: 4 * Int(letter), bytes: 4)
      : source.number(at: 2 * Int(letter), bytes: 2).map { 2 * $0 }
    let original = try #require(font.face.table("glyf"))
    #expect(bytes[outline..<outline + 40].elementsEqual(original[try #require(start)..<(start ?? 0) + 40]))
  }

  @Test func brokenTablesAreRefused() {
    for bytes: [UInt8] in [[], [1, 0, 4, 1], [1, 0, 4, 1, 0, 1, 1, 1, 200], Array(repeating: 255, count: 64)] {
      bytes.withUnsafeBufferPointer { #expect(CompactFont($0) == nil) }
    }
  }
}
