import Statistics
import Territory

/// Sorted establishments as cells of commune and family, zeros included.
struct SireneCells {
  /// Establishments met twice in one commune: counted once.
  private(set) var duplicates = 0
  private var rows: [TidyTable.Row] = []

  /// `keys` sorted; a row for every family of every commune seen. O(keys + communes).
  init(_ keys: [UInt64], seen: [Bool], units: UnitTable) {
    rows.reserveCapacity(seen.count { $0 } * Family.imported.count)
    var next = 0
    // Corsica's codes come last as numbers and stand between 19 and 21 as text.
    let order = Array(0..<20_000) + Array(100_000..<CommuneCode.count) + Array(20_000..<100_000)
    var starts: [Int: Int] = [:]
    while next < keys.count {
      let commune = EstablishmentRows.Key(bits: keys[next]).commune
      starts[commune] = next
      while next < keys.count, EstablishmentRows.Key(bits: keys[next]).commune == commune { next += 1 }
    }
    for code in order where seen[code] {
      var cells = [Cell](repeating: Cell(), count: Family.imported.count)
      if let start = starts[code] { fill(&cells, keys, start, units) }
      let insee = CommuneCode.text(code)
      for (index, cell) in cells.enumerated() {
        rows.append(
          TidyTable.Row(
            insee: insee, family: Family.imported[index], measure: .establishments, value: Double(cell.count),
            units: cell.units, largest: Double(cell.largest)))
      }
    }
  }

  /// The rows, given away: they are held once.
  mutating func takeRows() -> [TidyTable.Row] {
    defer { rows = [] }
    return rows
  }

  private struct Cell {
    var count = 0
    var units = 0
    var largest = 0
  }

  /// Counts the establishments of the commune whose first key stands at `start`.
  private mutating func fill(_ cells: inout [Cell], _ keys: [UInt64], _ start: Int, _ units: UnitTable) {
    let commune = EstablishmentRows.Key(bits: keys[start]).commune
    var at = start
    while at < keys.count {
      let key = EstablishmentRows.Key(bits: keys[at])
      guard key.commune == commune else { return }
      var count = 0
      var last: UInt64?
      while at < keys.count {
        let other = EstablishmentRows.Key(bits: keys[at])
        guard other.commune == commune, other.siren == key.siren else { break }
        if keys[at] == last { duplicates += 1 } else { count += 1 }
        last = keys[at]
        at += 1
      }
      guard let unit = units.find(key.siren) else { continue }
      cells[unit.family].count += count
      cells[unit.family].units += 1
      cells[unit.family].largest = max(cells[unit.family].largest, count)
    }
  }
}
