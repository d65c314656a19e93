import Bytes
import Geometry

/// ESRI shapefiles (.shp, .shx, .dbf, .prj, .cpg), read and written through shapelib.
///
/// Format: ESRI Shapefile Technical Description, July 1998; dBASE III+ for the table.
public enum Shapefile {
  /// Whether a missing table is an error.
  public enum Attributes: Sendable {
    /// A missing .dbf is an error (66).
    case required
    /// A missing .dbf is a warning, and the features have no columns.
    case optional
    /// Only the shapes are read, whether there is a .dbf or not; the features have no columns.
    case none
  }

  /// What to do with a record that cannot be read.
  public enum BadRecord: Sendable {
    /// Throw its problem.
    case refuse
    /// Keep the feature without geometry and go on.
    case collect
  }

  public struct Options: Sendable {
    /// Encoding of the table's text, by the name iconv gives it; `nil`: as the file says.
    public var encoding: String?
    public var attributes: Attributes
    /// Columns to decode, letter case left out; `nil`: all.
    public var columns: Set<String>?
    public var onBadRecord: BadRecord

    public init(
      encoding: String? = nil, attributes: Attributes = .required, columns: Set<String>? = nil,
      onBadRecord: BadRecord = .refuse
    ) {
      self.encoding = encoding
      self.attributes = attributes
      self.columns = columns
      self.onBadRecord = onBadRecord
    }
  }

  /// What a shapefile holds, and what is wrong with it.
  public struct Scan: Sendable {
    /// What could be read; row i is record i + 1.
    public var features: Features
    /// What could not, in order; empty unless bad records are collected.
    public var problems: [Problem]
    /// The shape type of the header.
    public var type: ShapeType
    /// Records without a shape.
    public var nullShapes: Int
    /// Rows marked as deleted in the table.
    public var deletedRows: Int
    /// The encoding of the table and the rule that chose it; `nil` without a table.
    public var encoding: TextEncoding?
    /// Name and dBASE definition (`C40`, `N9.2`) of every column of the table, decoded or not.
    public var fields: [Field]
    /// Whether the .shx was there and agreed with the .shp.
    public var hasIndex: Bool
  }

  /// A column as the table declares it.
  public struct Field: Sendable, Equatable {
    public var name: String
    /// `C`, `N`, `F`, `D`, `L`, …
    public var type: Character
    public var width: Int
    public var decimals: Int
  }

  /// Reads a shapefile.
  ///
  /// Z and M are dropped with a warning; null shapes stay as features without geometry. Coordinates are those
  /// of the file: x east, y north. Throws 65 for a file or record that is not what it says it is (with its
  /// number, from 1), 66 when the .shp, or a required .dbf, is missing, 64 for an unknown encoding.
  /// Complexity: O(bytes), and O(rings · log rings) in a feature of several rings.
  public static func read(_ path: String, _ options: Options = Options()) throws(Problem) -> Features {
    try scan(path, options).features
  }

  /// Reads a shapefile and says more of it. By default bad records are collected and the .dbf is optional.
  public static func scan(
    _ path: String, _ options: Options = Options(attributes: .optional, onBadRecord: .collect)
  ) throws(Problem) -> Scan {
    let files = try Sidecars(path, options.attributes)
    var log = ReadingLog(files.shpPath, options.onBadRecord)
    let header = try ShapeHeader(files.shp, path: files.shpPath)
    if let note = header.type.droppedNote { log.warn(note) }
    let index = try RecordIndex(files, header, &log)
    let shapes = try ShapeReader.read(files.shp, header, index, &log)

    var table: AttributeTable?
    if let dbf = files.dbf {
      var tableLog = ReadingLog(dbf.path, options.onBadRecord)
      table = try AttributeTable(dbf.bytes, files, options, rows: index.count, &tableLog)
      log.append(tableLog)
    } else if options.attributes != .none {
      log.warn(
        Text(
          "la table .dbf manque : les entités n’ont pas d’attributs",
          "the .dbf table is missing: features have no attributes"))
    }
    let features = Features(
      path: path, geometry: shapes.layer, columns: table?.columns ?? [], crs: files.projection,
      warnings: log.warnings)
    return Scan(
      features: features, problems: log.problems, type: header.type, nullShapes: shapes.nullShapes,
      deletedRows: table?.deletedRows ?? 0, encoding: table?.encoding, fields: table?.fields ?? [],
      hasIndex: index.fromFile)
  }
}
