/// The sums of a problem by cell and by sum, and its contributions by cell and by legal unit, in flat buffers.
struct LinkedSystem {
  /// The sums that a cell stands in: `sums[sumStarts[c] ..< sumStarts[c + 1]]`,
  /// +1 as a part and −1 as the total.
  let sumStarts: [Int]
  let sums: [Int]
  let signs: [Double]
  /// Cells of a sum, total included: `members[memberStarts[r] ..< memberStarts[r + 1]]`.
  let memberStarts: [Int]
  let members: [Int]
  /// Contributions of a cell: `contributions[byCell[c] ..< byCell[c + 1]]` of the problem.
  let byCell: [Int]
  /// Legal unit of each contribution, numbered from 0.
  let unitOf: [Int]
  /// Contributions of a unit: `ofUnit[unitStarts[u] ..< unitStarts[u + 1]]`.
  let unitStarts: [Int]
  let ofUnit: [Int]
  /// Whether a contribution is the whole cell, so that its unit knows the cell.
  let isAlone: [Bool]

  init(_ problem: DisclosureProblem) {
    let cells = problem.cells.count
    let relations = problem.relations
    var memberStarts = [0]
    var members: [Int] = []
    for relation in 0..<relations.count {
      members.append(relations.totals[relation])
      members.append(contentsOf: relations.parts(relation))
      memberStarts.append(members.count)
    }
    let bySum = Self.inverted(members, keys: cells)
    var sums = [Int](repeating: 0, count: members.count)
    var signs = [Double](repeating: 1, count: members.count)
    var relation = 0
    var relationOf = [Int](repeating: 0, count: members.count)
    for position in members.indices {
      while position >= memberStarts[relation + 1] { relation += 1 }
      relationOf[position] = relation
    }
    for (slot, position) in bySum.items.enumerated() {
      sums[slot] = relationOf[position]
      if position == memberStarts[relationOf[position]] { signs[slot] = -1 }
    }
    sumStarts = bySum.starts
    self.sums = sums
    self.signs = signs
    self.memberStarts = memberStarts
    self.members = members

    let contributions = problem.contributions
    byCell = Self.inverted(contributions.map(\.cell), keys: cells).starts
    let order = contributions.indices.sorted { contributions[$0].unit < contributions[$1].unit }
    var unitOf = [Int](repeating: 0, count: order.count)
    var starts: [Int] = []
    for (slot, index) in order.enumerated() {
      if slot == 0 || contributions[index].unit != contributions[order[slot - 1]].unit { starts.append(slot) }
      unitOf[index] = starts.count - 1
    }
    starts.append(order.count)
    unitStarts = starts
    ofUnit = order
    self.unitOf = unitOf
    isAlone = contributions.map(\.isWhole)
  }

  /// Positions of each key, by counting.
  private static func inverted(_ keyOf: [Int], keys: Int) -> (starts: [Int], items: [Int]) {
    var starts = [Int](repeating: 0, count: keys + 1)
    for key in keyOf { starts[key + 1] += 1 }
    for key in 0..<keys { starts[key + 1] += starts[key] }
    var next = starts
    var items = [Int](repeating: 0, count: keyOf.count)
    for (position, key) in keyOf.enumerated() {
      items[next[key]] = position
      next[key] += 1
    }
    return (starts, items)
  }
}
