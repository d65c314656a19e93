extension Sequence where Element: Equatable {
  /// Each element once, in the order of the first ones. Complexity: O(elements × different ones).
  public var distinct: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
