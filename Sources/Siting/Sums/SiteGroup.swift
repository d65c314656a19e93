import Bytes

/// Candidates of which exactly `count` must be opened.
struct SiteGroup: Sendable {
  var count: Int
  var members: [Int32]
}

/// A part of the search: disjoint groups of candidates, and prices that give its lower bound.
struct SumNode: Sendable, HeapElement {
  var groups: [SiteGroup]
  var prices: [Double]
  var bound: Double

  func precedes(_ other: SumNode) -> Bool { bound < other.bound }
}
