import Bytes
import Territory

/// The cells of one measure and the sums between them.
struct DisclosureSystem {
  private(set) var problem: DisclosureProblem
  /// Positions in the table's counts with the cell of each; several may share one.
  private(set) var cellOfCount: [(index: Int, cell: Int)] = []
  let isTakenAsPublished: Bool

  /// The series whose legal units speak for this one: a file that counts the units of one magnitude has not had
  /// another of them published; what is of everybody, such as all salaried jobs, stands alone.
  private static func related(_ table: AreaTable, _ position: Int) -> [Int] {
    func isOfUnits(_ measure: Measure) -> Bool { measure.isMagnitude && !measure.isOfEverybody }
    guard isOfUnits(table.series(at: position).measure) else { return [position] }
    return table.series.indices.filter { isOfUnits(table.series(at: $0).measure) }
  }

  private static func saysUnits(_ table: AreaTable, series position: Int) -> Bool {
    table.families.contains { family in
      AreaTable.column(table.tally, table.series[position], family)
        .contains { $0.units != nil && $0.cell.value != nil }
    }
  }

  init(_ table: AreaTable, series position: Int) throws(Problem) {
    let columns = table.families.map { AreaTable.column(table.tally, table.series[position], $0) }
    let hasFamilies = !table.series(at: position).measure.isOfEverybody
    isTakenAsPublished = !Self.related(table, position).contains { Self.saysUnits(table, series: $0) }
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
      let others = table.tally.observations.familiesPresent.filter { !table.families.contains($0) }
        .map { AreaTable.column(table.tally, table.series[position], $0) }
      /// Appends what is left of a total beside the families known of it; `nil` when that is nothing.
      func appendRest(_ total: Int, known: [Int], value: Double, _ holders: [String: Double]) throws(Problem)
        -> Int?
      {
        let least = 1e-9 * max(1, cells[total].value)
        guard value >= -least else {
          throw Problem(
            .badData, file: table.tally.observations.path, at: Text(same: cells[total].id),
            Text(
              "les familles font plus que leur total", "the families add up to more than their total"),
            fix: Text("corrigez le total ou les familles", "correct the total or the families"))
        }
        guard value > least else {
          relations.append(total: total, parts: known)
          return nil
        }
        let cell = cells.count
        let named = holders.values.reduce(0, +)
        let areAllNamed = abs(named - value) <= least
        if named <= value + least { contribute(holders.mapValues { min($0, value) }, to: cell) }
        cells.append(
          DisclosureCell(
            id: cells[total].id + " (rest)", value: value, units: areAllNamed ? holders.count : nil,
            largest: areAllNamed ? holders.values.max() : nil, isCount: isCount, standing: .hidden))
        relations.append(total: total, parts: known + [cell])
        return cell
      }
      var restOfPiece: [Int: Int] = [:]
      var holdersOfRest: [Int: [String: Double]] = [:]
      for (piece, total) in cellOfPiece[all].sorted(by: { $0.key < $1.key }) {
        let families = parts.filter { cellOfPiece[$0][piece] != nil }
        guard !families.isEmpty else { continue }
        let known = families.map { cellOfPiece[$0][piece]! }
        let holders = Self.rest(
          of: columns[all][piece], less: families.map { columns[$0][piece] }, others.map { $0[piece] })
        holdersOfRest[piece] = holders
        restOfPiece[piece] = try appendRest(
          total, known: known, value: cells[total].value - known.reduce(0) { $0 + cells[$1].value }, holders)
      }
      for (area, total) in cellOfArea[all].sorted(by: { $0.key < $1.key }) {
        let pieces = table.areas[area].pieces
        let known = parts.compactMap { cellOfArea[$0][area] }
        guard !known.isEmpty, pieces.count != 1 || cellOfPiece[all][pieces[0]] != total else { continue }
        // What communes have left, and the families of which the area lacks a commune.
        let unknown = parts.filter { cellOfArea[$0][area] == nil }
        var left: [Int] = []
        var holders: [String: Double] = [:]
        for piece in pieces {
          if let rest = restOfPiece[piece] { left.append(rest) }
          holders.merge(holdersOfRest[piece] ?? [:], uniquingKeysWith: +)
          for family in unknown {
            guard let cell = cellOfPiece[family][piece] else { continue }
            left.append(cell)
            holders.merge(Self.holders(columns[family][piece]), uniquingKeysWith: +)
          }
        }
        let value = left.reduce(0) { $0 + cells[$1].value }
        if let rest = try appendRest(total, known: known, value: value, holders) {
          relations.append(total: rest, parts: left)
        }
      }
    }
    problem = try DisclosureProblem(cells: cells, relations: relations, contributions: contributions)
  }

  private static func holders(_ entry: Tally.Entry) -> [String: Double] {
    entry.contributors.reduce(into: [:]) { if $1.value > 0 { $0[$1.unit, default: 0] += $1.value } }
  }

  /// Named units of what is left of a total beside the families known of it: the total's less theirs, else those
  /// of the other families.
  private static func rest(
    of total: Tally.Entry, less families: [Tally.Entry], _ others: [Tally.Entry]
  ) -> [String: Double] {
    var holders = holders(total)
    guard !holders.isEmpty, families.allSatisfy({ !$0.contributors.isEmpty || $0.cell.value == 0 }) else {
      return others.reduce(into: [:]) { $0.merge(Self.holders($1), uniquingKeysWith: +) }
    }
    for family in families {
      for (unit, value) in Self.holders(family) { holders[unit, default: 0] -= value }
    }
    return holders.filter { $0.value > 1e-9 * max(1, total.cell.value ?? 0) }
  }
}
