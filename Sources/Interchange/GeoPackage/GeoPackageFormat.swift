import Bytes
import GRDB
import Geometry

/// GeoPackages (OGC 12-128r19): SQLite files with layers of features.
public enum GeoPackageFormat: GeodataFormat {
  /// For messages.
  public static let name = "GeoPackage"
  /// Only `.gpkg`.
  public static let extensions = ["gpkg"]
  /// A GeoPackage may hold several layers.
  public static let holdsLayers = true

  /// Reads a layer of features: the one that the options name, else the only one, else the only one that
  /// `choice` accepts.
  ///
  /// The CRS is the one that `gpkg_spatial_ref_sys` has for the layer: an authority code, else WKT. Z and M are
  /// dropped with a warning. The integer primary key is a column, unless it only numbers the rows (see
  /// `RowNumbers`). Throws 65 for a file that is not a GeoPackage, when it is not clear which layer is meant
  /// (listing them), for curves and collections, and for a layer with several kinds of geometry (naming the
  /// feature); 74 for a file that another program is writing. Complexity: O(bytes).
  public static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features {
    try GeoPackageFile.read(path) { database in
      try GeoPackageReader(database: database, path: path, options: options).features()
    }
  }

  /// The file and, if there is one, its write-ahead log with changes that are not yet in the file.
  public static func files(of path: String) -> [String] { [path] + [GeoPackageFile.log(of: path)].compactMap { $0 } }

  /// The names made unique regardless of letter case.
  public static func columnNames(_ names: [String]) -> [String] { GeoPackageWriter.free(names) }

  /// Writes one layer, named after the file, without a spatial index, with its style where QGIS looks for it. Returns a warning for each column
  /// renamed. Throws 64 for standard output, 65 for more columns than SQLite allows, 73 when the file cannot be
  /// created, 74 when writing fails. Complexity: O(points + cells).
  public static func write(_ features: Features, to path: String, _ options: GeodataWriteOptions) throws(Problem)
    -> [Warning]
  {
    guard path != "-" else {
      throw Problem(.usage, Text.geoPackageCannotUseStdout, fix: Text("donnez un nom de fichier", "give a file name"))
    }
    guard features.columns.count <= mostColumns else {
      throw Problem(
        .badData, file: path, Text.geoPackageHoldsFewerColumns(features.columns.count, mostColumns),
        fix: Text("écrivez plutôt un .geojson", "write a .geojson instead"))
    }
    let writer = GeoPackageWriter(features, table: Path.stem(Path.name(path)), options)
    try OutputFile.replace(path, with: options.companions) { (temporary) throws(Problem) in
      var configuration = Configuration()
      // The file gets its name only when it is complete, so no journal is needed.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
      do {
        let queue = try DatabaseQueue(path: temporary, configuration: configuration)
        try queue.writeWithoutTransaction { try writer.write(to: $0) }
        try queue.close()
      } catch { throw GeoPackageFile.unwritable(path, error) }
    }
    return writer.warnings
  }

  /// SQLite's limit of columns, less the feature id and the geometry.
  private static let mostColumns = 1998
}
