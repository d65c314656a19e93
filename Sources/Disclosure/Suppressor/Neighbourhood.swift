/// A few cells around one, chosen so that shifts among them can leave every total as it is.
///
/// Cells that stand in the same sums come first: moving jobs between two communes of the same areas touches
/// none of their totals.
struct Neighbourhood {
  private(set) var cells: [Int] = []
  /// Sums touched by the cell itself or one of its neighbours.
  private(set) var sums: [Int] = []
  private var sumRow: [Int]
  private var isIn: [Bool]

  init(_ system: LinkedSystem) {
    sumRow = Array(repeating: -1, count: system.members.count)
    isIn = Array(repeating: false, count: system.terms.count)
  }

  /// Row of a sum in this neighbourhood, −1 when it is not touched.
  func row(_ sum: Int) -> Int { sumRow[sum] }

  /// Starts again around `centre`: `breadth` cells from each sum met, for `rounds` rounds, then up to `closing`
  /// cells whose sums are all met. `price` gives the cost of a cell, `nil` when it cannot be used.
  mutating func grow(
    around centre: Int, _ system: LinkedSystem, breadth: Int, rounds: Int, closing: Int, price: (Int) -> Double?
  ) {
    for cell in cells { isIn[cell] = false }
    for sum in sums { sumRow[sum] = -1 }
    cells.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    isIn[centre] = true
    meetSums(of: centre, system)
    var expanded = 0
    var ranked: [(score: Double, cell: Int)] = []
    for _ in 0..<rounds {
      let met = sums.count
      for position in expanded..<met {
        let sum = sums[position]
        ranked.removeAll(keepingCapacity: true)
        for cell in system.members[sum] where !isIn[cell] {
          guard let price = price(cell) else { continue }
          let score = price + Double(unmet(cell, system))
          if ranked.count < breadth {
            ranked.append((score, cell))
            if ranked.count == breadth { ranked.sort { ($0.score, $0.cell) < ($1.score, $1.cell) } }
          } else if score < ranked[breadth - 1].score {
            var slot = breadth - 1
            while slot > 0, ranked[slot - 1].score > score {
              ranked[slot] = ranked[slot - 1]
              slot -= 1
            }
            ranked[slot] = (score, cell)
          }
        }
        for (_, cell) in ranked { add(cell, system) }
      }
      expanded = met
    }
    close(closing, system, price)
    isIn[centre] = false
  }

  /// Cells whose sums are all met already, cheapest first.
  private mutating func close(_ limit: Int, _ system: LinkedSystem, _ price: (Int) -> Double?) {
    var ranked: [(score: Double, cell: Int)] = []
    for sum in sums {
      for cell in system.members[sum] where !isIn[cell] {
        guard unmet(cell, system) == 0, let price = price(cell) else { continue }
        isIn[cell] = true
        ranked.append((price, cell))
      }
    }
    for (_, cell) in ranked { isIn[cell] = false }
    if ranked.count > limit {
      ranked.sort { ($0.score, $0.cell) < ($1.score, $1.cell) }
      ranked.removeLast(ranked.count - limit)
    }
    for (_, cell) in ranked { add(cell, system) }
  }

  private mutating func add(_ cell: Int, _ system: LinkedSystem) {
    isIn[cell] = true
    cells.append(cell)
    meetSums(of: cell, system)
  }

  private mutating func meetSums(of cell: Int, _ system: LinkedSystem) {
    for term in system.terms[cell] where sumRow[term.sum] < 0 {
      sumRow[term.sum] = sums.count
      sums.append(term.sum)
    }
  }

  private func unmet(_ cell: Int, _ system: LinkedSystem) -> Int {
    var count = 0
    for place in system.terms.places(cell) where sumRow[system.terms.elements[place].sum] < 0 { count += 1 }
    return count
  }
}
