import Bytes
import Maps

extension Atlas {
  /// `tables.xlsx`: the contents, every table that has rows, the sources and assumptions.
  func workbook(_ contents: Contents) -> Workbook {
    let tables = contents.everyTable
    let (first, last) = (
      Text("Sommaire", "Contents")[language], Text("Sources et hypothèses", "Sources, assumptions")[language]
    )
    let filled = tables.filter { !$0.rows.isEmpty }
    // The two sheets of the workbook's own take their names first.
    let names = WorkbookSheet.names([first, last] + filled.map(\.name))
    let sheets = zip(names.dropFirst(2), filled).map { name, table in table.sheet(name, language) }
    var tabs = zip(names.dropFirst(2), filled).map { (name: $0, table: $1.name) }[...]
    let list = tables.map { table -> [WorkbookSheet.Cell] in
      let tab = tabs.first?.table == table.name && !table.rows.isEmpty ? tabs.removeFirst().name : nil
      return [
        tab.map { .link($0, sheet: $0) } ?? .text("–"), .text(Escape.cell(table.title[language])),
        .number(Double(table.rows.count), format: "#,##0"), .text(Escape.cell("tables/\(table.name).csv")),
      ]
    }
    let contentsSheet = WorkbookSheet(
      name: names[0], title: title,
      headings: [Text("Feuille", "Sheet"), Text("Tableau", "Table"), Text("Lignes", "Rows"), Text("Fichier", "File")]
        .map { $0[language] }, rows: list, notes: [introduction] + Self.signs.map { $0[language] })
    return Workbook(
      title: title, subject: introduction, author: project.pole.title,
      sheets: [contentsSheet] + sheets + [sourcesSheet(names[1])])
  }

  private func sourcesSheet(_ name: String) -> WorkbookSheet {
    let assumption = Text("Hypothèse : ", "Assumption: ")[language]
    let rows =
      sources.map { ($0.heading ?? "", $0.text) }
      + ProjectTables.assumptions(project.pole).rows.map { row in
        (assumption + row[0].printed(language), row[1].printed(language))
      }
    return WorkbookSheet(
      name: name, title: name,
      headings: [Text("Sur quoi", "About")[language], Text("Source ou raison", "Source or reason")[language]],
      rows: rows.map { [.text(Escape.cell($0.0)), .text(Escape.cell($0.1))] },
      notes: ProjectTables.assumptions(project.pole).notes.map { $0[language] })
  }

  /// What the signs beside the numbers mean.
  private static let signs = [Text.numbersAreUnrounded, Text.meaningsOfTheSigns]
}
