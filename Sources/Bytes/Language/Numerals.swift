/// Numbers as people read them: `31 000` and `6,6 %` in French, `31,000` and `6.6%` in English.
///
/// French groups with U+202F (narrow no-break space), which also stands before `%`.
public struct Numerals: Sendable {
  /// The language that decides marks and spaces.
  public let language: Language

  /// The numerals of a language.
  public init(_ language: Language) { self.language = language }

  static let narrowSpace = "\u{202F}"

  /// A whole number with its thousands grouped.
  public func integer(_ value: Int) -> String { decimal(Double(value), 0) }

  /// A number with exactly `decimals` decimals (0…15), rounded half away from zero, with U+2212 as its minus
  /// sign; `…` when it is not finite.
  public func decimal(_ value: Double, _ decimals: Int) -> String { written(value, decimals, trim: false) }

  /// A number with at most `decimals` decimals, trailing zeros dropped.
  public func short(_ value: Double, _ decimals: Int) -> String { written(value, decimals, trim: true) }

  private func written(_ value: Double, _ decimals: Int, trim: Bool) -> String {
    guard value.isFinite else { return "…" }
    var writer = ByteWriter()
    writer.fixed(value, decimals: decimals, trim: trim)
    let digits = writer.string
    let negative = digits.hasPrefix("-")
    let parts = digits.drop { $0 == "-" }.split(separator: ".")
    let grouped = group(parts.first.map(String.init) ?? "0")
    let tail = parts.count > 1 ? (language == .fr ? "," : ".") + parts[1] : ""
    return (negative ? "−" : "") + grouped + tail
  }

  /// A unit as it stands after a number, with the narrow no-break space before it; empty for `nil`. English sets `%`
  /// and `‰` close.
  public func unit(_ unit: String?) -> String {
    guard let unit, !unit.isEmpty else { return "" }
    return (language == .en && (unit == "%" || unit == "‰") ? "" : Self.narrowSpace)
      + unit.replacing(" ", with: "\u{A0}")
  }

  /// A value of any column in short: whole from 100 on, else with up to two decimals, or two digits below 1.
  public func brief(_ value: Double) -> String {
    let size = value.magnitude
    return short(value, size >= 100 ? 0 : size >= 1 || size < 1e-12 ? 2 : 1 - Int(log10(size).rounded(.down)))
  }

  /// A share from 0 to 1 as a percentage.
  public func percent(_ share: Double, _ decimals: Int = 0) -> String {
    decimal(share * 100, decimals) + unit("%")
  }

  /// A share from 0 to 1 in whole percents that says 100 % or 0 % only when it is exact: 0.999 is « > 99 % »,
  /// 0.001 is « < 1 % ».
  public func part(_ share: Double) -> String {
    if share > 0.99, share < 1 { return "> " + percent(0.99) }
    if share > 0, share < 0.01 { return "< " + percent(0.01) }
    return percent(share)
  }

  /// A distance in kilometres with enough decimals, one to six, to show on which side of `limit` it lies.
  ///
  /// 15.049 for a limit of 15 is `15,05`; a distance equal to the limit keeps one decimal.
  public func distance(_ kilometres: Double, limit: Double?) -> String {
    var decimals = 1
    if let limit, kilometres != limit {
      while decimals < 6, kilometres.rounded(decimals: decimals) == limit.rounded(decimals: decimals) { decimals += 1 }
    }
    return decimal(kilometres, decimals)
  }

  /// A number with its words, given in singular and plural for both languages: « 1 ligne lue », « 63 801 lignes
  /// lues ». French uses the singular below 2, English for 1.
  public static func count(_ value: Int, fr: (String, String), en: (String, String)) -> Text {
    Text(
      "\(Numerals(.fr).integer(value)) \(value < 2 ? fr.0 : fr.1)",
      "\(Numerals(.en).integer(value)) \(value == 1 ? en.0 : en.1)")
  }

  private func group(_ digits: String) -> String {
    let separator = language == .fr ? Self.narrowSpace : ","
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += separator }
      out.append(digit)
    }
    return out
  }
}
