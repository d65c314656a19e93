import Bytes
import Geometry
import Interchange

/// A column of numbers out of a table or a layer, by its header.
public struct NumericColumn: Sendable {
  public let name: String
  /// One a row; not a number where the row has none.
  public let values: [Double]
  public let warnings: [Warning]

  /// Reads a CSV (`.csv`, `.tsv`, `.txt`, `-`: any of the separators `,` `;` tab `|`, decimal point or comma), or the
  /// attributes of a layer (`.shp`, or its `.dbf`; `.geojson`).
  ///
  /// Empty fields, `NA`, `null`, and the signs `s`, `n`, `z`, `e`, `nd`, `…`, `///` are missing values. Throws 66 for a
  /// missing file, 65 for a column that is not there (the message lists those that are) and for text that is no
  /// number, naming its line.
  public init(_ path: String, column: String, encoding: String? = nil) throws(Problem) {
    if path == "-" || ["csv", "tsv", "txt"].contains(Path.fileExtension(path)) {
      let table = try CSVTable(path: path)
      let index = try table.column(column)
      try self.init(path, table.header[index], table.rows.count, table.rows.map { $0.fields[index] }) { row in
        Text("ligne \(table.rows[row].line)", "line \(table.rows[row].line)")
      }
    } else {
      let layer = Path.fileExtension(path) == "dbf" ? Path.stem(path) + ".shp" : path
      let options = GeodataReadOptions(
        encoding: encoding, attributes: .required, columns: [column.lowercased()])
      let features = try Geodata.read(layer, options: options)
      guard let found = features.column(column) else { throw try Self.absent(column, layer) }
      try self.init(path, found) { row in Text("entité \(row + 1)", "feature \(row + 1)") }
    }
  }

  private static func absent(_ column: String, _ layer: String) throws(Problem) -> Problem {
    .missingColumn(column, among: try Geodata.read(layer).columns.map(\.name), file: layer)
  }

  private init(_ path: String, _ column: Column, _ place: (Int) -> Text) throws(Problem) {
    switch column.values {
    case .number(let values): self.init(column.name, values.map { $0 ?? .nan }, [])
    case .integer(let values): self.init(column.name, values.map { $0.map(Double.init) ?? .nan }, [])
    case .text(let texts): try self.init(path, column.name, texts.count, texts.map { $0 ?? "" }, place)
    }
  }

  private init(
    _ path: String, _ name: String, _ count: Int, _ texts: [String], _ place: (Int) -> Text
  ) throws(Problem) {
    var values: [Double] = []
    values.reserveCapacity(count)
    var commas = 0
    var thousands = 0
    for (row, text) in texts.enumerated() {
      guard let value = Self.number(text) else {
        throw Problem(
          .badData, file: path, at: place(row),
          Text(
            "« \(text) » n’est pas un nombre (colonne \(name))", "\"\(text)\" is no number (column \(name))"),
          fix: Text("laissez vide une valeur manquante", "leave a missing value empty"))
      }
      values.append(value)
      if let comma = text.firstIndex(of: ",") {
        commas += 1
        if text[comma...].count == 4 { thousands += 1 }
      }
    }
    var warnings: [Warning] = []
    if commas > 0 && commas == thousands {
      warnings.append(
        Warning(
          file: path,
          Text(
            "colonne \(name) : chaque virgule précède trois chiffres et a été lue comme décimale",
            "column \(name): every comma stands before three digits and was read as a decimal comma")))
    }
    self.init(name, values, warnings)
  }

  private init(_ name: String, _ values: [Double], _ warnings: [Warning]) {
    self.name = name
    self.values = values
    self.warnings = warnings
  }

  /// The number a field spells, not a number for a missing one, `nil` for other text.
  static func number(_ text: String) -> Double? {
    var plain: [UInt8] = []
    var commas = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{202F}": break
      case "−": plain.append(UInt8(ascii: "-"))
      case ",":
        commas += 1
        plain.append(UInt8(ascii: "."))
      default: plain.append(contentsOf: String(scalar).utf8)
      }
    }
    if commas > 1 { return nil }
    if let value = plain.withUnsafeBufferPointer({ DecimalReader.number($0) }) { return value }
    return missing.contains(text.trimmingSpaces.lowercased()) ? .nan : nil
  }

  private static let missing: Set<String> = [
    "", "na", "n/a", "nan", "null", "nd", "s", "n", "z", "e", "-", ".", "…", "///",
  ]
}
