/// One cell of the linked tables: its value, its legal units and what may be done with it.
public struct DisclosureCell: Sendable, Equatable {
  /// What may be done with a cell.
  public enum Standing: Sendable, Equatable {
    /// It is published unless it must be withheld.
    case open
    /// It is published already, elsewhere, so that withholding it would protect nothing.
    case published
    /// It is secret at its source: withheld and protected, whatever its units.
    case secret
    /// It is never published but is a part of published sums: unknown to
    /// the outsider, and protected if sensitive.
    case hidden
    /// It is never published and not protected, because not even its legal units are known.
    case unknown
    /// An earlier plan withholds it, for its own sake or to protect others; it stays withheld.
    case withheld
  }

  /// Name of the cell in messages, such as `91016 association jobs`.
  public var id: String
  /// The value, at least 0. A zero without legal units is known to be zero and is never withheld; a zero
  /// of legal units is a figure like any other.
  public var value: Double
  /// Number of distinct legal units; `nil` when unknown, and a lower bound is safe. A zero has only the units
  /// that are named, so that `nil` means none.
  public var units: Int?
  /// Whether `units` is no count but the least it can be: parts of the cell have so many, and nobody says whether
  /// they are the same ones.
  public var boundsUnits: Bool
  /// Value of the largest unit; `nil` when unknown, and an upper bound is safe.
  public var largest: Double?
  /// Whether the outsider knows the value to be a whole number.
  public var isCount: Bool
  /// What may be done with the cell.
  public var standing: Standing
  /// Bounds of the value that somebody has published, such as a class of headcounts, both included: everybody knows
  /// them.
  public var known: ClosedRange<Double>

  /// Makes a cell of these values; nothing is checked before it enters a problem.
  public init(
    id: String, value: Double, units: Int?, boundsUnits: Bool = false, largest: Double?, isCount: Bool = true,
    standing: Standing = .open, known: ClosedRange<Double> = 0 ... .infinity
  ) {
    self.id = id
    self.value = value
    self.units = units
    self.boundsUnits = boundsUnits
    self.largest = largest
    self.isCount = isCount
    self.standing = standing
    self.known = known
  }

  /// Whether the cell is a zero without legal units, which everyone knows to be zero.
  public var isEmpty: Bool { value == 0 && (units ?? 0) == 0 }

  /// Whether the cell is never published.
  var isNeverPublished: Bool { standing == .hidden || standing == .unknown }
}

/// The value that one legal unit holds of one cell.
public struct Contribution: Sendable, Equatable {
  /// Any number that tells legal units apart.
  public var unit: Int
  /// Number of the cell in the problem.
  public var cell: Int
  /// The value, from 0 to that of the cell.
  public var value: Double
  /// Bounds that everybody knows of what others hold of the cell, both included.
  public var others: ClosedRange<Double>
  /// Whether its unit knows that nobody else has a part of the cell, and so knows the cell.
  public internal(set) var isWhole = false

  /// Makes a contribution of these values; nothing is checked before it enters a problem.
  public init(unit: Int, cell: Int, value: Double, others: ClosedRange<Double> = 0 ... .infinity) {
    self.unit = unit
    self.cell = cell
    self.value = value
    self.others = others
  }

  /// What the unit knows of the cell before it sees what is printed.
  func range(in cell: DisclosureCell) -> ClosedRange<Double> {
    let low = max(value + others.lowerBound, cell.known.lowerBound)
    return min(low, cell.value)...max(cell.value, min(value + others.upperBound, cell.known.upperBound))
  }
}
