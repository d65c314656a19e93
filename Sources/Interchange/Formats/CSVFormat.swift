import Bytes
import Geometry

/// The attributes of features as CSV (RFC 4180, UTF-8, `,`, decimal point), without their geometry.
public enum CSVFormat: GeodataFormat {
  /// For messages.
  public static let name = "CSV"
  /// Only `.csv`.
  public static let extensions = ["csv"]

  /// Always throws 65, because a CSV has no geometry.
  public static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features {
    throw Problem(.badData, file: path, Text.csvHoldsNoGeometry, fix: Text.giveAFileOfGeometry)
  }

  /// Writes one row for each feature; a missing value is an empty field. Returns no warnings. Throws 64, 73 and
  /// 74 as `OutputFile.write` does. Complexity: O(cells).
  public static func write(_ features: Features, to path: String, _ options: GeodataWriteOptions) throws(Problem)
    -> [Warning]
  {
    var writer = ByteWriter(capacity: features.count * features.columns.count * 12)
    for (index, column) in features.columns.enumerated() {
      if index > 0 { writer.byte(UInt8(ascii: ",")) }
      writer.text(Escape.csv(column.name))
    }
    writer.raw("\n")
    for row in 0..<features.count {
      for (index, column) in features.columns.enumerated() {
        if index > 0 { writer.byte(UInt8(ascii: ",")) }
        cell(column, row, to: &writer)
      }
      writer.raw("\n")
    }
    try OutputFile.write(writer.bytes, to: path, with: options.companions)
    return []
  }

  private static func cell(_ column: Column, _ row: Int, to writer: inout ByteWriter) {
    switch column.values {
    case .text(let values): if let value = values[row] { writer.text(Escape.csv(value)) }
    case .integer(let values): if let value = values[row] { writer.integer(value) }
    case .number(let values): if let value = values[row], value.isFinite { writer.shortest(value) }
    }
  }
}
