import Bytes
import Geometry

/// GeoJSON (RFC 7946), with the `crs` member of the 2008 specification, which is read, and written for any CRS
/// except WGS 84.
public enum GeoJSONFormat: GeodataFormat {
  /// For messages.
  public static let name = "GeoJSON"
  /// `.geojson` and `.json`.
  public static let extensions = ["geojson", "json"]

  /// Reads a FeatureCollection, a Feature or a geometry, all of one kind (points, lines or polygons).
  ///
  /// The CRS is the one of a `crs` member, and `nil` without that member, because not every file follows the
  /// standard, which prescribes WGS 84. The member `id` of features becomes a column `id` when no property has
  /// that name; a name that occurs twice in one object becomes two columns, `NOM` and `NOM_2`, with a warning.
  /// Rings get the winding of `Layer`; Z is dropped with a warning. A property becomes a column of whole
  /// numbers, of numbers or of text, according to its values; objects and arrays are kept as JSON text.
  ///
  /// Throws 65 with feature (from 1), line and byte for bad data, 66 for a missing file, 74 when it cannot be
  /// read. Complexity: O(bytes).
  public static func read(_ path: String, _ options: GeodataReadOptions) throws(Problem) -> Features {
    try read(try FileBytes.read(path), path: path, options)
  }

  /// Reads GeoJSON from memory as `read(_:_:)` reads a file; `path` names it in messages. Throws 65.
  public static func read(_ bytes: [UInt8], path: String, _ options: GeodataReadOptions = GeodataReadOptions())
    throws(Problem) -> Features
  {
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(Problem) -> Features in
        var reader = GeoJSONReader(buffer, path: path, columns: options.columns)
        return try reader.read()
      }
    }
    return try outcome.get()
  }

  /// Writes the features as `bytes` makes them; `-` is standard output. Returns no warnings. Throws 65 as
  /// `bytes` does, and 64, 73 and 74 as `OutputFile.write` does.
  public static func write(_ features: Features, to path: String, _ options: GeodataWriteOptions) throws(Problem)
    -> [Warning]
  {
    try OutputFile.write(try bytes(features, options), to: path, with: options.companions)
    return []
  }

  /// The features as the bytes of a FeatureCollection with one feature in each line, rings wound as RFC 7946
  /// asks.
  ///
  /// Throws 65 when the CRS is neither WGS 84 nor an authority code. Complexity: O(points + cells).
  public static func bytes(_ features: Features, _ options: GeodataWriteOptions = GeodataWriteOptions()) throws(Problem)
    -> [UInt8]
  { try GeoJSONWriter(features, options).bytes() }
}
