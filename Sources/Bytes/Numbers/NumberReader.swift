/// What a field says that should hold a number: the number, or the sign that stands for one.
public enum NumberCell: Sendable, Equatable {
  case number(Double)
  case sign(NumberSign)

  public var number: Double? { if case .number(let value) = self { value } else { nil } }
}

/// Why there is no number. Unknown is never zero.
public enum NumberSign: String, Sendable {
  /// Nothing is said: an empty field, or what programs write for one.
  case empty = ""
  /// Not available.
  case notAvailable = "n"
  case secret = "s"
  /// Not applicable.
  case notApplicable = "z"

  /// The sign a text is, letter case and spaces around it left out; `nil` for any other text.
  ///
  /// The list is closed and documented: what is not on it is an error, not a gap.
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

/// Why a field is no number.
public enum NumberFault: Error, Sendable, Equatable {
  case notANumber
  /// Its thousands are set apart by something else than spaces: `1.234.567`, or `1.234` of a count.
  case thousands
  /// `1,234` where a comma is no decimal mark and nothing in the column says what it is.
  case undecided
  case negative

  public func what(_ cell: String) -> Text {
    switch self {
    case .notANumber: Text("« \(cell) » n’est pas un nombre", "\"\(cell)\" is no number")
    case .thousands: Text("« \(cell) » : séparateurs de milliers", "\"\(cell)\": thousands separators")
    case .undecided:
      Text(
        "« \(cell) » : milliers ou décimales, la colonne ne le dit pas",
        "\"\(cell)\": thousands or decimals, the column does not tell")
    case .negative: Text("« \(cell) » est négatif", "\"\(cell)\" is negative")
    }
  }

  public var remedy: Text {
    switch self {
    case .notANumber:
      Text(
        "écrivez des chiffres seuls ; laissez vide une valeur inconnue",
        "write digits alone; leave an unknown value empty")
    case .thousands: Text("écrivez les nombres sans eux", "write numbers without them")
    case .undecided:
      Text(
        "ôtez la virgule des milliers, ou écrivez les décimales avec un point",
        "take the comma out of thousands, or write decimals with a point")
    case .negative: Text("donnez un nombre positif ou nul", "give a number of zero or more")
    }
  }

  /// The fault as an error (65) that names file, place, column and cell.
  public func problem(_ cell: String, file: String?, at place: Text, column: String) -> Problem {
    Problem(
      .badData, file: file, at: place + Text(", colonne \(column)", ", column \(column)"), what(cell),
      fix: remedy)
  }
}

/// The one reader of numbers as tables have them, a column at a time.
///
/// `1234.5`, `1 234,5` with plain or no-break spaces, `−3` with U+2212, `1e-7`, `+5`. Where the file says that commas
/// are decimal, they are; elsewhere a column settles it: `0,068` and `1,2` cannot be thousands, `1,234` alone can, and
/// is a doubt.
public struct NumberReader: Sendable {
  /// What a column's numbers are.
  public enum Kind: Sendable {
    case any
    /// A count by its name alone: `1.234` is a thousand unless another number has decimals.
    case countByName
    /// A count: never negative, and `1.234` is a thousand.
    case count
  }

  private let commaIsDecimal: Bool
  private let kind: Kind
  private let isSigned: Bool
  private var commas = Doubts()
  private var points = Doubts()
  /// A whole number other than zero was read: beside it, `1.234` of a count is a thousand.
  private var hasWhole = false

  /// Cells that may be thousands, until one cannot be.
  private struct Doubts {
    var cells: [(tag: Int, cell: String)] = []
    var isSettled = false

    mutating func add(_ tag: Int, _ cell: @autoclosure () -> String) {
      if !isSettled { cells.append((tag, cell())) }
    }

    mutating func settle() {
      if !isSettled { self = Doubts(isSettled: true) }
    }
  }

  /// - Parameter signed: whether numbers below zero are numbers here.
  public init(commaIsDecimal: Bool, _ kind: Kind = .any, signed: Bool = true) {
    self.commaIsDecimal = commaIsDecimal
    self.kind = kind
    isSigned = signed && kind != .count
  }

  /// Reads a field of the column. Complexity: O(bytes).
  ///
  /// - Parameter tag: names the cell among the doubts.
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

  public mutating func read(_ text: String, tag: Int) throws(NumberFault) -> NumberCell {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(NumberFault) -> NumberCell in try self.read(bytes, tag: tag) }
    }
    return try result.get()
  }

  /// The cells read that may be thousands though nothing in the column settles it: each is a fault.
  public var doubts: [(tag: Int, cell: String, fault: NumberFault)] {
    let comma = commas.cells.map { ($0.tag, $0.cell, NumberFault.undecided) }
    let point = hasWhole || !comma.isEmpty ? points.cells.map { ($0.tag, $0.cell, NumberFault.thousands) } : []
    return (comma + point).sorted { $0.0 < $1.0 }
  }

  private func checked(_ value: Double) throws(NumberFault) -> NumberCell {
    guard value >= 0 || isSigned else { throw .negative }
    return .number(value)
  }

  private mutating func weigh(
    _ bytes: UnsafeBufferPointer<UInt8>, _ value: Double, _ tag: Int
  ) throws(NumberFault) {
    guard bytes.contains(UInt8(ascii: ".")) else {
      if value != 0 { hasWhole = true }
      return
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
    if let written = try? WrittenNumber(text) { try weigh(written, text, value, tag) }
  }

  private mutating func weigh(
    _ written: WrittenNumber, _ text: String, _ value: Double, _ tag: Int
  ) throws(NumberFault) {
    guard written.mayBeThousands else { return points.settle() }
    if kind == .count { throw .thousands }
    points.add(tag, text)
  }
}

extension NumberReader {
  /// The number that a text alone surely is; `nil` for a sign, for anything else, and where only a column could tell.
  public static func number(_ text: String) -> Double? {
    var reader = NumberReader(commaIsDecimal: false)
    guard let cell = try? reader.read(text, tag: 0), reader.doubts.isEmpty else { return nil }
    return cell.number
  }

  /// Whether a text is written as a number, one that only its column settles included.
  public static func isNumber(_ text: String) -> Bool {
    var reader = NumberReader(commaIsDecimal: true)
    return (try? reader.read(text, tag: 0))?.number != nil
  }

  /// The numbers of a column of text.
  ///
  /// Throws 65 naming file, place, column and cell for the first that is none, then for the first doubt.
  public static func column(
    _ cells: [String], commaIsDecimal: Bool, _ kind: Kind = .any, signed: Bool = true, file: String?,
    name: String, place: (Int) -> Text
  ) throws(Problem) -> [NumberCell] {
    var reader = NumberReader(commaIsDecimal: commaIsDecimal, kind, signed: signed)
    var read: [NumberCell] = []
    read.reserveCapacity(cells.count)
    for (row, cell) in cells.enumerated() {
      do throws(NumberFault) {
        read.append(try reader.read(cell, tag: row))
      } catch {
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
  /// The numbers of a column. Throws 65 naming line, column and cell for what is no number.
  public func numbers(
    _ column: Int, _ kind: NumberReader.Kind = .any, signed: Bool = true
  ) throws(Problem) -> [NumberCell] {
    try NumberReader.column(
      rows.map { $0.fields[column] }, commaIsDecimal: dialect.commaIsDecimal, kind, signed: signed, file: path,
      name: header[column]
    ) { Text("ligne \(rows[$0].line)", "line \(rows[$0].line)") }
  }
}
