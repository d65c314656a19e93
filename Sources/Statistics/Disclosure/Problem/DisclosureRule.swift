/// What must not be said, and how wide the doubt around it must be.
///
/// The defaults are those of French business statistics: fewer than three legal units, or one above 85 % of
/// the cell (Insee, Guide du secret statistique; Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).
public struct DisclosureRule: Sendable, Equatable {
  /// What suppressing a cell that needs no protection itself is held to cost.
  public enum Cost: Sendable {
    /// The value lost: keeps totals, gives up small cells.
    case value
    /// One a cell: keeps as many cells as it can.
    case cells
  }

  /// A cell of fewer distinct legal units is secret.
  public var minimumUnits = 3
  /// A cell of which one legal unit holds more than this share is secret.
  public var dominance = 0.85
  /// The interval anyone can deduce for a secret value v must contain [(1 − protection) v, (1 + protection) v].
  public var protection = 0.10
  public var cost = Cost.value

  public init(protection: Double = 0.10, minimumUnits: Int = 3) {
    self.protection = protection
    self.minimumUnits = minimumUnits
  }

  /// Whether the cell may not be said, whatever surrounds it; unknown units or largest are not safe.
  public func isSensitive(_ cell: DisclosureCell) -> Bool {
    if cell.standing == .secret { return true }
    if cell.standing == .published || cell.standing == .unknown || cell.isEmpty { return false }
    guard let units = cell.units, units >= minimumUnits, let largest = cell.largest else { return true }
    return largest > dominance * cell.value
  }

  /// The interval anyone can deduce for a secret of this value must contain this one. A secret zero may not be
  /// known to be one: 1 must be possible.
  func required(_ value: Double) -> ClosedRange<Double> {
    value == 0 ? 0...1 : (1 - protection) * value...(1 + protection) * value
  }
}
