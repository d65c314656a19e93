import Bytes

extension FiguresRegister {
  /// The columns of a register, in the order of the shipped one. They are read in
  /// any order, and other columns are ignored.
  public static let columns = [
    "area_code", "area", "level", "family", "measure", "value", "unit", "reference", "published", "publisher", "title",
    "perimeter", "note",
  ]

  /// Columns that a register may have: the words of others in French.
  public static let frenchColumns = ["publisher_fr", "title_fr", "perimeter_fr", "note_fr"]

  /// Reads a register: CSV, numbers as `NumberReader` takes them, shares from 0 to 1,
  /// dates `2013`, `2010-10` or `2007-12-31`.
  ///
  /// A value whose note says `printed as 'more than …'` (or `imprimé « plus de … »`) is a
  /// lower limit; with `less than` (or `moins de`) it is an upper one. Throws 65 with the line
  /// and the column at fault. Complexity: O(n).
  public init(path: String) throws(Problem) { try self.init(CSVTable(path: path)) }

  /// Reads a register. Throws 65 with the line and the column at fault.
  public init(_ table: CSVTable) throws(Problem) {
    var positions: [String: Int] = [:]
    for name in Self.columns { positions[name] = try table.column(name) }
    for name in Self.frenchColumns { positions[name] = table.header.firstIndex(of: name) }
    var figures: [Figure] = []
    figures.reserveCapacity(table.rows.count)
    var lines: [[String]: Int] = [:]
    var numbers = NumberReader(commaIsDecimal: table.dialect.commaIsDecimal, signed: false)
    for row in table.rows {
      let record = FigureRecord(row: row, positions: positions, table: table)
      let key = Self.columns.map { record[$0] }
      if let first = lines.updateValue(row.line, forKey: key) {
        throw record.problem(
          Text("la même ligne que la ligne \(first)", "the same row as line \(first)"),
          fix: Text("supprimez l’une des deux", "delete one of the two"))
      }
      figures.append(try record.figure(&numbers))
    }
    if let doubt = numbers.doubts.first {
      throw doubt.fault.problem(
        doubt.cell, file: table.path, at: Text("ligne \(doubt.tag)", "line \(doubt.tag)"), column: "value")
    }
    self.init(path: table.path, figures: figures)
  }
}

/// One row of a register on its way to a `Figure`.
private struct FigureRecord {
  let row: CSVTable.Row
  let positions: [String: Int]
  let table: CSVTable

  subscript(column: String) -> String { positions[column].map { row.fields[$0] } ?? "" }

  func figure(_ numbers: inout NumberReader) throws(Problem) -> Figure {
    let measure = Measure(try filled("measure"))
    return Figure(
      areaCode: try filled("area_code"), area: try filled("area"), level: self["level"], family: try family(),
      measure: measure, printed: try printed(measure, &numbers), unit: self["unit"], reference: try date("reference"),
      publication: Publication(
        publisher: try filled("publisher"), title: self["title"], date: try date("published"),
        french: (self["publisher_fr"], self["title_fr"])),
      perimeter: Perimeter(self["perimeter"], french: self["perimeter_fr"]), note: self["note"], line: row.line,
      noteWords: self["note_fr"].isEmpty ? Text(same: self["note"]) : Text(self["note_fr"], self["note"]))
  }

  func problem(in column: String? = nil, _ what: Text, fix: Text) -> Problem {
    table.problem(row, in: column, what, fix: fix)
  }

  private func filled(_ column: String) throws(Problem) -> String {
    guard self[column].isEmpty else { return self[column] }
    throw problem(in: column, Text("champ vide", "empty field"), fix: Text("remplissez-le", "fill it in"))
  }

  private func family() throws(Problem) -> Family? {
    let word = self["family"]
    if word.isEmpty { return nil }
    if let family = Family(rawValue: word) { return family }
    let known = Family.allCases.map(\.rawValue).joined(separator: ", ")
    throw problem(
      in: "family", Text("famille inconnue « \(word) »", "unknown family \"\(word)\""), fix: Text.writeOneOf(known))
  }

  private func printed(_ measure: Measure, _ numbers: inout NumberReader) throws(Problem) -> PrintedNumber {
    let word = try filled("value")
    let printed: PrintedNumber
    do throws(NumberFault) {
      _ = try numbers.read(word, tag: row.line)
      // The digits as printed, which tell how the number was rounded.
      let plain = try WrittenNumber(word).plain
      guard let read = measure.isShare ? PrintedNumber(share: plain, bound: bound) : PrintedNumber(plain, bound: bound)
      else { throw .notANumber }
      printed = read
    } catch {
      throw error.problem(word, file: table.path, at: Text("ligne \(row.line)", "line \(row.line)"), column: "value")
    }
    guard !measure.isShare || printed.value <= 1 else {
      throw problem(
        in: "value", Text("une part ne dépasse pas 1", "a share is at most 1"),
        fix: Text("écrivez 0.066 pour 6,6 %", "write 0.066 for 6.6%"))
    }
    return printed
  }

  private var bound: PrintedNumber.Bound {
    let words = self["note"].folded
    for (start, more, less) in [("printed as", "more than", "less than"), ("imprime", "plus de", "moins de")] {
      let parts = words.split(separator: start + " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let said = parts[1].drop { $0 == "'" || $0 == "\"" || $0 == "«" || $0 == " " || $0 == "“" }
      if said.hasPrefix(more) { return .moreThan }
      if said.hasPrefix(less) { return .lessThan }
    }
    return .none
  }

  private func date(_ column: String) throws(Problem) -> ReferenceDate? {
    let word = self[column]
    if word.isEmpty { return nil }
    if let date = ReferenceDate(word) { return date }
    throw problem(
      in: column, Text("date illisible « \(word) »", "unreadable date \"\(word)\""), fix: Text.writeDateOrLeaveEmpty)
  }
}
