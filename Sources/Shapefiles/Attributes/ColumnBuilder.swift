import Bytes
import Geometry

/// Collects one column of a .dbf, row by row.
struct ColumnBuilder {
  private enum Kind { case text, date, flag, integer, number, unsupported }

  let field: Shapefile.Field
  private let range: Range<Int>
  private var kind: Kind
  private var texts: [String?] = []
  private var integers: [Int?] = []
  private var numbers: [Double?] = []
  private var row = 0
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
    case .integer: integers.reserveCapacity(rows)
    case .number: numbers.reserveCapacity(rows)
    case .unsupported: break
    default: texts.reserveCapacity(rows)
    }
  }

  /// Whether the column has a type that this reader supports.
  var isSupported: Bool { kind != .unsupported }

  /// The column; `nil` when its type is not supported.
  var column: Column? {
    switch kind {
    case .unsupported: nil
    case .integer: Column(field.name, .integer(integers))
    case .number: Column(field.name, .number(numbers))
    case .text, .date, .flag: Column(field.name, .text(texts))
    }
  }

  mutating func append(_ tuple: UnsafeBufferPointer<UInt8>, _ decoder: inout TextDecoder) {
    let bytes = UnsafeBufferPointer(rebasing: tuple[range])
    switch kind {
    case .text: texts.append(decoder.text(bytes))
    case .date: texts.append(date(bytes))
    case .flag: texts.append(flag(bytes))
    case .integer: appendInteger(bytes)
    case .number: numbers.append(number(bytes))
    case .unsupported: break
    }
    row += 1
  }

  /// Fills the column up with missing values to `rows` rows.
  mutating func pad(to rows: Int) {
    let missing = rows - row
    guard missing > 0 else { return }
    switch kind {
    case .integer: integers.append(contentsOf: repeatElement(nil, count: missing))
    case .number: numbers.append(contentsOf: repeatElement(nil, count: missing))
    case .unsupported: break
    default: texts.append(contentsOf: repeatElement(nil, count: missing))
    }
  }

  /// Appends a whole number. When a column declared without decimals has some, it becomes a column of numbers.
  private mutating func appendInteger(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let value = DecimalReader.integer(bytes) { return integers.append(value) }
    guard let value = number(bytes) else { return integers.append(nil) }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return integers.append(whole) }
    numbers = integers.map { $0.map(Double.init) }
    numbers.append(value)
    integers = []
    kind = .number
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
    if firstUnreadable == nil { firstUnreadable = row }
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0 }
  }
}
