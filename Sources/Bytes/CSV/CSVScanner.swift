/// The grammar of CSV: finds the wanted fields of a record and counts all its fields.
///
/// RFC 4180, and three things that real files add: blanks around fields are dropped, `="01001"` is read as
/// `01001`, and a quote inside an unquoted field is an ordinary character. Text after a closing quote and a
/// number of fields that differs from the header's are flaws. Empty and blank lines are not records.
///
/// A record without quotes is read eight bytes at a time: separators become the top bits of a word (exact
/// zero-byte test of `word ^ separators`, after Warren, Hacker's Delight, 6-1), and only words in which a
/// wanted field begins or ends are looked into.
struct CSVScanner: ~Copyable {
  /// Fields of the last record; 0 for an empty line.
  private(set) var fields = 0
  /// Lines of the last record.
  private(set) var lines = 1
  private(set) var flaw: CSVFlaw?
  /// Whether the last record holds a byte past ASCII.
  private(set) var hasHighBytes = false
  /// Whether a quote of the last record is never closed.
  private(set) var isOpen = false

  /// Spans of the wanted columns, in the order asked for.
  let spans: UnsafeMutablePointer<FieldSpan>
  private let fieldCount: Int
  private let dialect: CSVDialect
  private let pattern: UInt64
  /// Ordinals of the separators to remember, ascending, then `Int.max` as a sentinel.
  private let targets: UnsafeMutablePointer<Int>
  private let marks: UnsafeMutablePointer<Int32>
  /// Wanted columns the file has, each with the indices of the marks before and after it; −1 stands for the
  /// record's start or end.
  private let present: UnsafeMutablePointer<(slot: Int, before: Int, after: Int)>
  private let presentCount: Int
  /// For each column of the file, the slot of the wanted column, or −1 when the column is not wanted.
  private let slots: [Int]
  /// Slots of columns asked for again, each with the earlier slot from which it copies the span.
  private let twins: [(slot: Int, of: Int)]

  /// A column of −1 stands for an absent column and is always empty.
  init(columns: [Int], fieldCount: Int, dialect: CSVDialect) {
    self.fieldCount = fieldCount
    self.dialect = dialect
    pattern = UInt64(dialect.separator) &* 0x0101_0101_0101_0101
    var ordinals: Set<Int> = []
    for column in columns where column >= 0 {
      if column > 0 { ordinals.insert(column) }
      if column + 1 < fieldCount { ordinals.insert(column + 1) }
    }
    let sorted = ordinals.sorted()
    targets = .allocate(capacity: sorted.count + 1)
    var place: [Int: Int] = [:]
    for (index, ordinal) in sorted.enumerated() {
      targets[index] = ordinal
      place[ordinal] = index
    }
    targets[sorted.count] = .max
    marks = .allocate(capacity: sorted.count + 1)
    marks.initialize(repeating: 0, count: sorted.count + 1)
    spans = .allocate(capacity: max(1, columns.count))
    spans.initialize(repeating: FieldSpan(start: 0, end: 0), count: max(1, columns.count))
    let found = columns.indices.filter { columns[$0] >= 0 }
    presentCount = found.count
    present = .allocate(capacity: max(1, found.count))
    var slots = [Int](repeating: -1, count: fieldCount)
    var twins: [(slot: Int, of: Int)] = []
    for (index, slot) in found.enumerated() {
      let column = columns[slot]
      (present + index).initialize(to: (slot, place[column] ?? -1, place[column + 1] ?? -1))
      if slots[column] < 0 { slots[column] = slot } else { twins.append((slot, slots[column])) }
    }
    self.slots = slots
    self.twins = twins
  }

  deinit {
    targets.deallocate()
    marks.deallocate()
    spans.deallocate()
    present.deallocate()
  }

  /// Finds the fields of the record that starts at `start`, in at most `length` bytes; a quote that is not closed there
  /// takes all of them.
  ///
  /// Returns how many bytes the record takes without its line end. Complexity: O(bytes ÷ 8) without quotes.
  mutating func scan(_ start: UnsafePointer<UInt8>, _ length: Int, hasQuotes: Bool) -> Int {
    var end = RecordCut.find(dialect.lineEnd, start, 0, length) ?? length
    flaw = nil
    if hasQuotes, RecordCut.find(quote, start, 0, end) != nil {
      end = scanQuoted(start, length)
    } else {
      let hasReturn = end > 0 && start[end - 1] == carriageReturn
      let text = hasReturn ? end - 1 : end
      lines = 1
      isOpen = false
      fields = isBlank(start, text) ? 0 : scanPlain(start, text)
    }
    if fields == 0 { return end }
    if fields != fieldCount {
      flaw = .fieldCount(fields, of: fieldCount)
    } else if hasHighBytes && !UTF8Check.isValid(start, end) {
      flaw = .notUTF8
    }
    return end
  }

  private func isBlank(_ line: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard length > 0 else { return true }
    guard dialect.isBlank(line[0]) else { return false }
    return (1..<length).allSatisfy { dialect.isBlank(line[$0]) }
  }

  /// Fields of a record without quotes, `length` bytes long without its line end.
  @inline(__always) private mutating func scanPlain(_ row: UnsafePointer<UInt8>, _ length: Int) -> Int {
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
    guard count + 1 == fieldCount else { return count + 1 }
    for index in 0..<presentCount {
      let (slot, before, after) = present[index]
      let start = before < 0 ? 0 : marks[before] &+ 1
      let end = after < 0 ? Int32(truncatingIfNeeded: length) : marks[after]
      spans[slot] = FieldSpan(start: start, end: end).withoutBlanks(row)
    }
    return count + 1
  }

  /// Fields of the record that starts at `row`, at most `length` bytes long, byte by byte; returns where it
  /// ends.
  private mutating func scanQuoted(_ row: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let (separator, lineEnd) = (dialect.separator, dialect.lineEnd)
    var count = 0
    var at = 0
    var high: UInt8 = 0
    lines = 1
    isOpen = false
    while true {
      var span = FieldSpan(start: Int32(truncatingIfNeeded: at), end: 0)
      var first = at
      while first < length, dialect.isBlank(row[first]) { first += 1 }
      if first < length, row[first] == quote {
        at = first + 1
        span.start = Int32(truncatingIfNeeded: at)
        while at < length {
          if row[at] == quote {
            guard at + 1 < length, row[at + 1] == quote else { break }
            span.isEscaped = true
            at += 1
          } else if row[at] == lineEnd {
            lines += 1
          }
          high |= row[at]
          at += 1
        }
        isOpen = at >= length
        span.end = Int32(truncatingIfNeeded: min(at, length))
        at += 1
        while at < length, row[at] != separator, row[at] != lineEnd {
          let isReturn = row[at] == carriageReturn && (at + 1 >= length || row[at + 1] == lineEnd)
          if !dialect.isBlank(row[at]) && !isReturn && flaw == nil { flaw = .textAfterQuote(field: count) }
          high |= row[at]
          at += 1
        }
      } else {
        while at < length, row[at] != separator, row[at] != lineEnd {
          high |= row[at]
          at += 1
        }
        span.end = Int32(truncatingIfNeeded: at)
        let isLast = at >= length || row[at] == lineEnd
        if isLast, span.end > span.start, row[Int(span.end) - 1] == carriageReturn { span.end -= 1 }
      }
      if count < slots.count, slots[count] >= 0 { spans[slots[count]] = span.withoutBlanks(row).withoutFormula(row) }
      count += 1
      if at >= length || row[at] == lineEnd { break }
      at += 1
    }
    for twin in twins { spans[twin.slot] = spans[twin.of] }
    hasHighBytes = high >= 0x80
    fields = count
    return min(at, length)
  }
}

extension FieldSpan {
  /// The span without the spaces at its ends; U+00A0 and U+202F count as spaces.
  @inline(__always) fileprivate func withoutBlanks(_ row: UnsafePointer<UInt8>) -> FieldSpan {
    guard start < end else { return self }
    let (first, last) = (row[Int(start)], row[Int(end) - 1])
    let isClean = first > 0x20 && first != 0xC2 && first != 0xE2 && last > 0x20 && last != 0xA0 && last != 0xAF
    return isClean ? self : stripped(row)
  }

  @inline(never) private func stripped(_ row: UnsafePointer<UInt8>) -> FieldSpan {
    var copy = self
    while copy.start < copy.end {
      let width = Blank.width(row + Int(copy.start), Int(copy.end - copy.start))
      guard width > 0 else { break }
      copy.start += Int32(width)
    }
    while copy.start < copy.end {
      let width = Blank.widthBefore(row + Int(copy.end), Int(copy.end - copy.start))
      guard width > 0 else { break }
      copy.end -= Int32(width)
    }
    return copy
  }

  /// The span of `01001` in `="01001"`, a formula that makes Excel keep a code as text.
  fileprivate func withoutFormula(_ row: UnsafePointer<UInt8>) -> FieldSpan {
    // Inside a quoted field each of its quotes is doubled.
    let marks: Int32 = isEscaped ? 2 : 1
    guard end - start > 2 * marks, row[Int(start)] == UInt8(ascii: "=") else { return self }
    let from = start + 1 + marks
    let to = end - marks
    guard from <= to, (start + 1..<from).allSatisfy({ row[Int($0)] == quote }),
      (to..<end).allSatisfy({ row[Int($0)] == quote }), !(from..<to).contains(where: { row[Int($0)] == quote })
    else { return self }
    return FieldSpan(start: from, end: to)
  }
}

/// Spaces in UTF-8: the plain one, the tab, and the no-break and narrow ones that numbers of spreadsheets and
/// Insee have.
enum Blank {
  /// Length in bytes of the blank at the start of `bytes`; 0 when they start with something else.
  static func width(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if bytes[0] == 0x20 || bytes[0] == 0x09 { return 1 }
    if count >= 2, bytes[0] == 0xC2, bytes[1] == 0xA0 { return 2 }
    if count >= 3, bytes[0] == 0xE2, bytes[1] == 0x80, [0xAF, 0x87, 0x89].contains(bytes[2]) { return 3 }
    return 0
  }

  /// Length in bytes of the blank that ends just before `end`; 0 when none does.
  static func widthBefore(_ end: UnsafePointer<UInt8>, _ count: Int) -> Int {
    for length in 1...min(3, count) where width(end - length, length) == length { return length }
    return 0
  }
}
