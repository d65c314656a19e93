extension [String] {
  /// Whether each text comes after the one before, so that none comes twice. O(n), a fraction of what a set costs.
  public var isStrictlyAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
