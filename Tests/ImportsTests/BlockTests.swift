import Bytes
import Testing

@testable import Imports

/// Tables of several blocks, on one thread and on several, in every packing.
struct BlockTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Sums a column and keeps where each row stood.
  private struct Sums: RowReader {
    var sum: UInt64 = 0
    var texts: [(CSVPlace, String)] = []

    mutating func read(_ row: CSVRecord, at place: CSVPlace) throws(RowFault) {
      guard let number = row.number(0, digits: 6) else { throw RowFault(kind: .notANumber, field: 0) }
      sum += number
      if row.count(1) > 0 { texts.append((place, row.text(1))) }
    }
  }

  private func scan(_ path: String, threads: Int) throws -> ScanResult<Sums> {
    let file = try CSVFile(path: path)
    return try file.scan(try file.columns.columns(["n", "t"]), threads: threads) { Sums() }
  }

  @Test(arguments: [1, 2, 3]) func quotedLineFeedsAcrossBlocks(threads: Int) throws {
    var text = "t,n,pad\n"
    var line = 2
    var expected: [String: Int] = [:]
    var sum: UInt64 = 0
    for index in 0..<40_000 {
      let number = 100_000 + index
      sum += UInt64(number)
      if index % 997 == 0 {
        // A record over five lines, with commas, doubled quotes and a row's look in it.
        let inner = "id \(index)\n1,\"\"2\"\"\n\n999999,999999,x\n"
        text += "\"\(inner)\",\(number),\(index)\n"
        expected[inner.replacingOccurrences(of: "\"\"", with: "\"")] = line
        line += 5
      } else {
        text += ",\(number),d'un \"mot\" \(index)\n"
        line += 1
      }
    }
    text += ",12345,bad\n"
    let result = try scan(try folder.write(text, "synthetic-blocks.csv"), threads: threads)
    #expect(text.utf8.count > 3 << 18)
    #expect(result.rows == 40_001)
    #expect(result.readers.reduce(0) { $0 + $1.sum } == sum)
    let found = result.readers.flatMap(\.texts).map { ($0.1, result.line($0.0)) }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
    #expect(result.faults == [Fault(.notANumber, line: line, column: "n", value: "12345")])
  }

  @Test func aRecordLongerThanABlock() throws {
    let long = String(repeating: "x\n", count: 1 << 18)
    let path = try folder.write("t,n\n,100001\n\"\(long)\",100002\n,100003\n", "synthetic-long.csv")
    let result = try scan(path, threads: 2)
    #expect(result.rows == 3)
    #expect(result.readers.flatMap(\.texts).map(\.1) == [long])
  }

  @Test func aQuoteNeverClosed() throws {
    let path = try folder.write("t,n\n,100001\n\"open,100002\n,100003\n", "synthetic-open.csv")
    let error = problem { _ = try scan(path, threads: 2) }
    #expect(error?.status == .badData)
    #expect(error?.english.contains("line 3: a quote is never closed") == true)
  }

  @Test(arguments: [
    "synthetic-table.csv", "synthetic-table.csv.gz", "synthetic-table.zip", "synthetic-stored.zip",
    "synthetic-zip64.zip",
  ]) func everyPackingGivesTheSameTable(name: String) throws {
    var table = TableImport(path: Fixture.path(name), key: "code", value: "n")
    table.source = "synthetic"
    let result = try table.run()
    #expect(result.table.rows.count == 600)
    #expect(result.table.rows.reduce(0) { $0 + ($1.value ?? 0) } == 1795)
    #expect(result.table.csv() == (try TableImport(copying: table, path: "synthetic-table.csv").run().table.csv()))
  }

  @Test(arguments: ["synthetic-table.csv.gz", "synthetic-table.zip", "synthetic-stored.zip"]) func archivesCutOrDamaged(
    name: String
  ) throws {
    let bytes = try Fixture.bytes(name)
    let cut = try folder.write(Array(bytes.dropLast(bytes.count / 3)), "cut-" + name)
    var damaged = bytes
    damaged[bytes.count / 4] ^= 0x55
    let broken = try folder.write(damaged, "damaged-" + name)
    for path in [cut, broken] {
      let error = problem { _ = try TableImport(path: path, key: "code", value: "n").run() }
      #expect(error?.status == .badData, "\(path): \(error?.english ?? "no error")")
    }
  }

  @Test func whatIsNoTable() throws {
    #expect(problem { _ = try CSVFile(path: "/absent/t.csv") }?.status == .missingInput)
    #expect(problem { _ = try CSVFile(path: "/tmp") }?.status == .missingInput)
    #expect(problem { _ = try CSVFile(path: try folder.write("", "e.csv")) }?.status == .badData)
    let utf16 = try folder.write([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], "u.csv")
    #expect(problem { _ = try CSVFile(path: utf16) }?.english.contains("UTF-16") == true)
  }
}

extension TableImport {
  /// The same import of another fixture.
  fileprivate init(copying other: TableImport, path: String) {
    self = other
    self.path = Fixture.path(path)
  }
}
