import Bytes

/// Finds good covers without proof by a local search that gives more weight to rows that stay uncovered.
///
/// One column is removed from a cover. Then, repeatedly, the column whose removal costs least is removed and a
/// column that covers an uncovered row is added. The weight of a row grows as long as it is uncovered, which
/// leads the search out of dead ends. Source: Gao, Weise & Li, "An efficient local search heuristic with row
/// weighting for the unicost set covering problem", EJOR 246 (2015). Nothing is random here: rows are taken in
/// the order in which they became uncovered.
struct CoverExchange {
  private let columnsOfRow: [[Int]]
  private let rowsOf: CompressedRows<Int32>
  private var weight: [Int]
  private var hits: [Int]
  private var isOpen: [Bool]
  /// For each column, the weight that opening it would cover or closing it would uncover.
  private var score: [Int]
  private var movedAt: [Int]
  private var bare: [Int] = []

  init(_ table: CoverTable) {
    columnsOfRow = (0..<table.rows).map(table.columns(of:))
    rowsOf = table.rowsByColumn()
    weight = [Int](repeating: 1, count: table.rows)
    hits = [Int](repeating: 0, count: table.rows)
    isOpen = [Bool](repeating: false, count: table.columns)
    score = (0..<table.columns).map { [rowsOf] in rowsOf[$0].count }
    movedAt = [Int](repeating: -1, count: table.columns)
    bare = Array(0..<table.rows)
  }

  /// The smallest cover, as columns, found by `exchanges` exchanges from a given cover; stops early at a cover
  /// with `enough` columns or when the deadline passes.
  mutating func improve(_ cover: [Int], enough: Int, exchanges: Int, _ deadline: Deadline) -> [Int] {
    var best = cover
    for column in cover { flip(column) }
    var last = -1
    for step in 0..<exchanges {
      while bare.isEmpty {
        best = isOpen.indices.filter { isOpen[$0] }
        if best.count <= enough { return best }
        flip(leastMissed(but: -1))
      }
      if step % 256 == 0, deadline.isPassed { break }
      let out = leastMissed(but: last)
      flip(out)
      movedAt[out] = step
      guard let row = bare.first(where: { row in columnsOfRow[row].contains { $0 != out } }) else { break }
      var coming = -1
      for column in columnsOfRow[row] where column != out {
        if coming < 0 || (score[coming], movedAt[column]) < (score[column], movedAt[coming]) { coming = column }
      }
      flip(coming)
      movedAt[coming] = step
      last = coming
      for row in bare {
        weight[row] += 1
        for column in columnsOfRow[row] { score[column] += 1 }
      }
    }
    return best
  }

  /// The open column, other than `last`, whose closing uncovers the least weight; of equal ones the one that
  /// moved longest ago.
  private func leastMissed(but last: Int) -> Int {
    var best = -1
    for column in isOpen.indices where isOpen[column] && column != last {
      if best < 0 || (score[column], movedAt[column]) < (score[best], movedAt[best]) { best = column }
    }
    return best < 0 ? last : best
  }

  /// Opens a closed column or closes an open one. O(rows of the column × columns of a row).
  private mutating func flip(_ column: Int) {
    let opens = !isOpen[column]
    isOpen[column] = opens
    for row in rowsOf[column].lazy.map(Int.init) {
      let before = hits[row]
      hits[row] += opens ? 1 : -1
      let after = hits[row]
      if before == 0 { bare.removeAll { $0 == row } }
      if after == 0 { bare.append(row) }
      // The score of a closed column counts rows that no column covers, that of an open column rows that only
      // it covers.
      if before == 0 || after == 0 {
        for other in columnsOfRow[row] where other != column { score[other] += opens ? -weight[row] : weight[row] }
      } else if before + after == 3 {
        for other in columnsOfRow[row] where other != column && isOpen[other] {
          score[other] += opens ? -weight[row] : weight[row]
        }
      }
    }
  }
}
