import Bytes

/// A set covering problem as bits: which columns cover which rows, with one line of bits for each row.
struct CoverTable: Sendable {
  /// The names of the columns outside this table, ascending.
  let names: [Int]
  let rows: Int
  /// Number of 64-bit words in the line of a row.
  let words: Int
  let bits: [UInt64]

  var columns: Int { names.count }

  init(names: [Int], rows: Int, bits: [UInt64]) {
    self.names = names
    self.rows = rows
    words = (names.count + 63) / 64
    self.bits = bits
  }

  init(names: [Int], rows: Int, covers: (_ row: Int, _ column: Int) -> Bool) {
    let words = (names.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: rows * words)
    for row in 0..<rows {
      for column in names.indices where covers(row, column) {
        bits[row * words + column / 64] |= 1 << UInt64(column % 64)
      }
    }
    self.init(names: names, rows: rows, bits: bits)
  }

  /// The columns that cover a row, ascending.
  func columns(of row: Int) -> [Int] {
    var found: [Int] = []
    for word in 0..<words {
      var rest = bits[row * words + word]
      while rest != 0 {
        found.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }

  /// The rows of each column. O(ones).
  func rowsByColumn() -> CompressedRows<Int32> {
    let lists = (0..<rows).map(columns(of:))
    return CompressedRows(columns) { add in
      for (row, list) in lists.enumerated() { for column in list { add(column, Int32(row)) } }
    }
  }

  /// The table with some rows and columns only, both given in ascending order.
  func selecting(rows kept: [Int], columns: [Int]) -> CoverTable {
    var place = [Int](repeating: -1, count: self.columns)
    for (new, old) in columns.enumerated() { place[old] = new }
    let words = (columns.count + 63) / 64
    var out = [UInt64](repeating: 0, count: kept.count * words)
    for (line, row) in kept.enumerated() {
      for old in self.columns(of: row) where place[old] >= 0 {
        out[line * words + place[old] / 64] |= 1 << UInt64(place[old] % 64)
      }
    }
    return CoverTable(names: columns.map { names[$0] }, rows: kept.count, bits: out)
  }

  /// The table with rows and columns exchanged; the names of its columns are the numbers of the rows.
  func transposed() -> CoverTable {
    let words = (rows + 63) / 64
    var out = [UInt64](repeating: 0, count: columns * words)
    for row in 0..<rows { for column in columns(of: row) { out[column * words + row / 64] |= 1 << UInt64(row % 64) } }
    return CoverTable(names: Array(0..<rows), rows: columns, bits: out)
  }

  /// The table of rows that are left to cover after opening some columns, given by name, without these columns.
  func opening(_ opened: [Int]) -> CoverTable {
    let taken = columns(named: opened)
    let left = (0..<rows).filter { row in !taken.contains { has(row, $0) } }
    return selecting(rows: left, columns: (0..<columns).filter { !taken.contains($0) })
  }

  /// The table without some columns, given by name.
  func without(_ excluded: [Int]) -> CoverTable {
    let out = columns(named: excluded)
    return selecting(rows: Array(0..<rows), columns: (0..<columns).filter { !out.contains($0) })
  }

  private func columns(named wanted: [Int]) -> [Int] { names.indices.filter { wanted.contains(names[$0]) } }

  func has(_ row: Int, _ column: Int) -> Bool { bits[row * words + column / 64] >> UInt64(column % 64) & 1 == 1 }
}
