extension Suppressor {
  /// Protects every sensitive cell; returns those that cannot be protected.
  mutating func protectAll() -> [Int] {
    var unprotected: [Int] = []
    for (slot, cell) in sensitive.enumerated() {
      progress?(slot, 2 * sensitive.count)
      let (found, isWhole) = protect(cell, mayWithhold: true)
      witnesses[slot] = found
      if !isWhole { unprotected.append(cell) }
    }
    return unprotected
  }

  /// Publishes again the cells that no witness needs, then, the most costly first,
  /// those that every witness can do without.
  mutating func giveBack() {
    keepOnlyNeeded()
    var users: [[Int]] = Array(repeating: [], count: problem.cells.count)
    for slot in sensitive.indices { record(slot, &users) }
    let extra = problem.cells.indices.filter { isWithheld[$0] && isComplementary($0) }.sorted {
      weight($0) != weight($1) ? weight($0) > weight($1) : $0 < $1
    }
    for (done, cell) in extra.enumerated() {
      progress?(sensitive.count * (extra.count + done) / extra.count, 2 * sensitive.count)
      let slots = users[cell].filter { slot in witnesses[slot].contains { $0.cells.contains(cell) } }
      guard slots.count <= Self.mostUsers else { continue }
      isWithheld[cell] = false
      var replaced: [(slot: Int, witnesses: [Witness])] = []
      for slot in slots {
        let standing = witnesses[slot].filter { !$0.cells.contains(cell) }
        let (found, isWhole) = protect(sensitive[slot], standing: standing, mayWithhold: false)
        // A cell that is not protected against everyone keeps what it has.
        guard isWhole else { break }
        replaced.append((slot, found))
      }
      guard replaced.count == slots.count else {
        isWithheld[cell] = true
        continue
      }
      for (slot, found) in replaced {
        witnesses[slot] = found
        record(slot, &users)
      }
    }
    keepOnlyNeeded()
  }

  /// Whether the cell is withheld only to protect others.
  func isComplementary(_ cell: Int) -> Bool {
    let cell = problem.cells[cell]
    return !cell.isNeverPublished && cell.standing != .withheld && !rule.isSensitive(cell)
  }

  /// Some witness needs a cell that serves more sensitive cells than this, as a rule, so that it is not tried.
  private static let mostUsers = 50

  private func record(_ slot: Int, _ users: inout [[Int]]) {
    for witness in witnesses[slot] {
      for cell in witness.cells where users[cell].last != slot && isComplementary(cell) { users[cell].append(slot) }
    }
  }

  private mutating func keepOnlyNeeded() {
    var isNeeded = [Bool](repeating: false, count: problem.cells.count)
    for found in witnesses { for witness in found { for cell in witness.cells { isNeeded[cell] = true } } }
    for cell in problem.cells.indices where isComplementary(cell) && !isNeeded[cell] { isWithheld[cell] = false }
  }
}
