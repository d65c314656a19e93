import Bytes

/// The sums of a problem by cell and by sum, and its contributions by cell and by legal unit, in flat buffers.
struct LinkedSystem {
  /// A cell in a sum.
  struct Term: BitwiseCopyable {
    var sum: Int
    /// +1 for a part, −1 for the total.
    var sign: Double
  }

  /// The sums that each cell stands in.
  let terms: CompressedRows<Term>
  /// The cells of each sum, the total first.
  let members: CompressedRows<Int>
  /// The contributions to each cell, by their number in the problem.
  let ofCell: CompressedRows<Int>
  /// Legal unit of each contribution, numbered from 0.
  let unitOf: [Int]
  /// The contributions of each unit.
  let ofUnit: CompressedRows<Int>
  /// Whether a contribution is the whole cell, so that its unit knows the cell.
  let isAlone: [Bool]

  init(_ problem: DisclosureProblem) {
    let relations = problem.relations
    terms = CompressedRows(problem.cells.count) { add in
      for (sum, total) in relations.totals.enumerated() {
        add(total, Term(sum: sum, sign: -1))
        for part in relations.parts(sum) { add(part, Term(sum: sum, sign: 1)) }
      }
    }
    members = CompressedRows(relations.count) { add in
      for (sum, total) in relations.totals.enumerated() {
        add(sum, total)
        for part in relations.parts(sum) { add(sum, part) }
      }
    }
    let contributions = problem.contributions
    ofCell = CompressedRows(problem.cells.count) { add in
      for (number, one) in contributions.enumerated() { add(one.cell, number) }
    }
    let units = Set(contributions.map(\.unit)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    let unitOf = contributions.map { numbers[$0.unit] ?? 0 }
    ofUnit = CompressedRows(units.count) { add in for (number, unit) in unitOf.enumerated() { add(unit, number) } }
    self.unitOf = unitOf
    isAlone = contributions.map(\.isWhole)
  }
}
