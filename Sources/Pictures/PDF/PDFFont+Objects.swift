import Bytes

extension PDFFonts.Font {
  /// Adds the objects of a font whose codes are glyph numbers (ISO 32000-1, 9.7); the number of the font's own.
  func add(to objects: inout PDFObjects, _ file: PDFFontFile.Kind, _ stream: PDFStream) -> Int {
    let name = PDFName.tag(used) + "+" + postScriptName
    let fileKeys = file == .compact ? "/Subtype/CIDFontType0C" : "/Length1 \(stream.length)"
    let fontFile = objects.add(stream: stream, fileKeys)
    let key = file == .compact ? "FontFile3" : "FontFile2"
    let descriptor = objects.add(
      "<</Type/FontDescriptor/FontName/\(name)/Flags 4\(measures)/\(key) \(fontFile) 0 R>>")
    let kind = file == .compact ? "/Subtype/CIDFontType0" : "/Subtype/CIDFontType2/CIDToGIDMap/Identity"
    let descendant = objects.add(
      "<</Type/Font\(kind)/BaseFont/\(name)/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        + "/FontDescriptor \(descriptor) 0 R/DW 0/W[\(printedWidths)]>>")
    let texts = objects.add(stream: PDFStream(Array(toUnicode.utf8)))
    return objects.add(
      "<</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H/DescendantFonts[\(descendant) 0 R]"
        + "/ToUnicode \(texts) 0 R>>")
  }

  /// `Inter-Bold`: name 6 of the table of names, in the letters a PDF name may have.
  private var postScriptName: String {
    guard let table = face.table("name"), let count = table.number(at: 2, bytes: 2),
      let storage = table.number(at: 4, bytes: 2)
    else { return "Font" }
    for record in 0..<count {
      let at = 6 + 12 * record
      guard table.number(at: at + 6, bytes: 2) == 6, let length = table.number(at: at + 8, bytes: 2),
        let offset = table.number(at: at + 10, bytes: 2), storage + offset + length <= table.count
      else { continue }
      let letters = table[storage + offset..<storage + offset + length].filter {
        $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || $0 == UInt8(ascii: "-")
      }
      return String(decoding: letters, as: UTF8.self)
    }
    return "Font"
  }

  /// Of the whole face, in thousandths of an em.
  private var measures: String {
    func scaled(_ table: StaticString, _ offset: Int) -> Int? {
      face.table(table)?.signed(at: offset).map { $0 * 1000 / face.unitsPerEm }
    }
    let box = [36, 38, 40, 42].map { String(scaled("head", $0) ?? 0) }.joined(separator: " ")
    let (ascent, descent) = (scaled("hhea", 4) ?? 0, scaled("hhea", 6) ?? 0)
    // Italic angle: 16.16; the height of capitals came with version 2 of OS/2.
    let angle = face.table("post")?.signed(at: 4) ?? 0
    let version = face.table("OS/2")?.number(at: 0, bytes: 2) ?? 0
    let capitals = version >= 2 ? scaled("OS/2", 88) ?? ascent : ascent
    return
      "/FontBBox[\(box)]/ItalicAngle \(angle)/Ascent \(ascent)/Descent \(descent)/CapHeight \(capitals)/StemV 80"
  }

  /// `12[550]13[600 610]`: runs of glyphs that follow each other.
  private var printedWidths: String {
    var out = ByteWriter()
    var last = -2
    for glyph in used {
      if glyph != last + 1 { out.text("\(last < 0 ? "" : "]")\(glyph)[") } else { out.raw(" ") }
      out.fixed(widths[glyph], decimals: 4)
      last = glyph
    }
    if last >= 0 { out.raw("]") }
    return out.string
  }

  /// What each code says (ISO 32000-1, 9.10.3).
  private var toUnicode: String {
    let said = used.filter { texts[$0] != "" }
    var out = """
      /CIDInit/ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000><FFFF>
      endcodespacerange

      """
    // A hundred at most at a time.
    for start in stride(from: 0, to: said.count, by: 100) {
      let group = said[start..<min(start + 100, said.count)]
      out += "\(group.count) beginbfchar\n"
      for glyph in group {
        out += "<" + PDFName.hexadecimal(UInt16(truncatingIfNeeded: glyph)) + "><"
        out += (texts[glyph] ?? "").utf16.map(PDFName.hexadecimal).joined() + ">\n"
      }
      out += "endbfchar\n"
    }
    return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"
  }
}

enum PDFName {
  /// Six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4).
  static func tag(_ glyphs: [Int]) -> String {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for glyph in glyphs { hash = (hash ^ UInt64(glyph)) &* 0x100_0000_01B3 }
    return String((0..<6).map { Character(Unicode.Scalar(UInt8(65 + (hash >> (8 * $0)) % 26))) })
  }

  static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// A text string of a dictionary, in UTF-16 (ISO 32000-1, 7.9.2.2).
  static func text(_ text: String) -> String {
    "<FEFF" + text.utf16.map(hexadecimal).joined() + ">"
  }
}
