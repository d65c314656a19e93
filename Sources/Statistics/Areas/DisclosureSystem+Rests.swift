import Bytes
import Disclosure
import Territory

extension DisclosureBuilder {
  /// Appends what the known families leave of their total, as cells that are not published.
  mutating func appendRests(_ series: SeriesCells) throws(Problem) {
    guard let all = series.all, series.families.count > 1 else { return }
    let parts = series.families.indices.filter { $0 != all }
    let columns = series.columns
    let others = table.tally.observations.familiesPresent.filter { !series.families.contains($0) }.map {
      AreaTable.column(table.tally, table.series[series.position], $0)
    }
    var restOfPiece: [Int: Int] = [:]
    var holdersOfRest: [Int: [String: Double]] = [:]
    for (piece, total) in series.cellOfPiece[all].sorted(by: { $0.key < $1.key }) {
      let families = parts.filter { series.cellOfPiece[$0][piece] != nil }
      guard !families.isEmpty else { continue }
      let known = families.map { series.cellOfPiece[$0][piece]! }
      let holders = Self.rest(
        of: columns[all][piece], less: families.map { columns[$0][piece] }, others.map { $0[piece] })
      holdersOfRest[piece] = holders
      let rest = columns[all][piece].rest(beside: families.map { columns[$0][piece] })
      restOfPiece[piece] = try appendRest(
        total, known: known, value: cells[total].value - known.reduce(0) { $0 + cells[$1].value }, holders,
        units: rest?.units, largest: rest?.largest)
    }
    var seen = Set(series.cellOfPiece[all].values)
    for (area, total) in series.cellOfArea[all].sorted(by: { $0.key < $1.key }) where seen.insert(total).inserted {
      let pieces = table.areas[area].pieces
      let known = parts.compactMap { series.cellOfArea[$0][area] }
      // What communes have left, and the families of which the area lacks a commune.
      let unknown = parts.filter { series.cellOfArea[$0][area] == nil }
      var left = pieces.compactMap { restOfPiece[$0] }
      var holders: [String: Double] = [:]
      for piece in pieces { holders.merge(holdersOfRest[piece] ?? [:], uniquingKeysWith: +) }
      if left.count > 1, !unknown.isEmpty {
        // Together these are one number too, which communes' families may tell.
        left = [appendSum(of: left, holders, cells[total].id + " (rests)")]
      }
      guard !known.isEmpty else { continue }
      for piece in pieces {
        for family in unknown {
          guard let cell = series.cellOfPiece[family][piece] else { continue }
          left.append(cell)
          holders.merge(columns[family][piece].holders, uniquingKeysWith: +)
        }
      }
      let value = left.reduce(0) { $0 + cells[$1].value }
      // Units without a name may be the same one in all cells.
      let units = left.reduce(Int?.some(0)) { most, cell in
        most.flatMap { most in cells[cell].units.map { max(most, $0) } }
      }
      let largest = left.reduce(Double?.some(0)) { sum, cell in
        sum.flatMap { sum in cells[cell].largest.map { sum + $0 } }
      }
      if let rest = try appendRest(
        total, known: known, value: value, holders, units: units,
        boundsUnits: left.count > 1 || left.contains { cells[$0].boundsUnits }, largest: largest.map { min($0, value) })
      {
        relations.append(total: rest, parts: left)
      }
    }
  }

  /// Appends a cell nobody publishes that others, whose units may be the same, add up to.
  private mutating func appendSum(of parts: [Int], _ holders: [String: Double], _ id: String) -> Int {
    let value = parts.reduce(0) { $0 + cells[$1].value }
    let named = holders.values.reduce(0, +)
    let areAllNamed = abs(named - value) <= 1e-9 * max(1, value)
    let units = parts.compactMap { cells[$0].units }
    let largest = parts.compactMap { cells[$0].largest }
    let cell = append(
      DisclosureCell(
        id: id, value: value, units: areAllNamed ? holders.count : units.count == parts.count ? units.max() : nil,
        boundsUnits: !areAllNamed,
        largest: areAllNamed
          ? holders.values.max() : largest.count == parts.count ? min(value, largest.reduce(0, +)) : nil,
        isCount: cells[parts[0]].isCount,
        standing: parts.allSatisfy { cells[$0].standing == .published } ? .published : .hidden))
    if areAllNamed { contribute(holders.mapValues { min($0, value) }, to: cell) }
    relations.append(total: cell, parts: parts)
    return cell
  }

  /// Appends what is left of a total beside the families known of it; `nil` when that is nothing.
  private mutating func appendRest(
    _ total: Int, known: [Int], value: Double, _ holders: [String: Double], units: Int?, boundsUnits: Bool = false,
    largest: Double?
  ) throws(Problem) -> Int? {
    let least = 1e-9 * max(1, cells[total].value)
    guard value >= -least else {
      throw Problem(
        .badData, file: table.tally.observations.path, at: Text(same: cells[total].id), Text.familiesExceedTheirTotal,
        fix: Text.correctTotalOrFamilies)
    }
    // Units named with 0 that are in none of the families are there still.
    let areNamedZeros = !holders.isEmpty && holders.values.allSatisfy { $0 <= least }
    guard value > least || areNamedZeros else {
      relations.append(total: total, parts: known)
      return nil
    }
    let value = max(0, value)
    let named = holders.values.reduce(0, +)
    let areAllNamed = abs(named - value) <= least
    let isPublished = (known + [total]).allSatisfy { cells[$0].standing == .published }
    let cell = append(
      DisclosureCell(
        id: cells[total].id + " (rest)", value: value, units: areAllNamed ? holders.count : units,
        boundsUnits: boundsUnits && !areAllNamed, largest: areAllNamed ? holders.values.max() : largest,
        isCount: cells[total].isCount, standing: isPublished ? .published : .hidden))
    if named <= value + least { contribute(holders.mapValues { min($0, value) }, to: cell) }
    relations.append(total: total, parts: known + [cell])
    return cell
  }

  /// Named units of what known families leave of a total: the units of the total less those of the families,
  /// or else the units of the other families.
  private static func rest(of total: Tally.Entry, less families: [Tally.Entry], _ others: [Tally.Entry]) -> [String:
    Double]
  {
    guard total.isNamed, !total.contributors.isEmpty, families.allSatisfy(\.isNamed) else {
      return others.reduce(into: [:]) { $0.merge($1.holders, uniquingKeysWith: +) }
    }
    return total.holders(beside: families)
  }

  /// Appends what a measure of the whole economy counts outside the ESS, as cells that are not published: its
  /// value less the cell of all families, or else less the known families.
  ///
  /// Where the ESS has more than the whole economy, the two do not count the same thing, and no sum ties them.
  mutating func appendOthers(of everybody: SeriesCells, beside ess: SeriesCells) {
    let parts = ess.families.indices.filter { $0 != ess.all }
    var entries = [Tally.Entry](repeating: Tally.Entry(), count: table.tally.mesh.pieces.count)
    var cellOfPiece: [Int: Int] = [:]
    let isCount = everybody.isCount && ess.isCount
    let name = " " + table.series(at: everybody.position).measure.id + " (rest)"
    func standing(_ ingredients: [Int], units: Int?) -> DisclosureCell.Standing {
      if ingredients.allSatisfy({ cells[$0].standing == .published }) { return .published }
      return everybody.isPublished && units == nil ? .unknown : .hidden
    }
    for (piece, total) in everybody.cellOfPiece[0].sorted(by: { $0.key < $1.key }) {
      let all = ess.all.flatMap { ess.cellOfPiece[$0][piece] }
      let families = parts.filter { ess.cellOfPiece[$0][piece] != nil }
      let known = all.map { [$0] } ?? families.map { ess.cellOfPiece[$0][piece]! }
      let columns = all == nil ? families : [ess.all!]
      guard !known.isEmpty, let rest = everybody.columns[0][piece].rest(beside: columns.map { ess.columns[$0][piece] }),
        let value = rest.cell.value
      else { continue }
      if all != nil { entries[piece] = rest }
      guard value > 0 || (rest.units ?? 0) > 0 else {
        relations.append(total: total, parts: known)
        continue
      }
      let cell = append(
        DisclosureCell(
          id: table.tally.mesh.pieces[piece].code + name, value: value, units: rest.units, largest: rest.largest,
          isCount: isCount, standing: standing(known + [total], units: rest.units)))
      contribute(rest.holders, to: cell)
      relations.append(total: total, parts: known + [cell])
      cellOfPiece[piece] = cell
    }
    var seen = Set(everybody.cellOfPiece[0].values)
    for (area, total) in everybody.cellOfArea[0].sorted(by: { $0.key < $1.key }) where seen.insert(total).inserted {
      let place = table.areas[area]
      let count = AreaCount(place, entries)
      guard let all = ess.all, let known = ess.cellOfArea[all][area], let value = count.cell.value,
        value > 0 || (count.units ?? 0) > 0
      else { continue }
      let cell = append(
        DisclosureCell(
          id: place.level.rawValue + " " + place.code + name, value: value, units: count.units,
          boundsUnits: count.boundsUnits, largest: count.largest, isCount: isCount,
          standing: standing([known, total], units: count.units)))
      relations.append(total: cell, parts: place.pieces.compactMap { cellOfPiece[$0] })
      relations.append(total: total, parts: [known, cell])
      if place.pieces.allSatisfy({ entries[$0].isNamed }) {
        var holders: [String: Double] = [:]
        for piece in place.pieces { holders.merge(entries[piece].holders, uniquingKeysWith: +) }
        contribute(holders, to: cell)
      }
    }
  }
}

extension Tally.Entry {
  /// What each unit named holds.
  var holders: [String: Double] { contributors.reduce(into: [:]) { $0[$1.unit, default: 0] += $1.held.value } }

  /// The same with what everybody knows of each.
  var holdings: [String: Tally.Holding] {
    contributors.reduce(into: [:]) { all, part in all[part.unit] = all[part.unit].map { $0 + part.held } ?? part.held }
  }

  /// The value that each named unit holds outside some parts of the cell.
  fileprivate func holders(beside parts: [Tally.Entry]) -> [String: Double] {
    var left = holders
    for part in parts { for (unit, value) in part.holders { left[unit, default: 0] -= value } }
    // A unit named with 0 is kept.
    return left.filter { unit, value in
      value > 1e-9 * max(1, cell.value ?? 0) || !parts.contains { $0.contributors.contains { $0.unit == unit } }
    }
  }

  /// What is left of the cell without some parts, which have no legal unit in common
  /// with it; `nil` when that would be negative.
  fileprivate func rest(beside parts: [Tally.Entry]) -> Tally.Entry? {
    guard let whole = cell.value else { return nil }
    let value = whole - parts.reduce(0) { $0 + ($1.cell.value ?? 0) }
    let least = 1e-9 * max(1, whole)
    guard value >= -least else { return nil }
    var rest = Tally.Entry()
    rest.cell = .number(value > least ? value : 0)
    rest.lineCount = 1
    rest.isPublished = isPublished && parts.allSatisfy(\.isPublished)
    if isNamed, parts.allSatisfy(\.isNamed) {
      rest.contributors = holders(beside: parts).sorted { $0.key < $1.key }.map {
        ($0.key, Tally.Holding(value: $0.value))
      }
      if value <= least { rest.contributors = rest.contributors.map { ($0.unit, Tally.Holding(value: 0)) } }
      if value <= least || rest.isNamed { rest.countContributors() }
      return rest
    }
    guard value > least else {
      (rest.units, rest.largest) = (0, 0)
      return rest
    }
    guard let units, parts.allSatisfy({ $0.units != nil }) else { return rest }
    rest.units = max(1, units - parts.reduce(0) { $0 + ($1.units ?? 0) })
    let others = parts.compactMap(\.largest)
    if let largest {
      rest.largest = others.count == parts.count && largest > (others.max() ?? 0) ? largest : min(largest, value)
    }
    return rest
  }
}
