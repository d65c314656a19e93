import Bytes
import Cartography

/// The files of an atlas being written: each whole or not at all, the manifest last.
struct FileSet {
  let folder: String
  /// Names and SHA-256 of what has been written, in order.
  private(set) var written: [(name: String, hash: String)] = []
  /// SHA-256 of the drawing each picture was made from, and the program that made them.
  private(set) var pictures: [(name: String, source: String)] = []
  var rasterizer: String?
  /// What the folder held before.
  private(set) var earlier = EarlierPictures()
  private static let manifest = "manifest.json"

  init(_ folder: String) { self.folder = folder }

  var names: [String] { written.map(\.name) }

  func path(_ name: String) -> String { Path.join(folder, name) }

  /// Makes the folder and takes the manifest of an earlier run away: from here on it is not complete.
  mutating func begin() throws(Problem) {
    try OutputFile.makeFolder(folder)
    if FileBytes.exists(path(Self.manifest)) { earlier = EarlierPictures(manifest: path(Self.manifest)) }
    removeStale([Self.manifest])
  }

  mutating func write(_ name: String, _ bytes: [UInt8]) throws(Problem) {
    try write(name, bytes, hash: SHA256.hexadecimal(bytes))
  }

  private mutating func write(_ name: String, _ bytes: [UInt8], hash: String) throws(Problem) {
    try OutputFile.makeFolder(Path.folder(path(name)))
    try OutputFile.write(bytes, to: path(name))
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

  /// SHA-256 of a file already written.
  func hash(of name: String) -> String { written.first { $0.name == name }?.hash ?? "" }

  /// Notes a picture another program has made of a drawing with this SHA-256.
  mutating func note(_ name: String, madeFrom source: String) throws(Problem) {
    written.append((name, SHA256.hexadecimal(try FileBytes.read(path(name)))))
    pictures.append((name, source))
  }

  /// Writes the manifest and removes what an earlier run left in the atlas's own folders.
  mutating func finish(_ manifest: [UInt8]) throws(Problem) {
    let kept = Set(names)
    for part in ["maps", "simulations", "tables", "png"] {
      for name in FileBytes.names(in: path(part)) where !kept.contains("\(part)/\(name)") {
        removeStale(["\(part)/\(name)"])
      }
    }
    try OutputFile.write(manifest, to: path(Self.manifest))
  }

  func removeStale(_ names: [String]) {
    for name in names { OutputFile.remove(path(name)) }
  }
}
