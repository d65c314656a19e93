import Bytes

/// What SIRENE withholds of a unit that asked for it.
public enum Diffusion {
  /// What Insee writes in the place of a withheld value since 21 March 2023.
  public static let withheld = "[ND]"

  /// Whether a statut de diffusion is partial: `P`, or `N` before 21 March 2023; `O` is full diffusion.
  @inline(__always) static func isPartial(_ status: UInt8) -> Bool {
    status == UInt8(ascii: "P") || status == UInt8(ascii: "N")
  }

  /// Whether a field is empty or withheld.
  @inline(__always) static func isBlank(_ row: CSVRecord, _ field: Int) -> Bool {
    let length = row.count(field)
    return length == 0 || (length == 4 && row.bytes(field).elementsEqual(withheld.utf8))
  }

  /// The note on units and establishments of partial diffusion that are in a count.
  static func note(_ count: Int) -> Text {
    Numerals.count(
      count,
      fr: (
        "établissement en diffusion partielle, compté, jamais énuméré",
        "établissements en diffusion partielle, comptés, jamais énumérés"
      ),
      en: (
        "establishment in partial diffusion, counted, never listed",
        "establishments in partial diffusion, counted, never listed"
      ))
  }
}

/// The number of an establishment in SIRENE: the nine digits of its unit, then five.
enum Siret {
  /// Reads a SIRET, with blanks between its groups or not; `nil` for a text that is none.
  ///
  /// Its digits pass Luhn's test (ISO/IEC 7812-1). La Poste has so many establishments that Insee gave up the test for
  /// them: the plain sum of the digits is a multiple of five.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var (count, value, sum, plain) = (0, UInt64(0), 0, 0)
    for (index, byte) in bytes.enumerated() {
      // A no-break space is C2 A0, a narrow one E2 80 AF.
      let isNarrow = byte == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF
      let isBlank = byte == 0x20 || (byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0) || isNarrow
      let isInside = byte == 0xA0 || byte == 0x80 || byte == 0xAF
      if isBlank || (isInside && index > 0 && bytes[index - 1] >= 0x80) { continue }
      guard byte &- 48 < 10, count < 14 else { return nil }
      let digit = Int(byte &- 48)
      let doubled = count % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
      plain += digit
      value = value * 10 + UInt64(digit)
      count += 1
    }
    guard count == 14, value >= 100_000 else { return nil }
    return sum % 10 == 0 || (value / 100_000 == 356_000_000 && plain % 5 == 0) ? value : nil
  }
}

/// The classes of headcounts that SIRENE publishes of units and establishments (`trancheEffectifs…`), by code.
///
/// Source: Insee, dessin de fichier Sirene 3.11, variable trancheEffectifsEtablissement.
enum HeadcountClass {
  /// The bounds of a class, both included; without bounds for `NN`, `[ND]` and an empty field, which say nothing; `nil`
  /// for an unknown code. A code that a spreadsheet took for a number (`1`) has lost its zero.
  static func bounds(_ code: String) -> ClosedRange<Double>?? {
    switch code.utf8.count == 1 ? "0" + code : code {
    case "", "NN", "nn", Diffusion.withheld: .some(nil)
    case "00": 0...0
    case "01": 1...2
    case "02": 3...5
    case "03": 6...9
    case "11": 10...19
    case "12": 20...49
    case "21": 50...99
    case "22": 100...199
    case "31": 200...249
    case "32": 250...499
    case "41": 500...999
    case "42": 1000...1999
    case "51": 2000...4999
    case "52": 5000...9999
    case "53": 10_000 ... .infinity
    default: nil
    }
  }
}
