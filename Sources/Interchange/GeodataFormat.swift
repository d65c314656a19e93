import Bytes
import Geometry
import Shapefiles

/// A file format for features. A new format takes one file that adopts this protocol and one line in
/// `Geodata.formats`.
public protocol GeodataFormat: Sendable {
  /// The name of the format in messages.
  static var name: String { get }
  /// The extensions of its files, in lower case and without dots; the first is the usual one.
  static var extensions: [String] { get }
  /// Whether a file may hold several layers, each with a name.
  static var holdsLayers: Bool { get }

  /// The files from which a layer is read: `path` first, then its existing sidecars.
  static func files(of path: String) -> [String]

  /// The names that columns of these names get in a file.
  static func columnNames(_ names: [String]) -> [String]

  /// Reads a file; `-` is standard input for formats that allow it. Coordinates stay in the file's CRS, x east
  /// and y north. Throws 65 for bad data, 66 for a missing file, 74 when it cannot be read.
  static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features

  /// Writes a file completely or not at all, and returns warnings of what was lost; `-` is standard output for
  /// formats that allow it. Throws 64, 65, 73 and 74 as `Geodata.write` does.
  static func write(_ features: Features, to path: String, _ options: GeodataWriteOptions) throws(Problem) -> [Warning]
}

extension GeodataFormat {
  /// By default a file has one layer without a name.
  public static var holdsLayers: Bool { false }
  /// By default a layer is one file.
  public static func files(of path: String) -> [String] { [path] }
  /// By default columns keep their names.
  public static func columnNames(_ names: [String]) -> [String] { names }
}

/// How to read features; a format ignores what does not concern it.
public struct GeodataReadOptions: Sendable {
  /// Encoding of the text of a .dbf, such as `UTF-8` or `1252`; `nil` to follow the file.
  public var encoding: String?
  /// What to do with a shapefile without a .dbf.
  public var attributes: Shapefile.Attributes
  /// Names of the columns to read, in any letter case; `nil` for all.
  public var columns: Set<String>?
  /// The name of the layer to read; `nil` for the only one, or else the only one that `choice` accepts.
  public var layer: String?
  /// How to choose among several layers when none is named; `nil` makes several layers an error (65).
  public var choice: LayerChoice?

  /// The defaults read everything and require the .dbf of a shapefile.
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

/// How to recognise the wanted layer among those of a file: a layer of polygons in which each row has its own
/// code.
public struct LayerChoice: Sendable {
  /// Names of columns that may hold the codes, in any letter case; the first that a layer has counts.
  public var columns: [String]
  /// Whether a value of that column is a code.
  public var isCode: @Sendable (String) -> Bool
  /// The name, in any letter case, that decides among several such layers: IGN's file has arrondissements and communes
  /// déléguées beside communes.
  public var name: String

  /// A choice by the columns and the form of the codes, then by the name.
  public init(columns: [String], name: String = "", isCode: @escaping @Sendable (String) -> Bool) {
    self.columns = columns
    self.name = name
    self.isCode = isCode
  }
}

/// How to write features; a format ignores what does not concern it.
public struct GeodataWriteOptions: Sendable {
  /// How many decimals coordinates get in text formats.
  public enum Precision: Sendable {
    /// 7 decimals in degrees (about a centimetre), 4 in metres (a tenth of a millimetre).
    case rounded
    /// The shortest text that reads back as the same number.
    case full
  }

  /// The precision of coordinates in text formats.
  public var precision: Precision
  /// Whether coordinates are degrees; `nil` means: only when the features' CRS is WGS 84 or unknown.
  public var geographic: Bool?
  /// The CRS as WKT, for a .prj or a GeoPackage; `nil` for none, unless the features' CRS is WKT itself.
  public var projection: String?
  /// How the layer is to be drawn, for formats that store it.
  public var style: StoredStyle?
  /// Files that appear together with the layer.
  public var companions: [(path: String, bytes: [UInt8])] = []

  /// A style in the languages of programs that draw layers.
  public struct StoredStyle: Sendable {
    /// Its name in a list of styles.
    public var name: String
    /// The style as QGIS writes it.
    public var qml: String
    /// The style as a Styled Layer Descriptor (OGC 05-078r4).
    public var sld: String

    /// A style of these texts; they are not checked.
    public init(name: String, qml: String, sld: String) {
      self.name = name
      self.qml = qml
      self.sld = sld
    }
  }

  /// The defaults round coordinates.
  public init(precision: Precision = .rounded, geographic: Bool? = nil, projection: String? = nil) {
    self.precision = precision
    self.geographic = geographic
    self.projection = projection
  }
}
