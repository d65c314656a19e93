import Bytes

extension CommuneEvents {
  /// Reads a table of events: `date,kind,before,after,names,source`, codes separated by spaces.
  ///
  /// Throws 65 naming line and column for a date that is not `YYYY-MM-DD`, a kind or a code there is not.
  public init(path: String) throws(Problem) {
    try self.init(CSVTable(path: path))
  }

  public init(_ table: CSVTable) throws(Problem) {
    let date = try table.column("date")
    let kind = try table.column("kind")
    let before = try table.column("before")
    let after = try table.column("after")
    let names = try table.column("names")
    let source = try table.column("source")
    var events: [CommuneEvent] = []
    for row in table.rows {
      func problem(_ column: String, _ text: String, _ remedy: Text) -> Problem {
        Problem(
          .badData, file: table.path,
          at: Text("ligne \(row.line), colonne \(column)", "line \(row.line), column \(column)"),
          Text("« \(text) » illisible", "\"\(text)\" is unreadable"), fix: remedy)
      }
      func codes(_ column: Int, _ name: String) throws(Problem) -> [String] {
        let codes = row.fields[column].split(separator: " ").map(String.init)
        guard !codes.isEmpty, codes.allSatisfy(CommuneLayer.isCode) else {
          throw problem(
            name, row.fields[column],
            Text("donnez des codes communes séparés par des espaces", "give commune codes separated by spaces"))
        }
        return codes
      }
      let day = row.fields[date]
      guard day.utf8.count == 10, Int(day.prefix(4)) != nil else {
        throw problem("date", day, Text("écrivez 2019-01-01", "write 2019-01-01"))
      }
      guard let known = CommuneEvent.Kind(rawValue: row.fields[kind]) else {
        let kinds = CommuneEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw problem("kind", row.fields[kind], Text("écrivez : \(kinds)", "write one of: \(kinds)"))
      }
      events.append(
        CommuneEvent(
          date: day, kind: known, before: try codes(before, "before"), after: try codes(after, "after"),
          names: row.fields[names], source: row.fields[source], line: row.line))
    }
    self.init(events)
  }
}
