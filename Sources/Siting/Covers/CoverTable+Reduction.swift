import Bytes

extension CoverTable {
  /// The table without rows and columns that cannot change the fewest columns, and the names of columns that
  /// must be opened.
  ///
  /// Three steps repeat until nothing changes. A row is removed when it is covered whenever another row is. A
  /// column is removed when another column covers all its rows; of equal columns the lower one stays. The only
  /// column of a row is opened. `nil` when a row has no column. Source: Toregas & ReVelle (1973). O(rows² ×
  /// columns / 64) in the worst case.
  func reduced() -> (table: CoverTable, opened: [Int])? {
    var table = self
    var opened: [Int] = []
    while table.rows > 0 {
      let rows = table.lines(least: true)
      if rows.count < table.rows { table = table.selecting(rows: rows, columns: Array(0..<table.columns)) }
      let columns = table.transposed().lines(least: false)
      let isSame = columns.count == table.columns
      if !isSame { table = table.selecting(rows: Array(0..<table.rows), columns: columns) }
      var forced = Set<Int>()
      for row in 0..<table.rows {
        let choice = table.columns(of: row)
        if choice.isEmpty { return nil }
        if choice.count == 1 { forced.insert(choice[0]) }
      }
      if forced.isEmpty {
        if isSame { break }
        continue
      }
      opened += forced.map { table.names[$0] }
      let left = (0..<table.rows).filter { row in !forced.contains { table.has(row, $0) } }
      table = table.selecting(rows: left, columns: (0..<table.columns).filter { !forced.contains($0) })
    }
    return (table, opened.sorted())
  }

  /// With `least`, the lines that contain no other line, otherwise those that no other line contains; of equal
  /// lines the first.
  private func lines(least: Bool) -> [Int] {
    let sizes = (0..<rows).map { line in bits[line * words..<(line + 1) * words].reduce(0) { $0 + $1.nonzeroBitCount } }
    let order = (0..<rows).sorted { least ? (sizes[$0], $0) < (sizes[$1], $1) : (sizes[$1], $0) < (sizes[$0], $1) }
    var kept: [Int] = []
    bits.withUnsafeBufferPointer { bits in
      for line in order {
        if !least, sizes[line] == 0 { continue }
        let own = bits.baseAddress! + line * words
        let isSpare = kept.contains { other in
          let its = bits.baseAddress! + other * words
          for word in 0..<words where (least ? its[word] & ~own[word] : own[word] & ~its[word]) != 0 { return false }
          return true
        }
        if !isSpare { kept.append(line) }
      }
    }
    return kept.sorted()
  }

  /// The independent parts of the table, which share no column, each as rows and columns.
  func components() -> [(rows: [Int], columns: [Int])] {
    var sets = DisjointSets(rows + columns)
    for row in 0..<rows { for column in columns(of: row) { sets.join(row, to: rows + column) } }
    var place: [Int: Int] = [:]
    var parts: [(rows: [Int], columns: [Int])] = []
    for row in 0..<rows {
      let part = place[sets.root(row)] ?? parts.count
      if part == parts.count {
        place[sets.root(row)] = part
        parts.append(([], []))
      }
      parts[part].rows.append(row)
    }
    for column in 0..<columns { if let part = place[sets.root(rows + column)] { parts[part].columns.append(column) } }
    return parts
  }
}
