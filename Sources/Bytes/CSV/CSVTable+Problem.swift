extension CSVTable {
  /// An error (65) about a row, or about one of its cells when a column is named.
  public func problem(_ row: Row, in column: String? = nil, _ what: Text, fix: Text? = nil) -> Problem {
    let place = column.map { Text.cell(row.line, $0) } ?? Text("ligne \(row.line)", "line \(row.line)")
    return Problem(.badData, file: path, at: place, what, fix: fix)
  }
}
