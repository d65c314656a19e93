/// What a field that should hold a number says: a number, or a sign that says why there is none.
public enum NumberCell: Sendable, Equatable {
  case number(Double)
  case sign(NumberSign)

  /// The number; `nil` for a sign.
  public var number: Double? { if case .number(let value) = self { value } else { nil } }
}

/// Why there is no number. Unknown is never zero.
public enum NumberSign: String, Sendable {
  /// Nothing is said: an empty field, or a spelling that programs use for one.
  case empty = ""
  /// Not available.
  case notAvailable = "n"
  case secret = "s"
  /// Not applicable.
  case notApplicable = "z"

  /// The sign that a text spells, ignoring letter case; `nil` for any other text. Spaces around it must be
  /// trimmed.
  ///
  /// The list is closed and documented: a text that is not on it is an error, not a missing value.
  public init?(reading text: String) {
    switch text.lowercased() {
    case "", "nan", "null", "-", ".", "e": self = .empty
    case "n", "nd", "n/d", "na", "n/a", "…", "...": self = .notAvailable
    case "s", "ss", "c", "secret": self = .secret
    case "z", "///": self = .notApplicable
    default: return nil
    }
  }
}

/// Why a field is no number; the raw value is its name in machine formats.
public enum NumberFault: String, Error, Sendable, Equatable {
  case notANumber = "not_a_number"
  /// Something other than spaces separates thousands: `1.234.567`, or `1.234` in a column of counts.
  case thousands = "thousands_separator"
  /// `1,234` where the file does not make the comma a decimal mark and no other cell of the column settles it.
  case undecided = "undecided_comma"
  case negative = "negative_number"
  /// A count that no count reaches.
  case tooLarge = "number_too_large"

  /// What is wrong with a cell, quoting its text.
  public func what(_ cell: String) -> Text {
    switch self {
    case .notANumber: Text("« \(cell) » n’est pas un nombre", "\"\(cell)\" is no number")
    case .thousands: Text.numberHasThousandsSeparators(cell)
    case .undecided: Text.thousandsOrDecimals(cell)
    case .negative: Text("« \(cell) » est négatif", "\"\(cell)\" is negative")
    case .tooLarge: Text("« \(cell) » est trop grand", "\"\(cell)\" is too large")
    }
  }

  /// What the user can do about it.
  public var remedy: Text {
    switch self {
    case .notANumber: Text.writeDigitsAlone
    case .thousands: Text.writeNumbersWithoutThem
    case .undecided: Text.takeOutThousandsComma
    case .negative: Text.giveZeroOrMore
    case .tooLarge: Text.noCountIsSoLarge
    }
  }

  /// The fault as an error (65) that names file, place, column and cell. `place` is, for example, a line.
  public func problem(_ cell: String, file: String?, at place: Text, column: String) -> Problem {
    Problem(
      .badData, file: file, at: place + Text(", colonne \(column)", ", column \(column)"), what(cell), fix: remedy)
  }
}

/// The only reader of numbers in tables; each reader reads one column, because the column settles what a comma
/// means.
///
/// It reads `1234.5`, `1 234,5` with plain or no-break spaces, `−3` with U+2212, `1e-7` and `+5`. Where the
/// file makes the comma a decimal mark, it is one. Elsewhere the column settles it: `0,068` or `1,2` cannot be
/// thousands, so all its commas are decimal; a column that has only cells such as `1,234` stays in doubt.
public struct NumberReader: Sendable {
  /// What the numbers of a column are.
  public enum Kind: Sendable {
    case any
    /// Probably a count, judged by the column's name: `1.234` is doubted, and a fault when the column also has
    /// whole numbers but none with decimals.
    case countByName
    /// A count: a negative number is a fault, and so are `1.234` and `1,234`, which must be thousands.
    case count
  }

  private let commaIsDecimal: Bool
  private let kind: Kind
  private let isSigned: Bool
  private var commas = Doubts()
  private var points = Doubts()
  /// A whole number other than zero was read; in a column that also has whole numbers, `1.234` is a thousand.
  private var hasWhole = false

  /// Cells with a mark that may separate thousands; dropped for good once a cell shows that the mark is
  /// decimal.
  private struct Doubts {
    var cells: [(tag: Int, cell: String)] = []
    var isSettled = false

    mutating func add(_ tag: Int, _ cell: @autoclosure () -> String) { if !isSettled { cells.append((tag, cell())) } }

    mutating func settle() { if !isSettled { self = Doubts(isSettled: true) } }
  }

  /// A reader for one column.
  ///
  /// - `signed`: whether numbers below zero are allowed; they never are for `.count`.
  public init(commaIsDecimal: Bool, _ kind: Kind = .any, signed: Bool = true) {
    self.commaIsDecimal = commaIsDecimal
    self.kind = kind
    isSigned = signed && kind != .count
  }

  /// Reads a field of the column. Throws the fault of a field that is neither a number nor a sign, or is surely
  /// wrong; cells that stay uncertain are in `doubts`. Complexity: O(bytes).
  ///
  /// - `tag`: identifies the cell in `doubts`, for example its row.
  public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, tag: Int) throws(NumberFault) -> NumberCell {
    if let value = DecimalReader.number(bytes) {
      if kind != .any { try weigh(bytes, value, tag) }
      return try checked(value)
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
    if let sign = NumberSign(reading: text) { return .sign(sign) }
    let written = try WrittenNumber(text)
    guard let value = written.value else { throw .notANumber }
    switch written.mark {
    case ","? where !written.mayBeThousands: commas.settle()
    case ","? where kind == .count: throw .thousands
    case ","? where !commaIsDecimal: commas.add(tag, text)
    case "."? where kind != .any: try weigh(written, text, value, tag)
    case .none where value != 0: hasWhole = true
    default: break
    }
    return try checked(value)
  }

  /// Reads a field that is already text, as `read(_:tag:)` reads bytes.
  public mutating func read(_ text: String, tag: Int) throws(NumberFault) -> NumberCell {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(NumberFault) -> NumberCell in try self.read(bytes, tag: tag) }
    }
    return try result.get()
  }

  /// The cells read so far with a mark that may separate thousands and that the column does not settle, by
  /// ascending tag. Ask after the last cell: each one is then a fault.
  public var doubts: [(tag: Int, cell: String, fault: NumberFault)] {
    let comma = commas.cells.map { ($0.tag, $0.cell, NumberFault.undecided) }
    let point = hasWhole || !comma.isEmpty ? points.cells.map { ($0.tag, $0.cell, NumberFault.thousands) } : []
    return (comma + point).sorted { $0.0 < $1.0 }
  }

  /// No count of anything in France is larger, and sums of a million such counts still fit an integer.
  private static let largestCount = 1e13

  private func checked(_ value: Double) throws(NumberFault) -> NumberCell {
    guard value >= 0 || isSigned else { throw .negative }
    guard kind != .count || value <= Self.largestCount else { throw .tooLarge }
    return .number(value)
  }

  private mutating func weigh(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Double, _ tag: Int) throws(NumberFault) {
    guard bytes.contains(UInt8(ascii: ".")) else {
      if value != 0 { hasWhole = true }
      return
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
    if let written = try? WrittenNumber(text) { try weigh(written, text, value, tag) }
  }

  private mutating func weigh(_ written: WrittenNumber, _ text: String, _ value: Double, _ tag: Int) throws(NumberFault)
  {
    guard written.mayBeThousands else { return points.settle() }
    if kind == .count { throw .thousands }
    points.add(tag, text)
  }
}

extension NumberReader {
  /// The number that a text certainly spells; `nil` for a sign, for any other text, and when only a column
  /// could tell.
  public static func number(_ text: String) -> Double? {
    var reader = NumberReader(commaIsDecimal: false)
    guard let cell = try? reader.read(text, tag: 0), reader.doubts.isEmpty else { return nil }
    return cell.number
  }

  /// Whether a text is written as a number, including `1,234`, which only its column settles.
  public static func isNumber(_ text: String) -> Bool {
    var reader = NumberReader(commaIsDecimal: true)
    return (try? reader.read(text, tag: 0))?.number != nil
  }

  /// The numbers of a column of text.
  ///
  /// Throws 65 with file, place, column and cell for the first cell that is not a number, else for the first
  /// doubt. `place` says where a row stands, from its index in `cells`.
  public static func column(
    _ cells: [String], commaIsDecimal: Bool, _ kind: Kind = .any, signed: Bool = true, file: String?, name: String,
    place: (Int) -> Text
  ) throws(Problem) -> [NumberCell] {
    var reader = NumberReader(commaIsDecimal: commaIsDecimal, kind, signed: signed)
    var read: [NumberCell] = []
    read.reserveCapacity(cells.count)
    for (row, cell) in cells.enumerated() {
      do throws(NumberFault) { read.append(try reader.read(cell, tag: row)) } catch {
        throw error.problem(cell, file: file, at: place(row), column: name)
      }
    }
    if let doubt = reader.doubts.first {
      throw doubt.fault.problem(doubt.cell, file: file, at: place(doubt.tag), column: name)
    }
    return read
  }
}

extension CSVTable {
  /// The numbers of a column, by its position, in row order. Throws 65 with line, column and cell for a cell
  /// that is not a number.
  public func numbers(_ column: Int, _ kind: NumberReader.Kind = .any, signed: Bool = true) throws(Problem)
    -> [NumberCell]
  {
    try NumberReader.column(
      rows.map { $0.fields[column] }, commaIsDecimal: dialect.commaIsDecimal, kind, signed: signed, file: path,
      name: header[column]
    ) { Text("ligne \(rows[$0].line)", "line \(rows[$0].line)") }
  }
}
