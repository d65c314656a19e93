/// Where a field lies in its record, in bytes without the quotes and blanks around it; `end` is past the last
/// byte.
@usableFromInline struct FieldSpan {
  @usableFromInline var start: Int32 = 0
  @usableFromInline var end: Int32 = 0
  /// Whether quotes inside are doubled.
  @usableFromInline var isEscaped = false

  @inline(__always) @usableFromInline init(start: Int32, end: Int32, isEscaped: Bool = false) {
    self.start = start
    self.end = end
    self.isEscaped = isEscaped
  }
}

/// The wanted fields of one record, in the order they were asked for. Valid until the reader moves on.
public struct CSVRecord {
  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline let spans: UnsafePointer<FieldSpan>

  /// Number of bytes of a field.
  @inlinable @inline(__always) public func count(_ field: Int) -> Int { Int(spans[field].end &- spans[field].start) }

  /// First byte of a field, in the reader's buffer; valid until the reader moves on.
  @inlinable @inline(__always) public func pointer(_ field: Int) -> UnsafePointer<UInt8> {
    base + Int(spans[field].start)
  }

  /// A field of one byte, or 0 when it is empty or longer.
  @inlinable @inline(__always) public func letter(_ field: Int) -> UInt8 { count(field) == 1 ? pointer(field)[0] : 0 }

  /// A field as it stands between its quotes; doubled quotes stay doubled.
  @inlinable public func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pointer(field), count: count(field))
  }

  /// A field as text, doubled quotes made single.
  public func text(_ field: Int) -> String {
    guard spans[field].isEscaped else { return String(decoding: bytes(field), as: UTF8.self) }
    var isFirst = false
    let single = bytes(field).filter { byte in
      isFirst = byte == quote && !isFirst
      return byte != quote || isFirst
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// The whole number that exactly `digits` digits spell; `nil` for anything else.
  @inlinable @inline(__always) public func number(_ field: Int, digits: Int) -> UInt64? {
    guard count(field) == digits else { return nil }
    let start = pointer(field)
    var value: UInt64 = 0
    var bad: UInt8 = 0
    for index in 0..<digits {
      let digit = start[index] &- 48
      bad |= digit > 9 ? 1 : 0
      value = value &* 10 &+ UInt64(digit)
    }
    return bad == 0 ? value : nil
  }
}

/// Where a record stands when the block's own line is not known yet: its block and the line in it, both from 0.
public struct CSVPlace: Sendable, Comparable {
  /// Number of the block in file order, from 0.
  public var block: Int32
  /// Line of the block on which the record starts, from 0.
  public var line: Int32

  /// A place from its block and the line in it.
  @inlinable @inline(__always) public init(block: Int32, line: Int32) {
    self.block = block
    self.line = line
  }

  /// Orders places as the records stand in the file.
  @inlinable @inline(__always) public static func < (left: CSVPlace, right: CSVPlace) -> Bool {
    left.block != right.block ? left.block < right.block : left.line < right.line
  }
}
