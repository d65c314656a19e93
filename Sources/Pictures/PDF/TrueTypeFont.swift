/// The tables of a TrueType face that a PDF needs (OpenType 1.9; ISO 32000-1, 9.9).
struct TrueTypeFont {
  private let face: FontFace
  private let glyf: UnsafeBufferPointer<UInt8>
  /// Where each glyph starts in `glyf`, and where the last one ends.
  private let starts: [Int]

  init?(_ face: FontFace) {
    guard let glyf = face.table("glyf"), let loca = face.table("loca"), let head = face.table("head"),
      let isLong = head.signed(at: 50)
    else { return nil }
    var starts: [Int] = []
    for glyph in 0...face.glyphCount {
      let start =
        isLong == 1 ? loca.number(at: 4 * glyph, bytes: 4) : loca.number(at: 2 * glyph, bytes: 2).map { 2 * $0 }
      guard let start, start <= glyf.count, start >= starts.last ?? 0 else { return nil }
      starts.append(start)
    }
    self.face = face
    self.glyf = glyf
    self.starts = starts
  }

  /// A font file in which other glyphs are empty.
  func keeping(_ glyphs: [Int]) -> [UInt8]? {
    let kept = closure(of: glyphs + [0])
    var outlines: [UInt8] = []
    var places: [UInt8] = []
    for glyph in 0..<starts.count {
      places.append(number: outlines.count, bytes: 4)
      guard kept.contains(glyph) else { continue }
      outlines += glyf[starts[glyph]..<starts[glyph + 1]]
      while outlines.count % 4 != 0 { outlines.append(0) }
    }
    var tables: [(tag: StaticString, bytes: [UInt8])] = []
    for tag: StaticString in ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"] {
      switch tag.utf8Start.pointee {
      case UInt8(ascii: "g"): tables.append((tag, outlines))
      case UInt8(ascii: "l"): tables.append((tag, places))
      default: if let table = face.table(tag) { tables.append((tag, Array(table))) }
      }
    }
    // The new loca is of the long kind, and nobody sums over this file.
    guard
      let head = tables.firstIndex(where: { $0.tag.utf8Start[2] == UInt8(ascii: "a") && $0.bytes.count == 54 })
    else { return nil }
    tables[head].bytes.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    tables[head].bytes.replaceSubrange(50..<52, with: [0, 1])
    return Self.file(tables)
  }

  /// The glyphs and those that they are composed of.
  private func closure(of glyphs: [Int]) -> Set<Int> {
    var kept = Set<Int>()
    var waiting = glyphs
    while let glyph = waiting.popLast() {
      guard glyph >= 0, glyph + 1 < starts.count, kept.insert(glyph).inserted else { continue }
      let start = starts[glyph]
      guard starts[glyph + 1] > start, let contours = glyf.signed(at: start), contours < 0 else { continue }
      // Flags: 1 words for places, 8 one scale, 0x40 two, 0x80 four, 0x20 another component follows.
      var at = start + 10
      while let flags = glyf.number(at: at, bytes: 2), let part = glyf.number(at: at + 2, bytes: 2) {
        waiting.append(part)
        at += flags & 1 != 0 ? 8 : 6
        at += flags & 8 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
        if flags & 0x20 == 0 { break }
      }
    }
    return kept
  }

  private static func file(_ tables: [(tag: StaticString, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = [0, 1, 0, 0]
    let power = Int.bitWidth - 1 - tables.count.leadingZeroBitCount
    for field in [tables.count, 16 << power, power, 16 * tables.count - (16 << power)] {
      file.append(number: field, bytes: 2)
    }
    var offset = 12 + 16 * tables.count
    for (tag, bytes) in tables {
      file += UnsafeBufferPointer(start: tag.utf8Start, count: 4)
      file.append(number: Int(sum(bytes)), bytes: 4)
      file.append(number: offset, bytes: 4)
      file.append(number: bytes.count, bytes: 4)
      offset += (bytes.count + 3) / 4 * 4
    }
    for (_, bytes) in tables {
      file += bytes
      while file.count % 4 != 0 { file.append(0) }
    }
    return file
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0
    for (at, byte) in bytes.enumerated() { sum &+= UInt32(byte) << UInt32(24 - 8 * (at % 4)) }
    return sum
  }
}

extension [UInt8] {
  /// Appends a big-endian number.
  fileprivate mutating func append(number: Int, bytes: Int) {
    for byte in (0..<bytes).reversed() { append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
  }
}
