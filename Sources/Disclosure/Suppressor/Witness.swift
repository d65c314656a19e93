/// Another table that agrees with everything published and gives the protected cell a value far enough from the
/// true one: the cells that differ, and by how much. As long as it stands, no arithmetic can exclude it.
struct Witness {
  var cells: [Int]
  var shifts: [Double]
  /// +1 when the protected cell is higher than in truth, −1 when lower.
  var direction: Double
  /// The only legal unit that it stands against, when it shifts the protected
  /// cell by less than the public must doubt.
  var onlyFor: Int?

  /// Whether it moves a cell that far its way.
  func reaches(_ margin: Double, in cell: Int) -> Bool {
    let shift = cells.firstIndex(of: cell).map { shifts[$0] } ?? 0
    return shift * direction >= margin - 1e-9 * max(1, margin)
  }

  /// The same with every shift the other way.
  var opposite: Witness { Witness(cells: cells, shifts: shifts.map { -$0 }, direction: -direction, onlyFor: nil) }
}

/// What a set of legal units knows together beside what everybody does: bounds of cells, and cells known exactly.
struct Knowledge {
  private var bounds: [Int: ClosedRange<Double>] = [:]
  private(set) var known: Set<Int> = []

  static let ofThePublic = Knowledge()

  /// Number of legal units that share their knowledge; 0 for the public.
  var units = 0

  init() {}

  init(_ units: [Int], _ problem: DisclosureProblem, _ system: LinkedSystem) {
    self.units = units.count
    for unit in units {
      for index in system.ofUnit[unit] {
        let one = problem.contributions[index]
        if system.isAlone[index] {
          known.insert(one.cell)
        } else {
          let own = one.range(in: problem.cells[one.cell])
          bounds[one.cell] = bounds[one.cell].map { $0.clamped(to: own) } ?? own
        }
      }
    }
  }

  /// What the cell may be.
  func range(_ cell: Int, _ problem: DisclosureProblem) -> ClosedRange<Double> {
    bounds[cell] ?? problem.cells[cell].known
  }
}
