/// A number as a document prints it, with the unit of its last significant digit.
///
/// A printed value stands for the interval of its rounding. The rule:
/// - with decimals, half a unit of the last decimal printed, zeros included: `0.066` is 0.0655 to 0.0665,
///   `0.10` is 0.095 to 0.105;
/// - a whole number that ends in zeros is taken as rounded to its last digit that is not zero: `31000` is
///   30 500 to 31 500, `27590` is 27 585 to 27 595, `1848` is 1 847.5 to 1 848.5. An exact count that ends in
///   zero by chance gets too wide an interval, never too narrow: no contradiction is claimed that is not one;
/// - after "more than", the number is the lower end and there is no upper one; after "less than", the reverse.
public struct PrintedNumber: Sendable, Equatable {
  /// Words printed before a number that make it a limit.
  public enum Bound: Sendable, Equatable { case none, moreThan, lessThan }

  /// The number as printed; that of a share is from 0 to 1.
  public let value: Double
  /// Decimals printed, trailing zeros included.
  public let decimals: Int
  /// The unit of the last significant digit: 1000 for `31000`, 0.001 for `0.066`.
  public let step: Double
  /// Whether words make the number a limit.
  public let bound: Bound
  private let half: Interval

  /// Reads digits with at most one decimal point and nothing else. Returns `nil` for a sign, an exponent, a
  /// space, a comma, or more than fifteen digits.
  public init?(_ text: String, bound: Bound = .none) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count <= 16,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let digits = Int(parts.joined())
    else { return nil }
    decimals = parts.count == 2 ? parts[1].utf8.count : 0
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    var unit = 1
    if decimals == 0, digits > 0 { while digits % (unit * 10) == 0 { unit *= 10 } }
    value = Double(digits) / scale
    step = Double(unit) / scale
    self.bound = bound
    half = Interval(max(0, Double(2 * digits - unit) / (2 * scale)), Double(2 * digits + unit) / (2 * scale))
  }

  /// Makes a number that was counted, not printed: its interval holds that number alone. It must not be
  /// negative, and it is shown with at most two decimals.
  public init(counted value: Double) {
    precondition(value >= 0 && value.isFinite)
    self.value = value
    decimals = value == value.rounded() ? 0 : (value * 10 == (value * 10).rounded() ? 1 : 2)
    step = 0
    bound = .none
    half = Interval(value, value)
  }

  /// The sum of printed numbers of no decimals, of which none is a limit; its interval is the sum of theirs.
  init(adding parts: [PrintedNumber]) {
    value = parts.reduce(0) { $0 + $1.value }
    decimals = 0
    step = parts.map(\.step).max() ?? 0
    bound = .none
    half = parts.reduce(Interval(0, 0)) { $0 + $1.interval }
  }

  /// Reads a share from 0 to 1. Of more decimals than nine, which no document prints and a spreadsheet's
  /// division does, the first four are taken, rounded: two of the percentage.
  public init?(share text: String, bound: Bound = .none) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let most = 9
    let kept = 4
    guard parts.count == 2, parts[1].utf8.count > most, let whole = Int(parts[0]),
      let first = Int(parts[1].prefix(kept)), let next = Int(parts[1].dropFirst(kept).prefix(1))
    else {
      self.init(text, bound: bound)
      return
    }
    let digits = String(whole * 10_000 + first + (next >= 5 ? 1 : 0))
    let padded = String(repeating: "0", count: max(0, kept + 1 - digits.utf8.count)) + digits
    self.init(String(padded.dropLast(kept)) + "." + String(padded.suffix(kept)), bound: bound)
  }

  /// Reads a percentage without its sign as a share: `89` is 0.89, `6.6` is
  /// 0.066, and `10` is 0.10, from 0.095 to 0.105.
  public init?(percent text: String) {
    guard let percent = PrintedNumber(text) else { return nil }
    let digits = String(text.filter { $0 != "." })
    let decimals = percent.decimals + 2
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    self.init(String(padded.dropLast(decimals)) + "." + String(padded.suffix(decimals)))
  }

  /// The numbers that the print may stand for, both ends included; never below zero.
  public var interval: Interval {
    switch bound {
    case .none: half
    case .moreThan: Interval(value, .infinity)
    case .lessThan: Interval(0, value)
    }
  }
}
