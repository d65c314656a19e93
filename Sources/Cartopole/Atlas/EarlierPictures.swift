import Bytes
import Territory

/// The pictures an earlier run left in the folder, each with the SHA-256 of the drawing it was made from.
///
/// `rsvg-convert` needs more than half a second a picture: one whose drawing has not changed is kept. A picture
/// counts only while its bytes are still those the earlier manifest lists and the program's version is the same.
struct EarlierPictures {
  private var sources: [String: String] = [:]
  private var hashes: [String: String] = [:]
  private var rasterizer: String?

  /// No earlier run, or one of which nothing can be trusted.
  init() {}

  /// Reads the manifest of an earlier run; one that is absent or unreadable gives no pictures.
  init(manifest path: String) {
    guard let root = try? YAMLDocument.read(path) else { return }
    rasterizer = try? root["versions"]?["rasterizer"]?.string(Text(same: "rasterizer"))
    hashes = Self.pairs(root["outputs"], "sha256")
    sources = Self.pairs(root["pictures"], "source_sha256")
  }

  private static func pairs(_ list: Node?, _ key: String) -> [String: String] {
    let name = Text(same: key)
    var pairs: [String: String] = [:]
    for entry in (try? list?.items(name)) ?? [] {
      if let file = try? entry["file"]?.string(name), let value = try? entry[key]?.string(name) {
        pairs[file] = value
      }
    }
    return pairs
  }

  /// Whether `file` in `folder` is what `version` of the program would make again of a drawing with this hash.
  func keep(_ file: String, of source: String, by version: String, in folder: String) -> Bool {
    guard rasterizer == version, sources[file] == source, let hash = hashes[file],
      let bytes = try? FileBytes.read(Path.join(folder, file))
    else { return false }
    return SHA256.hexadecimal(bytes) == hash
  }
}
