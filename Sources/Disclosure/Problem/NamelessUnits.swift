import Bytes

/// Cells that are equal because of the sums, and legal units that the file does not name.
///
/// A total is equal to its only part that is not empty, and what is equal to the same is equal: along such a chain
/// of sums the legal units are the same ones. A total of one unit has that unit behind each of its parts; where it has
/// at least one, its parts of one unit each may be one unit's or several's, and nobody may learn anything either way.
/// Who holds a part of a cell holds as much of every total above it.
struct NamelessUnits {
  /// For each cell, the representative of its chain of equal cells.
  private let equal: [Int]
  /// For each cell, the representative of the cells that would have the same sole unit.
  private let alone: [Int]
  /// The same for what may be one sole unit.
  private let together: [Int]
  private let units: [Int?]
  private let boundsUnits: [Bool]
  /// Whether what may be one sole unit may be several, by the root in `together`.
  private var isShared: [Bool]
  /// Sums a cell is the total of.
  private var relationsOf: [[Int]]
  private let relations: SparseRelations

  init(_ cells: [DisclosureCell], _ relations: SparseRelations) {
    isShared = Array(repeating: false, count: cells.count)
    self.relations = relations
    relationsOf = Array(repeating: [], count: cells.count)
    let filled = (0..<relations.count).map { relations.parts($0).filter { !cells[$0].isEmpty } }
    var sets = DisjointSets(cells.count)
    for (relation, total) in relations.totals.enumerated() {
      relationsOf[total].append(relation)
      if filled[relation].count == 1 { sets.join(filled[relation][0], to: total) }
    }
    equal = sets.roots()
    let counted = Self.least(equal, cells.map { $0.boundsUnits ? nil : $0.units })
    let fewest = Self.least(equal, cells.map(\.units))
    units = cells.indices.map { counted[$0] ?? fewest[$0] }
    boundsUnits = counted.map { $0 == nil }
    var (lone, possible) = (DisjointSets(cells.count), DisjointSets(cells.count))
    for (total, filled) in zip(relations.totals, filled) where filled.count == 1 || units[total] == 1 {
      for part in filled {
        if filled.count == 1 || !boundsUnits[total] { lone.join(part, to: total) }
        possible.join(part, to: total)
      }
    }
    alone = lone.roots()
    together = possible.roots()
    var first: [Int: Int] = [:]
    for cell in cells.indices {
      if first[together[cell], default: alone[cell]] != alone[cell] { isShared[together[cell]] = true }
      first[together[cell]] = alone[cell]
    }
  }

  /// The cells with what is known of any cell of their chain: the fewest units, and the greatest `largest`.
  func completed(_ cells: [DisclosureCell]) -> [DisclosureCell] {
    let largest = Self.least(equal, cells.map { cell in cell.largest.map { -$0 } })
    return cells.indices.map { index in
      var cell = cells[index]
      guard !cell.isEmpty else { return cell }
      cell.units = units[index]
      cell.boundsUnits = boundsUnits[index]
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
      if units.isEmpty { units = knowing(cell, cells) }
      held[cell] = units
      return units
    }
    var all: [Contribution] = []
    for cell in cells.indices where held[cell] != nil || !cells[cell].isEmpty {
      for (unit, value) in resolve(cell) { all.append(Contribution(unit: unit, cell: cell, value: value)) }
    }
    noteOthers(&all, given, cells)
    for index in all.indices {
      let (one, cell) = (all[index], cells[all[index].cell])
      guard cell.units == 1 else { continue }
      // What others have published beside its own is no part of a unit's.
      all[index].isWhole =
        !cell.boundsUnits || one.unit < Self.name(cells.count) || one.value >= cell.value - 1e-9 * max(1, cell.value)
    }
    return all.sorted { $0.cell != $1.cell ? $0.cell < $1.cell : $0.unit < $1.unit }
  }

  /// What is known of the others' parts, where bounds are published: as given, none beside who is alone, and in a total
  /// what is known of its parts.
  private func noteOthers(_ all: inout [Contribution], _ given: [Contribution], _ cells: [DisclosureCell]) {
    guard cells.contains(where: { $0.known != PublishedBounds.none }) else { return }
    var known = [[Int: ClosedRange<Double>]?](repeating: nil, count: cells.count)
    var ofChain: [Int: Int] = [:]
    for one in given {
      var others = known[one.cell] ?? [:]
      others[one.unit] = one.others
      known[one.cell] = others
      ofChain[equal[one.cell]] = one.cell
    }
    for cell in cells.indices where known[cell] == nil {
      if let source = ofChain[equal[cell]] { known[cell] = known[source] }
    }
    func resolve(_ cell: Int) -> [Int: ClosedRange<Double>] {
      if let known = known[cell] { return known }
      var units: [Int: ClosedRange<Double>] = [:]
      for relation in relationsOf[cell] {
        let parts = relations.parts(relation).filter { !cells[$0].isEmpty }
        let sum = PublishedBounds.Sum(parts.map { cells[$0].known })
        var rests: [Int: PublishedBounds.Sum] = [:]
        for part in parts {
          for (unit, others) in resolve(part) {
            var rest = rests[unit] ?? sum
            rest.replace(cells[part].known, with: others)
            rests[unit] = rest
          }
        }
        for (unit, rest) in rests { units[unit] = rest.low...rest.high }
      }
      if units.isEmpty, cells[cell].units == 1 { for unit in knowing(cell, cells).keys { units[unit] = 0...0 } }
      known[cell] = units
      return units
    }
    for index in all.indices { all[index].others = resolve(all[index].cell)[all[index].unit] ?? PublishedBounds.none }
  }

  /// Units without a name, which have numbers below zero.
  ///
  /// Where several sole units may be one, each is there, and the one they may be.
  private func knowing(_ index: Int, _ cells: [DisclosureCell]) -> [Int: Double] {
    let cell = cells[index]
    guard let units = cell.units, units > 0 else { return [:] }
    switch units {
    case 1 where isShared[together[index]]:
      return [Self.name(alone[index]): cell.value, Self.name(cells.count + together[index]) - 1: cell.value]
    case 1: return [Self.name(alone[index]): cell.value]
    case 2:
      let first = cell.largest ?? cell.value
      return [Self.name(equal[index]): first, Self.name(equal[index]) - 1: cell.value - first]
    default: return [Self.name(equal[index]): cell.largest ?? cell.value]
    }
  }

  /// A unit without a name, and one less for another, of each root; those beyond the cells are what may be one unit.
  private static func name(_ root: Int) -> Int { -2 * root - 1 }

  /// For each cell the least value known in its chain.
  private static func least<Number: Comparable>(_ roots: [Int], _ values: [Number?]) -> [Number?] {
    var least = [Number?](repeating: nil, count: values.count)
    for (root, value) in zip(roots, values) {
      guard let value else { continue }
      least[root] = least[root].map { min($0, value) } ?? value
    }
    return roots.map { least[$0] }
  }
}
