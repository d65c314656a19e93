import Testing

@testable import Siting
@testable import Reach

/// The trees themselves: small problems never branch as long as what is left is enumerated.
@Suite struct TreeTests {
  /// Best and next best sums of 11 columns on 14 rows, branching down to single sets, against every set.
  @Test(arguments: 1...60) func sumsByBranchingAlone(_ seed: Int) {
    var dice = Dice(seed)
    let rows = 14
    let count = 2 + dice.roll(4)
    let isCovering = seed % 3 == 0
    let cells = (0..<rows * 11).map { _ in isCovering ? (dice.roll(4) == 0 ? 0.0 : 5) : Double(dice.roll(1000)) / 10 }
    let ceiling = (0..<rows).map { _ in seed % 4 == 0 ? Double(20 + dice.roll(80)) : 100 }
    let columns = CostColumns(rows: rows, columns: 11, ceiling: ceiling, spread: ceiling) { row, column in
      cells[row * 11 + column]
    }
    var search = SumSearch(columns: columns, count: count, alternatives: 3, deadline: Deadline(seconds: .infinity))
    search.enumeration = 1
    let outcome = search.run(from: [])
    var values: [Double] = []
    for mask in 0..<(1 << 11) where mask.nonzeroBitCount == count {
      let sites = (0..<11).filter { mask >> $0 & 1 == 1 }
      var sum = 0.0
      for row in 0..<rows { sum += sites.reduce(ceiling[row]) { min($0, cells[row * 11 + $1]) } }
      values.append(sum)
    }
    values.sort()
    #expect(outcome.isProven)
    #expect(outcome.nodes > 1 || values[3] == 0)
    #expect(outcome.sets.count == 4)
    for (set, value) in zip(outcome.sets, values) { #expect(isNear(set.value, value)) }
  }

  /// Fewest of 14 columns on 40 rows without any geometry, against every set; then a limit one too low.
  @Test func coversByBranching() {
    var nodes = 0
    for seed in 1...80 {
      var dice = Dice(seed)
      let lines = (0..<40).map { _ -> Int in
        (0..<14).reduce(1 << dice.roll(14)) { $0 | (dice.roll(4) == 0 ? 1 << $1 : 0) }
      }
      let table = CoverTable(names: Array(0..<14), rows: 40) { lines[$0] >> $1 & 1 == 1 }
      let covers = (0..<(1 << 14)).filter { mask in lines.allSatisfy { $0 & mask != 0 } }
      let fewest = covers.map(\.nonzeroBitCount).min()
      var search = CoverSearch(deadline: Deadline(seconds: .infinity))
      let cover = search.fewest(table, limit: 14) ?? []
      #expect(cover.count == fewest)
      #expect((0..<40).allSatisfy { row in cover.contains { table.has(row, $0) } })
      #expect(search.fewest(table, limit: cover.count - 1) == nil)
      let estimate = search.estimate(table)
      #expect(estimate.map { $0.bound <= cover.count && $0.cover.count >= cover.count } == true)
      #expect((0..<40).allSatisfy { row in estimate!.cover.contains { table.has(row, $0) } })
      nodes += search.nodes
    }
    #expect(nodes > 200, "\(nodes)")
  }
}
