import Bytes

/// One cell of a statistical table: a number, or the reason why there is none.
public enum Cell: Sendable, Equatable {
  case number(Double)
  /// Computed or expected, not published; marked `e`.
  case estimate(Double)
  /// A sum of published parts of which no source prints the total; marked `d`.
  case derived(Double)
  /// Withheld by disclosure control; marked `s`.
  case secret
  /// It exists, but is not published or not known; marked `…`.
  case notAvailable
  /// It has no meaning here, such as a rate over zero inhabitants; marked `///`.
  case notApplicable
  /// The source does not have the unit. Left blank.
  case missing

  /// The number or estimate; `nil` when there is none.
  public var value: Double? {
    switch self {
    case .number(let value), .estimate(let value), .derived(let value): value
    case .secret, .notAvailable, .notApplicable, .missing: nil
    }
  }

  /// The `…_status` field that goes with the value in json, csv and geojson: empty, `e`, `d`, `s`, `n` or `z`.
  ///
  /// A number and a missing value both have the empty status; the value tells them apart.
  public var status: String {
    switch self {
    case .number, .missing: ""
    case .estimate: "e"
    case .derived: "d"
    case .secret: "s"
    case .notAvailable: "n"
    case .notApplicable: "z"
    }
  }

  /// The text in print: the number with exactly `decimals` decimals, or its sign (`s`, `…`, `///`, `… e`).
  ///
  /// With `percent` the value is a share from 0 to 1. The `e` follows a narrow no-break space.
  public func printed(_ language: Language, decimals: Int = 0, percent: Bool = false) -> String {
    let numerals = Numerals(language)
    func digits(_ value: Double) -> String {
      percent ? numerals.percent(value, decimals) : numerals.decimal(value, decimals)
    }
    switch self {
    case .number(let value): return digits(value)
    case .estimate(let value), .derived(let value): return digits(value) + "\u{202F}" + sign
    case .secret, .notAvailable, .notApplicable, .missing: return sign
    }
  }

  /// The sign that people read beside a number or instead of it: `s`, `…`, `///`, `e`, `d`; empty for none.
  public var sign: String {
    switch self {
    case .number, .missing: ""
    case .estimate: "e"
    case .derived: "d"
    case .secret: "s"
    case .notAvailable: "…"
    case .notApplicable: "///"
    }
  }

  /// The cell as derived, when it is a number.
  public var asDerived: Cell {
    if case .number(let value) = self { return .derived(value) }
    return self
  }

  /// `numerator ÷ denominator × per`: `///` over zero, `…` when either is unknown.
  public static func ratio(_ numerator: Double?, _ denominator: Double?, per: Double = 1) -> Cell {
    guard let numerator, let denominator else { return .notAvailable }
    return denominator > 0 ? .number(numerator / denominator * per) : .notApplicable
  }
}
