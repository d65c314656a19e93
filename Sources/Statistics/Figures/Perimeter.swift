/// What a figure covers, in the words of the register: which families, employers only or not.
public struct Perimeter: Sendable, Hashable {
  /// How two perimeters relate.
  public enum Relation: Sendable {
    case same
    /// One of the two printed no perimeter, so that the relation is not known.
    case unstated
    case different
  }

  /// The perimeter, as the register writes it; it may be empty.
  public let words: String

  /// Makes a perimeter of these words.
  public init(_ words: String) { self.words = words }

  /// Whether the source printed the figure without saying what it covers: `as printed`, or nothing.
  public var isUnstated: Bool { words.isEmpty || words == "as printed" }

  /// How this perimeter relates to another; the order of the two does not matter.
  public func relation(to other: Perimeter) -> Relation {
    if self == other { return .same }
    return isUnstated || other.isUnstated ? .unstated : .different
  }
}
