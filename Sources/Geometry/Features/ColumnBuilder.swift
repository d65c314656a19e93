import Bytes

/// The values of a column as a file gives them, row by row: whole numbers until another number comes, numbers until a
/// text comes, and then texts.
public struct ColumnBuilder: Sendable {
  /// What the values are so far; `undecided` as long as all are missing.
  public enum Kind: Sendable { case undecided, integer, number, text }

  /// What the column holds if nothing more comes; an undecided column holds texts.
  public private(set) var kind: Kind
  // One buffer a kind: taken out of an enum for every row, the values would be copied for every row. The two others are
  // empty, and those of an undecided column are texts.
  private var integers: [Int?] = []
  private var numbers: [Double?] = []
  private var texts: [String?] = []

  /// An empty column with room for so many rows; a file that declares a type gives the kind to begin with.
  public init(_ kind: Kind = .undecided, rows: Int = 0) {
    self.kind = kind
    switch kind {
    case .integer: integers.reserveCapacity(rows)
    case .number: numbers.reserveCapacity(rows)
    case .text, .undecided: texts.reserveCapacity(rows)
    }
  }

  /// Number of rows so far, missing values included.
  public var count: Int { integers.count + numbers.count + texts.count }

  /// The values so far.
  public var values: Column.Values {
    switch kind {
    case .integer: .integer(integers)
    case .number: .number(numbers)
    case .text, .undecided: .text(texts)
    }
  }

  /// Appends a whole number, which is a number in a column of numbers and a text among texts.
  public mutating func append(_ value: Int) {
    if kind == .undecided { become(.integer) }
    switch kind {
    case .integer: integers.append(value)
    case .number: numbers.append(Double(value))
    case .text, .undecided: texts.append(String(value))
    }
  }

  /// Appends a number, which turns whole numbers into numbers and is a text in its shortest form among texts.
  public mutating func append(_ value: Double) {
    if kind == .undecided || kind == .integer { become(.number) }
    if kind == .number { numbers.append(value) } else { texts.append(ByteWriter.shortest(value)) }
  }

  /// Appends a text, or a value that only a column of texts can miss: all values become texts.
  public mutating func append(_ text: String?) {
    if kind != .text { become(.text) }
    texts.append(text)
  }

  /// Cuts the column to so many rows, or fills it up to them with missing values.
  public mutating func resize(to rows: Int) {
    switch kind {
    case .integer: Self.resize(&integers, rows)
    case .number: Self.resize(&numbers, rows)
    case .text, .undecided: Self.resize(&texts, rows)
    }
  }

  private static func resize<Value>(_ values: inout [Value?], _ rows: Int) {
    while values.count > rows { values.removeLast() }
    while values.count < rows { values.append(nil) }
  }

  /// Turns the values into those of a wider kind. O(rows).
  private mutating func become(_ wider: Kind) {
    let column = Column("", values)
    kind = wider
    (integers, numbers, texts) = ([], [], [])
    switch wider {
    case .integer: integers = [Int?](repeating: nil, count: column.count)
    case .number: numbers = (0..<column.count).map(column.number)
    case .text, .undecided: texts = (0..<column.count).map(column.text)
    }
  }
}
