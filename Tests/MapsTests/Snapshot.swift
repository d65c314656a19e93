import Cartopole
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Exact text kept beside the tests. `RECORD_SNAPSHOTS=1` records; a missing one fails; a mismatch leaves
/// `NAME-changed.EXT` beside it to look at.
enum Snapshot {
  static let folder = Path.join(Path.folder(#filePath), "Snapshots")

  static func check(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let path = Path.join(folder, name)
    let changed = Path.stem(path) + "-changed." + Path.fileExtension(path)
    if getenv("RECORD_SNAPSHOTS") != nil {
      try OutputFile.write(bytes, to: path)
      OutputFile.remove(changed)
      return
    }
    guard FileBytes.exists(path) else {
      Issue.record("no snapshot \(name): run with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
      return
    }
    if try FileBytes.read(path) == bytes {
      OutputFile.remove(changed)
      return
    }
    try OutputFile.write(bytes, to: changed)
    Issue.record("\(name) differs: compare \(Path.name(changed))", sourceLocation: sourceLocation)
  }
}

/// The shipped project, from the package's folder whatever the current one is.
enum Shipped {
  static let folder = Path.join(Path.folder(Path.folder(Path.folder(#filePath))), "GeoData")
  static let project = Result { () throws(Problem) in try Project.open(folder) }

  static func open() throws -> Project { try project.get() }
}
