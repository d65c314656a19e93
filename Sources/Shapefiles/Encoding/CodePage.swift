import Bytes

/// The names of encodings in .cpg files and the language bytes of .dbf files.
enum CodePage {
  /// The iconv name of an encoding as people and programs write it: `UTF-8`, `1252`, `ANSI 1252`, `CP1252`,
  /// `88591`, `ISO-8859-15`, `65001`, `LATIN1`…; `nil` when iconv knows no such encoding.
  static func encoding(named name: String) -> String? {
    let upper = name.trimmingBlanks.uppercased()
    let known = ["UTF8": "UTF-8", "65001": "UTF-8", "ANSI": "WINDOWS-1252"]
    if let exact = known[upper] { return exact }
    // Apple's encoding is code page 10000 for Windows and `MACINTOSH` for iconv.
    if macintosh.contains(upper.filter { $0.isLetter || $0.isNumber }) { return iconv("MACINTOSH") }
    var rest = Substring(upper)
    for prefix in ["ANSI", "OEM", "WINDOWS", "CP", "IBM", "ISO", " ", "-", "_"] {
      if rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
      while rest.first == " " || rest.first == "-" || rest.first == "_" { rest = rest.dropFirst() }
    }
    let digits = rest.filter { $0.isASCII && $0.isNumber }
    if rest.hasPrefix("8859"), digits.count > 4 { return iconv("ISO-8859-" + digits.dropFirst(4)) }
    if digits == rest, let number = Int(digits) {
      if (1250...1258).contains(number) { return iconv("WINDOWS-\(number)") }
      if number == 65001 { return "UTF-8" }
      return iconv("CP\(number)")
    }
    return iconv(upper)
  }

  /// The encoding that a language driver byte (offset 29 of a .dbf) means; `nil` for 0 and unknown bytes.
  ///
  /// 0x57 (« ANSI », which ArcView wrote) is read as Windows-1252, which has every letter of French.
  static func encoding(languageByte: UInt8) -> String? {
    guard let page = languages.first(where: { $0.bytes.contains(languageByte) }) else { return nil }
    return encoding(named: String(page.number))
  }

  private static let macintosh: Set<String> = [
    "10000", "CP10000", "MAC", "MACROMAN", "XMACROMAN", "MACINTOSH", "XMACINTOSH", "APPLEROMAN",
  ]

  private static func iconv(_ name: String) -> String? { Encoding.isKnown(name) ? name : nil }

  // The list of dBASE and FoxPro language drivers, as ESRI and shapelib document them.
  private static let languages: [(number: Int, bytes: [UInt8])] = [
    (437, [0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B]),
    (850, [0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37]), (1252, [0x03, 0x57, 0x58, 0x59]),
    (10000, [0x04]), (865, [0x08, 0x17, 0x66]), (932, [0x13, 0x7B]), (863, [0x1C, 0x6C]),
    (852, [0x1F, 0x22, 0x23, 0x40, 0x64, 0x87]), (860, [0x24]), (866, [0x26, 0x65]), (936, [0x4D, 0x7A]),
    (949, [0x4E, 0x79]), (950, [0x4F, 0x78]), (874, [0x50, 0x7C]), (861, [0x67]), (737, [0x6A, 0x86]),
    (857, [0x6B, 0x88]), (1250, [0xC8]), (1251, [0xC9]), (1254, [0xCA]), (1253, [0xCB]), (1257, [0xCC]),
  ]
}
