import Foundation
import Testing

/// A workbook as Tests/Oracles/workbook/dump.py reads it.
struct WorkbookDump {
  struct Cell: Equatable {
    var text: String?
    var number: Double?
    var format: String
  }

  struct Sheet {
    var name: String
    var rows: [[Cell?]]
    var frozen: [Int]
    var filter: String?
    var formulas: Int
    var widths: [Double]

    /// A row by the first of its texts; counted from the headings.
    func row(_ first: String) -> [Cell?]? { rows.dropFirst(2).first { $0.first??.text == first } }
    func column(_ heading: String) -> Int? { rows[1].firstIndex { $0?.text == heading } }
  }

  let sheets: [Sheet]

  init(_ path: String, in work: Workspace) throws {
    let program = URL(fileURLWithPath: try #require(Tool.find("python3")))
    let script = Tool.package.appendingPathComponent("Tests/Oracles/workbook/dump.py").path
    let run = try work.run(program, [script, path])
    #expect(run.status == 0, "\(run.err)")
    sheets = try run.array().map { sheet in
      let rows = (sheet["rows"] as? [[Any]] ?? []).map { row in
        row.map { value -> Cell? in
          guard let cell = value as? [Any] else { return nil }
          let isText = cell[0] as? String == "text"
          return Cell(
            text: isText ? cell[1] as? String : nil, number: isText ? nil : cell[1] as? Double,
            format: cell[2] as? String ?? "")
        }
      }
      return Sheet(
        name: sheet["name"] as? String ?? "", rows: rows, frozen: sheet["frozen"] as? [Int] ?? [],
        filter: sheet["filter"] as? String, formulas: sheet["formulas"] as? Int ?? -1,
        widths: sheet["widths"] as? [Double] ?? [])
    }
  }

  subscript(name: String) -> Sheet? { sheets.first { $0.name == name } }
}
