import Bytes
import Geometry
import Shapefiles

/// ESRI shapefiles.
public enum ShapefileFormat: GeodataFormat {
  /// For messages.
  public static let name = "Shapefile"
  /// Only the `.shp` names a shapefile.
  public static let extensions = ["shp"]

  /// The .shp and its sidecars, as `Shapefile.files(of:)` finds them.
  public static func files(of path: String) -> [String] { Shapefile.files(of: path) }

  /// The names cut to 10 bytes and made unique.
  public static func columnNames(_ names: [String]) -> [String] { Shapefile.columnNames(names) }

  /// Reads a shapefile and throws as `Shapefile.read` does; bad records are refused.
  public static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features {
    try Shapefile.read(
      path, Shapefile.Options(encoding: options.encoding, attributes: options.attributes, columns: options.columns))
  }

  /// Writes a shapefile and throws as `Shapefile.write` does, and 64 for standard output. Without
  /// `options.projection` the .prj is the features' CRS if it is WKT; else there is none.
  public static func write(_ features: Features, to path: String, _ options: GeodataWriteOptions) throws(Problem)
    -> [Warning]
  {
    guard path != "-" else {
      throw Problem(.usage, Text.shapefileIsSeveralFiles, fix: Text("donnez un nom de fichier", "give a file name"))
    }
    var projection = options.projection
    if projection == nil, let crs = features.crs, crs.contains("[") { projection = crs }
    return try Shapefile.write(features, to: path, projection: projection, with: options.companions)
  }
}
