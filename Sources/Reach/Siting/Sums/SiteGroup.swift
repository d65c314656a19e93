/// Candidates of which exactly `count` are to be opened.
struct SiteGroup: Sendable {
  var count: Int
  var members: [Int32]
}

/// A part of the search: groups that share out the candidates, and prices that bound it from below.
struct SumNode: Sendable {
  var groups: [SiteGroup]
  var prices: [Double]
  var bound: Double
}
