import Bytes
import Disclosure
import Territory

/// The cells of one measure and the sums between them, alone or together with those of the measure
/// of the whole economy that it is a part of.
struct DisclosureSystem {
  private(set) var problem: DisclosureProblem
  /// Indices of the table's counts, each with its cell; several counts may share a cell.
  private(set) var cellOfCount: [(index: Int, cell: Int)] = []

  /// - Parameters:
  ///   - positions: positions of the measures in the table's series, the measure of the whole economy last.
  ///   - fate: the fate that an earlier plan gave a count of the table, by
  ///     its index; `nil` for an unknown count.
  init(_ table: AreaTable, series positions: [Int], fate: (Int) -> DisclosurePlan.Fate? = { _ in nil }) throws(Problem)
  {
    var builder = DisclosureBuilder(table)
    var tables: [DisclosureBuilder.SeriesCells] = []
    for position in positions { tables.append(try builder.append(position, fate)) }
    if positions.count == 2 { builder.appendOthers(of: tables[1], beside: tables[0]) }
    cellOfCount = builder.cellOfCount
    problem = try DisclosureProblem(
      cells: builder.cells, relations: builder.relations, contributions: builder.contributions)
  }
}

/// Gathers the cells of a system.
struct DisclosureBuilder {
  let table: AreaTable
  private(set) var cells: [DisclosureCell] = []
  var relations = SparseRelations()
  private(set) var contributions: [Contribution] = []
  private(set) var cellOfCount: [(index: Int, cell: Int)] = []
  private var units: [String: Int] = [:]
  private let pieces: [Int]

  /// The positions of the cells of a measure.
  struct SeriesCells {
    let position: Int
    let isPublished: Bool
    /// The family of each column; only `all` for a measure of the whole economy.
    let families: [Family]
    let columns: [[Tally.Entry]]
    let isCount: Bool
    /// For each family, the cell of each piece that has a number.
    fileprivate(set) var cellOfPiece: [[Int: Int]]
    /// For each family, the cell of each area that has a number; areas of the same communes share a cell.
    fileprivate(set) var cellOfArea: [[Int: Int]]

    var all: Int? { families.firstIndex(of: .all) }
  }

  init(_ table: AreaTable) {
    self.table = table
    pieces = Set(table.areas.flatMap(\.pieces)).sorted()
  }

  mutating func contribute(_ holders: [String: Double], to cell: Int) {
    for (unit, value) in holders.sorted(by: { $0.key < $1.key }) {
      let number = units[unit] ?? units.count
      units[unit] = number
      contributions.append(Contribution(unit: number, cell: cell, value: value))
    }
  }

  /// The units that hold all of a cell.
  mutating func contribute(_ holdings: [String: Tally.Holding], to cell: Int) {
    let others = Tally.Holding.others(of: holdings)
    let first = contributions.count
    contribute(holdings.mapValues(\.value), to: cell)
    for (place, unit) in zip(first..<contributions.count, holdings.keys.sorted()) {
      contributions[place].others = others[unit] ?? PublishedBounds.none
    }
  }

  mutating func append(_ cell: DisclosureCell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  /// Appends the cells of a measure and the sums over its areas and families.
  mutating func append(_ position: Int, _ fate: (Int) -> DisclosurePlan.Fate?) throws(Problem) -> SeriesCells {
    let measure = table.series(at: position).measure
    // A measure of the whole economy has no families: its only column stands for all of them.
    let families = measure.isOfEverybody ? [Family.all] : table.families
    let columns = families.map { AreaTable.column(table.tally, table.series[position], $0) }
    let isPublished = table.isTakenAsPublished(position)
    var made = SeriesCells(
      position: position, isPublished: isPublished, families: families, columns: columns,
      isCount: columns.allSatisfy { column in
        // What legal units have may have decimals that their sum happens to lack.
        column.allSatisfy { entry in
          ([entry.cell.value ?? 0] + entry.contributors.map(\.held.value)).allSatisfy { $0 == $0.rounded() }
        }
      }, cellOfPiece: families.map { _ in [:] }, cellOfArea: families.map { _ in [:] })
    for family in families.indices {
      let name = measure.isOfEverybody ? measure.id : families[family].rawValue
      for piece in pieces {
        let entry = columns[family][piece]
        guard let value = entry.cell.value else { continue }
        let cell = append(
          DisclosureCell(
            id: table.tally.mesh.pieces[piece].code + " " + name, value: value, units: entry.units,
            largest: entry.largest, isCount: made.isCount,
            standing: isPublished || entry.isPublished ? .published : .hidden, known: entry.known))
        made.cellOfPiece[family][piece] = cell
        if entry.isNamed { contribute(entry.holdings, to: cell) } else { contribute(entry.holders, to: cell) }
      }
      var cellOfPieces: [[Int]: Int] = [:]
      for (area, place) in table.areas.enumerated() {
        let indices = table.families.indices.filter { measure.isOfEverybody || $0 == family }.map {
          table.index(area: area, series: position, family: $0)
        }
        let count = table.counts[indices[0]]
        guard let value = count.cell.value else { continue }
        let entries = place.pieces.map { columns[family][$0] }
        var standing = DisclosureCell.Standing.open
        switch indices.compactMap(fate).first {
        case .published: standing = .published
        case .complementary: standing = .withheld
        case .primary, .hidden, nil: break
        }
        if isPublished || entries.allSatisfy(\.isPublished) { standing = .published }
        let own = place.pieces.count == 1 ? made.cellOfPiece[family][place.pieces[0]] : nil
        let cell: Int
        if let known = cellOfPieces[place.pieces] ?? own {
          cell = known
          if cells[cell].standing == .hidden { cells[cell].standing = standing }
        } else {
          cell = append(
            DisclosureCell(
              id: place.level.rawValue + " " + place.code + " " + name, value: value, units: count.units,
              boundsUnits: count.boundsUnits, largest: count.largest, isCount: made.isCount, standing: standing))
          relations.append(total: cell, parts: place.pieces.compactMap { made.cellOfPiece[family][$0] })
          if entries.allSatisfy(\.isNamed) {
            var holdings: [String: Tally.Holding] = [:]
            for entry in entries { holdings.merge(entry.holdings, uniquingKeysWith: +) }
            contribute(holdings, to: cell)
          }
          cellOfPieces[place.pieces] = cell
        }
        made.cellOfArea[family][area] = cell
        for index in indices { cellOfCount.append((index, cell)) }
      }
    }
    try appendRests(made)
    return made
  }
}
