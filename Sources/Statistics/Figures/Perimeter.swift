/// What a figure counts in, in the words of the register: families, employers only or not.
public struct Perimeter: Sendable, Hashable {
  /// How two perimeters relate.
  public enum Relation: Sendable {
    case same
    /// One of the two printed no perimeter: nobody can tell.
    case unstated
    case different
  }

  public let words: String

  public init(_ words: String) { self.words = words }

  /// The source printed the figure without saying what it counts: `as printed`, or nothing.
  public var isUnstated: Bool { words.isEmpty || words == "as printed" }

  public func relation(to other: Perimeter) -> Relation {
    if self == other { return .same }
    return isUnstated || other.isUnstated ? .unstated : .different
  }
}
