/// The wanted fields of one row, in the order they were asked for. Valid until the next row is read.
struct Row {
  let base: UnsafePointer<UInt8>
  let spans: UnsafePointer<FieldSpan>

  @inline(__always)
  func count(_ field: Int) -> Int { Int(spans[field].end &- spans[field].start) }

  @inline(__always)
  func pointer(_ field: Int) -> UnsafePointer<UInt8> { base + Int(spans[field].start) }

  /// A field of one byte, or 0 when it is empty or longer.
  @inline(__always)
  func letter(_ field: Int) -> UInt8 { count(field) == 1 ? pointer(field)[0] : 0 }

  func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pointer(field), count: count(field))
  }

  /// A field as text, doubled quotes made single.
  func text(_ field: Int) -> String {
    let text = String(decoding: bytes(field), as: UTF8.self)
    guard spans[field].isEscaped else { return text }
    var out = ""
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" && wasQuote {
        wasQuote = false
        continue
      }
      wasQuote = scalar == "\""
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// The whole number that exactly `digits` digits spell; `nil` for anything else.
  @inline(__always)
  func number(_ field: Int, digits: Int) -> UInt64? {
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

/// What a reader of rows says of one of them.
enum Reading {
  case good
  /// The row is left out because of its field at this place among the wanted ones.
  case bad(Fault.Kind, field: Int)
}

/// Takes the rows of a table one after the other; each thread has its own.
protocol RowReader: Sendable {
  mutating func read(_ row: Row, at place: RowPlace) -> Reading
}

/// Where a row stands before lines are known: its block and the line in it, from 0.
struct RowPlace: Comparable {
  var block: Int32
  var line: Int32

  @inline(__always)
  static func < (left: RowPlace, right: RowPlace) -> Bool {
    left.block != right.block ? left.block < right.block : left.line < right.line
  }
}
