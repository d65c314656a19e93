import Bytes
import Geometry
import Shapefiles

/// Reads and writes features in the format that the extension of a file name gives.
public enum Geodata {
  /// All formats; the first that has an extension owns it.
  public static let formats: [any GeodataFormat.Type] = [
    Shapefile.self, GeoJSONFormat.self, GeoPackageFormat.self, CSVFormat.self,
  ]

  /// Reads a file in the format of its extension, or in the format with the extension `format`. `-` is GeoJSON
  /// on standard input unless a format is given; `communes.gpkg#commune` is the layer `commune` of
  /// `communes.gpkg`.
  ///
  /// Throws 66 for a missing file or a folder, 65 for an unknown extension and for bad data, 64 for a layer
  /// name with a format that has no layers, 74 when the file cannot be read.
  public static func read(_ path: String, format: String? = nil, options: GeodataReadOptions = GeodataReadOptions())
    throws(Problem) -> Features
  {
    if path != "-" {
      if let (file, layer) = LayerPath.split(path) {
        var named = options
        named.layer = options.layer ?? layer
        return try read(file, format: format, options: named)
      }
      guard FileBytes.exists(path) else {
        throw Problem(
          .missingInput, file: path, Text("fichier introuvable", "no such file"),
          fix: Text("vérifiez le chemin", "check the path"))
      }
      guard !FileBytes.isFolder(path) else {
        throw Problem(
          .missingInput, file: path, Text("c’est un dossier", "this is a folder"),
          fix: Text("donnez un fichier", "give a file"))
      }
    }
    let format = try Self.format(path, named: format, unknown: .badData)
    if let layer = options.layer, !format.holdsLayers {
      throw Problem(
        .usage, file: path, Text.fileHasOneUnnamedLayer(format.name, layer), fix: Text.nameGeoPackageLayersOnly)
    }
    return try format.read(path, options)
  }

  /// The files from which a layer is read, in the format of its extension; `path` alone for an unknown
  /// extension.
  public static func files(of path: String) -> [String] {
    (try? format(path, named: nil, unknown: .badData))?.files(of: path) ?? [path]
  }

  /// The names that columns of these names get in a file that is written. Throws 64 for an unknown extension.
  public static func columnNames(_ names: [String], in path: String) throws(Problem) -> [String] {
    try format(path, named: nil, unknown: .usage).columnNames(names)
  }

  /// Writes a file in the format of its extension, or in the format with the extension `format`, and returns
  /// warnings of what the format could not keep.
  ///
  /// Throws 64 for an unknown extension, 65 for data that the format cannot hold, 73 when the file cannot be
  /// created, 74 when writing fails.
  @discardableResult public static func write(
    _ features: Features, to path: String, format: String? = nil, options: GeodataWriteOptions = GeodataWriteOptions()
  ) throws(Problem) -> [Warning] {
    try Self.format(path, named: format, unknown: .usage).write(features, to: path, options)
  }

  private static func format(_ path: String, named name: String?, unknown status: ExitStatus) throws(Problem)
    -> any GeodataFormat.Type
  {
    let wanted = (name ?? (path == "-" ? "geojson" : Path.fileExtension(path))).lowercased()
    if let found = formats.first(where: { $0.extensions.contains(wanted) }) { return found }
    let known = formats.map { "." + $0.extensions[0] }.joined(separator: ", ")
    throw Problem(
      status, file: path,
      wanted.isEmpty
        ? Text("nom sans extension", "a name without extension")
        : Text("format inconnu : « .\(wanted) »", "unknown format: \".\(wanted)\""),
      fix: Text("formats connus : \(known)", "known formats: \(known)"))
  }
}
