import Bytes
import Pole
import Territory

/// What earlier runs wrote into a folder, by name and SHA-256: the manifest of the last complete run, and the
/// journal of a run that was cut short between its first file and its last.
struct FolderRecord {
  static let journal = ".cartopole-journal"
  private let files: [String: Set<String>]

  /// Reads both when they are there. A file that is unreadable or written by another program lists nothing.
  init(_ folder: String, manifest: String) {
    var files = Self.entries(Path.join(folder, Self.journal), "files")
    let outputs = Self.entries(Path.join(folder, manifest), "outputs")
    for (name, hashes) in outputs { files[name, default: []].formUnion(hashes) }
    for name in files.keys where !Self.isWithin(name) { files[name] = nil }
    if !outputs.isEmpty { files[manifest] = files[manifest] ?? [] }
    self.files = files
  }

  var names: Dictionary<String, Set<String>>.Keys { files.keys }

  /// Whether an earlier run wrote these bytes under the name.
  func holds(_ name: String, hash: String) -> Bool { files[name]?.contains(hash) == true }

  func lists(_ name: String) -> Bool { files[name] != nil }

  /// The journal of a run that will write these files in addition to those that are there.
  func journal(adding written: [(name: String, hash: String)]) -> [UInt8] {
    let earlier = files.sorted { $0.key < $1.key }.flatMap { name, hashes in
      hashes.isEmpty ? [(name: name, hash: "")] : hashes.sorted().map { (name: name, hash: $0) }
    }
    let entries = (written + earlier).map { file in
      JSON.object([("file", .string(file.name)), ("sha256", .string(file.hash))])
    }
    return JSON.object([("schema", .integer(1)), ("files", .array(entries))]).bytes()
  }

  private static func entries(_ path: String, _ key: String) -> [String: Set<String>] {
    guard FileStatus(path)?.kind == .file, let bytes = try? FileBytes.read(path, isInput: false),
      let root = try? YAMLDocument.parse(bytes), let list = try? root[key]?.items(Text(same: key))
    else { return [:] }
    var entries: [String: Set<String>] = [:]
    for item in list {
      let what = Text(same: key)
      guard let name = try? item["file"]?.string(what), let hash = try? item["sha256"]?.string(what) else { return [:] }
      entries[name, default: []].insert(hash)
    }
    return entries
  }

  /// Whether a name lies within the folder: a manifest may come from anywhere, and names outside are ignored.
  private static func isWithin(_ name: String) -> Bool {
    !Path.isAbsolute(name)
      && name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      }
  }
}
