import Bytes
import Statistics
import Testing

@testable import Imports

/// Any CSV; every file here is synthetic.
struct TableTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func run(_ text: String, keepsGoing: Bool = false, _ change: (inout TableImport) -> Void = { _ in }) throws
    -> ImportResult
  {
    var table = TableImport(path: try folder.write(text, "synthetic-table.csv"), key: "insee", value: "n")
    table.options.keepsGoing = keepsGoing
    change(&table)
    return try table.run()
  }

  @Test func values() throws {
    let result = try run("nom;insee;n\n\"A; B\";91223;12,5\nC;01001;0\nD;2A004;s\nE;91001;\n") {
      $0.measure = "pay"
      $0.family = .cooperative
      $0.perimeter = "what, counts"
      $0.source = "Somebody"
      $0.options.date = "2021-12-31"
      $0.options.cog = "2023"
    }
    #expect(
      result.lines == [
        "01001,cooperative,pay,0,,,,,2021-12-31,2023,\"what, counts\",Somebody",
        "2A004,cooperative,pay,,s,,,,2021-12-31,2023,\"what, counts\",Somebody",
        "91001,cooperative,pay,,n,,,,2021-12-31,2023,\"what, counts\",Somebody",
        "91223,cooperative,pay,12.5,,,,,2021-12-31,2023,\"what, counts\",Somebody",
      ])
    #expect(result.warnings.isEmpty)
    #expect(String(decoding: result.table.csv(), as: UTF8.self).hasPrefix(TidyTable.header + "\n"))
  }

  /// Insee's legal populations have the code in two cells; the département's zero may be gone.
  @Test func codesInTwoCells() throws {
    let text =
      "Code région;Code département;Code commune;n\n11;91;223;5\n84;1;4;7\n04;974;11;2\n94;2A;004;3\n11;91;;1\n"
    let result = try run(text, keepsGoing: true) {
      $0.key = "Code commune"
      $0.measure = "jobs"
    }
    #expect(result.cells == ["01004,all,jobs,7,", "2A004,all,jobs,3,", "91223,all,jobs,5,", "97411,all,jobs,2,"])
    #expect(result.faults.count == 1)
  }

  @Test func contributors() throws {
    let result = try run("insee,id,n\n91223,b,3\n91223,a,4\n91001,a,5\n") {
      $0.unit = "id"
      $0.measure = "jobs"
    }
    #expect(result.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[7] } == ["a", "a", "b"])
    #expect(result.cells == ["91001,all,jobs,5,", "91223,all,jobs,4,", "91223,all,jobs,3,"])
  }

  @Test(arguments: [
    ("insee,n\n91223,3\n\"9\"1001,4\n", "line 3, column insee", "text_after_quote"),
    ("insee,n\n91223,3\n91223,4\n", "line 3", "duplicate"),
    ("insee;n\n91223;1'234\n91001;1\n", "line 2, column n", "thousands_separator"),
    ("insee,n\n91223,many\n91001,1\n", "line 2, column n", "not_a_number"),
    ("insee,n\n91223,-3\n91001,1\n", "line 2, column n", "negative_number"),
    ("insee,n\n91223,3\n91001\n", "line 3", "field_count"), ("insee,n\n91223,3\n9100", "line 3", "truncated_line"),
    ("insee,n\nDourdan,3\n91001,1\n", "line 2", "not_a_commune"),
    ("insee,n\n91223,3\nTotal,4\n", "line 3", "total_mismatch"),
    ("insee,n\n91223,s\nTotal,4\n91001,5\n", "line 3", "total_mismatch"),
  ]) func faults(text: String, line: String, reason: String) throws {
    let error = problem { _ = try run(text) { $0.measure = "jobs" } }
    #expect(error?.status == .badData)
    #expect(error?.english.contains("synthetic-table.csv: \(line): ") == true, "\(error?.english ?? "")")
    let result = try run(text, keepsGoing: true) { $0.measure = "jobs" }
    #expect(result.refused.map { $0.split(separator: ",")[1] } == [Substring(reason)])
  }

  /// A comma that nothing settles is a fault of each cell that has it; the total's row too.
  @Test func aCommaNothingSettles() throws {
    let text = "insee,n\n91223,\"1,234\"\n91001,987\nTotal,\"2,221\"\n91016,5\n"
    let error = problem { _ = try run(text) { $0.measure = "pay" } }
    #expect(
      error?.english.contains("line 2, column n: \"1,234\": thousands or decimals") == true, "\(error?.english ?? "")")
    let result = try run(text, keepsGoing: true) { $0.measure = "pay" }
    #expect(result.refused == ["2,undecided_comma", "4,undecided_comma"])
    #expect(result.cells == ["91001,all,pay,987,", "91016,all,pay,5,"])
    let settled = text.replacing("987", with: "\"0,068\"").replacing("2,221", with: "6,302")
    #expect(
      try run(settled) { $0.measure = "pay" }.cells == [
        "91001,all,pay,0.068,", "91016,all,pay,5,", "91223,all,pay,1.234,",
      ])
  }

  /// What Excel makes of codes and numbers is read; a repeated header is not guessed at.
  @Test func asSpreadsheetsWriteIt() throws {
    let text = "\u{FEFF}sep=;\r\n insee ; n \r\n=\"01001\";15\u{202F}554\r\n1002.0;−3,5\r\n2a004;NULL\r\n"
    let result = try run(text) { $0.measure = "pay" }
    #expect(result.cells == ["01001,all,pay,15554,", "01002,all,pay,-3.5,", "2A004,all,pay,,n"])
    let notes = result.warnings.map(\.what.en).filter { $0.contains("restored") }
    #expect(notes == ["codes without their zero or written as numbers, restored; lines: 1 (4)"])
    let twice = problem { _ = try run("insee,n,n\n91223,1,2\n") }
    #expect(twice?.english.contains("line 1: two columns \"n\" (numbers 2 and 3)") == true)
  }

  @Test func nothingLeftIsNoAnswer() throws {
    let error = problem { _ = try run("insee,n\nx,1\ny,2\n", keepsGoing: true) }
    #expect(error?.status == .badData)
    #expect(
      error?.english.contains("no commune kept: 2 rows read, 2 refused, the first line 2: \"x\" is no commune code")
        == true, "\(error?.english ?? "")")
  }

  @Test func totalsThatAddUp() throws {
    #expect(try run("insee,n\n91223,3\n91001,4\nEnsemble,7\n").cells == ["91001,all,n,4,", "91223,all,n,3,"])
    // What is secret may be the difference.
    #expect(try run("insee,n\n91223,3\n91001,s\nTotal,7\n").faults.isEmpty)
  }

  @Test func aLastLineWithoutLineFeedIsSaid() throws {
    let result = try run("insee,n\n91223,3\n91001,4")
    #expect(result.lines.count == 2)
    #expect(result.warnings.contains { $0.what.en.hasPrefix("line 3: the last line has no line feed") })
  }

  @Test func manyFaultsAreCounted() throws {
    let rows = (0..<1500).map { "x\(1000 + $0),1\n" }.joined()
    #expect(problem { _ = try run("insee,n\n" + rows) }?.english.contains("(and 1,499 more faults)") == true)
  }

  @Test func nothingIsWrittenHalf() throws {
    let result = try run("insee,n\n91223,3\nx,4\n", keepsGoing: true)
    let output = folder.url.appendingPathComponent("out.csv").path
    try result.write(to: output, rejects: ImportResult.rejectsPath(for: output))
    #expect(try folder.files() == ["out-rejects.csv", "out.csv", "synthetic-table.csv"])
    let absent = folder.url.appendingPathComponent("absent/rejects.csv").path
    let other = folder.url.appendingPathComponent("other.csv").path
    #expect(problem { try result.write(to: other, rejects: absent) }?.status == .cannotCreate)
    #expect(try folder.files() == ["out-rejects.csv", "out.csv", "synthetic-table.csv"])
  }
}

/// Dates and years of codes in files' names.
struct VintageTests {
  @Test(arguments: [
    ("DS_FLORES_A17_2022_CSV_FR.zip", "2022", nil), ("TD_FLORES2021_NA17_NBETAB.csv", "2021", nil),
    ("StockEtablissement_utf8.csv", nil, nil), ("StockEtablissement_2024-12-31.csv", "2024-12-31", nil),
    ("stock_20241231.csv.gz", "2024-12-31", nil), ("emplois_2021_geo2023.csv", "2021", "2023"),
    ("emplois-COG-2024.csv", nil, "2024"), ("a_2019_2021.csv", nil, nil), ("table-91223.csv", nil, nil),
  ]) func names(name: String, date: String?, cog: String?) {
    #expect(FileVintage.date(in: name) == date)
    #expect(FileVintage.cog(in: name) == cog)
  }

  @Test func theNameAgainstTheOption() {
    func faults(_ name: String, _ kind: FileVintage.Kind, date: String?, cog: String?) -> Int {
      FileVintage(path: name, kind: kind, date: date, cog: cog).faults.count
    }
    #expect(faults("TD_FLORES2021.csv", .publication, date: "2021-12-31", cog: "2023") == 0)
    #expect(faults("TD_FLORES2021.csv", .publication, date: "2020", cog: nil) == 1)
    #expect(faults("emplois_geo2023.csv", .anybodys, date: nil, cog: "2024") == 1)
    #expect(faults("stock-2025-01-03.csv", .register, date: "2024-12-31", cog: "2025") == 0)
    #expect(faults("stock-2022-01-03.csv", .register, date: "2024-12-31", cog: "2025") == 1)
  }
}
