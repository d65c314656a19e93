import Bytes

/// What can be deduced of one cell that is not printed.
public struct DeducedInterval: Sendable, Equatable {
  public var cell: Int
  public var id: String
  /// Bounds anyone reaches by arithmetic on what is published, both included; rounded inward for counts.
  public var low: Double
  /// Infinite where nothing published bounds the cell.
  public var high: Double
  public var reason: PublishedTables.Reason
  /// The interval that must lie within, for a sensitive cell.
  public var required: ClosedRange<Double>?
  /// Contributors who can exclude, with what they know of their own, a value they should not; by name.
  public var insiders: [Text] = []
  public var isProtected: Bool
}

/// The outcome of a disclosure check.
public struct DisclosureAudit: Sendable, Equatable {
  /// One for each cell that is not printed, in the order of the cells.
  public var intervals: [DeducedInterval]
  /// Attacks of contributors that were tried: sensitive cells and directions, once for each set of contributors.
  public var attacks: Int
  /// Attacks whose alternative table is not in whole numbers, so that for counts protection is shown by linear
  /// programming only.
  public var fractional: Int

  public var failures: [DeducedInterval] { intervals.filter { !$0.isProtected } }
  public var isSafe: Bool { intervals.allSatisfy(\.isProtected) }
}
