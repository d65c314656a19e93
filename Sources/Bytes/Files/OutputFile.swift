/// Files that appear whole or not at all: they are written as `.NAME.cartopole-PID` in the same folder, then
/// renamed.
///
/// A link is followed, even to a file that does not exist yet; a device or a pipe is written into and never
/// replaced. A new file takes the mode of the file it replaces, and its owner where the system allows.
public enum OutputFile {
  /// Writes bytes to `path`, replacing what is there, together with `companions`; `-` is standard output, without any.
  ///
  /// Throws 73 when the file cannot be created, 74 when a write fails, 64 when the run has read the file.
  /// Removes the leftovers of runs that died.
  public static func write(_ bytes: [UInt8], to path: String, with companions: [(path: String, bytes: [UInt8])] = [])
    throws(Problem)
  {
    guard path != "-", !companions.isEmpty else { return try write([bytes], to: path) }
    try writeTogether([(path, bytes)] + companions)
  }

  /// Writes the pieces of one file as `write` writes bytes, without joining them in memory.
  public static func write(_ pieces: [[UInt8]], to path: String) throws(Problem) {
    if path == "-" {
      for piece in pieces { try writeAll(piece, to: 1, path: path) }
    } else if try OutputTarget(path).isSpecial {
      try pour(pieces, into: path)
    } else {
      try together { (pending) throws(Problem) in
        let file = try PendingFile(path)
        pending.append(file)
        for piece in pieces { try file.write(piece) }
      }
    }
  }

  /// Writes files that belong together: all are complete under temporary names before any gets its own name.
  ///
  /// The old first file, without which the others are not read as a set, and the `stale` files of an earlier
  /// run are removed before the renaming, and the new first file gets its name last. A run that is killed on
  /// the way therefore leaves the old set, the new set, or a set that is plainly incomplete. Throws as `write`
  /// does.
  public static func writeTogether(_ files: [(path: String, bytes: [UInt8])], removing stale: [String] = [])
    throws(Problem)
  {
    var poured: [(path: String, bytes: [UInt8])] = []
    try together(removing: stale) { (pending) throws(Problem) in
      for file in files {
        if try OutputTarget(file.path).isSpecial { poured.append(file) } else { try begin(file, &pending) }
      }
    }
    for file in poured { try pour([file.bytes], into: file.path) }
  }

  private static func begin(_ file: (path: String, bytes: [UInt8]), _ pending: inout [PendingFile]) throws(Problem) {
    let one = try PendingFile(file.path)
    pending.append(one)
    try one.write(file.bytes)
  }

  /// Gives the files that `begin` makes their names in one step, the first one last; removes them all when it throws.
  private static func together(
    removing stale: [String] = [], _ begin: (inout [PendingFile]) throws(Problem) -> Void
  ) throws(Problem) {
    var pending: [PendingFile] = []
    do { try begin(&pending) } catch {
      for file in pending { file.abandon() }
      throw error
    }
    let stale = stale.filter { FileStatus($0, followsLinks: false) != nil }
    try Interruption.postponed { () throws(Problem) in
      if pending.count > 1 || !stale.isEmpty { pending.first?.removePlace() }
      for path in stale { unlink(path) }
      while let file = pending.popLast() {
        do throws(Problem) { try file.commit() } catch {
          for file in pending { file.abandon() }
          throw error
        }
      }
    }
  }

  /// Replaces the bytes of a user's file by what `edit` makes of them. When another program writes the file in
  /// the meantime, `edit` is called again with the new bytes. Throws 66 when the file is missing, 73 when it
  /// cannot be replaced, 74 when a write fails or other programs have written it ten times, and as `edit` does.
  ///
  /// Take the `FolderLock` of the file's folder first, so that two runs do not edit the file at once.
  public static func edit(_ path: String, _ edit: ([UInt8]) throws(Problem) -> [UInt8]) throws(Problem) {
    for _ in 0..<10 {
      let before = try FileBytes.read(path)
      let file = try PendingFile(path, isEdit: true)
      do { try file.write(try edit(before)) } catch {
        file.abandon()
        throw error
      }
      let isDone = try Interruption.postponed { () throws(Problem) -> Bool in
        guard (try? FileBytes.read(path)) == before else {
          file.abandon()
          return false
        }
        try file.commit()
        return true
      }
      if isDone { return }
    }
    throw Problem(
      .readOrWrite, file: path, Text.anotherProgramKeepsWriting,
      fix: Text("fermez-le, puis recommencez", "close it, then try again"))
  }

  /// Lets `make` produce a file at a temporary path, then renames it to `path`, together with `companions` as
  /// `writeTogether` does; removes it when `make` throws. Throws 73 and 64 as `write` does, and as `make` does.
  public static func replace(
    _ path: String, with companions: [(path: String, bytes: [UInt8])] = [], _ make: (String) throws(Problem) -> Void
  ) throws(Problem) {
    try together { (pending) throws(Problem) in
      let file = try PendingFile(path)
      pending.append(file)
      try make(file.temporary)
      for companion in companions { try begin(companion, &pending) }
    }
  }

  // MARK: Places and folders

  /// The path at the end of the links that `path` leads through. Throws 73 for a folder and for links without
  /// end.
  public static func place(of path: String) throws(Problem) -> String { try OutputTarget(path).place }

  /// The hidden path next to `folder` under which a new version of it may be filled before it is renamed.
  ///
  /// Removes what runs that died left there; does not create the folder. The caller must hold the `FolderLock`
  /// of the hidden folder while filling it, because another run removes an unlocked one as a leftover.
  public static func hiddenFolder(for folder: String) -> String {
    let above = Path.folder(folder)
    let stem = TemporaryName.stem(of: Path.name(folder), in: above)
    TemporaryName.removeLeftovers(in: above, stem: stem)
    return Path.join(above, stem + String(getpid()))
  }

  /// Removes the temporary files that runs which died left in a folder.
  public static func removeLeftovers(in folder: String) { TemporaryName.removeLeftovers(in: folder) }

  /// Creates a folder and the folders above it, and returns those it created, outer ones first. An interruption
  /// removes them if empty, until `Interruption.forget(folder:)`. Throws 73 when a folder cannot be created.
  @discardableResult public static func makeFolder(_ path: String) throws(Problem) -> [String] {
    if FileBytes.isFolder(path) { return [] }
    let above = Path.folder(path)
    var made = above != path && above != "." ? try makeFolder(above) : []
    try Interruption.postponed { () throws(Problem) in
      if mkdir(path, 0o777) == 0 {
        Interruption.register(folder: path)
        made.append(path)
      } else if errno != EEXIST || !FileBytes.isFolder(path) {
        throw cannotCreate(path)
      }
    }
    return made
  }

  /// Removes a file; does nothing when there is none or it cannot be removed.
  public static func remove(_ path: String) { unlink(path) }

  /// Renames a file or folder within the same file system, replacing a file of that name. Throws 73 when that
  /// fails.
  public static func move(_ path: String, to name: String) throws(Problem) {
    guard rename(path, name) == 0 else { throw cannotCreate(name) }
  }

  /// Removes a file, or a folder with everything in it; of a link only the link. What cannot be removed stays.
  public static func removeTree(_ path: String) {
    guard FileStatus(path, followsLinks: false)?.kind == .folder else {
      unlink(path)
      return
    }
    for name in FileBytes.names(in: path) { removeTree(Path.join(path, name)) }
    rmdir(path)
  }

  /// Removes a folder if it is empty.
  public static func removeFolder(_ path: String) { rmdir(path) }

  // MARK: Bytes

  static func pour(_ pieces: [[UInt8]], into path: String) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotCreate(path) }
    defer { close(descriptor) }
    for piece in pieces { try writeAll(piece, to: descriptor, path: path) }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(Problem) {
    guard send(bytes, to: descriptor) else {
      throw Problem(
        .readOrWrite, file: path, Text("écriture impossible : ", "cannot write: ") + FileBytes.systemError())
    }
  }

  /// Writes all the bytes; false when that fails, `errno` saying why.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count < 0 && errno != EINTR { return false }
      sent += max(count, 0)
    }
    return true
  }

  static func cannotCreate(_ path: String, _ code: Int32 = errno) -> Problem {
    Problem(
      .cannotCreate, file: path, Text("création impossible : ", "cannot create: ") + FileBytes.systemError(code),
      fix: Text("choisissez un autre endroit", "choose another place"))
  }
}

private func systemWrite(_ descriptor: Int32, _ source: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, source, count)
}
