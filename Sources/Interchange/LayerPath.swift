import Bytes

/// The path of a file, or of one of its layers: `communes.gpkg#commune`.
public enum LayerPath {
  /// File and layer of a path that names both; `nil` for the path of a file.
  public static func split(_ path: String) -> (file: String, layer: String)? {
    guard let mark = path.lastIndex(of: "#"), !FileBytes.exists(path) else { return nil }
    let (file, layer) = (String(path[..<mark]), String(path[path.index(after: mark)...]))
    return file.isEmpty || layer.isEmpty ? nil : (file, layer)
  }

  /// The file of a path.
  public static func file(_ path: String) -> String { split(path)?.file ?? path }
}
