import Testing

@testable import Bytes

/// Records and fields found in bytes, quotes included.
struct CSVScannerTests {
  private static let comma = CSVDialect()

  @Test(arguments: [
    ("a,b\nc,d\n", 8, false), ("a,b\nc,d", 4, false), ("a,b", 0, false), ("", 0, false), ("a, \"x\ny\" \nb", 10, false),
    ("a,\"x\ny\"\nb", 8, false), ("a,\"x\ny", 0, true), ("a,b\nc,\"x\ny", 4, true), ("a,\"x\"\"\ny\"\nz", 10, false),
    ("5\" pipe,b\nc\"d,e\nf", 16, false), ("\"a\nb\",c\r\nd", 9, false), ("a,\"\"\nb", 5, false),
    ("a,\"\"\"\nb\"\n", 9, false),
  ]) func theLastWholeRecord(text: String, end: Int, open: Bool) {
    let bytes = Array(text.utf8)
    let cut = bytes.withUnsafeBufferPointer { buffer in
      // An empty array has no address; none of its bytes is read.
      RecordCut(buffer.baseAddress ?? UnsafePointer(bitPattern: 1)!, buffer.count, dialect: Self.comma)
    }
    #expect(cut.end == end)
    #expect(cut.endsInQuotes == open)
    #expect(cut.hasQuotes == text.contains("\""))
  }

  /// Rows without quotes, on the fast way and byte by byte, give what `split` gives.
  @Test func bothWaysAgreeWithSplit() {
    var random = SplitMix64(state: 11)
    for _ in 0..<4000 {
      let fieldCount = Int.random(in: 1...60, using: &random)
      let fields = (0..<fieldCount).map { _ in
        String((0..<Int.random(in: 0...11, using: &random)).map { _ in "abé09-. x;\t|".randomElement(using: &random)! })
      }
      let wanted = (0..<fieldCount).filter { _ in Bool.random(using: &random) } + [-1, 0]
      let row = Array((fields.joined(separator: ",")).utf8)
      guard row.contains(where: { $0 > 0x20 }) else { continue }
      let buffer = ByteBuffer(capacity: max(16, row.count + 2))
      // What follows the row in a block must not show.
      for index in 0..<buffer.capacity { buffer.bytes[index] = UInt8(ascii: ",") }
      for (index, byte) in row.enumerated() { buffer.bytes[index] = byte }
      for isQuoted in [false, true] {
        var scanner = CSVScanner(columns: wanted, fieldCount: fieldCount + (isQuoted ? 1 : 0), dialect: Self.comma)
        if isQuoted {
          // One field more, quoted, sends the same fields the other way.
          for (index, byte) in Array(",\"\"".utf8).enumerated() where row.count + index < buffer.capacity {
            buffer.bytes[row.count + index] = byte
          }
          if row.count + 3 > buffer.capacity { continue }
        }
        let length = row.count + (isQuoted ? 3 : 0)
        #expect(scanner.scan(buffer.bytes, length, hasQuotes: true) == length)
        #expect(scanner.fields == fieldCount + (isQuoted ? 1 : 0))
        #expect(scanner.hasHighBytes == row.contains { $0 >= 0x80 })
        #expect(scanner.flaw == nil)
        let found = CSVRecord(base: buffer.bytes, spans: scanner.spans)
        for (slot, column) in wanted.enumerated() {
          let text = column < 0 ? "" : fields[column].trimmingSpaces
          #expect(found.text(slot) == text, "\(fields), \(column), \(isQuoted)")
        }
      }
    }
  }

  @Test(arguments: [
    ("a,\"b,c\",d", ["a", "b,c", "d"], 9, 1), ("\"a \"\"b\"\"\",c", ["a \"b\"", "c"], 11, 1),
    ("\"a\nb\",c\nd,e", ["a\nb", "c"], 7, 2), ("5\"x,b\"y", ["5\"x", "b\"y"], 7, 1), ("a,b\r\nc", ["a", "b"], 4, 1),
    ("\"a\" ,b\r\nc", ["a", "b"], 7, 1), ("\"\",\"\"", ["", ""], 5, 1), ("a,", ["a", ""], 2, 1),
  ]) func records(text: String, fields: [String], end: Int, lines: Int) {
    var scanner = CSVScanner(columns: Array(fields.indices), fieldCount: fields.count, dialect: Self.comma)
    // Eight bytes at a time: the buffer is longer than the text.
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    bytes.withUnsafeBufferPointer { buffer in
      #expect(scanner.scan(buffer.baseAddress!, text.utf8.count, hasQuotes: true) == end)
      let record = CSVRecord(base: buffer.baseAddress!, spans: scanner.spans)
      #expect(scanner.fields == fields.count)
      #expect(scanner.lines == lines)
      #expect(fields.indices.map { record.text($0) } == fields)
    }
  }

  @Test(
    arguments: [
      ([0x41, 0xC3, 0xA9], true), ([0xE9, 0x74, 0xE9], false), ([0xC0, 0x80], false), ([0xED, 0xA0, 0x80], false),
      ([0xF0, 0x9F, 0x97, 0xBA], true), ([0xF4, 0x90, 0x80, 0x80], false), ([0xE2, 0x82], false), ([], true),
    ] as [([UInt8], Bool)]) func utf8(bytes: [UInt8], isValid: Bool)
  {
    // After enough ASCII to enter and leave the eight-byte steps.
    for pad in 0..<17 {
      let padded = [UInt8](repeating: 0x61, count: pad) + bytes + [UInt8](repeating: 0x62, count: pad)
      padded.withUnsafeBufferPointer {
        if let base = $0.baseAddress { #expect(UTF8Check.isValid(base, $0.count) == isValid) }
      }
    }
  }
}
