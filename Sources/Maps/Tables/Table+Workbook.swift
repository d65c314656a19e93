import Bytes
import Statistics

extension Table {
  /// The table as a sheet of a workbook, with every column of machine formats under the headings for people.
  ///
  /// Numbers are numbers and can be computed with: where there is none the cell is empty. The signs that people read
  /// (`s`, `…`, `///`, `e`, `d`, « plus de ») stand in a column of their own at the right of the numbers, where a
  /// column has any.
  public func sheet(_ name: String, _ language: Language) -> WorkbookSheet {
    var headings: [String] = []
    var cells = rows.map { _ in [WorkbookSheet.Cell]() }
    var shown = rows.map { _ in [String]() }
    for (column, head) in columns.enumerated() {
      let values = rows.map { $0[column].workbookCell(language) }
      headings.append(head.title[language])
      for row in rows.indices {
        cells[row].append(values[row].cell)
        shown[row].append(rows[row][column].printed(language))
      }
      guard values.contains(where: { !$0.sign.isEmpty }) else { continue }
      headings.append(Text("signe", "sign")[language])
      for row in rows.indices {
        cells[row].append(values[row].sign.isEmpty ? .empty : .text(values[row].sign))
        shown[row].append(values[row].sign)
      }
    }
    var sheet = WorkbookSheet(
      name: name, title: title[language], headings: headings, rows: cells, notes: notes.map { $0[language] },
      shown: shown)
    // Codes and names stay in view beside many columns.
    let leading = columns.indices.prefix { !isNumeric($0) }.count
    if headings.count > 6 { sheet.frozenColumns = min(leading, 2) }
    return sheet
  }
}

extension Table.Value {
  /// The cell of a workbook, and the sign beside it.
  fileprivate func workbookCell(_ language: Language) -> (cell: WorkbookSheet.Cell, sign: String) {
    let missing = Cell.notAvailable.sign
    func number(_ value: Double?, _ decimals: Int, percent: Bool = false) -> WorkbookSheet.Cell {
      guard let value, value.isFinite else { return .empty }
      let tail = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
      return .number(value, format: (percent ? "0" : "#,##0") + tail + (percent ? "%" : ""))
    }
    // Whole percents would show 99.9 % as 100 %.
    func share(_ value: Double?, _ decimals: Int) -> WorkbookSheet.Cell {
      number(value, max(1, decimals), percent: true)
    }
    switch self {
    case .text, .word, .flag: return (.text(Escape.cell(printed(language))), "")
    case .integer(let value): return (number(value.map(Double.init), 0), value == nil ? missing : "")
    case .inhabitants(let sum):
      return (number(sum.total.map(Double.init), 0), sum.total == nil ? sum.shortWords[language] : "")
    case .number(let value, let decimals): return (number(value, decimals), value == nil ? missing : "")
    case .share(let value, let decimals): return (share(value, decimals), value == nil ? missing : "")
    case .notApplicable: return (.empty, Cell.notApplicable.sign)
    case .distance(let value, _):
      // As many decimals as show on which side of its limit it lies.
      let decimals = printed(language).split { ",.".contains($0) }.last?.count ?? 1
      return (number(value, decimals), value == nil ? missing : "")
    case .figure(let cell, let decimals), .bounded(let cell, _, _, let decimals):
      return (number(cell.value, decimals), cell.sign)
    case .figurePercent(let cell, let decimals): return (share(cell.value, decimals), cell.sign)
    case .limit(let cell, let decimals, let bound):
      let words =
        switch bound {
        case .none: ""
        case .moreThan: Text("plus de", "more than")[language]
        case .lessThan: Text("moins de", "less than")[language]
        }
      let signs = [cell.value == nil ? "" : words, cell.sign].filter { !$0.isEmpty }
      return (number(cell.value, decimals), signs.joined(separator: " "))
    }
  }
}
