/// Complementary suppression: for every sensitive cell and every attacker it finds other tables that agree with
/// all that is published (`Witness`), and withholds at least cost the cells in which they differ.
///
/// Each witness is the least-cost one of a linear programme over a neighbourhood, as in Kelly, Golden and
/// Assad, "Cell suppression: disclosure protection for sensitive tabular data", Networks 22 (1992), and
/// Fischetti and Salazar, Management Science 47 (2001); a witness proves protection however it was found. No
/// optimum is sought.
struct Suppressor {
  let problem: DisclosureProblem
  let rule: DisclosureRule
  let system: LinkedSystem
  var isWithheld: [Bool]
  /// Cells that no witness may change: published elsewhere, zero, or given back.
  var isFixed: [Bool]
  let sensitive: [Int]
  /// Witnesses of each sensitive cell, in the order of `sensitive`.
  var witnesses: [[Witness]]
  private var neighbourhood: Neighbourhood
  /// Called with the amount of work done and the whole amount.
  var progress: ((Int, Int) -> Void)?

  init(_ problem: DisclosureProblem, _ rule: DisclosureRule) {
    self.problem = problem
    self.rule = rule
    system = LinkedSystem(problem)
    let cells = problem.cells
    isFixed = cells.map { $0.isEmpty || $0.standing == .published || $0.known.lowerBound == $0.known.upperBound }
    // The largest first: what protects them protects many smaller ones.
    sensitive = cells.indices.filter { rule.isSensitive(cells[$0]) }.sorted {
      cells[$0].value != cells[$1].value ? cells[$0].value > cells[$1].value : $0 < $1
    }
    isWithheld = cells.map { ($0.isNeverPublished || $0.standing == .withheld) && !$0.isEmpty }
    for cell in sensitive { isWithheld[cell] = true }
    witnesses = Array(repeating: [], count: sensitive.count)
    neighbourhood = Neighbourhood(system)
  }

  /// How far the cell must be seen to move, in its own unit; 0 where it need not, as nothing lies below a zero or beyond
  /// what is published of it.
  func margin(_ cell: Int, _ direction: Double) -> Double {
    let one = problem.cells[cell]
    let required = rule.required(one.value, within: one.known)
    let slack = direction > 0 ? required.upperBound - one.value : one.value - required.lowerBound
    guard one.isCount, slack > 0 else { return slack }
    return max(1, (slack - 1e-9 * max(1, one.value)).rounded(.up))
  }

  /// Finds witnesses against the public and every contributor, upwards and downwards, beginning
  /// with the `standing` ones. `isWhole` says whether there is one against each of them; those
  /// found are kept even when another is missing.
  mutating func protect(_ cell: Int, standing: [Witness] = [], mayWithhold: Bool) -> (found: [Witness], isWhole: Bool) {
    var found = standing
    var isWhole = true
    for direction in [1.0, -1.0] where margin(cell, direction) > 0 {
      var exposed: Set<Int>?
      for witness in found where witness.direction == direction {
        let breakers = breakers(of: witness, protecting: cell)
        if let only = witness.onlyFor {
          exposed?.remove(only)
        } else {
          exposed = exposed.map { $0.intersection(breakers) } ?? breakers
        }
      }
      for witness in found
      where exposed.map({ !$0.isEmpty }) ?? true && witness.onlyFor == nil && witness.direction == -direction {
        let opposite = witness.opposite
        guard isPossible(opposite), opposite.reaches(margin(cell, direction), in: cell) else { continue }
        let breakers = breakers(of: opposite, protecting: cell)
        found.append(opposite)
        exposed = exposed.map { $0.intersection(breakers) } ?? breakers
      }
      if exposed == nil {
        let margin = margin(cell, direction)
        guard let first = witness(cell, direction, margin, .ofThePublic, mayWithhold: mayWithhold) else {
          isWhole = false
          continue
        }
        found.append(first)
        exposed = breakers(of: first, protecting: cell)
      }
      let units = (exposed ?? []).sorted()
      isWhole = cover(units, cell, direction, mayWithhold, &found) && isWhole
    }
    return (found, isWhole)
  }

  /// Adds witnesses that stand against the given units, one for all of them if
  /// possible; returns whether all are covered.
  private mutating func cover(
    _ units: [Int], _ cell: Int, _ direction: Double, _ mayWithhold: Bool, _ found: inout [Witness]
  ) -> Bool {
    if units.isEmpty { return true }
    let value = problem.cells[cell].value
    var margin = margin(cell, direction)
    if let room = leastRoom(of: units, in: cell, direction), room < margin {
      // A unit that holds most of the cell, or knows all but little of the rest, knows more than the end owed to the
      // public.
      guard units.count == 1 else { return halves(units, cell, direction, mayWithhold, &found) }
      margin = room
      if margin <= 1e-9 * max(1, value) { return true }
    }
    let knowledge = Knowledge(units, problem, system)
    var made = witness(cell, direction, margin, knowledge, mayWithhold: mayWithhold)
    if made == nil, units.count == 1, problem.hasBounds {
      // Its own figures and the bounds that are published may leave it less room than the public has.
      let own = system.ofUnit[units[0]].map { problem.contributions[$0] }
      let range = problem.known(by: own, of: cell)
      let room = direction < 0 ? value - range.lowerBound : range.upperBound - value
      if room <= 1e-9 * max(1, value) { return true }
      if room < margin {
        margin = room
        made = witness(cell, direction, margin, knowledge, mayWithhold: mayWithhold)
      }
    }
    if var witness = made {
      if margin < self.margin(cell, direction) { witness.onlyFor = units[0] }
      found.append(witness)
      return true
    }
    return units.count > 1 && halves(units, cell, direction, mayWithhold, &found)
  }

  private mutating func halves(
    _ units: [Int], _ cell: Int, _ direction: Double, _ mayWithhold: Bool, _ found: inout [Witness]
  ) -> Bool {
    let middle = units.count / 2
    let first = cover(Array(units[..<middle]), cell, direction, mayWithhold, &found)
    guard first || mayWithhold else { return false }
    return cover(Array(units[middle...]), cell, direction, mayWithhold, &found) && first
  }

  /// How far a cell may move for the one of these units that knows most of it.
  private func leastRoom(of units: [Int], in cell: Int, _ direction: Double) -> Double? {
    let value = problem.cells[cell].value
    return system.ofCell[cell].filter { units.contains(system.unitOf[$0]) }.map {
      let range = problem.contributions[$0].range(in: problem.cells[cell])
      return direction < 0 ? value - range.lowerBound : range.upperBound - value
    }.min()
  }

  /// Whether nobody excludes the witness before anything is printed.
  private func isPossible(_ witness: Witness) -> Bool {
    zip(witness.cells, witness.shifts).allSatisfy { problem.cells[$0].known.contains(problem.cells[$0].value + $1) }
  }

  /// The units that know the witness to be false, except those that know the cell itself.
  private func breakers(of witness: Witness, protecting centre: Int) -> Set<Int> {
    var units: Set<Int> = []
    for (cell, shift) in zip(witness.cells, witness.shifts) {
      let left = problem.cells[cell].value + shift
      for index in system.ofCell[cell] {
        let range = problem.contributions[index].range(in: problem.cells[cell])
        let near = 1e-9 * max(1, left.magnitude)
        if system.isAlone[index] || left < range.lowerBound - near || left > range.upperBound + near {
          units.insert(system.unitOf[index])
        }
      }
    }
    for index in system.ofCell[centre] where system.isAlone[index] {
      units.remove(system.unitOf[index])
    }
    return units
  }

  /// Breadths, rounds and closings of the neighbourhoods tried, from small to most of what there is.
  private static let sizes = [(4, 2, 60), (7, 2, 150), (12, 3, 300), (60, 4, 1000)]
  /// Tables of at most this many cells are searched whole.
  private static let smallTables = 300

  /// A witness that cannot be excluded with this knowledge; the cells it changes are withheld. Without
  /// `mayWithhold` it changes only cells that are withheld already. `nil` when none is found.
  private mutating func witness(
    _ centre: Int, _ direction: Double, _ margin: Double, _ knowledge: Knowledge, mayWithhold: Bool
  ) -> Witness? {
    var best: (loss: Double, witness: Witness)?
    var fractional: Witness?
    let everything = problem.cells.count
    let sizes = everything <= Self.smallTables ? [(everything, everything, everything)] : Self.sizes
    for (number, size) in sizes.enumerated() {
      // Far neighbourhoods are slow: they serve new suppressions, and the
      // farthest one attacker without a witness.
      if number == 2 && !mayWithhold { break }
      if number == 3 && (best != nil || knowledge.units > 1) { break }
      growNeighbourhood(centre, size, margin, knowledge, mayWithhold)
      guard let shifts = leastShifts(centre, direction, margin, knowledge) else { continue }
      var cells = [centre]
      var moves = [direction * margin]
      for (column, cell) in neighbourhood.cells.enumerated() where abs(shifts[column]) > 1e-7 {
        cells.append(cell)
        moves.append(shifts[column] * margin)
      }
      let raw = Witness(cells: cells, shifts: moves, direction: direction, onlyFor: nil)
      guard let whole = wholeNumbers(raw, knowledge) else {
        if fractional == nil { fractional = raw }
        continue
      }
      let loss = whole.cells.reduce(0.0) { $0 + (isWithheld[$1] ? 0 : weight($1)) }
      if best.map({ loss < $0.loss }) ?? true { best = (loss, whole) }
      if loss == 0 { break }
    }
    var chosen = best?.witness ?? fractional
    if chosen == nil, mayWithhold, knowledge.units <= 1 { chosen = climb(centre, direction, margin, knowledge) }
    guard let chosen else { return nil }
    for cell in chosen.cells { isWithheld[cell] = true }
    return chosen
  }

  private mutating func growNeighbourhood(
    _ centre: Int, _ size: (breadth: Int, rounds: Int, closing: Int), _ margin: Double, _ knowledge: Knowledge,
    _ mayWithhold: Bool
  ) {
    neighbourhood.grow(around: centre, system, breadth: size.breadth, rounds: size.rounds, closing: size.closing) {
      cell in
      guard !isFixed[cell], !knowledge.known.contains(cell) else { return nil }
      let range = knowledge.range(cell, problem)
      let value = problem.cells[cell].value
      let isSmall = value - range.lowerBound < margin || range.upperBound - value < margin
      if isWithheld[cell] { return isSmall ? 0.9 : 0 }
      return mayWithhold ? (isSmall ? 2.4 : 1.5) : nil
    }
  }

  /// The cost of withholding the cell.
  func weight(_ cell: Int) -> Double { rule.cost == .value ? 1 + problem.cells[cell].value : 1 }

  /// The shifts of the neighbourhood, in units of the margin, that balance the centre's at least cost.
  private func leastShifts(_ centre: Int, _ direction: Double, _ margin: Double, _ knowledge: Knowledge) -> [Double]? {
    var rightSide = [Double](repeating: 0, count: neighbourhood.sums.count)
    for term in system.terms[centre] { rightSide[neighbourhood.row(term.sum)] -= term.sign * direction }
    guard let live = liveColumns(rightSide) else { return nil }
    let columns = live.columns.count
    var matrix = [Double](repeating: 0, count: live.rows * columns)
    var cost = [Double](repeating: 0, count: columns)
    var down = [Double](repeating: 0, count: columns)
    var up = down
    for (slot, column) in live.columns.enumerated() {
      let cell = neighbourhood.cells[column]
      for term in system.terms[cell] {
        matrix[live.rowOf[neighbourhood.row(term.sum)] * columns + slot] += term.sign
      }
      let value = problem.cells[cell].value
      let range = knowledge.range(cell, problem)
      down[slot] = (value - range.lowerBound) / margin
      up[slot] = (range.upperBound - value) / margin
      cost[slot] = isWithheld[cell] ? 1e-3 : weight(cell)
    }
    var right = [Double](repeating: 0, count: live.rows)
    for (sum, value) in rightSide.enumerated() where live.rowOf[sum] >= 0 { right[live.rowOf[sum]] = value }
    var simplex = DualSimplex(matrix: matrix, rightSide: right, cost: cost, down: down, up: up)
    guard let solution = simplex.solve() else { return nil }
    var shifts = [Double](repeating: 0, count: neighbourhood.cells.count)
    for (slot, column) in live.columns.enumerated() { shifts[column] = solution[slot] }
    return shifts
  }

  /// The columns left when those that are alone in a sum that must not change are removed, again and again, and
  /// the rows they stand in; `nil` when the centre has a sum that nothing else can move.
  private func liveColumns(_ rightSide: [Double]) -> (columns: [Int], rowOf: [Int], rows: Int)? {
    var count = [Int](repeating: 0, count: rightSide.count)
    var xor = count
    var isLive = [Bool](repeating: true, count: neighbourhood.cells.count)
    for (column, cell) in neighbourhood.cells.enumerated() {
      for term in system.terms[cell] {
        let row = neighbourhood.row(term.sum)
        count[row] += 1
        xor[row] ^= column
      }
    }
    var lonely = count.indices.filter { count[$0] == 1 && rightSide[$0] == 0 }
    while let row = lonely.popLast() {
      guard count[row] == 1 else { continue }
      let column = xor[row]
      isLive[column] = false
      for term in system.terms[neighbourhood.cells[column]] {
        let other = neighbourhood.row(term.sum)
        count[other] -= 1
        xor[other] ^= column
        if count[other] == 1 && rightSide[other] == 0 { lonely.append(other) }
      }
    }
    var rowOf = [Int](repeating: -1, count: rightSide.count)
    var rows = 0
    for row in count.indices {
      if count[row] == 0 && rightSide[row] != 0 { return nil }
      guard count[row] > 0 else { continue }
      rowOf[row] = rows
      rows += 1
    }
    return (isLive.indices.filter { isLive[$0] }, rowOf, rows)
  }

  /// The witness with whole shifts in cells that are counts, as it is or doubled; `nil` when neither is whole.
  private func wholeNumbers(_ witness: Witness, _ knowledge: Knowledge) -> Witness? {
    for factor in [1.0, 2.0] {
      var copy = witness
      var holds = true
      for (slot, cell) in witness.cells.enumerated() {
        var shift = witness.shifts[slot] * factor
        if problem.cells[cell].isCount {
          holds = holds && abs(shift - shift.rounded()) < 1e-5
          shift = shift.rounded()
        }
        let range = knowledge.range(cell, problem)
        let moved = problem.cells[cell].value + shift
        holds =
          holds && moved >= range.lowerBound - 1e-9 * max(1, range.lowerBound)
          && moved <= range.upperBound + 1e-9 * max(1, moved)
        copy.shifts[slot] = shift
      }
      if holds && balances(copy) { return copy }
    }
    return nil
  }

  /// Whether every sum still holds.
  func balances(_ witness: Witness) -> Bool {
    var change: [Int: Double] = [:]
    var scale = 1.0
    for (cell, shift) in zip(witness.cells, witness.shifts) {
      scale = max(scale, abs(shift))
      for term in system.terms[cell] { change[term.sum, default: 0] += term.sign * shift }
    }
    return change.values.allSatisfy { abs($0) <= 1e-7 * scale }
  }
}
