/// Which cells are secret, and how wide the doubt around a secret value must be.
///
/// The defaults are those of French business statistics: fewer than three legal units, or one above 85 % of the
/// cell (Insee, Guide du secret statistique; Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).
public struct DisclosureRule: Sendable, Equatable {
  /// The cost of suppressing a cell that needs no protection itself.
  public enum Cost: Sendable {
    /// The value lost, and 1: this keeps totals and gives up small cells.
    case value
    /// One for each cell: this keeps as many cells as it can.
    case cells
  }

  /// A cell with fewer distinct legal units is secret.
  public var minimumUnits = 3
  /// A cell of which one legal unit holds more than this share, from 0 to 1, is secret.
  public var dominance = 0.85
  /// The interval that anyone can deduce for a secret value v must contain
  /// [(1 − protection) v, (1 + protection) v].
  public var protection = 0.10
  /// What suppressing a cell costs.
  public var cost = Cost.value

  /// Makes a rule with the default dominance and cost; nothing is checked.
  public init(protection: Double = 0.10, minimumUnits: Int = 3) {
    self.protection = protection
    self.minimumUnits = minimumUnits
  }

  /// Whether the cell is secret by itself. Unknown units or an unknown largest unit make it secret; a cell that
  /// is empty, published already or of standing `unknown` never is.
  public func isSensitive(_ cell: DisclosureCell) -> Bool {
    if cell.standing == .secret { return true }
    if cell.standing == .published || cell.standing == .unknown || cell.isEmpty { return false }
    guard let units = cell.units, units >= minimumUnits, let largest = cell.largest else { return true }
    return largest > dominance * cell.value
  }

  /// The interval that the deduced interval of a secret value must contain, both ends included. For a secret
  /// zero 1 must be possible, so that it is not known to be zero. Where narrower bounds are published, nothing can be
  /// hidden beyond them.
  package func required(_ value: Double, within known: ClosedRange<Double> = 0 ... .infinity) -> ClosedRange<Double> {
    let whole = value == 0 ? 0...1 : (1 - protection) * value...(1 + protection) * value
    return min(value, max(whole.lowerBound, known.lowerBound))...max(value, min(whole.upperBound, known.upperBound))
  }

  /// Whether bounds that are published leave a secret cell less doubt than it is owed.
  public func isNarrowed(_ cell: DisclosureCell) -> Bool {
    isSensitive(cell) && required(cell.value, within: cell.known) != required(cell.value)
  }
}
