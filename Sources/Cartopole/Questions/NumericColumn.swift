import Bytes
import Geometry
import Interchange
import Maps
import Siting

/// A column of numbers from a table or a layer, by its header.
public struct NumericColumn: Sendable {
  /// Name of the column, as the file writes it.
  public let name: String
  /// The number of each row, NaN where the row has none.
  public let values: [Double]
  /// What the readers noticed.
  public let warnings: [Warning]

  /// Reads a CSV, or the attributes of a layer (`.shp` or its `.dbf`,
  /// `.geojson`, `.gpkg`), with `NumberReader`.
  ///
  /// Throws 66 for a missing file; 65 for a column that is missing (the message lists the columns) or there
  /// twice, and for text that is no number, naming its line.
  public init(_ path: String, column: String, _ reading: LayerReading = LayerReading()) throws(Problem) {
    let kind = NumberReader.Kind.ofColumn(column)
    if Self.isTable(path) {
      let table = try CSVTable(path: path)
      let index = try table.column(column)
      self.init(column, try table.numbers(index, kind), [])
    } else {
      let layer = Path.fileExtension(path) == "dbf" ? Path.stem(path) + ".shp" : path
      var features = try Layers.features(layer, reading, columns: [column.lowercased()])
      if features.columns.isEmpty { features = try Layers.features(layer, reading) }
      do throws(Problem) {
        let found = try features.column(asked: column)
        self.init(found.name, try found.numbers(kind, of: path), features.warnings)
      } catch { throw error.after(features.warnings) }
    }
  }

  /// Whether a file is a table: its extension is not that of a layer.
  private static func isTable(_ path: String) -> Bool {
    let layers = ["dbf"] + Geodata.formats.flatMap { $0.extensions }.filter { $0 != "csv" }
    return !layers.contains(Path.fileExtension(path))
  }

  private init(_ name: String, _ cells: [NumberCell], _ warnings: [Warning]) {
    self.name = name
    values = cells.map { $0.number ?? .nan }
    self.warnings = warnings
  }
}
