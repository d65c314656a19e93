#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a field of a row lies, quotes left out.
struct FieldSpan {
  var start: Int32 = 0
  var end: Int32 = 0
  /// Whether quotes inside are doubled.
  var isEscaped = false
}

/// Finds the wanted fields of a row and counts all of them.
///
/// A row without quotes is read eight bytes at a time: separators become the top bits of a word (exact zero-byte
/// test of `word ^ separators`, after Warren, Hacker's Delight, 6-1), and only words in which a wanted field
/// begins or ends are looked into.
struct RowScanner: ~Copyable {
  /// Spans of the wanted columns, in the order asked for.
  let spans: UnsafeMutablePointer<FieldSpan>
  /// Whether the last row holds a byte past ASCII.
  private(set) var hasHighBytes = false
  /// Line feeds inside the last row's quotes.
  private(set) var innerLines = 0

  private let fieldCount: Int
  private let separator: UInt8
  private let pattern: UInt64
  /// Ordinals of the separators to remember, ascending, then one that never comes.
  private let targets: UnsafeMutablePointer<Int>
  private let marks: UnsafeMutablePointer<Int32>
  /// Wanted columns the file has, with the marks before and after them: −1 is the row's start or end.
  private let present: UnsafeMutablePointer<(slot: Int, before: Int, after: Int)>
  private let presentCount: Int
  /// For each column of the file, its place among the wanted ones, or −1.
  private let slots: [Int]

  /// A column of −1 is absent from the file and always empty.
  init(columns: [Int], fieldCount: Int, separator: UInt8) {
    self.fieldCount = fieldCount
    self.separator = separator
    pattern = UInt64(separator) &* 0x0101_0101_0101_0101
    var ordinals: Set<Int> = []
    for column in columns where column >= 0 {
      if column > 0 { ordinals.insert(column) }
      if column + 1 < fieldCount { ordinals.insert(column + 1) }
    }
    let sorted = ordinals.sorted()
    targets = .allocate(capacity: sorted.count + 1)
    for (index, ordinal) in sorted.enumerated() { targets[index] = ordinal }
    targets[sorted.count] = .max
    marks = .allocate(capacity: sorted.count + 1)
    marks.initialize(repeating: 0, count: sorted.count + 1)
    spans = .allocate(capacity: columns.count)
    spans.initialize(repeating: FieldSpan(), count: columns.count)
    let found = columns.indices.filter { columns[$0] >= 0 }
    presentCount = found.count
    present = .allocate(capacity: found.count)
    for (index, slot) in found.enumerated() {
      let before = sorted.firstIndex(of: columns[slot]) ?? -1
      let after = sorted.firstIndex(of: columns[slot] + 1) ?? -1
      (present + index).initialize(to: (slot, before, after))
    }
    slots = (0..<fieldCount).map { columns.firstIndex(of: $0) ?? -1 }
  }

  deinit {
    targets.deallocate()
    marks.deallocate()
    spans.deallocate()
    present.deallocate()
  }

  /// Fields of a row without quotes, `length` bytes long without its line end. O(length ÷ 8).
  @inline(__always)
  mutating func scanPlain(_ row: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = 0
    var next = 0
    var target = targets[0]
    var high: UInt64 = 0
    var at = 0
    while at < length {
      var word = UInt64(littleEndian: UnsafeRawPointer(row + at).loadUnaligned(as: UInt64.self))
      let left = length - at
      if left < 8 { word &= (1 << UInt64(left * 8)) &- 1 }
      high |= word
      let difference = word ^ pattern
      let found = ~(((difference & low) &+ low) | difference | low)
      let sum = count &+ Int(truncatingIfNeeded: ((found >> 7) &* ones) >> 56)
      if sum >= target {
        var rest = found
        var ordinal = count
        while rest != 0 {
          ordinal &+= 1
          if ordinal == target {
            marks[next] = Int32(truncatingIfNeeded: at &+ (rest.trailingZeroBitCount >> 3))
            next &+= 1
            target = targets[next]
          }
          rest &= rest &- 1
        }
      }
      count = sum
      at &+= 8
    }
    hasHighBytes = high & ~low != 0
    innerLines = 0
    guard count + 1 == fieldCount else { return count + 1 }
    for index in 0..<presentCount {
      let (slot, before, after) = present[index]
      let start = before < 0 ? 0 : marks[before] &+ 1
      let end = after < 0 ? Int32(truncatingIfNeeded: length) : marks[after]
      spans[slot] = FieldSpan(start: start, end: end)
    }
    return count + 1
  }

  /// Fields of the row that starts at `row`, at most `length` bytes long, byte by byte.
  ///
  /// Returns how many they are and where the row ends: at its line feed, or at `length`.
  mutating func scanQuoted(_ row: UnsafePointer<UInt8>, _ length: Int) -> (fields: Int, end: Int) {
    var fields = 0
    var at = 0
    var high: UInt8 = 0
    innerLines = 0
    while true {
      var span = FieldSpan(start: Int32(at), end: Int32(at))
      if at < length, row[at] == quote {
        at += 1
        span.start = Int32(at)
        while at < length {
          if row[at] == quote {
            guard at + 1 < length, row[at + 1] == quote else { break }
            span.isEscaped = true
            at += 1
          } else if row[at] == newline {
            innerLines += 1
          }
          high |= row[at]
          at += 1
        }
        span.end = Int32(at)
        at += 1
        // Characters between the closing quote and the separator belong to no field.
        while at < length, row[at] != separator, row[at] != newline { at += 1 }
      } else {
        while at < length, row[at] != separator, row[at] != newline {
          high |= row[at]
          at += 1
        }
        span.end = Int32(at)
        let isLast = at >= length || row[at] == newline
        if isLast, span.end > span.start, row[Int(span.end) - 1] == carriageReturn { span.end -= 1 }
      }
      if fields < slots.count, slots[fields] >= 0 { spans[slots[fields]] = span }
      fields += 1
      if at >= length || row[at] == newline { break }
      at += 1
    }
    hasHighBytes = high >= 0x80
    return (fields, min(at, length))
  }
}
