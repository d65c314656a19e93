import Bytes
import Geometry
import Shapefiles

extension Shapefile: GeodataFormat {
  /// For messages.
  public static let name = "Shapefile"
  /// Only the `.shp` names a shapefile.
  public static let extensions = ["shp"]

  /// Reads a shapefile and throws as `read` with its own options does; bad records are refused.
  public static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features {
    try read(
      path, Options(encoding: options.encoding, attributes: options.attributes, columns: options.columns))
  }

  /// Writes a shapefile and throws as `write` with a projection does, and 64 for standard output. Without
  /// `options.projection` the .prj is the features' CRS if it is WKT; else there is none.
  public static func write(_ features: Features, to path: String, _ options: GeodataWriteOptions) throws(Problem)
    -> [Warning]
  {
    guard path != "-" else {
      throw Problem(.usage, Text.shapefileIsSeveralFiles, fix: Text("donnez un nom de fichier", "give a file name"))
    }
    var projection = options.projection
    if projection == nil, let crs = features.crs, crs.contains("[") { projection = crs }
    return try write(features, to: path, projection: projection, with: options.companions)
  }
}
