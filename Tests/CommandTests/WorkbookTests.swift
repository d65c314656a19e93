import Foundation
import Testing

@testable import Cartopole

/// `tables.xlsx`, read back by a reader that is not ours.
struct WorkbookTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Every number of a CSV is in the sheet of its name as a number, every code as a text, every status as a sign.
  private func check(_ sheet: WorkbookDump.Sheet, against path: String) throws {
    let table = try CSVTable(path: work.url(path).path)
    let signs = ["s": "s", "n": "…", "z": "///", "e": "e", "d": "d"]
    #expect(sheet.formulas == 0 && sheet.frozen[0] == 2 && sheet.filter?.hasPrefix("A2:") == true, "\(sheet.name)")
    #expect(sheet.widths.allSatisfy { $0 >= 5 && $0 < 60 }, "\(sheet.widths)")
    var at = 0
    for (column, key) in table.header.enumerated() where !key.hasSuffix("_status") {
      let heading = sheet.rows[1][at]?.text
      let hasSigns = at + 1 < sheet.rows[1].count && sheet.rows[1][at + 1]?.text == "signe"
      let status = table.header.firstIndex(of: key + "_status")
      #expect(heading?.isEmpty == false, "\(sheet.name), \(key)")
      for (number, row) in table.rows.enumerated() {
        let cells = sheet.rows[number + 2]
        func cell(_ place: Int) -> WorkbookDump.Cell? { place < cells.count ? cells[place] : nil }
        let field = row.fields[column]
        if ["insee", "name", "area_code", "id", "canton"].contains(key) {
          #expect(cell(at)?.text == field, "\(sheet.name), \(key), \(number)")
        } else if let value = cell(at)?.number {
          let wanted = try #require(Double(field), "\(sheet.name), \(key), \(number): \(field)")
          #expect((value - wanted).magnitude <= 1e-15 * wanted.magnitude, "\(sheet.name), \(key), \(number)")
        } else if cell(at) == nil {
          #expect(field.isEmpty, "\(sheet.name), \(key), \(number): \(field)")
        }
        if let status, let sign = signs[row.fields[status]] {
          #expect(hasSigns && cell(at + 1)?.text?.hasSuffix(sign) == true, "\(sheet.name), \(key), \(number)")
        }
      }
      at += hasSigns ? 2 : 1
    }
    #expect(at == sheet.rows[1].count, "\(sheet.name)")
  }

  @Test func everyTableIsASheet() throws {
    try work.makeSmallProject()
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    let book = try WorkbookDump("a/tables.xlsx", in: work)
    #expect(book.sheets.first?.name == "Sommaire" && book.sheets.last?.name == "Sources et hypothèses")
    let names = work.files().filter { $0.hasPrefix("a/tables/") && $0.hasSuffix(".csv") && !$0.hasSuffix("-excel.csv") }
    var filled = 0
    for path in names {
      let table = try CSVTable(path: work.url(path).path)
      let name = String(path.dropFirst("a/tables/".count).dropLast(4))
      guard !table.rows.isEmpty else {
        #expect(book[name] == nil, "\(name)")
        continue
      }
      filled += 1
      try check(try #require(book[name], "\(name)"), against: path)
    }
    #expect(filled == book.sheets.count - 2 && filled > 4)
    // The contents name every table, and the page the workbook.
    let list = try #require(book.sheets.first)
    #expect(list.rows.dropFirst(2).count { $0.count == 4 } == names.count)
    #expect(try work.text("a/index.html").contains("<a href=\"tables.xlsx\">Tous les tableaux"))
    #expect(try work.text("a/manifest.json").contains("libxlsxwriter"))
  }

  @Test func inEnglish() throws {
    try work.makeSmallProject()
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures", "--lang", "en")
    #expect(run.status == 0, "\(run.err)")
    let book = try WorkbookDump("a/tables.xlsx", in: work)
    #expect(book.sheets.map(\.name).contains("Contents") && book["Sources, assumptions"] != nil)
    #expect(book["communes"]?.column("Inhabitants") != nil)
    #expect(try work.text("a/index.html").contains("Every table in one workbook"))
  }

  // MARK: What no project has

  private func dump(_ sheets: [WorkbookSheet]) throws -> WorkbookDump {
    let book = Workbook(title: "a & b \u{1B}", subject: "<s>", author: "\u{202E}x", sheets: sheets)
    try OutputFile.write(book.bytes(), to: work.url("b.xlsx").path)
    return try WorkbookDump("b.xlsx", in: work)
  }

  @Test func hostileTexts() throws {
    let given = [
      "=1+1", "+33", "-5", "@SUM(A1)", "\t=1", "01001", "2A004", "1e5", "TRUE", " é ", "</t><x>&amp;", "_x0041_", "🚲",
      "a\u{FFFE}b", "\u{1B}[31m", "a\u{202E}b", "l1\nl2", "\u{0}",
    ]
    let wanted = [
      "=1+1", "+33", "-5", "@SUM(A1)", " =1", "01001", "2A004", "1e5", "TRUE", " é ", "</t><x>&amp;", "_x0041_", "🚲",
      "a\u{FFFD}b", "\\x1b[31m", "a\\u202eb", "l1 l2", "\\x00",
    ]
    let table = Table(
      name: "t", title: Text(same: "=T()"), columns: [Table.Column("a", Text(same: "=H()"))],
      rows: given.map { [.text($0)] }, notes: [Text(same: "=N()")])
    let sheet = try #require(try dump([table.sheet("t", .fr)]).sheets.first)
    #expect(sheet.formulas == 0)
    #expect(sheet.rows.dropFirst(2).prefix(given.count).map { $0[0]?.text } == wanted)
    #expect([0, 1, given.count + 3].map { sheet.rows[$0][0]?.text } == ["=T()", "=H()", "=N()"])
    let long = Table(
      name: "l", title: Text(same: ""), columns: [Table.Column("a", Text(same: "a"))],
      rows: [[.text(String(repeating: "é", count: 40_000))]])
    #expect(try dump([long.sheet("l", .fr)]).sheets[0].rows[2][0]?.text?.utf16.count == 32_767)
  }

  @Test func valuesAndSigns() throws {
    let values: [Table.Value] = [
      .figure(.number(1234.5678), decimals: 1), .figure(.estimate(2), decimals: 0), .figure(.derived(3), decimals: 0),
      .figure(.secret, decimals: 0), .figure(.notAvailable, decimals: 0), .figure(.notApplicable, decimals: 0),
      .figure(.missing, decimals: 0), .figurePercent(.number(0.0719), decimals: 2), .share(0.999, decimals: 0),
      .limit(.number(3850), decimals: 0, .moreThan), .limit(.derived(5), decimals: 0, .lessThan), .integer(nil),
      .number(.infinity, decimals: 2), .distance(15.049, limit: 15), .bounded(.number(1.5), 1, 2, decimals: 3),
      .number(1e300, decimals: 0), .number(-0.25, decimals: 2),
    ]
    let table = Table(
      name: "t", title: Text(same: "t"), columns: [Table.Column("a", Text(same: "a"), isFigure: true)],
      rows: values.map { [$0] })
    let sheet = try #require(try dump([table.sheet("t", .en)]).sheets.first)
    #expect(sheet.rows[1].map { $0?.text } == ["a", "sign"])
    let rows = sheet.rows.dropFirst(2).prefix(values.count)
    #expect(
      rows.map { $0.first??.number } == [
        1234.5678, 2, 3, nil, nil, nil, nil, 0.0719, 0.999, 3850, 5, nil, nil, 15.049, 1.5, 1e300, -0.25,
      ])
    #expect(
      rows.map { $0.count > 1 ? $0[1]?.text : nil } == [
        nil, "e", "d", "s", "…", "///", nil, nil, nil, "more than", "less than d", "…", nil, nil, nil, nil, nil,
      ])
    let formats = rows.map { $0.first??.format }
    #expect(
      [0, 1, 7, 8, 13, 14].map { formats[$0] } == ["#,##0.0", "#,##0", "0.00%", "0.0%", "#,##0.00", "#,##0.000"])
  }

  @Test func namesOfTabs() throws {
    let given = [
      "a", "A", "[b]:c*?/\\'", "", "History", String(repeating: "x", count: 40), String(repeating: "x", count: 41),
      "simulation-epicerie-solidaire-siting-cover", "🚲" + String(repeating: "y", count: 30), "Sommaire",
    ]
    let names = WorkbookSheet.names(given)
    #expect(Set(names.map { $0.lowercased() }).count == names.count && names.allSatisfy { $0.utf16.count <= 31 })
    #expect(names[1] == "A~2" && names[2] == "-b--c-----" && names[3] == "-" && names[4] == "History~2")
    #expect(names[7].hasPrefix("simulation-") && names[7].hasSuffix("siting-cover"))
    let book = try dump(
      names.map { WorkbookSheet(name: $0, title: "", headings: ["h"], rows: [[.link("x", sheet: $0)]], notes: []) })
    #expect(book.sheets.map(\.name) == names)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]) func columns(
    _ index: Int, _ name: String
  ) {
    #expect(WorkbookSheet.column(index) == name)
  }

  @Test func whatCannotBeWrittenIsAProblem() throws {
    let sheet = WorkbookSheet(name: "a[b]", title: "", headings: ["h"], rows: [], notes: [])
    #expect { try Workbook(title: "", subject: "", author: "", sheets: [sheet]).bytes() } throws: {
      ($0 as? Problem)?.line(.en).hasPrefix("the workbook cannot be written") == true
    }
  }
}
