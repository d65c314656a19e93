import Bytes

/// The path of a file, or of one of its layers: `communes.gpkg#commune`.
public enum LayerPath {
  /// The file and the layer that a path names; `nil` when a file with the whole path exists or there is no `#`.
  public static func split(_ path: String) -> (file: String, layer: String)? {
    guard let mark = path.lastIndex(of: "#"), !FileBytes.exists(path) else { return nil }
    let (file, layer) = (String(path[..<mark]), String(path[path.index(after: mark)...]))
    return file.isEmpty || layer.isEmpty ? nil : (file, layer)
  }

  /// The file that a path names, without the layer.
  public static func file(_ path: String) -> String { split(path)?.file ?? path }
}
