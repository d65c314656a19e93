import Bytes
import Cartography

/// The files of an atlas being written: all are there under temporary names before the first gets its own, so that
/// a failure leaves the atlas of an earlier run as it was. The manifest comes last.
struct FileSet {
  let folder: String
  /// Names and SHA-256 of what the atlas holds, in order.
  private(set) var written: [(name: String, hash: String)] = []
  /// What the pictures were made with.
  var painter: String?
  /// Names of files that have no more than their temporary name.
  private var begun: Set<String> = []
  /// Folders that were not there, outer ones first.
  private var newFolders: [String] = []
  private static let manifest = "manifest.json"
  /// The atlas's own folders and files: what is in them and not of this run goes.
  private static let folders = ["maps", "simulations", "tables", "png"]
  private static let book = "atlas.pdf"

  init(_ folder: String) { self.folder = folder }

  var names: [String] { written.map(\.name) }

  func path(_ name: String) -> String { Path.join(folder, name) }

  mutating func write(_ name: String, _ bytes: [UInt8]) throws(Problem) {
    try write(name, bytes, hash: SHA256.hexadecimal(bytes))
  }

  private mutating func write(_ name: String, _ bytes: [UInt8], hash: String) throws(Problem) {
    try expect(name)
    _ = try OutputFile.scratch(bytes, for: path(name))
    written.append((name, hash))
  }

  /// Writes drawings, made into files on all processors.
  mutating func write(_ drawings: [(name: String, drawing: Drawing)]) throws(Problem) {
    let made = try Parallel.map(drawings.count) { (index) throws(Problem) -> (bytes: [UInt8], hash: String) in
      let bytes = drawings[index].drawing.svg()
      return (bytes, SHA256.hexadecimal(bytes))
    }
    for (index, file) in made.enumerated() {
      try write(drawings[index].name, file.bytes, hash: file.hash)
    }
  }

  /// Makes room for a file that somebody will make under its temporary name.
  mutating func expect(_ name: String) throws(Problem) {
    let own = Path.folder(path(name))
    var missing: [String] = []
    var next = own
    while !FileBytes.isFolder(next), Path.folder(next) != next {
      missing.append(next)
      next = Path.folder(next)
    }
    try OutputFile.makeFolder(own)
    newFolders += missing.reversed()
    begun.insert(name)
  }

  /// Notes files somebody has made under their temporary names.
  mutating func note(_ names: [String]) throws(Problem) {
    let paths = names.map { OutputFile.temporaryPath(for: path($0)) }
    let hashes = try Parallel.map(names.count) { (index) throws(Problem) in
      SHA256.hexadecimal(try FileBytes.read(paths[index]))
    }
    written += zip(names, hashes).map { (name: $0, hash: $1) }
  }

  /// Gives every file its name, removes what an earlier run left in the atlas's own folders, and writes the
  /// manifest. The earlier one goes first: while there is none, the folder is not complete.
  mutating func finish(_ manifest: [UInt8]) throws(Problem) {
    try expect(Self.manifest)
    _ = try OutputFile.scratch(manifest, for: path(Self.manifest))
    OutputFile.remove(path(Self.manifest))
    for name in names where begun.contains(name) {
      try OutputFile.commit(path(name))
      begun.remove(name)
    }
    let kept = Set(names)
    for part in Self.folders {
      for name in FileBytes.names(in: path(part)) where !kept.contains("\(part)/\(name)") {
        OutputFile.remove(path("\(part)/\(name)"))
      }
    }
    if !kept.contains(Self.book) { OutputFile.remove(path(Self.book)) }
    try OutputFile.commit(path(Self.manifest))
    begun.remove(Self.manifest)
  }

  /// Removes what has no name yet, and the folders made for it.
  func abandon() {
    for name in begun { OutputFile.abandon(path(name)) }
    for folder in newFolders.reversed() { OutputFile.removeFolder(folder) }
  }
}
