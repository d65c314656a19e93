import Bytes
import GRDB
import Geometry

/// GeoPackages (OGC 12-128r19): SQLite files with layers of features.
public enum GeoPackageFormat: GeodataFormat {
  public static let name = "GeoPackage"
  public static let extensions = ["gpkg"]
  public static let holdsLayers = true

  /// Reads a layer of features: the one named, else the only one, else the only one the options' choice finds.
  ///
  /// The CRS is what `gpkg_spatial_ref_sys` says of the layer: an authority's code, else its WKT. Z and M are dropped
  /// with a warning. The integer primary key is a column, unless it only numbers the rows (see `RowNumbers`). Throws
  /// 65 for a file that is none, listing the layers where none can be told from the others, for curves and
  /// collections, and for a layer of several kinds of geometry, naming the feature. Complexity: O(bytes).
  public static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features {
    try GeoPackageFile.read(path) { database in
      try GeoPackageReader(database, path: path, options).features()
    }
  }

  /// The file, and the log of what was last written to it, where it is not yet in the file.
  public static func files(of path: String) -> [String] {
    [path] + [GeoPackageFile.log(of: path)].compactMap { $0 }
  }

  /// Writes one layer, named after the file, without spatial index. Throws 64 for standard output, 65 for more columns
  /// than SQLite has, 73 and 74 for the disk. Complexity: O(points + cells).
  public static func write(
    _ features: Features, to path: String, _ options: GeodataWriteOptions
  ) throws(Problem) -> [Warning] {
    guard path != "-" else {
      throw Problem(
        .usage, Text("un GeoPackage ne s’écrit pas sur la sortie standard", "a GeoPackage cannot go to stdout"),
        fix: Text("donnez un nom de fichier", "give a file name"))
    }
    guard features.columns.count <= mostColumns else {
      throw Problem(
        .badData, file: path,
        Text(
          "\(features.columns.count) colonnes : un GeoPackage en a \(mostColumns) au plus",
          "\(features.columns.count) columns: a GeoPackage has \(mostColumns) at most"),
        fix: Text("écrivez plutôt un .geojson", "write a .geojson instead"))
    }
    let writer = GeoPackageWriter(features, table: Path.stem(Path.name(path)), options)
    try OutputFile.replace(path) { (temporary) throws(Problem) in
      var configuration = Configuration()
      // The file gets its name when it is whole: no journal is needed beside it.
      configuration.prepareDatabase {
        try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      }
      do {
        let queue = try DatabaseQueue(path: temporary, configuration: configuration)
        try queue.writeWithoutTransaction { try writer.write(to: $0) }
        try queue.close()
      } catch {
        throw GeoPackageFile.unwritable(path, error)
      }
    }
    return writer.warnings
  }

  /// SQLite's limit, less the feature id and the geometry.
  private static let mostColumns = 1998
}
