import Statistics
import Territory

/// Counts sorted establishments in cells of commune and family, including zeros.
struct SireneCells {
  /// Number of establishments that occur twice in one commune; they count once.
  private(set) var duplicates = 0
  private var rows: [TidyTable.Row] = []

  /// Makes a row for every family of every commune in `seen`. `keys` must be sorted. O(keys + communes).
  init(_ keys: [UInt64], seen: [Bool], units: UnitTable) {
    rows.reserveCapacity(seen.count { $0 } * Family.imported.count)
    var next = 0
    // Corsica's codes come last as numbers, but as text they are between 19 and 21.
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

  /// Moves the rows out, so that they are in memory only once.
  mutating func takeRows() -> [TidyTable.Row] {
    defer { rows = [] }
    return rows
  }

  private struct Cell {
    var count = 0
    var units = 0
    var largest = 0
  }

  /// Counts the establishments of the commune of the key at `start`, which must be its first.
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
