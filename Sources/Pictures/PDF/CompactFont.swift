/// A `CFF ` table (Adobe Technical Note 5176).
struct CompactFont {
  private let table: UnsafeBufferPointer<UInt8>
  /// Where each glyph's outline program starts, and where the last one ends.
  private let programs: [Int]

  /// `nil` for one that is broken, or CID-keyed: its glyphs have other numbers in a PDF.
  init?(_ table: UnsafeBufferPointer<UInt8>) {
    self.table = table
    guard let header = table.number(at: 2, bytes: 1), let names = Self.index(table, header),
      let tops = Self.index(table, names.end), tops.starts.count == 2,
      let offset = Self.charStrings(table, tops.starts[0]..<tops.starts[1]),
      let index = Self.index(table, offset)
    else { return nil }
    programs = index.starts
  }

  /// The table with other programs blank: `endchar`, then zeros, which compress to nothing. Offsets stay as they are.
  func keeping(_ glyphs: [Int]) -> [UInt8]? {
    var bytes = Array(table)
    // The glyph of what is missing is always there.
    let kept = Set(glyphs + [0])
    for glyph in 0..<programs.count - 1 where !kept.contains(glyph) {
      let program = programs[glyph]..<programs[glyph + 1]
      for at in program { bytes[at] = at == program.lowerBound ? 14 : 0 }
    }
    return bytes
  }

  /// Where the objects of an INDEX start and the last one ends (chapter 5).
  private static func index(
    _ table: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (starts: [Int], end: Int)? {
    guard let count = table.number(at: offset, bytes: 2) else { return nil }
    guard count > 0 else { return ([], offset + 2) }
    guard let size = table.number(at: offset + 2, bytes: 1), (1...4).contains(size) else { return nil }
    let base = offset + 3 + (count + 1) * size - 1
    var starts: [Int] = []
    starts.reserveCapacity(count + 1)
    for number in 0...count {
      guard let start = table.number(at: offset + 3 + number * size, bytes: size), base + start <= table.count,
        start >= 1, base + start >= starts.last ?? 0
      else { return nil }
      starts.append(base + start)
    }
    return (starts, base + (table.number(at: offset + 3 + count * size, bytes: size) ?? 0))
  }

  /// Offset of the outline programs, from the dictionary of the font (chapter 4 and table 9).
  private static func charStrings(_ table: UnsafeBufferPointer<UInt8>, _ dictionary: Range<Int>) -> Int? {
    var operand = 0
    var found: Int?
    var at = dictionary.lowerBound
    while at < dictionary.upperBound {
      let byte = Int(table[at])
      switch byte {
      case 12:
        // Escape: 30 is ROS, which makes a font CID-keyed.
        if table.number(at: at + 1, bytes: 1) == 30 { return nil }
        at += 2
      case 17:
        found = operand
        at += 1
      case 0...21: at += 1
      case 28:
        operand = table.signed(at: at + 1) ?? 0
        at += 3
      case 29:
        operand = table.number(at: at + 1, bytes: 4) ?? 0
        at += 5
      case 30:
        // A decimal number ends at the first nibble of 15.
        at += 1
        while at < dictionary.upperBound, table[at] & 0xF != 0xF, table[at] >> 4 != 0xF { at += 1 }
        at += 1
      case 32...246:
        operand = byte - 139
        at += 1
      case 247...250:
        operand = (byte - 247) * 256 + (table.number(at: at + 1, bytes: 1) ?? 0) + 108
        at += 2
      case 251...254:
        operand = -(byte - 251) * 256 - (table.number(at: at + 1, bytes: 1) ?? 0) - 108
        at += 2
      default: return nil
      }
    }
    return found
  }
}
