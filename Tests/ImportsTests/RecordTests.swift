import Testing

@testable import Imports

/// Records and fields found in bytes, quotes included.
struct RecordTests {
  static let comma = UInt8(ascii: ",")

  @Test(arguments: [
    ("a,b\nc,d\n", 8, false), ("a,b\nc,d", 4, false), ("a,b", 0, false), ("", 0, false),
    ("a,\"x\ny\"\nb", 8, false), ("a,\"x\ny", 0, true), ("a,b\nc,\"x\ny", 4, true),
    ("a,\"x\"\"\ny\"\nz", 10, false), ("5\" pipe,b\nc\"d,e\nf", 16, false),
    ("\"a\nb\",c\r\nd", 9, false), ("a,\"\"\nb", 5, false), ("a,\"\"\"\nb\"\n", 9, false),
  ])
  func theLastWholeRecord(text: String, end: Int, open: Bool) {
    let bytes = Array(text.utf8)
    let cut = bytes.withUnsafeBufferPointer { buffer in
      // An empty array has no address; none of its bytes is read.
      RecordCut(buffer.baseAddress ?? UnsafePointer(bitPattern: 1)!, buffer.count, separator: Self.comma)
    }
    #expect(cut.end == end)
    #expect(cut.endsInQuotes == open)
    #expect(cut.hasQuotes == text.contains("\""))
  }

  /// Rows without quotes, by both scanners and by `split`.
  @Test func bothScannersAgreeWithSplit() {
    var random = SystemRandomNumberGenerator.seeded(11)
    for _ in 0..<4000 {
      let fieldCount = Int.random(in: 1...60, using: &random)
      let fields = (0..<fieldCount).map { _ in
        String(
          (0..<Int.random(in: 0...11, using: &random)).map { _ in "abé09-. x;\t|".randomElement(using: &random)!
          })
      }
      let wanted = (0..<fieldCount).filter { _ in Bool.random(using: &random) } + [-1]
      let row = Array((fields.joined(separator: ",")).utf8)
      let buffer = ByteBuffer(capacity: max(16, row.count))
      // What follows the row in a block must not show.
      for index in 0..<buffer.capacity { buffer.bytes[index] = Self.comma }
      for (index, byte) in row.enumerated() { buffer.bytes[index] = byte }
      var scanner = RowScanner(columns: wanted, fieldCount: fieldCount, separator: Self.comma)
      for quoted in [false, true] where !row.isEmpty {
        let count =
          quoted
          ? scanner.scanQuoted(buffer.bytes, row.count).fields : scanner.scanPlain(buffer.bytes, row.count)
        #expect(count == fieldCount)
        #expect(scanner.hasHighBytes == row.contains { $0 >= 0x80 })
        let found = Row(base: buffer.bytes, spans: scanner.spans)
        for (slot, column) in wanted.enumerated() {
          #expect(found.text(slot) == (column < 0 ? "" : fields[column]), "\(fields), \(column), \(quoted)")
        }
      }
    }
  }

  @Test(arguments: [
    ("a,\"b,c\",d", ["a", "b,c", "d"], 9, 0), ("\"a \"\"b\"\"\",c", ["a \"b\"", "c"], 11, 0),
    ("\"a\nb\",c\nd,e", ["a\nb", "c"], 7, 1), ("5\"x,b\"y", ["5\"x", "b\"y"], 7, 0),
    ("a,b\r\nc", ["a", "b"], 4, 0),
    ("\"\",\"\"", ["", ""], 5, 0), ("a,", ["a", ""], 2, 0),
  ])
  func quotedRows(text: String, fields: [String], end: Int, lines: Int) {
    var scanner = RowScanner(columns: Array(fields.indices), fieldCount: fields.count, separator: Self.comma)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let scanned = scanner.scanQuoted(buffer.baseAddress!, buffer.count)
      let row = Row(base: buffer.baseAddress!, spans: scanner.spans)
      #expect(scanned.fields == fields.count)
      #expect(scanned.end == end)
      #expect(scanner.innerLines == lines)
      #expect(fields.indices.map { row.text($0) } == fields)
    }
  }

  @Test(
    arguments: [
      ([0x41, 0xC3, 0xA9], true), ([0xE9, 0x74, 0xE9], false), ([0xC0, 0x80], false),
      ([0xED, 0xA0, 0x80], false),
      ([0xF0, 0x9F, 0x97, 0xBA], true), ([0xF4, 0x90, 0x80, 0x80], false), ([0xE2, 0x82], false), ([], true),
    ] as [([UInt8], Bool)])
  func utf8(bytes: [UInt8], isValid: Bool) {
    // After enough ASCII to enter and leave the eight-byte steps.
    for pad in 0..<17 {
      let padded = [UInt8](repeating: 0x61, count: pad) + bytes + [UInt8](repeating: 0x62, count: pad)
      padded.withUnsafeBufferPointer {
        if let base = $0.baseAddress { #expect(UTF8Check.isValid(base, $0.count) == isValid) }
      }
    }
  }
}

extension SystemRandomNumberGenerator {
  static func seeded(_ seed: UInt64) -> Seeded { Seeded(state: seed) }

  /// SplitMix64: the same numbers every time.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
