import Bytes
import Geometry
import Interchange
import Maps

/// A column of numbers out of a table or a layer, by its header.
public struct NumericColumn: Sendable {
  public let name: String
  /// One a row; not a number where the row has none.
  public let values: [Double]
  public let warnings: [Warning]

  /// Reads a CSV, or the attributes of a layer (`.shp`, or its `.dbf`; `.geojson`, `.gpkg`), by `NumberReader`.
  ///
  /// Throws 66 for a missing file, 65 for a column that is not there (the message lists those that are) or there
  /// twice, and for text that is no number, naming its line.
  public init(_ path: String, column: String, encoding: String? = nil) throws(Problem) {
    let kind: NumberReader.Kind = ColumnKind.isCountName(column) ? .countByName : .any
    if Self.isTable(path) {
      let table = try CSVTable(path: path)
      let index = try table.column(column)
      self.init(column, try table.numbers(index, kind), [])
    } else {
      let layer = Path.fileExtension(path) == "dbf" ? Path.stem(path) + ".shp" : path
      let options = GeodataReadOptions(
        encoding: encoding, attributes: .required, columns: [column.lowercased()])
      let features = try Geodata.read(layer, options: options)
      guard let found = features.column(column) else { throw try Self.absent(column, layer) }
      self.init(found.name, try found.numbers(kind, of: path), [])
    }
  }

  /// Whether a file is a table: it has the extension of no layer.
  private static func isTable(_ path: String) -> Bool {
    let layers = ["dbf"] + Geodata.formats.flatMap { $0.extensions }.filter { $0 != "csv" }
    return !layers.contains(Path.fileExtension(path))
  }

  private static func absent(_ column: String, _ layer: String) throws(Problem) -> Problem {
    .missingColumn(column, among: try Geodata.read(layer).columns.map(\.name), file: layer)
  }

  private init(_ name: String, _ cells: [NumberCell], _ warnings: [Warning]) {
    self.name = name
    values = cells.map { $0.number ?? .nan }
    self.warnings = warnings
  }
}
