import Bytes
import Maps
import Statistics
import Testing

/// Tables in a terminal: which columns a narrow one keeps, and that nothing is wider than it.
@Suite struct TerminalTableTests {
  private static let table = Table(
    name: "t", title: Text("Densité", "Density"),
    columns: [
      Table.Column("code", Text("Code", "Code"), rank: 4), Table.Column("area", Text("Territoire", "Area")),
      Table.Column(
        "n", Text("établissements", "establishments"), isFigure: true, group: Text("Établissements", "Establishments"),
        short: Text("nombre", "number"), rank: 0),
      Table.Column(
        "rate", Text("établissements pour 10 000 habitants", "establishments per 10,000 inhabitants"), isFigure: true,
        group: Text("Établissements", "Establishments"), short: Text("pour 10 000", "per 10,000"), rank: 1),
      Table.Column("note", Text("Remarque", "Remark"), rank: 2),
    ],
    rows: [
      [
        .text("91"), .text("Essonne"), .figure(.derived(2593), decimals: 0), .figure(.derived(20.006), decimals: 1),
        .text("somme des quatre familles, à confirmer"),
      ],
      [
        .text("11"), .text("Île-de-France"), .figure(.number(33_500), decimals: 0), .figure(.number(27.8), decimals: 1),
        .text(""),
      ],
    ])

  @Test func groupsHaveOneTitle() {
    let lines = Self.table.terminal(.fr).split(separator: "\n").map(String.init)
    #expect(lines[1].contains("Établissements") && lines[1].filter { $0 == "É" }.count == 1)
    #expect(lines[2].contains("╌╌╌"))
    #expect(lines[4].contains("nombre  10\u{202F}000"))
    #expect(lines.contains { $0.contains("2\u{202F}593\u{202F}d") && $0.contains("20,0\u{202F}d") })
  }

  /// On a page the title of a group spans its columns, and every other heading spans both rows.
  @Test func groupsSpanTheirColumnsOnAPage() {
    let html = Self.table.html(.fr, labelledBy: "t")
    let head = """
      <thead>
      <tr><th scope="col" rowspan="2">Code</th><th scope="col" rowspan="2">Territoire</th>\
      <th scope="colgroup" colspan="2">Établissements</th><th scope="col" rowspan="2">Remarque</th></tr>
      <tr><th scope="col" class="n">nombre</th><th scope="col" class="n">pour 10\u{202F}000</th></tr>
      </thead>
      """
    #expect(html.contains(head), "\(html)")
    var plain = Self.table
    plain.columns.remove(at: 3)
    plain.rows = plain.rows.map { $0.prefix(3) + $0.suffix(1) }
    #expect(plain.html(.fr, labelledBy: "t").contains("<th scope=\"col\" class=\"n\">établissements</th>"))
    #expect(!plain.html(.fr, labelledBy: "t").contains("rowspan"))
  }

  @Test(arguments: [30, 40, 50, 60, 80, 100, 140], [Language.fr, .en]) func aTableFitsItsTerminal(
    width: Int, language: Language
  ) {
    let text = Self.table.terminal(language, width: width, more: Text("‹wide›", "‹wide›"))
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    // The areas and their counts always stay.
    #expect(text.contains("Essonne") && text.contains("593"))
  }

  @Test func columnsOfTheHighestRankGoFirst() {
    let text = Self.table.terminal(.en, width: 74, more: Text("‹wide›", "‹wide›"))
    #expect(!text.contains("Code") && text.contains("1 more column: ‹wide›"), "\(text)")
    #expect(!Self.table.terminal(.en).contains("more column"))
  }

  /// One limit of an interval says nothing without the other.
  @Test(arguments: 20...90) func limitsOfAnIntervalGoTogether(width: Int) {
    var table = Self.table
    table.columns[3] = Table.Column("rate", Text("taux", "rate"), isFigure: true, rank: 2)
    table.columns.insert(Table.Column("rate_lower", Text("borne basse", "lower"), isFigure: true, rank: 2), at: 4)
    table.columns.insert(Table.Column("rate_upper", Text("borne haute", "upper"), isFigure: true, rank: 2), at: 5)
    table.rows = table.rows.map { row in
      Array(row[..<4]) + [.figure(.number(19), decimals: 1), .figure(.number(21), decimals: 1)] + row[4...]
    }
    let text = table.terminal(.en, width: width, more: Text("‹wide›", "‹wide›"))
    #expect(text.contains("lower") == text.contains("upper"), "\(text)")
    #expect(table.terminal(.en).contains("lower"))
  }

  @Test func longTextsAreWrapped() {
    var table = Self.table
    table.columns[4].rank = 0
    let text = table.terminal(.fr, width: 70)
    #expect(text.contains("Remarque") && text.contains("quatre"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 70 }, "\(text)")
  }

  @Test func anIntervalStandsInBrackets() {
    let value = Table.Value.bounded(.number(1.0127), 1.0049, 1.0206, decimals: 3)
    #expect(value.printed(.en) == "1.013 [1.005; 1.021]")
    #expect(value.printed(.fr) == "1,013 [1,005\u{202F}; 1,021]")
    #expect(value.fields() == ["1.0127", ""])
    #expect(Table.Value.bounded(.notAvailable, 1, 2, decimals: 3).printed(.fr) == "…")
  }

  /// A column called « upper » has no limit beside it when the one before it is of something else.
  @Test func anUpperLimitAloneTakesNoOtherColumn() {
    var table = Self.table
    table.columns[4] = Table.Column("rate_upper", Text("borne haute du taux", "upper limit of the rate"), rank: 5)
    let text = table.terminal(.en, width: 74, more: Text("‹wide›", "‹wide›"))
    #expect(text.contains("27.8") && text.contains("1 more column: ‹wide›"), "\(text)")
  }
}
