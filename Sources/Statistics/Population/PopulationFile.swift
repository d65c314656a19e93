import Bytes
import Territory

/// A table of inhabitants by commune: `insee,population`, with a `date` where there are several or one is known.
public struct PopulationFile: Sendable {
  public let path: String
  public let codes: [String]
  public let values: [Double]
  public let dates: [ReferenceDate?]
  /// Vintage of the codes, from a column `cog`; `nil` when the file does not say.
  public let cog: Int?

  /// Throws 65 with the line for a code or number that is none, or a commune that comes twice at one date. O(n).
  public init(path: String) throws(Problem) {
    try self.init(CSVTable(path: path))
  }

  public init(_ table: CSVTable) throws(Problem) {
    let insee = try table.column("insee")
    let population = try table.column("population")
    let date = table.header.firstIndex(of: "date")
    let vintage = table.header.firstIndex(of: "cog")
    var codes: [String] = []
    var values: [Double] = []
    var dates: [ReferenceDate?] = []
    var lines: [String: Int] = [:]
    var cog: Int?
    for row in table.rows {
      func problem(_ column: String, _ what: Text, _ remedy: Text) -> Problem {
        Problem(
          .badData, file: table.path,
          at: Text("ligne \(row.line), colonne \(column)", "line \(row.line), column \(column)"), what,
          fix: remedy)
      }
      let code = row.fields[insee]
      guard CommuneLayer.isCode(code) else {
        throw problem(
          "insee", Text("« \(code) » n’est pas un code commune", "\"\(code)\" is not a commune code"),
          Text("cinq caractères attendus ; un zéro perdu ?", "five characters expected; a lost zero?"))
      }
      let text = row.fields[population]
      guard let value = Array(text.utf8).withUnsafeBufferPointer(DecimalReader.number), value >= 0 else {
        throw problem(
          "population",
          Text("« \(text) » n’est pas un nombre d’habitants", "\"\(text)\" is no number of inhabitants"),
          Text("écrivez des chiffres, sans espace", "write digits, without spaces"))
      }
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
  }
}
