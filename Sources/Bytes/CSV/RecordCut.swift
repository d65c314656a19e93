/// Where the last whole record of some bytes ends; the first byte must be the start of a record.
///
/// A quote opens a field only at the field's start or after blanks there; elsewhere it is an ordinary
/// character, as in `ROUE 5" ACIER`. Complexity: O(n), at the speed of `memchr` where quotes are rare.
struct RecordCut {
  /// Past the last line feed outside quotes; 0 when there is none.
  private(set) var end = 0
  private(set) var hasQuotes = false
  private(set) var endsInQuotes = false

  init(_ bytes: UnsafePointer<UInt8>, _ count: Int, dialect: CSVDialect) {
    let newline = dialect.lineEnd
    var outside = 0
    while let found = Self.find(quote, bytes, outside, count) {
      hasQuotes = true
      keepLast(newline, bytes, outside, found)
      var before = found
      while before > outside, dialect.isBlank(bytes[before - 1]) { before -= 1 }
      let opens = before == 0 || bytes[before - 1] == dialect.separator || bytes[before - 1] == newline
      outside = found + 1
      guard opens else { continue }
      guard let close = Self.closing(bytes, outside, count) else {
        endsInQuotes = true
        return
      }
      outside = close + 1
    }
    keepLast(newline, bytes, outside, count)
  }

  private mutating func keepLast(_ newline: UInt8, _ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) {
    var at = to
    while at > from {
      at -= 1
      if bytes[at] == newline {
        end = at + 1
        return
      }
    }
  }

  /// The quote that closes a field opened just before `from`; a doubled quote is part of the text.
  private static func closing(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ count: Int) -> Int? {
    var at = from
    while let found = find(quote, bytes, at, count) {
      guard found + 1 < count, bytes[found + 1] == quote else { return found }
      at = found + 2
    }
    return nil
  }

  @inline(__always) static func find(_ byte: UInt8, _ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int? {
    guard from < to, let found = memchr(bytes + from, Int32(byte), to - from) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
  }
}
