/// Finds the fewest columns that cover every row: it reduces the table, solves independent parts separately,
/// uses Lagrangian bounds, and branches on the row with the fewest columns.
struct CoverSearch {
  let deadline: Deadline
  private(set) var nodes = 0
  /// Whether the deadline has passed; a cover returned after that may not be the smallest.
  private(set) var isStopped = false

  init(deadline: Deadline) { self.deadline = deadline }

  /// The whole number of columns that a fractional bound proves, with a margin for rounding.
  static func whole(_ bound: Double) -> Int { Int((bound - 1e-6).rounded(.up)) }

  /// The names, ascending, of the columns of a smallest cover with at most `limit` columns; `nil` when there is
  /// none, or when the search was stopped before it found one.
  mutating func fewest(_ table: CoverTable, limit: Int) -> [Int]? {
    nodes += 1
    guard limit >= 0, let (core, opened) = table.reduced(), opened.count <= limit else { return nil }
    if core.rows == 0 { return opened }
    let parts = core.components()
    if parts.count == 1 { return branch(core, limit: limit - opened.count).map { ($0 + opened).sorted() } }
    var cover = opened
    for (index, part) in parts.enumerated() {
      let others = parts.count - 1 - index
      let sub = core.selecting(rows: part.rows, columns: part.columns)
      guard let found = branch(sub, limit: limit - cover.count - others) else { return nil }
      cover += found
    }
    return cover.sorted()
  }

  /// A good cover, as ascending names of columns, and a lower bound of the fewest columns, without branching;
  /// `nil` when there is no cover.
  func estimate(_ table: CoverTable) -> (cover: [Int], bound: Int)? {
    guard let (core, opened) = table.reduced() else { return nil }
    guard core.rows > 0 else { return (opened, opened.count) }
    var dual = CoverDual(core)
    dual.climb(500, limit: .max - 1)
    let least = Self.whole(dual.bound)
    var cover = dual.cover
    if cover.count > least {
      var exchange = CoverExchange(core)
      cover = exchange.improve(cover, enough: least, exchanges: 20_000, deadline)
    }
    return ((opened + cover.map { core.names[$0] }).sorted(), opened.count + least)
  }

  private mutating func branch(_ table: CoverTable, limit: Int) -> [Int]? {
    guard limit > 0 else { return nil }
    var dual = CoverDual(table)
    dual.climb(table.rows > 60 ? 200 : 60, limit: limit)
    let least = Self.whole(dual.bound)
    if least > limit { return nil }
    var best = dual.cover.count <= limit ? dual.cover.map { table.names[$0] } : nil
    var room = (best?.count ?? limit + 1) - 1
    if deadline.isPassed { isStopped = true }
    if room < least || isStopped { return best }
    // A column that raises the bound above `room` cannot be part of a better cover.
    var open = (0..<table.columns).map { Self.whole(dual.bound + max(0, dual.reducedCosts[$0])) <= room }
    let choices = (0..<table.rows).map { row in table.columns(of: row).filter { open[$0] } }
    let row = choices.indices.min { (choices[$0].count, $0) < (choices[$1].count, $1) }!
    let order = choices[row].sorted { (dual.reducedCosts[$0], $0) < (dual.reducedCosts[$1], $1) }
    for column in order {
      open[column] = false
      let left = (0..<table.rows).filter { !table.has($0, column) }
      let rest = table.selecting(rows: left, columns: open.indices.filter { open[$0] })
      guard let found = fewest(rest, limit: room - 1) else {
        if isStopped { return best }
        continue
      }
      best = (found + [table.names[column]]).sorted()
      room = best!.count - 1
      if room < least || isStopped { return best }
    }
    return best
  }
}
