/// One cell of the linked tables: what it holds and what may be done with it.
public struct DisclosureCell: Sendable, Equatable {
  public enum Standing: Sendable, Equatable {
    /// To be published unless it must be withheld.
    case open
    /// Published already, elsewhere: withholding it would protect nothing.
    case published
    /// Secret at its source: withheld and protected, whatever its units.
    case secret
    /// Never published by anyone, but a part of what is: an unknown for the outsider, protected if sensitive.
    case hidden
    /// Never published by anyone, and protected by nobody: an unknown of which not even the legal units are known.
    case unknown
    /// Withheld by an earlier plan, for its own sake or for others': it stays so.
    case withheld
  }

  /// What messages call it, such as `91016 association jobs`.
  public var id: String
  /// At least 0. A zero with no unit behind it is known as such and never withheld; one of legal units is their
  /// figure as any other.
  public var value: Double
  /// Distinct legal units behind the value, `nil` when unknown; a lower bound is on the safe side. Of a zero only
  /// those that are named: unknown is then none.
  public var units: Int?
  /// What the largest of them holds, `nil` when unknown; an upper bound is on the safe side.
  public var largest: Double?
  /// Whether the outsider knows the value to be a whole number.
  public var isCount: Bool
  public var standing: Standing

  public init(
    id: String, value: Double, units: Int?, largest: Double?, isCount: Bool = true, standing: Standing = .open
  ) {
    self.id = id
    self.value = value
    self.units = units
    self.largest = largest
    self.isCount = isCount
    self.standing = standing
  }

  /// A zero nobody is behind, which everybody knows.
  public var isEmpty: Bool { value == 0 && (units ?? 0) == 0 }

  /// Whether somebody publishes the cell, or might.
  var isNeverPublished: Bool { standing == .hidden || standing == .unknown }
}

/// What one legal unit holds of one cell.
public struct Contribution: Sendable, Equatable {
  /// Any number that tells legal units apart.
  public var unit: Int
  public var cell: Int
  public var value: Double

  public init(unit: Int, cell: Int, value: Double) {
    self.unit = unit
    self.cell = cell
    self.value = value
  }
}
