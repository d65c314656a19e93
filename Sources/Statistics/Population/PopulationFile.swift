import Bytes
import Territory

/// A table of inhabitants by commune, at one date or at several: of Cartopôle's own layout or of Insee's.
public struct PopulationFile: Sendable {
  /// Where the table was read from, for messages.
  public let path: String
  /// Who counted, for readers; the name of the file unless the project says it.
  public var source: Text
  /// Code INSEE of each count.
  public let codes: [String]
  /// Inhabitants of each count.
  public let values: [Double]
  /// Date of each count; `nil` when the file gives none.
  public let dates: [ReferenceDate?]
  /// Vintage of the codes, from a column `cog`; `nil` when the file does not say.
  public let cog: Int?
  /// Notes on what the reader mended.
  public let notes: [Text]

  private static let names = ["population", "PMUN", "population_municipale", "pop_mun", "PMUN_COM", "pop", "habitants"]
  /// Insee's columns of censuses: `P21_POP` is the population of 2021, `D90_POP` that of 1990.
  private static let censuses: [(name: String, year: Int)] = ["P", "D"].flatMap { letter in
    (0..<100).map { year in ("\(letter)\(year < 10 ? "0" : "")\(year)_POP", year < 60 ? 2000 + year : 1900 + year) }
  }

  /// Reads a file, under titles too. Codes stand in a column `insee`, `CODGEO`, `COM`… or in two, of the département and
  /// of the commune within it; inhabitants in `population`, `PMUN`, « Population municipale » or one column a census,
  /// `P21_POP`; their date in `date`.
  ///
  /// A commune whose population is a sign or empty is unknown and has no row. Throws 65 with the line for a malformed
  /// code or number, for decimals elsewhere than in Insee's weighted columns, or a commune that comes twice at one date; 66
  /// without the file. Complexity: O(n).
  public init(path: String) throws(Problem) {
    try self.init(
      CSVTable(path: path, below: [CommuneTable.codes + ["code_departement"], Self.names + Self.censuses.map(\.name)]))
  }

  /// Reads a table. Throws 65 with the line for a malformed code, number or date, or a commune twice at one date.
  public init(_ table: CSVTable) throws(Problem) {
    let place = try CommuneTable.place(table.columns)
    var columns: [(position: Int, date: String?)] = []
    if let only = try table.columns.position(like: Self.names) {
      columns = [(only, nil)]
    } else {
      for census in Self.censuses {
        if let found = try table.columns.position(like: [census.name]) {
          columns.append((found, "\(census.year)-01-01"))
        }
      }
    }
    guard !columns.isEmpty else { throw table.columns.absent("population") }
    let date = try table.position(of: "date")
    let vintage = try table.position(of: "cog")
    var codes: [String] = []
    var values: [Double] = []
    var dates: [ReferenceDate?] = []
    var lines: [String: Int] = [:]
    var cog: Int?
    var reader = CodeReader(table)
    for column in columns {
      for (row, people) in zip(table.rows, try table.numbers(column.position, .count)) {
        let text = place.text(row.fields)
        let code = try reader.code(text, row, place.name)
        let day = column.date ?? date.map { row.fields[$0] } ?? ""
        let parsed = ReferenceDate(day)
        guard day.isEmpty || parsed != nil else {
          throw table.problem(
            row, in: "date", Text("date illisible « \(day) »", "unreadable date \"\(day)\""),
            fix: Text("écrivez 2021 ou 2021-01-01", "write 2021 or 2021-01-01"))
        }
        if let first = lines.updateValue(row.line, forKey: code + " " + day) {
          throw table.problem(
            row, in: place.name, Text("\(code) est déjà ligne \(first)", "\(code) is already on line \(first)"),
            fix: Text.keepOneRowPerDate)
        }
        guard let value = people.number else { continue }
        // Insee's columns of a census are weighted counts and have decimals; any other would be in thousands.
        guard value == value.rounded() || (column.date != nil && value >= 0.5) else {
          throw table.problem(
            row, in: table.columns.names[column.position],
            Text.inhabitantsHaveDecimals(text, row.fields[column.position]),
            fix: Text("multipliez-la par 1 000", "multiply it by 1,000"))
        }
        codes.append(code)
        values.append(value)
        dates.append(parsed)
        if let vintage { cog = cog ?? Int(row.fields[vintage]) }
      }
    }
    path = table.path
    source = Text(same: Path.name(table.path))
    self.codes = codes
    self.values = values
    self.dates = dates
    self.cog = cog
    notes = reader.notes
  }
}
