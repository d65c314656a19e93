extension [String] {
  /// Whether each text is greater than the one before, which proves that all are different. O(n), and much
  /// faster than a set.
  public var isStrictlyAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
