import Foundation
import Testing

@testable import Bytes

/// The one grammar of CSV, through the table and through the reader of records.
struct CSVGrammarTests {
  /// Every record as the reader of wanted columns gives it, with its line.
  private static func records(_ text: String, size: Int = .max) throws(Problem) -> [(Int, [String])] {
    let file = try CSVFile(Trickle(Array(text.utf8), size))
    var reader = CSVReader(file, columns: Array(file.header.indices))
    var records: [(Int, [String])] = []
    while try reader.advance() {
      let record = reader.record
      records.append((reader.line, file.header.indices.map(record.text)))
    }
    return records
  }

  /// Bytes that come in small pieces, as from a pipe.
  private final class Trickle: ByteSource {
    let path = "t.csv"
    let total = 0
    private(set) var done = 0
    private let bytes: [UInt8]
    private let size: Int

    init(_ bytes: [UInt8], _ size: Int) { (self.bytes, self.size) = (bytes, size) }

    func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
      let given = min(size, count, bytes.count - done)
      for index in 0..<given { target[index] = bytes[done + index] }
      done += given
      return given
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var header: [String]
    var rows: [[String]]
    var testDescription: String { text.debugDescription }
    init(_ text: String, _ header: [String], _ rows: [[String]]) {
      (self.text, self.header, self.rows) = (text, header, rows)
    }
  }

  @Test(arguments: [
    Case("a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    // Separators and line ends.
    Case("a;b\r\n1;\"x;\"\"y\"\"\r\nz\"\r\n", ["a", "b"], [["1", "x;\"y\"\r\nz"]]),
    Case("a\tb\r1\t2\r3\t4", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Case("a|b\n\n1|2\n   \n3|4\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Case("\u{FEFF}sep=;\r\ncode;taux, en %\r\n1;2,5\r\n", ["code", "taux, en %"], [["1", "2,5"]]),
    Case("\u{FEFF}a\n", ["a"], []), Case("\n\na,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    Case("code;taux, en %, brut\n1;2,5\n", ["code", "taux, en %, brut"], [["1", "2,5"]]),
    Case("\"a\nb\";c\n1;2\n", ["a\nb", "c"], [["1", "2"]]),
    // Blanks around fields, in headers too, before and after quotes, the no-break ones of spreadsheets.
    Case("a , b\n 1 ,\u{A0}x y\u{202F}\n", ["a", "b"], [["1", "x y"]]),
    Case("a, \"b,c\" ,d\n1, \" 2 \" ,3\r\n", ["a", "b,c", "d"], [["1", "2", "3"]]),
    // A quote inside a field that is not quoted.
    Case("a,b\n5\" pipe,c\"d\n", ["a", "b"], [["5\" pipe", "c\"d"]]),
    Case("a,b\n\"\",\"\"\"\"\n", ["a", "b"], [["", "\""]]),
    // What keeps a code text in Excel.
    Case("a,b\n=\"01001\",\"=\"\"2A004\"\"\"\n=\"\",=1+2\n", ["a", "b"], [["01001", "2A004"], ["", "=1+2"]]),
    Case("a,b\n1,2\n3,", ["a", "b"], [["1", "2"], ["3", ""]]), Case("a\n\"\"\n\nx\n", ["a"], [[""], ["x"]]),
    Case("é,b\nÀ,à\n", ["é", "b"], [["À", "à"]]),
  ]) func reads(one: Case) throws {
    let table = try CSVTable(Array(one.text.utf8), path: "t.csv")
    #expect(table.header == one.header)
    #expect(table.rows.map(\.fields) == one.rows)
    for size in [1, 3, .max] { #expect(try Self.records(one.text, size: size).map(\.1) == one.rows) }
  }

  @Test func linesAreThoseOfTheText() throws {
    let table = try CSVTable(Array("a,b\n\"x\ny\",1\n\nz,2\n".utf8), path: "t.csv")
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(try CSVTable(Array("sep=,\n\na,b\n1,2\n".utf8), path: "t.csv").rows.map(\.line) == [4])
  }

  @Test(arguments: [
    ("", "t.csv: empty table"),
    ("a,b\n1,2\n3\n", "t.csv: line 3: 1 fields instead of 2; quote the fields that hold the separator"),
    ("a,b\n1,2,3\n", "t.csv: line 2: 3 fields instead of 2"),
    ("Title of the sheet\n\ncode,n\n1,2\n", "t.csv: line 3: 2 fields instead of 1; the header has one field"),
    ("a,b\n1,\"2\n", "t.csv: line 2: a quote is never closed"),
    ("a,\"b\n1,2\n", "t.csv: line 1: a quote is never closed"),
    ("a,b\n1,2\n\"1\"2,3\n", "t.csv: line 3, column a: text follows a closing quote; double the quotes"),
    ("a,b\n1,2\n3", "t.csv: line 3: last line cut short (1/2)"),
    (
      "PAR1\u{15}\u{4}a,b\n",
      "t.csv: this is a Parquet file; make a CSV of it, with DuckDB for instance: duckdb -c \"COPY (FROM 't.csv') TO 't-1.csv'\""
    ),
    ("PK\u{3}\u{4}  [Content_Types].xml", "t.csv: this is a spreadsheet's workbook; save the sheet as"),
    ("a,b\n\u{0}\u{0}", "t.csv: this is no text"), ("<!DOCTYPE html>\n", "t.csv: this is a page or XML"),
  ]) func refuses(text: String, words: String) {
    let problem = #expect(throws: Problem.self) { try CSVTable(Array(text.utf8), path: "t.csv") }
    #expect(problem?.status == .badData)
    #expect(problem?.line(.en).hasPrefix(words) == true, "\(problem?.line(.en) ?? "")")
    let other = #expect(throws: Problem.self) { try Self.records(text, size: 2) }
    #expect(other == problem)
  }

  @Test func latin1IsNamedByItsLine() {
    for text in [[0x61, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0xE9, 0x0A], [0x61, 0x2C, 0xE9, 0x0A]] as [[UInt8]] {
      let line = text.firstIndex(of: 0xE9)! > 4 ? 2 : 1
      let problem = #expect(throws: Problem.self) { try CSVTable(text, path: "t.csv") }
      #expect(problem?.line(.en) == "t.csv: line \(line): the text is not UTF-8; save the file as \"CSV UTF-8\"")
    }
    let utf16 = #expect(throws: Problem.self) { try CSVTable([0xFF, 0xFE, 0x61, 0], path: "t.csv") }
    #expect(utf16?.line(.en).contains("UTF-16") == true)
  }

  /// A line without end is refused after a bounded part of it: the source would give bytes for ever.
  @Test(arguments: [("", "line 1: a line does not end"), ("a\n", "line 2: a line does not end")]) func aLineWithoutEnd(
    start: String, words: String
  ) {
    final class Endless: ByteSource {
      let path = "t.csv"
      let total = 0
      private(set) var done = 0
      private var start: [UInt8]
      init(_ start: [UInt8]) { self.start = start }
      func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let given = start.isEmpty ? count : 1
        if start.isEmpty { target.update(repeating: 0x78, count: count) } else { target[0] = start.removeFirst() }
        done += given
        // A reader that never stops fails here instead of filling the memory.
        return done > 1 << 28 ? 0 : given
      }
    }
    let source = Endless(Array(start.utf8))
    let problem = #expect(throws: Problem.self) {
      var reader = CSVReader(try CSVFile(source), columns: [0])
      while try reader.advance() {}
    }
    #expect(problem?.line(.en).hasPrefix("t.csv: " + words) == true, "\(problem?.line(.en) ?? "")")
    #expect(source.done < 4 * RecordBlocks.longestRecord)
  }

  @Test func devicesAreNotReadWhole() {
    for read in [{ _ = try FileBytes.read("/dev/zero") }, { _ = try CSVTable(path: "/dev/zero") }] {
      let problem = #expect(throws: Problem.self) { try read() }
      #expect(problem?.status == .readOrWrite)
    }
    #expect((try? FileBytes.read("/dev/null")) == [])
  }

  @Test func columnsAreFoundOnce() throws {
    let table = try CSVTable(Array("a,b, a \n1,2,3\n".utf8), path: "t.csv")
    #expect(try table.column("b") == 1)
    #expect(try table.position(of: "c") == nil)
    let twice = #expect(throws: Problem.self) { try table.column("a") }
    #expect(twice?.line(.en) == "t.csv: line 1: two columns \"a\" (numbers 1 and 3); rename one of them, or delete it")
    let absent = #expect(throws: Problem.self) { try table.column("c") }
    #expect(absent?.line(.en) == "t.csv: line 1: no column \"c\"; columns there are: a, b, a")
    let preamble = try CSVTable(Array("Populations;;\n# 2021;;\ncode;\"nom\" ;n\n1;x;2\n".utf8), path: "t.csv")
    let hint = #expect(throws: Problem.self) { try preamble.column("nom") }
    #expect(
      hint?.line(.en) == "t.csv: line 1: no column \"nom\"; line 3 names it: delete the lines before the column names")
  }

  /// Records written by the rules come back as they were, whatever stands in them and however the bytes come.
  @Test func whatIsWrittenIsReadBack() throws {
    var random = SplitMix64(state: 7)
    let pieces = ["a", "é", "5\"", "\"", ",", ";", "\n", "\r\n", "x y", "=1", "|", "\u{202F}z"]
    for _ in 0..<400 {
      let columns = Int.random(in: 1...6, using: &random)
      let separator = [",", ";", "\t", "|"].randomElement(using: &random)!
      let header = (0..<columns).map { "c\($0)" }
      let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        (0..<columns).map { _ in
          String((0..<Int.random(in: 0...4, using: &random)).flatMap { _ in pieces.randomElement(using: &random)! })
            .trimmingSpaces
        }
      }
      // Nothing but spaces and no quotes would be an empty line.
      let text = ([header] + rows).map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator) + "\n"
      }.joined()
      let read = try Self.records(text, size: Int.random(in: 1...9, using: &random)).map(\.1)
      #expect(read == rows, "\(text.debugDescription)")
    }
  }
}

/// The same numbers every time.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
