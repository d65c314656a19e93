/// Cells that are equal because of the sums, and legal units that the file does not name.
///
/// A total equals its only part that is not empty. All cells along a chain of such sums are equal and have the
/// same legal units. When a total has one unit, that unit is behind each of its parts. A unit that holds a part
/// of a cell holds at least as much of every total above it.
struct NamelessUnits {
  /// For each cell, the representative of its chain of equal cells.
  private var equal: [Int]
  /// For each cell, the representative of the cells that would have the same sole unit.
  private var alone: [Int]
  /// The sums of which each cell is the total.
  private var relationsOf: [[Int]]
  private let relations: SparseRelations

  init(_ cells: [DisclosureCell], _ relations: SparseRelations) {
    equal = Array(cells.indices)
    alone = equal
    self.relations = relations
    relationsOf = Array(repeating: [], count: cells.count)
    for relation in 0..<relations.count { relationsOf[relations.totals[relation]].append(relation) }
    for relation in 0..<relations.count {
      let total = relations.totals[relation]
      let filled = relations.parts(relation).filter { !cells[$0].isEmpty }
      guard let first = filled.first else { continue }
      if filled.count == 1 { Self.join(first, total, &equal) }
    }
    let fewest = Self.least(equal, cells.map(\.units))
    for relation in 0..<relations.count {
      let total = relations.totals[relation]
      let filled = relations.parts(relation).filter { !cells[$0].isEmpty }
      guard filled.count == 1 || fewest[total] == 1 else { continue }
      for part in filled { Self.join(part, total, &alone) }
    }
    for cell in cells.indices {
      equal[cell] = Self.root(cell, &equal)
      alone[cell] = Self.root(cell, &alone)
    }
  }

  /// The cells with what is known of any cell of their chain: the fewest units, and the greatest `largest`.
  func completed(_ cells: [DisclosureCell]) -> [DisclosureCell] {
    let units = Self.least(equal, cells.map(\.units))
    let largest = Self.least(equal, cells.map { cell in cell.largest.map { -$0 } })
    return cells.indices.map { index in
      var cell = cells[index]
      guard !cell.isEmpty else { return cell }
      cell.units = units[index]
      cell.largest = largest[index].map { -$0 }
      return cell
    }
  }

  /// The given contributions, completed for the other cells: from the chain, from the parts of a
  /// total, or else with the nameless units that know most of a cell (its only one, its two, or
  /// its largest). Sorted by cell, then unit.
  func completed(_ given: [Contribution], _ cells: [DisclosureCell]) -> [Contribution] {
    var held = [[Int: Double]?](repeating: nil, count: cells.count)
    var ofChain: [Int: Int] = [:]
    for one in given {
      held[one.cell] = (held[one.cell] ?? [:]).merging([one.unit: one.value], uniquingKeysWith: +)
      if ofChain[equal[one.cell]] == nil { ofChain[equal[one.cell]] = one.cell }
    }
    for cell in cells.indices where held[cell] == nil && !cells[cell].isEmpty {
      if let source = ofChain[equal[cell]] { held[cell] = held[source] }
    }
    func resolve(_ cell: Int) -> [Int: Double] {
      if let known = held[cell] { return known }
      var units: [Int: Double] = [:]
      for relation in relationsOf[cell] {
        var sum: [Int: Double] = [:]
        for part in relations.parts(relation) where !cells[part].isEmpty {
          sum.merge(resolve(part), uniquingKeysWith: +)
        }
        units.merge(sum, uniquingKeysWith: max)
      }
      if units.isEmpty { units = knowing(cell, cells[cell]) }
      held[cell] = units
      return units
    }
    var all: [Contribution] = []
    for cell in cells.indices where held[cell] != nil || !cells[cell].isEmpty {
      for (unit, value) in resolve(cell) { all.append(Contribution(unit: unit, cell: cell, value: value)) }
    }
    return all.sorted { $0.cell != $1.cell ? $0.cell < $1.cell : $0.unit < $1.unit }
  }

  /// The nameless units of a cell with their values; their numbers are below zero.
  private func knowing(_ index: Int, _ cell: DisclosureCell) -> [Int: Double] {
    guard let units = cell.units, units > 0 else { return [:] }
    let name = -2 * (units == 1 ? alone[index] : equal[index]) - 1
    let first = units == 1 ? cell.value : cell.largest ?? cell.value
    return units == 2 ? [name: first, name - 1: cell.value - first] : [name: first]
  }

  /// For each cell the least value known in its chain.
  private static func least<Number: Comparable>(_ parent: [Int], _ values: [Number?]) -> [Number?] {
    var parent = parent
    var least = [Number?](repeating: nil, count: values.count)
    let roots = values.indices.map { root($0, &parent) }
    for (cell, value) in values.enumerated() {
      guard let value else { continue }
      least[roots[cell]] = least[roots[cell]].map { min($0, value) } ?? value
    }
    return roots.map { least[$0] }
  }

  private static func root(_ cell: Int, _ parent: inout [Int]) -> Int {
    var cell = cell
    while parent[cell] != cell {
      parent[cell] = parent[parent[cell]]
      cell = parent[cell]
    }
    return cell
  }

  private static func join(_ one: Int, _ other: Int, _ parent: inout [Int]) {
    parent[root(one, &parent)] = root(other, &parent)
  }
}
