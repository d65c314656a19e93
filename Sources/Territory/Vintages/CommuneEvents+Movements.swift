import Bytes

extension CommuneEvents {
  /// The events of Insee's table of the movements of communes: a row for each commune before and each it became
  /// part of, `MOD,DATE_EFF,TYPECOM_AV,COM_AV,…,TYPECOM_AP,COM_AP,…`, whatever the letter case of its headers.
  /// Rows of one day that share a code on the same side are one event. Rows of delegated and
  /// associated communes, and changes of name, change no code. Returns `nil` for a table of another
  /// layout; throws 65 naming line and column.
  static func movements(_ table: CSVTable) throws(Problem) -> [CommuneEvent]? {
    func column(_ name: String) -> Int? { table.header.firstIndex { $0.uppercased() == name } }
    guard let day = column("DATE_EFF"), let before = column("COM_AV"), let after = column("COM_AP") else { return nil }
    let kinds = [column("TYPECOM_AV"), column("TYPECOM_AP")]
    let labels = (before: column("LIBELLE_AV"), after: column("LIBELLE_AP"))
    var days: [String: Day] = [:]
    for row in table.rows {
      guard kinds.allSatisfy({ $0.map { row.fields[$0] == "COM" } ?? true }) else { continue }
      try requireDay(table, row, day)
      for side in [before, after] where !CommuneLayer.isCode(row.fields[side]) {
        throw unreadable(table, row, side, Text.fiveCharactersExpected)
      }
      days[row.fields[day], default: Day()].add(
        from: row.fields[before], to: row.fields[after], line: row.line,
        names: (labels.before.map { row.fields[$0] }, labels.after.map { row.fields[$0] }))
    }
    let source = Path.name(table.path)
    return days.sorted { $0.key < $1.key }.flatMap { $0.value.events(on: $0.key, source: source) }
  }

  /// The rows of one day.
  private struct Day {
    private var links: [(from: String, to: String)] = []
    private var lines: [Int] = []
    private var names: (before: [String: String], after: [String: String]) = ([:], [:])

    mutating func add(from: String, to: String, line: Int, names: (before: String?, after: String?)) {
      links.append((from, to))
      lines.append(line)
      self.names.before[from] = names.before
      self.names.after[to] = names.after
    }

    func events(on date: String, source: String) -> [CommuneEvent] {
      // Groups the rows that share a code before, or a code after.
      var sets = DisjointSets(links.count)
      var first: (before: [String: Int], after: [String: Int]) = ([:], [:])
      for (row, link) in links.enumerated() {
        for other in [first.before[link.from], first.after[link.to]].compactMap({ $0 }) { sets.join(row, to: other) }
        first.before[link.from] = first.before[link.from] ?? row
        first.after[link.to] = first.after[link.to] ?? row
      }
      let roots = sets.roots()
      let groups = Dictionary(grouping: links.indices) { roots[$0] }
      return groups.values.sorted { $0[0] < $1[0] }.compactMap { rows in
        let before = Set(rows.map { links[$0].from }).sorted()
        let after = Set(rows.map { links[$0].to }).sorted()
        guard before != after else { return nil }
        let kind: CommuneEvent.Kind = after.count > 1 ? .split : before.count > 1 ? .merge : .recode
        let words = (
          before.map { names.before[$0] ?? $0 }.joined(separator: " + "),
          after.map { names.after[$0] ?? $0 }.joined(separator: " + ")
        )
        return CommuneEvent(
          date: date, kind: kind, before: before, after: after, names: "\(words.0) → \(words.1)", source: source,
          line: lines[rows[0]])
      }
    }
  }
}
