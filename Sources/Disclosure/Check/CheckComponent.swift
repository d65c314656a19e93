import Bytes

/// Cells that are not printed and are linked by sums, as one system of equalities.
struct CheckComponent {
  /// Cells of the tables, by column.
  var cells: [Int] = []
  var rightSide: [Double] = []
  /// Compressed columns.
  var starts: [Int32] = [0]
  var rows: [Int32] = []
  var entries: [Double] = []
  /// What is published of each cell beside sums.
  var lower: [Double] = []
  var upper: [Double] = []

  /// The components of the tables. Throws 65 when a printed total is not the sum of its printed parts.
  static func all(of tables: PublishedTables) throws(Problem) -> [CheckComponent] {
    let count = tables.printed.count
    var linked = DisjointSets(count)
    // Each sum as (cell, sign) of its unknowns, and what the printed cells leave for them.
    var terms: [[(cell: Int, sign: Double)]] = []
    var rests: [Double] = []
    for relation in 0..<tables.relations.count {
      var unknown: [(cell: Int, sign: Double)] = []
      var rest = 0.0
      var size = 1.0
      let total = tables.relations.totals[relation]
      for (cell, sign) in [(total, -1.0)] + tables.relations.parts(relation).map({ ($0, 1.0) }) {
        if let value = tables.printed[cell] {
          rest -= sign * value
          size = max(size, value)
        } else {
          unknown.append((cell, sign))
        }
      }
      if unknown.isEmpty {
        guard abs(rest) <= 1e-9 * size else {
          throw Problem(
            .badData, at: Text(same: tables.ids[total]), Text.printedTotalIsNoSum,
            fix: Text("corrigez les cases publiées", "correct the printed cells"))
        }
        continue
      }
      for (cell, _) in unknown.dropFirst() { linked.join(cell, to: unknown[0].cell) }
      terms.append(unknown)
      rests.append(rest)
    }

    var numberOf: [Int: Int] = [:]
    var components: [CheckComponent] = []
    var columnOf = [Int](repeating: -1, count: count)
    for cell in 0..<count where tables.printed[cell] == nil {
      let number = numberOf[linked.root(cell)] ?? components.count
      if number == components.count {
        numberOf[linked.root(cell)] = number
        components.append(CheckComponent())
      }
      columnOf[cell] = components[number].cells.count
      components[number].cells.append(cell)
      components[number].lower.append(tables.known[cell].lowerBound)
      components[number].upper.append(tables.known[cell].upperBound)
    }
    var columns: [[[(row: Int32, sign: Double)]]] = components.map { Array(repeating: [], count: $0.cells.count) }
    for (unknown, rest) in zip(terms, rests) {
      let number = numberOf[linked.root(unknown[0].cell)]!
      let row = Int32(components[number].rightSide.count)
      components[number].rightSide.append(rest)
      for (cell, sign) in unknown { columns[number][columnOf[cell]].append((row, sign)) }
    }
    for number in components.indices {
      for column in columns[number] {
        components[number].rows.append(contentsOf: column.map(\.row))
        components[number].entries.append(contentsOf: column.map(\.sign))
        components[number].starts.append(Int32(components[number].rows.count))
      }
    }
    return components
  }

  /// Bounds that follow from one sum at a time; they are never narrower than the exact ones. Where a solution
  /// reaches a bound, no linear programme needs to be solved.
  func propagated() -> (low: [Double], high: [Double]) {
    var low = lower
    var high = upper
    var members: [[(column: Int, sign: Double)]] = Array(repeating: [], count: rightSide.count)
    for column in cells.indices {
      for slot in Int(starts[column])..<Int(starts[column + 1]) {
        members[Int(rows[slot])].append((column, entries[slot]))
      }
    }
    for _ in 0..<20 {
      var changed = false
      for (row, terms) in members.enumerated() {
        var least = 0.0
        var most = 0.0
        var boundless = 0
        for (column, sign) in terms {
          least += sign > 0 ? low[column] : -high[column]
          let top = sign > 0 ? high[column] : -low[column]
          if top == .infinity { boundless += 1 } else { most += top }
        }
        for (column, sign) in terms where least > -.infinity || boundless <= 1 {
          let ownLeast = sign > 0 ? low[column] : -high[column]
          let ownMost = sign > 0 ? high[column] : -low[column]
          var top = Double.infinity
          if least > -.infinity { top = rightSide[row] - (least - ownLeast) }
          var bottom = -Double.infinity
          if boundless == 0 {
            bottom = rightSide[row] - (most - ownMost)
          } else if boundless == 1 && ownMost == .infinity {
            bottom = rightSide[row] - most
          }
          let (newLow, newHigh) = sign > 0 ? (bottom, top) : (-top, -bottom)
          if newLow > low[column] + 1e-7 {
            low[column] = newLow
            changed = true
          }
          if newHigh < high[column] - 1e-7 {
            high[column] = newHigh
            changed = true
          }  // The sums above were made with the old bounds, which only makes them looser.
        }
      }
      if !changed { break }
    }
    return (low, high)
  }
}
