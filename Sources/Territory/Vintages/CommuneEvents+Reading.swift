import Bytes

extension CommuneEvents {
  /// Reads a table of events, `date,kind,before,after,names,source` with codes separated by spaces, or Insee's
  /// own table of the movements of communes (`mvtcommune`), as it is published.
  ///
  /// Throws 65 naming line and column for a date that is not `YYYY-MM-DD`, an unknown kind
  /// or a malformed code, 66 without the file.
  public init(path: String) throws(Problem) { try self.init(CSVTable(path: path)) }

  /// Reads such a table. Throws 65 naming line and column of a field it cannot read.
  public init(_ table: CSVTable) throws(Problem) {
    if let movements = try Self.movements(table) {
      self.init(movements)
      return
    }
    let date = try table.column("date")
    let kind = try table.column("kind")
    let before = try table.column("before")
    let after = try table.column("after")
    let names = try table.column("names")
    let source = try table.column("source")
    var events: [CommuneEvent] = []
    events.reserveCapacity(table.rows.count)
    for row in table.rows {
      func codes(_ column: Int) throws(Problem) -> [String] {
        let codes = row.fields[column].utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        guard !codes.isEmpty, codes.allSatisfy(CommuneLayer.isCode) else {
          throw Self.unreadable(table, row, column, Text.giveCommuneCodes)
        }
        return codes
      }
      try Self.requireDay(table, row, date)
      guard let known = CommuneEvent.Kind(rawValue: row.fields[kind]) else {
        let kinds = CommuneEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Self.unreadable(table, row, kind, Text("écrivez : \(kinds)", "write one of: \(kinds)"))
      }
      events.append(
        CommuneEvent(
          date: row.fields[date], kind: known, before: try codes(before), after: try codes(after),
          names: row.fields[names], source: row.fields[source], line: row.line))
    }
    self.init(events)
  }

  static func requireDay(_ table: CSVTable, _ row: CSVTable.Row, _ column: Int) throws(Problem) {
    let parts = row.fields[column].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], Int(parts[0]) != nil, let month = Int(parts[1]),
      (1...12).contains(month), let day = Int(parts[2]), (1...31).contains(day)
    else { throw unreadable(table, row, column, Text("écrivez 2019-01-01", "write 2019-01-01")) }
  }

  static func unreadable(_ table: CSVTable, _ row: CSVTable.Row, _ column: Int, _ remedy: Text) -> Problem {
    let text = row.fields[column]
    return table.problem(
      row, in: table.header[column], Text("« \(text) » illisible", "\"\(text)\" is unreadable"), fix: remedy)
  }
}
