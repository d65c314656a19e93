import Bytes
import Territory

/// What disclosure control did to one measure of a table.
public struct ProtectedMeasure: Sendable {
  public let measure: Measure
  public let problem: DisclosureProblem
  public let plan: DisclosurePlan
  /// No row says how many legal units it counts: the source is taken to have published its values.
  public let isTakenAsPublished: Bool
  /// Some area's legal units are bounded, not counted: the file does not name them.
  public let boundsUnits: Bool
}

extension AreaTable {
  /// Withholds what may not be said, and what would let it be computed, of every measure that is protected: after
  /// this the table holds no number of a cell withheld.
  ///
  /// The outsider knows every cell of the table, at all levels and families together, and how areas and families
  /// add up. Communes that are not rows are unknowns of the same system. Throws 65 when families add up to more
  /// than all of them.
  public mutating func protect(_ rule: DisclosureRule) throws(Problem) -> [ProtectedMeasure] {
    var done: [ProtectedMeasure] = []
    for position in series.indices where isProtected(series(at: position).measure) {
      let system = try DisclosureSystem(self, series: position)
      let plan = DisclosurePlan(system.problem, rule: rule)
      let boundsUnits = system.cellOfCount.contains { counts[$0.index].boundsUnits }
      for (index, cell) in system.cellOfCount where plan.isWithheld(cell) { counts[index].withhold() }
      done.append(
        ProtectedMeasure(
          measure: series(at: position).measure, problem: system.problem, plan: plan,
          isTakenAsPublished: system.isTakenAsPublished, boundsUnits: boundsUnits))
    }
    return done
  }
}

extension AreaCount {
  /// Forgets the number and whatever it could be told from.
  mutating func withhold() {
    cell = .secret
    known = 0
    units = nil
    largest = nil
    lineCount = 0
    firstLine = 0
    lastLine = 0
  }
}

/// The cells of one measure and the sums between them.
struct DisclosureSystem {
  private(set) var problem: DisclosureProblem
  /// Positions in the table's counts with the cell of each; several may share one.
  private(set) var cellOfCount: [(index: Int, cell: Int)] = []
  let isTakenAsPublished: Bool

  init(_ table: AreaTable, series position: Int) throws(Problem) {
    let columns = table.families.map { AreaTable.column(table.tally, table.series[position], $0) }
    let hasFamilies = !table.series(at: position).measure.isOfEverybody
    isTakenAsPublished = !columns.contains { $0.contains { $0.units != nil && $0.cell.value != nil } }
    let open = isTakenAsPublished ? DisclosureCell.Standing.published : .open
    let isCount = columns.allSatisfy { column in
      column.allSatisfy { ($0.cell.value ?? 0) == ($0.cell.value ?? 0).rounded() }
    }
    var cells: [DisclosureCell] = []
    var relations = SparseRelations()
    var contributions: [Contribution] = []
    var units: [String: Int] = [:]
    var cellOfPiece = table.families.map { _ in [Int: Int]() }
    var cellOfArea = table.families.map { _ in [Int: Int]() }

    func contribute(_ holders: [String: Double], to cell: Int) {
      for (unit, value) in holders.sorted(by: { $0.key < $1.key }) where value > 0 {
        let number = units[unit] ?? units.count
        units[unit] = number
        contributions.append(Contribution(unit: number, cell: cell, value: value))
      }
    }
    for family in table.families.indices {
      let name = table.families[family].rawValue
      for piece in Set(table.areas.flatMap(\.pieces)).sorted() {
        let entry = columns[family][piece]
        guard let value = entry.cell.value else { continue }
        cellOfPiece[family][piece] = cells.count
        contribute(Self.holders(entry), to: cells.count)
        cells.append(
          DisclosureCell(
            id: table.tally.mesh.pieces[piece].code + " " + name, value: value, units: entry.units,
            largest: entry.largest, isCount: isCount, standing: isTakenAsPublished ? .published : .hidden))
      }
      for (area, place) in table.areas.enumerated() {
        let index = table.index(area: area, series: position, family: family)
        guard let value = table.counts[index].cell.value else { continue }
        if place.pieces.count == 1, let cell = cellOfPiece[family][place.pieces[0]] {
          cells[cell].standing = open
          cellOfArea[family][area] = cell
          cellOfCount.append((index, cell))
          continue
        }
        let cell = cells.count
        cellOfArea[family][area] = cell
        cellOfCount.append((index, cell))
        relations.append(total: cell, parts: place.pieces.compactMap { cellOfPiece[family][$0] })
        let entries = place.pieces.map { columns[family][$0] }
        if entries.allSatisfy({ !$0.contributors.isEmpty || $0.cell.value == 0 }) {
          var holders: [String: Double] = [:]
          for entry in entries { holders.merge(Self.holders(entry), uniquingKeysWith: +) }
          contribute(holders, to: cell)
        }
        cells.append(
          DisclosureCell(
            id: place.level.rawValue + " " + place.code + " " + name, value: value,
            units: table.counts[index].units, largest: table.counts[index].largest, isCount: isCount,
            standing: open))
      }
    }
    if hasFamilies, let all = table.families.firstIndex(of: .all), table.families.count > 1 {
      let parts = table.families.indices.filter { $0 != all }
      for cellOf in [cellOfPiece, cellOfArea] {
        for (key, total) in cellOf[all].sorted(by: { $0.key < $1.key }) {
          let known = parts.compactMap { cellOf[$0][key] }
          guard !known.isEmpty else { continue }
          let rest = cells[total].value - known.reduce(0) { $0 + cells[$1].value }
          guard rest >= -1e-9 * max(1, cells[total].value) else {
            throw Problem(
              .badData, file: table.tally.observations.path, at: Text(same: cells[total].id),
              Text("les familles font plus que leur total", "the families add up to more than their total"),
              fix: Text("corrigez le total ou les familles", "correct the total or the families"))
          }
          if known.count == parts.count, rest <= 1e-9 * max(1, cells[total].value) {
            relations.append(total: total, parts: known)
          } else {
            cells.append(
              DisclosureCell(
                id: cells[total].id + " (rest)", value: max(0, rest), units: nil, largest: nil,
                isCount: isCount,
                standing: .hidden))
            relations.append(total: total, parts: known + [cells.count - 1])
          }
        }
      }
    }
    problem = try DisclosureProblem(cells: cells, relations: relations, contributions: contributions)
  }

  private static func holders(_ entry: Tally.Entry) -> [String: Double] {
    entry.contributors.reduce(into: [:]) { $0[$1.unit, default: 0] += $1.value }
  }
}
