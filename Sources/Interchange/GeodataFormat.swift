import Bytes
import Geometry
import Shapefiles

/// A file format for features. A new one is one file with this protocol, and one line in `Geodata.formats`.
public protocol GeodataFormat: Sendable {
  /// What people call it.
  static var name: String { get }
  /// The extensions of its files, in lower case without dots; the first is the usual one.
  static var extensions: [String] { get }
  /// Whether a file may hold several layers, each with a name.
  static var holdsLayers: Bool { get }

  /// The files a layer is read from: the one that names it, and those there are beside it.
  static func files(of path: String) -> [String]

  /// Reads a file (`-`: standard input where the format can). Coordinates stay in the file's CRS, x east and
  /// y north.
  static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features

  /// Writes a file whole or not at all (`-`: standard output where the format can), and says what was lost.
  static func write(
    _ features: Features, to path: String, _ options: GeodataWriteOptions
  ) throws(Problem) -> [Warning]
}

extension GeodataFormat {
  public static var holdsLayers: Bool { false }
  public static func files(of path: String) -> [String] { [path] }
}

public struct GeodataReadOptions: Sendable {
  /// Encoding of the text of a .dbf; `nil`: as the file says.
  public var encoding: String?
  /// Whether a shapefile without .dbf is an error.
  public var attributes: Shapefile.Attributes
  /// Columns to read, letter case left out; `nil`: all.
  public var columns: Set<String>?
  /// The layer to read of a file that holds several; `nil`: the only one, else the only one `choice` finds.
  public var layer: String?
  /// How to tell the layer wanted where a file holds several and none is named; `nil`: they are then a problem.
  public var choice: LayerChoice?

  public init(
    encoding: String? = nil, attributes: Shapefile.Attributes = .required, columns: Set<String>? = nil,
    layer: String? = nil, choice: LayerChoice? = nil
  ) {
    self.encoding = encoding
    self.attributes = attributes
    self.columns = columns
    self.layer = layer
    self.choice = choice
  }
}

/// What tells the layer wanted from the others of its file: polygons, each with a code of its own.
public struct LayerChoice: Sendable {
  /// Columns the codes may stand in, letter case left out; the first that is there counts.
  public var columns: [String]
  public var isCode: @Sendable (String) -> Bool

  public init(columns: [String], isCode: @escaping @Sendable (String) -> Bool) {
    self.columns = columns
    self.isCode = isCode
  }
}

public struct GeodataWriteOptions: Sendable {
  public enum Precision: Sendable {
    /// 7 decimals in degrees, 4 in metres: about a centimetre, and a tenth of a millimetre.
    case rounded
    /// The shortest text that reads back as the same number.
    case full
  }

  /// How text formats print coordinates.
  public var precision: Precision
  /// Whether coordinates are degrees; `nil`: only when the features' CRS is WGS84 or not said.
  public var geographic: Bool?
  /// The CRS as WKT, for a .prj; `nil`: none, unless the features' CRS is WKT itself.
  public var projection: String?

  public init(precision: Precision = .rounded, geographic: Bool? = nil, projection: String? = nil) {
    self.precision = precision
    self.geographic = geographic
    self.projection = projection
  }
}
