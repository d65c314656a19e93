import Bytes
import Geometry

/// ESRI shapefiles (.shp, .shx, .dbf, .prj, .cpg), read and written through shapelib.
///
/// Format: ESRI Shapefile Technical Description, July 1998; dBASE III+ for the table.
public enum Shapefile: Sendable {
  /// Whether a missing table is an error.
  public enum Attributes: Sendable {
    /// A missing .dbf is an error (66).
    case required
    /// A missing .dbf is a warning, and the features have no columns.
    case optional
    /// Only the shapes are read, even if there is a .dbf; the features have no columns.
    case none
  }

  /// What to do with a record that cannot be read.
  public enum BadRecord: Sendable {
    /// Throw its problem (65).
    case refuse
    /// Keep the problem, keep the feature without geometry, and continue.
    case collect
  }

  /// How to read a shapefile.
  public struct Options: Sendable {
    /// Encoding of the table's text, such as `UTF-8` or `1252`; `nil` to follow `TextEncoding.Rule`.
    public var encoding: String?
    /// What to do without a .dbf.
    public var attributes: Attributes
    /// Names of the columns to decode, in any letter case; `nil` for all.
    public var columns: Set<String>?
    /// What to do with a record that cannot be read.
    public var onBadRecord: BadRecord

    /// The defaults read everything and throw at the first fault.
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

  /// What a shapefile contains, and what is wrong with it.
  public struct Scan: Sendable {
    /// What could be read; row i is record i + 1.
    public var features: Features
    /// Problems of records and table, in order; empty unless bad records are collected.
    public var problems: [Problem]
    /// The shape type of the header.
    public var type: ShapeType
    /// Number of records without a shape.
    public var nullShapes: Int
    /// Number of rows that the table marks as deleted; they are kept.
    public var deletedRows: Int
    /// The encoding of the table and the rule that chose it; `nil` without a table.
    public var encoding: TextEncoding?
    /// Every column of the table as declared, decoded or not; empty without a table.
    public var fields: [Field]
    /// Whether the records come from the .shx; false when it is missing, unreadable, or had to be rebuilt.
    public var hasIndex: Bool
  }

  /// A column as the table declares it.
  public struct Field: Sendable, Equatable {
    /// The name, made distinct from other columns with a number, as in `NOM_2`.
    public var name: String
    /// The dBASE type: `C` text, `N` and `F` numbers, `D` date, `L` yes or no, and others that are not read.
    public var type: Character
    /// Bytes of a value.
    public var width: Int
    /// Decimals of a number; 0 for other types.
    public var decimals: Int
  }

  /// Reads a shapefile.
  ///
  /// Z and M are dropped with a warning; null shapes become features without geometry. Coordinates stay in the
  /// file's CRS, x east and y north. Throws 65 for a damaged file or record (with its number, from 1), 66 when
  /// the .shp or a required .dbf is missing, 64 for an unknown encoding, 74 when a file cannot be read.
  /// Complexity: O(bytes), and O(rings · log rings) in a feature of several rings.
  public static func read(_ path: String, _ options: Options = Options()) throws(Problem) -> Features {
    try scan(path, options).features
  }

  /// Reads a shapefile as `read` does and reports more about it. By default bad records are collected and the
  /// .dbf is optional.
  public static func scan(_ path: String, _ options: Options = Options(attributes: .optional, onBadRecord: .collect))
    throws(Problem) -> Scan
  {
    let files = try Sidecars(path, options.attributes)
    var log = ReadingLog(path: files.shpPath, onBadRecord: options.onBadRecord)
    let header = try ShapeHeader(files.shp, path: files.shpPath)
    if let note = header.type.droppedNote { log.warn(note) }
    let index = try RecordIndex(files, header, &log)
    // The table waits for a large file of shapes otherwise, and takes half as long as they do.
    let (shapes, table) = try Parallel.both { () throws(Problem) in
      try ShapeReader.read(files.shp, header, index, &log)
    } and: { () throws(Problem) -> (read: AttributeTable, log: ReadingLog)? in
      guard let dbf = files.dbf else { return nil }
      var log = ReadingLog(path: dbf, onBadRecord: options.onBadRecord)
      return (try AttributeTable(FileBytes.read(dbf), files, options, rows: index.count, &log), log)
    }
    if let table {
      log.append(table.log)
    } else if options.attributes != .none {
      log.warn(Text.featuresHaveNoAttributes)
    }
    let features = Features(
      path: path, geometry: shapes.layer, columns: table?.read.columns ?? [], crs: files.projection,
      warnings: log.warnings)
    return Scan(
      features: features, problems: log.problems, type: header.type, nullShapes: shapes.nullShapes,
      deletedRows: table?.read.deletedRows ?? 0, encoding: table?.read.encoding, fields: table?.read.fields ?? [],
      hasIndex: index.fromFile)
  }
}
