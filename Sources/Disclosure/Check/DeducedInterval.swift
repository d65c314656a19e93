import Bytes

/// What can be deduced of one cell that is not printed.
public struct DeducedInterval: Sendable, Equatable {
  /// Number of the cell in the tables.
  public var cell: Int
  /// Name of the cell in messages, such as `91016 association`.
  public var id: String
  /// The lower bound that anyone can deduce from what is published, included; rounded up for counts.
  public var low: Double
  /// The upper bound, included; infinite where nothing published bounds the cell, rounded down for counts.
  public var high: Double
  /// Why the cell is not printed.
  public var reason: PublishedTables.Reason
  /// For a sensitive cell, the interval that the deduced one must contain,
  /// both ends included; `nil` for other cells.
  public var required: ClosedRange<Double>?
  /// Names of the contributors that can, with what they know of their own,
  /// exclude a value that must stay possible.
  public var insiders: [Text] = []
  /// Whether neither the public nor a contributor can deduce more than they may.
  public var isProtected: Bool

  package init(
    cell: Int, id: String, low: Double, high: Double, reason: PublishedTables.Reason,
    required: ClosedRange<Double>? = nil, insiders: [Text] = [], isProtected: Bool
  ) {
    self.cell = cell
    self.id = id
    self.low = low
    self.high = high
    self.reason = reason
    self.required = required
    self.insiders = insiders
    self.isProtected = isProtected
  }
}

/// The outcome of a disclosure check.
public struct DisclosureAudit: Sendable, Equatable {
  /// One for each cell that is not printed, in the order of the cells.
  public var intervals: [DeducedInterval]
  /// Number of attacks tried: one for each sensitive cell, direction and set of contributors.
  public var attacks: Int
  /// Number of attacks whose alternative table is not in whole numbers; for counts, protection
  /// is then shown by linear programming only.
  public var fractional: Int

  /// The intervals of cells that are not protected.
  public var failures: [DeducedInterval] { intervals.filter { !$0.isProtected } }
  /// Whether every cell is protected.
  public var isSafe: Bool { intervals.allSatisfy(\.isProtected) }
}
