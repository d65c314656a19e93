import Bytes

/// One cell of a statistical table: a number, or the reason why there is none.
public enum Cell: Sendable, Equatable {
  case number(Double)
  /// Computed or expected, published by nobody; marked `e`.
  case estimate(Double)
  /// Withheld by disclosure control; marked `s`.
  case secret
  /// It exists but nobody published it; marked `…`.
  case notAvailable
  /// It has no meaning here, such as a rate over zero inhabitants; marked `///`.
  case notApplicable
  /// The data have a hole: the unit is absent from the source. Left blank.
  case missing

  public var value: Double? {
    switch self {
    case .number(let value), .estimate(let value): value
    case .secret, .notAvailable, .notApplicable, .missing: nil
    }
  }

  /// The `…_status` field of json, csv and geojson, beside the value: empty, `e`, `s`, `n` or `z`.
  ///
  /// A number and a missing value both have the empty status; the value tells them apart.
  public var status: String {
    switch self {
    case .number, .missing: ""
    case .estimate: "e"
    case .secret: "s"
    case .notAvailable: "n"
    case .notApplicable: "z"
    }
  }

  /// What people read: the number with exactly `decimals` decimals, or its sign (`s`, `…`, `///`, `… e`).
  ///
  /// With `percent` the value is a share from 0 to 1. A narrow no-break space stands before `e`.
  public func printed(_ language: Language, decimals: Int = 0, percent: Bool = false) -> String {
    let numerals = Numerals(language)
    func digits(_ value: Double) -> String {
      percent ? numerals.percent(value, decimals) : numerals.decimal(value, decimals)
    }
    switch self {
    case .number(let value): return digits(value)
    case .estimate(let value): return digits(value) + "\u{202F}e"
    case .secret: return "s"
    case .notAvailable: return "…"
    case .notApplicable: return "///"
    case .missing: return ""
    }
  }

  /// `numerator ÷ denominator × per`: `///` over zero, `…` when either is unknown.
  public static func ratio(_ numerator: Double?, _ denominator: Double?, per: Double = 1) -> Cell {
    guard let numerator, let denominator else { return .notAvailable }
    return denominator > 0 ? .number(numerator / denominator * per) : .notApplicable
  }
}
