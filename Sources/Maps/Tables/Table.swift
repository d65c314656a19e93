import Bytes
import Statistics
import Territory

/// A table of typed values, written as terminal text, Markdown, CSV or HTML by one renderer each.
public struct Table: Sendable {
  /// One value of a table.
  public enum Value: Sendable {
    /// The same text in every language and format: codes, ids, names.
    case text(String)
    /// A word for people, and the key that machine formats write instead.
    case word(Text, key: String)
    /// Yes, no or neither, with a word for people.
    case flag(Bool?, Text)
    case integer(Int?)
    /// A number, and the decimals for people; machine formats write it unrounded.
    case number(Double?, decimals: Int)
    /// Inhabitants of several communes: people read "at least 1,300" when a part is unknown.
    case inhabitants(Inhabitants)
    /// A share from 0 to 1, printed as a percentage for people.
    case share(Double?, decimals: Int)
    /// A number that has no meaning in this row: people read `///`; `…` would mean that the number exists.
    case notApplicable
    /// Kilometres, printed so that they do not seem to cross the limit they are compared with.
    case distance(Double?, limit: Double?)
    /// A published or derived figure: value and status.
    case figure(Cell, decimals: Int)
    /// The same for a share from 0 to 1, printed as a percentage for people.
    case figurePercent(Cell, decimals: Int)
    /// A figure that its source prints as "more than" or "less than".
    case limit(Cell, decimals: Int, PrintedNumber.Bound)
    /// A figure with the ends of its interval, which people read in brackets; machine formats write the figure.
    case bounded(Cell, Double?, Double?, decimals: Int)
  }

  /// A column of a table.
  public struct Column: Sendable {
    /// Key in machine formats: English snake_case.
    public var key: String
    /// Heading for people.
    public var title: Text
    /// Whether its values have a second field, `key_status`, in machine formats.
    public var isFigure: Bool
    /// Whether it is only in machine formats, because it is too much for a page.
    public var isDetail: Bool
    /// Title over this column and its neighbours of the same group, where there is room for two lines.
    public var group: Text?
    /// The heading under the title of the group; `nil` for the whole heading.
    public var short: Text?
    /// How early a narrow terminal does without the column: 0 never, then the highest first.
    public var rank: Int

    /// Makes a column of these values.
    public init(
      _ key: String, _ title: Text, isFigure: Bool = false, isDetail: Bool = false, group: Text? = nil,
      short: Text? = nil, rank: Int = 0
    ) {
      self.key = key
      self.title = title
      self.isFigure = isFigure
      self.isDetail = isDetail
      self.group = group
      self.short = short
      self.rank = rank
    }
  }

  /// File name without extension.
  public var name: String
  /// Title of the table; it states the finding where there is one.
  public var title: Text
  /// Lines for people under the table: what the numbers mean and rest on.
  public var notes: [Text]
  /// The columns, in order.
  public var columns: [Column]
  /// The rows, in order.
  public var rows: [[Value]]

  /// Makes a table; every row must have one value for each column.
  public init(name: String, title: Text, columns: [Column], rows: [[Value]], notes: [Text] = []) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// The table for people, without the columns that are only for machines.
  public var printed: Table {
    guard columns.contains(where: \.isDetail) else { return self }
    let kept = columns.indices.filter { !columns[$0].isDetail }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in kept.map { row[$0] } }
    return table
  }

  /// Whether a column holds numbers, which are aligned on the right.
  public func isNumeric(_ column: Int) -> Bool { rows.contains { $0[column].isNumeric } || columns[column].isFigure }
}

extension Table.Value {
  var isNumeric: Bool {
    switch self {
    case .text, .word, .flag: false
    default: true
    }
  }

  /// The text for people; `…` for a number that is missing.
  public func printed(_ language: Language) -> String {
    let numerals = Numerals(language)
    switch self {
    case .text(let text): return text
    case .word(let text, _), .flag(_, let text): return text[language]
    case .integer(let value): return value.map(numerals.integer) ?? "…"
    case .inhabitants(let sum): return sum.shortWords[language]
    case .number(let value, let decimals): return value.map { numerals.decimal($0, decimals) } ?? "…"
    case .share(let value, let decimals):
      return value.map { decimals == 0 ? numerals.part($0) : numerals.percent($0, decimals) } ?? "…"
    case .distance(let value, let limit): return value.map { numerals.distance($0, limit: limit) } ?? "…"
    case .notApplicable: return Cell.notApplicable.printed(language)
    case .figure(let cell, let decimals): return cell.printed(language, decimals: decimals)
    case .figurePercent(let cell, let decimals):
      if decimals == 0, case .number(let share) = cell { return numerals.part(share) }
      return cell.printed(language, decimals: decimals, percent: true)
    case .limit(let cell, let decimals, let bound):
      let words = bound == .moreThan ? Text("plus de ", "more than ") : Text("moins de ", "less than ")
      return (bound == .none || cell.value == nil ? "" : words[language]) + cell.printed(language, decimals: decimals)
    case .bounded(let cell, let lower, let upper, let decimals):
      let value = cell.printed(language, decimals: decimals)
      guard let lower, let upper, cell.value != nil else { return value }
      let link = language == .fr ? "\u{202F}; " : "; "
      return "\(value) [\(numerals.decimal(lower, decimals))\(link)\(numerals.decimal(upper, decimals))]"
    }
  }

  /// Fields of machine formats: one, or value and status for a figure. With `forSpreadsheet` numbers have
  /// decimal commas, and texts are escaped so that none is a formula.
  public func fields(forSpreadsheet: Bool = false) -> [String] {
    func plain(_ value: Double?) -> String {
      guard let value, value.isFinite else { return "" }
      var writer = ByteWriter()
      writer.shortest(value)
      return forSpreadsheet ? String(writer.string.map { $0 == "." ? "," : $0 }) : writer.string
    }
    switch self {
    case .text(let text): return [forSpreadsheet ? Escape.spreadsheet(text) : text]
    case .word(_, let key): return [forSpreadsheet ? Escape.spreadsheet(key) : key]
    case .flag(let value, _): return [value.map { $0 ? "true" : "false" } ?? ""]
    case .integer(let value): return [value.map(String.init) ?? ""]
    case .inhabitants(let sum): return [sum.total.map(String.init) ?? "", status]
    default: return [plain(number)] + (cell.map { [$0.status] } ?? [])
    }
  }

  /// The published or derived figure that it is; `nil` for any other value.
  private var cell: Cell? {
    switch self {
    case .figure(let cell, _), .figurePercent(let cell, _), .limit(let cell, _, _), .bounded(let cell, _, _, _): cell
    default: nil
    }
  }

  /// The number that it is, unrounded; `nil` for whole numbers and for what is no number.
  private var number: Double? {
    switch self {
    case .number(let value, _), .share(let value, _), .distance(let value, _): value
    default: cell?.value
    }
  }

  /// The status of a figure, empty for any other value.
  var status: String {
    if case .inhabitants(let sum) = self { return sum.total == nil ? Cell.notAvailable.status : "" }
    return cell?.status ?? ""
  }

  /// The value as JSON; figures are written by `Table.json` as two members.
  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .word(_, let key): .string(key)
    case .flag(let value, _): value.map(JSON.bool) ?? .null
    case .integer(let value): .optional(value)
    case .inhabitants(let sum): .optional(sum.total)
    default: .optional(number)
    }
  }
}
