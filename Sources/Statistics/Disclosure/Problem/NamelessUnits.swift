/// Cells that are one number whoever looks, and legal units nobody names.
///
/// A total is equal to its only part that is not empty, and what is equal to the same is equal: along such a chain
/// of sums the legal units are the same ones. A total of one unit has that unit behind each of its parts; one of
/// two units that is the sum of two cells of one has theirs.
struct NamelessUnits {
  /// A cell of the same value and legal units for each cell, the same for all of a chain.
  private var equal: [Int]
  /// The same for the sole unit of a cell.
  private var alone: [Int]
  /// The two cells of one unit each that a cell of two units is the sum of, by `equal`.
  private var pairs: [Int: [Int]] = [:]

  init(_ cells: [DisclosureCell], _ relations: SparseRelations) {
    equal = Array(cells.indices)
    alone = equal
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
    for relation in 0..<relations.count {
      let total = relations.totals[relation]
      let filled = relations.parts(relation).filter { !cells[$0].isEmpty }
      guard fewest[total] == 2, filled.count == 2, filled.allSatisfy({ fewest[$0] == 1 }) else { continue }
      pairs[equal[total]] = filled
    }
  }

  /// The cells with what is known of any cell of their chain: the fewest units, and the largest part.
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

  /// The contributions given, those of the same chain, and those that follow from one or two units, sorted.
  func completed(_ given: [Contribution], _ cells: [DisclosureCell]) -> [Contribution] {
    var sources = [Int](repeating: -1, count: cells.count)
    var known = [Bool](repeating: false, count: cells.count)
    for one in given {
      known[one.cell] = true
      if sources[equal[one.cell]] < 0 { sources[equal[one.cell]] = one.cell }
    }
    var all = given
    var ofSource: [Int: [Contribution]] = [:]
    for one in given where sources[equal[one.cell]] == one.cell { ofSource[one.cell, default: []].append(one) }
    for (index, cell) in cells.enumerated() where !known[index] && !cell.isEmpty {
      let source = sources[equal[index]]
      if source >= 0 {
        for one in ofSource[source] ?? [] {
          all.append(Contribution(unit: one.unit, cell: index, value: one.value))
        }
        continue
      }
      guard let units = cell.units, units == 1 || units == 2 else { continue }
      if units == 2, let pair = pairs[equal[index]] {
        for part in pair {
          all.append(Contribution(unit: -2 * alone[part] - 1, cell: index, value: cells[part].value))
        }
        continue
      }
      let name = -2 * (units == 1 ? alone[index] : equal[index]) - 1
      let first = units == 1 ? cell.value : cell.largest ?? cell.value
      all.append(Contribution(unit: name, cell: index, value: first))
      if units == 2 { all.append(Contribution(unit: name - 1, cell: index, value: cell.value - first)) }
    }
    return all.sorted { $0.cell != $1.cell ? $0.cell < $1.cell : $0.unit < $1.unit }
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
