/// Where an output goes: the end of the links that its path leads through, whether or not a file exists there.
struct OutputTarget: Sendable {
  /// As the user wrote it, for messages.
  let path: String
  let place: String
  /// The status of what is at `place`; `nil` when nothing is.
  let there: FileStatus?

  /// Throws 73 for a folder, and for links without end.
  init(_ path: String) throws(Problem) {
    self.path = path
    var place = path
    for _ in 0..<40 {
      guard let status = FileStatus(place, followsLinks: false), status.kind == .link else {
        self.place = place
        there = FileStatus(place, followsLinks: false)
        if there?.kind == .folder {
          throw Problem(
            .cannotCreate, file: path, Text("un dossier porte ce nom", "a folder has this name"),
            fix: Text("choisissez un autre endroit", "choose another place"))
        }
        return
      }
      guard let next = Self.content(ofLink: place) else { throw OutputFile.cannotCreate(path) }
      place = Path.join(Path.folder(place), next)
    }
    throw OutputFile.cannotCreate(path, ELOOP)
  }

  /// Whether the target is a device or a pipe, which is written into and never replaced.
  var isSpecial: Bool { there?.kind == .special }

  private static func content(ofLink path: String) -> String? {
    var room = [UInt8](repeating: 0, count: 4097)
    let count = room.withUnsafeMutableBytes {
      readlink(path, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return count < 0 ? nil : String(decoding: room.prefix(count), as: UTF8.self)
  }
}
