import Bytes
import Territory

/// A table of inhabitants by commune: columns `insee` and `population`, and `date`
/// for counts at a known date or at several.
public struct PopulationFile: Sendable {
  /// Where the table was read from, for messages.
  public let path: String
  /// Code INSEE of each row that has a population.
  public let codes: [String]
  /// Inhabitants of each row.
  public let values: [Double]
  /// Date of each row; `nil` when the file gives none.
  public let dates: [ReferenceDate?]
  /// Vintage of the codes, from a column `cog`; `nil` when the file does not say.
  public let cog: Int?
  /// Notes on what the reader mended.
  public let notes: [Text]

  /// Reads a file. A commune whose population is a sign or empty is unknown and has no row.
  /// Throws 65 with the line for a malformed code or number, or a commune that comes twice at one
  /// date; 66 without the file. Complexity: O(n).
  public init(path: String) throws(Problem) { try self.init(CSVTable(path: path)) }

  /// Reads a table. Throws 65 with the line for a malformed code, number
  /// or date, or a commune twice at one date.
  public init(_ table: CSVTable) throws(Problem) {
    let insee = try table.column("insee")
    let population = try table.column("population")
    let date = try table.position(of: "date")
    let vintage = try table.position(of: "cog")
    let inhabitants = try table.numbers(population, .count)
    var codes: [String] = []
    var values: [Double] = []
    var dates: [ReferenceDate?] = []
    var lines: [String: Int] = [:]
    var cog: Int?
    var restored: [Int] = []
    for (row, people) in zip(table.rows, inhabitants) {
      func problem(_ column: String, _ what: Text, _ remedy: Text) -> Problem {
        Problem(.badData, file: table.path, at: .cell(row.line, column), what, fix: remedy)
      }
      guard let read = CommuneCode.read(row.fields[insee]) else {
        throw CommuneCode.problem(row.fields[insee], file: table.path, at: .cell(row.line, "insee"))
      }
      let code = read.code
      if read.isRestored { restored.append(row.line) }
      let day = date.map { row.fields[$0] } ?? ""
      let parsed = ReferenceDate(day)
      guard day.isEmpty || parsed != nil else {
        throw problem(
          "date", Text("date illisible « \(day) »", "unreadable date \"\(day)\""),
          Text("écrivez 2021 ou 2021-01-01", "write 2021 or 2021-01-01"))
      }
      if let first = lines.updateValue(row.line, forKey: code + " " + day) {
        throw problem(
          "insee", Text("\(code) est déjà ligne \(first)", "\(code) is already on line \(first)"),
          Text("gardez une ligne par commune et date", "keep one row a commune and date"))
      }
      guard let value = people.number else { continue }
      codes.append(code)
      values.append(value)
      dates.append(parsed)
      if let vintage { cog = cog ?? Int(row.fields[vintage]) }
    }
    path = table.path
    self.codes = codes
    self.values = values
    self.dates = dates
    self.cog = cog
    notes = restored.isEmpty ? [] : [CommuneCode.restoredNote(lines: restored)]
  }
}
