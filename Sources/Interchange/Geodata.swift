import Bytes
import Geometry

/// Features in and out of files, by the extension of their names.
public enum Geodata {
  /// The formats there are.
  public static let formats: [any GeodataFormat.Type] = [
    ShapefileFormat.self,
    GeoJSONFormat.self,
    GeoPackageFormat.self,
    CSVFormat.self,
  ]

  /// Reads a file in the format of its extension, or in the one named; `-` is GeoJSON on standard input unless
  /// a format is named, and `communes.gpkg#commune` is the layer `commune` of `communes.gpkg`.
  ///
  /// Throws 66 for a missing file or a folder, 65 for an extension no format has and for bad data.
  public static func read(
    _ path: String, format: String? = nil, options: GeodataReadOptions = GeodataReadOptions()
  ) throws(Problem) -> Features {
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
        .usage, file: path,
        Text(
          "un fichier \(format.name) n’a qu’une couche, sans nom : « \(layer) »",
          "a \(format.name) file has one layer, without a name: \"\(layer)\""),
        fix: Text("ne nommez de couche que d’un GeoPackage", "name a layer of a GeoPackage only"))
    }
    return try format.read(path, options)
  }

  /// The files a layer is read from, in the format of its extension.
  public static func files(of path: String) -> [String] {
    (try? format(path, named: nil, unknown: .badData))?.files(of: path) ?? [path]
  }

  /// Writes a file in the format of its extension, or in the one named; says what was lost on the way.
  ///
  /// Throws 64 for an extension no format has, 65 for what the format cannot hold, 73 and 74 for the disk.
  @discardableResult
  public static func write(
    _ features: Features, to path: String, format: String? = nil,
    options: GeodataWriteOptions = GeodataWriteOptions()
  ) throws(Problem) -> [Warning] {
    try Self.format(path, named: format, unknown: .usage).write(features, to: path, options)
  }

  private static func format(
    _ path: String, named name: String?, unknown status: ExitStatus
  ) throws(Problem) -> any GeodataFormat.Type {
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
