import Bytes
import Geometry

/// GeoJSON (RFC 7946), with the `crs` member of the 2008 specification read, and written for any CRS but WGS84.
public enum GeoJSONFormat: GeodataFormat {
  public static let name = "GeoJSON"
  public static let extensions = ["geojson", "json"]

  /// Reads a FeatureCollection, a Feature or a geometry, all of one kind (points, lines or polygons).
  ///
  /// The CRS is what a `crs` member says; without one it is left open: not every file keeps to the WGS 84 of the standard.
  /// The member `id` of features is a column `id` when no property has that name; a name that comes twice in one
  /// object is two columns, `NOM` and `NOM_2`, with a warning. Rings are wound as `Layer` has them; Z is
  /// dropped with a warning. A property is a column of whole numbers, of numbers or of text, by what is seen
  /// in it; objects and arrays are kept as their JSON text. Throws 65 with feature, line and byte.
  /// Complexity: O(bytes).
  public static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features {
    try read(try FileBytes.read(path), path: path, options)
  }

  public static func read(
    _ bytes: [UInt8], path: String, _ options: GeodataReadOptions = GeodataReadOptions()
  ) throws(Problem) -> Features {
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(Problem) -> Features in
        var reader = GeoJSONReader(buffer, path: path, columns: options.columns)
        return try reader.read()
      }
    }
    return try outcome.get()
  }

  public static func write(
    _ features: Features, to path: String, _ options: GeodataWriteOptions
  ) throws(Problem) -> [Warning] {
    try OutputFile.write(try bytes(features, options), to: path)
    return []
  }

  /// The features as the bytes of a FeatureCollection, one a line.
  ///
  /// Throws 65 when the CRS is neither WGS84 nor one with a code. Complexity: O(points + cells).
  public static func bytes(
    _ features: Features, _ options: GeodataWriteOptions = GeodataWriteOptions()
  ) throws(Problem) -> [UInt8] {
    try GeoJSONWriter(features, options).bytes()
  }
}
