import Bytes
import CShapelib
import Geometry

/// Writes the columns of features as a .dbf through shapelib.
struct TableWriter {
  private let path: String
  private let rows: Int
  private let columns: [ColumnWriter]

  /// Measures the columns, and warns of names and texts that are cut. A layer without columns gets a column
  /// `id`, from 1, because many programs refuse a table without columns. Throws 65 for more than a .dbf can
  /// hold.
  init(_ features: Features, path: String, _ warnings: inout [Warning]) throws(Problem) {
    self.path = path
    rows = features.count
    var source = features.columns
    for column in source where column.count != rows {
      throw Problem(
        .bug, file: path, at: Text(same: column.name),
        Text("\(column.count) valeurs pour \(rows) entités", "\(column.count) values for \(rows) features"))
    }
    if source.isEmpty { source = [Column("id", .integer((0..<rows).map { $0 + 1 }))] }
    let names = Shapefile.columnNames(source.map(\.name))
    columns = zip(source, names).map { ColumnWriter($0, name: $1) }
    for column in columns {
      if column.name != column.source.name {
        warnings.append(Warning(file: path, Text.columnRenamed(column.source.name, column.name)))
      }
      if column.cutTexts > 0 {
        warnings.append(Warning(file: path, Text.textsOfColumnCut(column.name, column.cutTexts)))
      }
    }
    let width = columns.reduce(1) { $0 + $1.width }
    guard width <= 65535, columns.count <= 2046 else {
      throw Problem(
        .badData, file: path, Text.columnsAreTooWide(columns.count, width), fix: Text.writeGeoJSONOrDropColumns)
    }
  }

  func write() throws(Problem) {
    let handle = try TableHandle(creating: path)
    for column in columns {
      let type = CChar(bitPattern: column.type)
      guard DBFAddNativeFieldType(handle.pointer, column.name, type, Int32(column.width), Int32(column.decimals)) >= 0
      else { throw Problem(.badData, file: path, at: Text(same: column.name), Shapelib.message) }
    }
    var record: [UInt8] = []
    for row in 0..<rows {
      record.removeAll(keepingCapacity: true)
      record.append(UInt8(ascii: " "))
      for column in columns { column.append(row, to: &record) }
      let written = record.withUnsafeMutableBytes { DBFWriteTuple(handle.pointer, Int32(row), $0.baseAddress) }
      guard written != 0 else { throw Problem(.badData, file: path, at: ReadingLog.place(row), Shapelib.message) }
    }
  }
}
