/// Complementary suppression: finds, for every sensitive cell and everyone who may attack it, other tables that
/// agree with all that is published (`Witness`), withholding at least cost the cells in which they differ.
///
/// Each witness is the least-cost one of a linear programme over a neighbourhood, as in Kelly, Golden and Assad,
/// "Cell suppression: disclosure protection for sensitive tabular data", Networks 22 (1992), and Fischetti and
/// Salazar, Management Science 47 (2001); a witness proves protection however it was found. No optimum is sought.
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

  init(_ problem: DisclosureProblem, _ rule: DisclosureRule) {
    self.problem = problem
    self.rule = rule
    system = LinkedSystem(problem)
    let cells = problem.cells
    isFixed = cells.map { $0.value == 0 || $0.standing == .published }
    // The largest first: what protects them protects many smaller ones.
    sensitive = cells.indices.filter { rule.isSensitive(cells[$0]) }
      .sorted { cells[$0].value != cells[$1].value ? cells[$0].value > cells[$1].value : $0 < $1 }
    isWithheld = cells.map { $0.standing == .hidden && $0.value > 0 }
    for cell in sensitive { isWithheld[cell] = true }
    witnesses = Array(repeating: [], count: sensitive.count)
    neighbourhood = Neighbourhood(system)
  }

  /// How far the cell must be seen to move, in its own unit.
  func margin(_ cell: Int, _ direction: Double) -> Double {
    let one = problem.cells[cell]
    let slack = rule.protection * one.value
    guard one.isCount else { return slack }
    return max(1, (slack - 1e-9 * max(1, one.value)).rounded(.up))
  }

  /// Witnesses against the public and every contributor, upwards and downwards; `nil` when there are none.
  mutating func protect(_ cell: Int, mayWithhold: Bool) -> [Witness]? {
    var found: [Witness] = []
    for direction in [1.0, -1.0] {
      var exposed: Set<Int>?
      for witness in found where witness.onlyFor == nil && witness.direction == -direction {
        let opposite = witness.opposite
        guard leavesNothingNegative(opposite) else { continue }
        let breakers = breakers(of: opposite, protecting: cell)
        found.append(opposite)
        exposed = exposed.map { $0.intersection(breakers) } ?? breakers
      }
      if exposed == nil {
        guard
          let first = witness(
            cell, direction, margin(cell, direction), .ofThePublic, mayWithhold: mayWithhold)
        else { return nil }
        found.append(first)
        exposed = breakers(of: first, protecting: cell)
      }
      guard let exposed else { return nil }
      guard cover(Array(exposed).sorted(), cell, direction, mayWithhold, &found) else { return nil }
    }
    return found
  }

  /// Adds witnesses that stand against the units given; one for all of them if it can be.
  private mutating func cover(
    _ units: [Int], _ cell: Int, _ direction: Double, _ mayWithhold: Bool, _ found: inout [Witness]
  ) -> Bool {
    if units.isEmpty { return true }
    let value = problem.cells[cell].value
    var margin = margin(cell, direction)
    if direction < 0, let own = largestPart(of: units, in: cell), value - own < margin {
      // A unit that holds most of the cell knows more than the lower end owed to the public.
      guard units.count == 1 else { return halves(units, cell, direction, mayWithhold, &found) }
      margin = value - own
      if margin <= 1e-9 * max(1, value) { return true }
    }
    let knowledge = Knowledge(units, problem, system)
    if var witness = witness(cell, direction, margin, knowledge, mayWithhold: mayWithhold) {
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
    return cover(Array(units[..<middle]), cell, direction, mayWithhold, &found)
      && cover(Array(units[middle...]), cell, direction, mayWithhold, &found)
  }

  /// The most that one of these units holds of a cell.
  private func largestPart(of units: [Int], in cell: Int) -> Double? {
    (system.byCell[cell]..<system.byCell[cell + 1])
      .filter { units.contains(system.unitOf[$0]) }.map { problem.contributions[$0].value }.max()
  }

  private func leavesNothingNegative(_ witness: Witness) -> Bool {
    zip(witness.cells, witness.shifts).allSatisfy { problem.cells[$0].value + $1 >= 0 }
  }

  /// The units that know the witness to be false, except those that know the cell itself.
  private func breakers(of witness: Witness, protecting centre: Int) -> Set<Int> {
    var units: Set<Int> = []
    for (cell, shift) in zip(witness.cells, witness.shifts) {
      let left = problem.cells[cell].value + shift
      for index in system.byCell[cell]..<system.byCell[cell + 1] {
        let part = problem.contributions[index].value
        if system.isAlone[index] || left < part - 1e-9 * max(1, part) { units.insert(system.unitOf[index]) }
      }
    }
    for index in system.byCell[centre]..<system.byCell[centre + 1] where system.isAlone[index] {
      units.remove(system.unitOf[index])
    }
    return units
  }

  /// Breadths, rounds and closings of the neighbourhoods tried, from small to all there is.
  private static let sizes = [(4, 2, 80), (12, 3, 300), (60, 4, 1000)]

  /// One witness that nobody with this knowledge can exclude; withholds what it changes when it may.
  private mutating func witness(
    _ centre: Int, _ direction: Double, _ margin: Double, _ knowledge: Knowledge, mayWithhold: Bool
  ) -> Witness? {
    var fractional: Witness?
    for (breadth, rounds, closing) in Self.sizes {
      neighbourhood.grow(around: centre, system, breadth: breadth, rounds: rounds, closing: closing) { cell in
        guard !isFixed[cell], !knowledge.known.contains(cell) else { return nil }
        let value = problem.cells[cell].value
        let isSmall = value - (knowledge.floors[cell] ?? 0) < margin
        if isWithheld[cell] { return isSmall ? 0.9 : 0 }
        return mayWithhold ? (isSmall ? 2.4 : 1.5) : nil
      }
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
      for cell in whole.cells { isWithheld[cell] = true }
      return whole
    }
    guard let fractional else { return nil }
    for cell in fractional.cells { isWithheld[cell] = true }
    return fractional
  }

  /// The shifts of the neighbourhood that make up for the centre's, in margins, at least cost.
  private func leastShifts(
    _ centre: Int, _ direction: Double, _ margin: Double, _ knowledge: Knowledge
  ) -> [Double]? {
    let cells = neighbourhood.cells
    let rows = neighbourhood.sums.count
    var matrix = [Double](repeating: 0, count: rows * cells.count)
    var isTouched = [Bool](repeating: false, count: rows)
    var cost = [Double](repeating: 0, count: cells.count)
    var down = [Double](repeating: 0, count: cells.count)
    for (column, cell) in cells.enumerated() {
      for slot in system.sumStarts[cell]..<system.sumStarts[cell + 1] {
        let row = neighbourhood.row(system.sums[slot])
        matrix[row * cells.count + column] += system.signs[slot]
        isTouched[row] = true
      }
      let value = problem.cells[cell].value
      down[column] = (value - (knowledge.floors[cell] ?? 0)) / margin
      cost[column] = isWithheld[cell] ? 1e-3 : rule.cost == .value ? 1 + value : 1
    }
    var rightSide = [Double](repeating: 0, count: rows)
    for slot in system.sumStarts[centre]..<system.sumStarts[centre + 1] {
      let row = neighbourhood.row(system.sums[slot])
      guard isTouched[row] else { return nil }
      rightSide[row] -= system.signs[slot] * direction
    }
    var simplex = BoundedSimplex(
      matrix: matrix, rightSide: rightSide, cost: cost, down: down,
      up: [Double](repeating: .infinity, count: cells.count))
    return simplex.solve()
  }

  /// The witness with whole shifts where cells are counts, itself or twice itself; `nil` when that fails.
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
        let low = knowledge.floors[cell] ?? 0
        holds = holds && problem.cells[cell].value + shift >= low - 1e-9 * max(1, low)
        copy.shifts[slot] = shift
      }
      if holds && balances(copy) { return copy }
    }
    return nil
  }

  /// Whether every sum still holds.
  private func balances(_ witness: Witness) -> Bool {
    var change: [Int: Double] = [:]
    var scale = 1.0
    for (cell, shift) in zip(witness.cells, witness.shifts) {
      scale = max(scale, abs(shift))
      for slot in system.sumStarts[cell]..<system.sumStarts[cell + 1] {
        change[system.sums[slot], default: 0] += system.signs[slot] * shift
      }
    }
    return change.values.allSatisfy { abs($0) <= 1e-7 * scale }
  }
}
