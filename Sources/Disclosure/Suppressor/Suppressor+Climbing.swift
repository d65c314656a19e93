extension Suppressor {
  /// A witness that needs no search: what is added to the centre is added to one cell it is made of and to
  /// every total above that cell. What is taken away may come from several cells.
  ///
  /// It withholds whole columns of totals, so that it is used when cheaper witnesses fail. It exists when none
  /// of those totals is published elsewhere; otherwise `nil`.
  func climb(_ centre: Int, _ direction: Double, _ margin: Double, _ knowledge: Knowledge) -> Witness? {
    var leaves: [(loss: Double, above: [Int])] = []
    for leaf in closure(of: centre, upwards: false) where isLeaf(leaf) {
      let above = closure(of: leaf, upwards: true)
      guard above.allSatisfy({ !isFixed[$0] && !knowledge.known.contains($0) }) else { continue }
      leaves.append((above.reduce(0.0) { $0 + (isWithheld[$1] ? 0 : weight($1)) }, above))
    }
    leaves.sort { $0.loss != $1.loss ? $0.loss < $1.loss : $0.above[0] < $1.above[0] }
    var moves: [Int: Double] = [:]
    var left = margin
    for (_, above) in leaves where left > 0 {
      var step = left
      for cell in above {
        let range = knowledge.range(cell, problem)
        let moved = problem.cells[cell].value + (moves[cell] ?? 0)
        step = min(step, direction < 0 ? moved - range.lowerBound : range.upperBound - moved)
      }
      if step < left { if above.contains(where: { problem.cells[$0].isCount }) { step = (step + 1e-9).rounded(.down) } }
      guard step > 0 else { continue }
      for cell in above { moves[cell, default: 0] += direction * step }
      left -= step
    }
    guard left <= 1e-9 * margin else { return nil }
    let cells = moves.keys.sorted()
    let witness = Witness(cells: cells, shifts: cells.map { moves[$0]! }, direction: direction, onlyFor: nil)
    return balances(witness) ? witness : nil
  }

  /// The cell with all its parts, or with all totals above it (`upwards`), without the empty cells.
  private func closure(of cell: Int, upwards: Bool) -> [Int] {
    var found = [cell]
    var isIn: Set<Int> = [cell]
    var next = 0
    while next < found.count {
      let one = found[next]
      next += 1
      for term in system.terms[one] where (term.sign > 0) == upwards {
        let members = system.members[term.sum]
        for other in upwards ? members.prefix(1) : members.dropFirst()
        where !problem.cells[other].isEmpty && isIn.insert(other).inserted { found.append(other) }
      }
    }
    return found
  }

  /// Whether the cell is no total of others.
  private func isLeaf(_ cell: Int) -> Bool {
    system.terms[cell].allSatisfy { $0.sign > 0 }
  }
}
