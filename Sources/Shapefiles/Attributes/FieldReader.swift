import Bytes
import Geometry

/// Reads one column of a .dbf, row by row.
struct FieldReader {
  private enum Kind { case text, date, flag, integer, number, unsupported }

  let field: Shapefile.Field
  private let range: Range<Int>
  private let kind: Kind
  private var values: ColumnBuilder
  /// Number of values that the column's type does not allow; they are missing in the column.
  private(set) var unreadable = 0
  private(set) var firstUnreadable: Int?

  /// `offset` is where the field starts in a row; byte 0 of a row is the mark of deletion.
  init(_ field: Shapefile.Field, offset: Int, rows: Int) {
    self.field = field
    range = offset..<offset + field.width
    switch field.type {
    case "C", "M": kind = .text
    case "D": kind = .date
    case "L": kind = .flag
    case "N": kind = field.decimals == 0 ? .integer : .number
    case "F": kind = .number
    default: kind = .unsupported
    }
    switch kind {
    case .integer: values = ColumnBuilder(.integer, rows: rows)
    case .number: values = ColumnBuilder(.number, rows: rows)
    case .text, .date, .flag: values = ColumnBuilder(.text, rows: rows)
    case .unsupported: values = ColumnBuilder()
    }
  }

  /// Whether the column has a type that this reader supports.
  var isSupported: Bool { kind != .unsupported }

  /// The column, filled up with missing values to `rows` rows; `nil` when its type is not supported.
  func column(rows: Int) -> Column? {
    guard isSupported else { return nil }
    var values = values
    values.resize(to: rows)
    return Column(field.name, values.values)
  }

  mutating func append(_ tuple: UnsafeBufferPointer<UInt8>, _ decoder: inout TextDecoder) {
    let bytes = UnsafeBufferPointer(rebasing: tuple[range])
    switch kind {
    case .text: values.append(decoder.text(bytes))
    case .date: values.append(date(bytes))
    case .flag: values.append(flag(bytes))
    case .integer:
      if let value = DecimalReader.integer(bytes) { values.append(value) } else { appendNumber(bytes) }
    case .number: appendNumber(bytes)
    case .unsupported: break
    }
  }

  /// Appends a number. When a column declared without decimals has some, it becomes a column of numbers.
  private mutating func appendNumber(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let value = number(bytes) else { return values.resize(to: values.count + 1) }
    if values.kind == .integer, let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      values.append(whole)
    } else {
      values.append(value)
    }
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if Self.isBlank(bytes) { return nil }
    if let value = DecimalReader.number(bytes) { return value }
    // Stars mean that the value did not fit; programs also write them for a missing value.
    if bytes.first != UInt8(ascii: "*") { noteUnreadable() }
    return nil
  }

  private mutating func date(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if Self.isBlank(bytes) || bytes.allSatisfy({ $0 == UInt8(ascii: "0") }) { return nil }
    guard bytes.count == 8, bytes.allSatisfy({ $0 &- 48 < 10 }) else {
      noteUnreadable()
      return nil
    }
    let digits = String(decoding: bytes, as: UTF8.self)
    return digits.prefix(4) + "-" + digits.dropFirst(4).prefix(2) + "-" + digits.suffix(2)
  }

  private mutating func flag(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    switch bytes.first {
    case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Y"), UInt8(ascii: "y"): return "true"
    case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "n"): return "false"
    case UInt8(ascii: "?"), UInt8(ascii: " "), 0, nil: return nil
    default:
      noteUnreadable()
      return nil
    }
  }

  private mutating func noteUnreadable() {
    unreadable += 1
    if firstUnreadable == nil { firstUnreadable = values.count }
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0 }
  }
}
