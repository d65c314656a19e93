import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that appear whole or not at all: written beside as `.NAME.cartopole-PID`, then renamed.
///
/// A link is followed, to a file that is not there yet too; a device or a pipe is written into, never replaced. What
/// replaces a file keeps its mode, and its owner where the system allows.
public enum OutputFile {
  /// Writes bytes to `path`, replacing what is there; `-` is standard output.
  ///
  /// Throws 73 when the file cannot be created, 74 when a write fails, 64 when the run has read it. Leftovers of runs
  /// that died are removed.
  public static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
    if path == "-" { return try writeAll(bytes, to: 1, path: path) }
    try writeTogether([(path, bytes)])
  }

  /// Writes files that belong together: all are there under temporary names before one gets its own. Meanwhile the
  /// first, without which nobody takes the others for whole, is not there, nor are the `stale` files of an earlier run:
  /// whoever is killed on the way leaves the old files, the new, or a set that is plainly incomplete.
  public static func writeTogether(
    _ files: [(path: String, bytes: [UInt8])], removing stale: [String] = []
  ) throws(Problem) {
    var pending: [PendingFile] = []
    var poured: [(path: String, bytes: [UInt8])] = []
    do {
      for file in files {
        if try OutputTarget(file.path).isSpecial {
          poured.append(file)
        } else {
          let one = try PendingFile(file.path)
          pending.append(one)
          try one.write(file.bytes)
        }
      }
    } catch {
      for file in pending { file.abandon() }
      throw error
    }
    let stale = stale.filter { FileStatus($0, followsLinks: false) != nil }
    try Interruption.postponed { () throws(Problem) in
      if pending.count > 1 || !stale.isEmpty { pending.first?.removePlace() }
      for path in stale { unlink(path) }
      while let file = pending.popLast() {
        do throws(Problem) {
          try file.commit()
        } catch {
          for file in pending { file.abandon() }
          throw error
        }
      }
    }
    for file in poured { try pour(file.bytes, into: file.path) }
  }

  /// Replaces `bytes` in a file of a person by what `edit` makes of them, unless somebody has written it meanwhile: then
  /// what they wrote is edited. Throws 74 when it is written again and again.
  ///
  /// Take the `FolderLock` of the file's folder first, so that two runs do not edit it at once.
  public static func edit(
    _ path: String, _ edit: ([UInt8]) throws(Problem) -> [UInt8]
  ) throws(Problem) {
    for _ in 0..<10 {
      let before = try FileBytes.read(path)
      let file = try PendingFile(path, isEdit: true)
      do {
        try file.write(try edit(before))
      } catch {
        file.abandon()
        throw error
      }
      let isDone = try Interruption.postponed { () throws(Problem) -> Bool in
        guard (try? FileBytes.read(path)) == before else {
          file.abandon()
          return false
        }
        try file.commit(isEdit: true)
        return true
      }
      if isDone { return }
    }
    throw Problem(
      .readOrWrite, file: path,
      Text("un autre programme écrit sans cesse ce fichier", "another program keeps writing this file"),
      fix: Text("fermez-le, puis recommencez", "close it, then try again"))
  }

  /// Lets `make` produce a file at a temporary path, then gives it its name; removes it when `make` throws.
  public static func replace(_ path: String, _ make: (String) throws(Problem) -> Void) throws(Problem) {
    let file = try PendingFile(path)
    do {
      try make(file.temporary)
    } catch {
      file.abandon()
      throw error
    }
    try Interruption.postponed { () throws(Problem) in try file.commit() }
  }

  // MARK: Begun in one place, ended in another

  private static let begun = Mutex<[String: PendingFile]>([:])

  /// The temporary path under which somebody else may now make `path`; follow with `commit` or `abandon`.
  ///
  /// `sweeps`: whether leftovers of runs that died are looked for.
  public static func begin(_ path: String, sweeps: Bool = true) throws(Problem) -> String {
    abandon(path)
    let file = try PendingFile(path, sweeps: sweeps)
    begun.withLock { $0[path] = file }
    return file.temporary
  }

  /// Begins a file and writes it; follow with `commit` or `abandon`.
  @discardableResult
  public static func scratch(
    _ bytes: [UInt8], for path: String, sweeps: Bool = true
  ) throws(Problem) -> String {
    let temporary = try begin(path, sweeps: sweeps)
    do {
      try begun.withLock({ $0[path] })?.write(bytes)
    } catch {
      abandon(path)
      throw error
    }
    return temporary
  }

  /// Where a file begun is written; `nil` when it is not begun.
  public static func temporary(for path: String) -> String? { begun.withLock { $0[path]?.temporary } }

  /// Gives a file begun its name. Throws 73 when that is not possible.
  public static func commit(_ path: String) throws(Problem) {
    guard let file = begun.withLock({ $0.removeValue(forKey: path) }) else { return }
    try Interruption.postponed { () throws(Problem) in try file.commit() }
  }

  /// Removes a file begun.
  public static func abandon(_ path: String) {
    begun.withLock { $0.removeValue(forKey: path) }?.abandon()
  }

  // MARK: Places and folders

  /// The end of the links a path leads through. Throws 73 for a folder.
  public static func place(of path: String) throws(Problem) -> String { try OutputTarget(path).place }

  /// The folder in which `path` is written before it gets its name: what helps to make it may lie there.
  public static func workFolder(for path: String) throws(Problem) -> String {
    try OutputTarget(path).workFolder
  }

  /// The hidden name beside a folder under which it may be filled before it gets its own; what runs that died left
  /// there is removed. Whoever fills it holds its `FolderLock`.
  public static func hiddenFolder(for folder: String) -> String {
    let above = Path.folder(folder)
    let stem = TemporaryName.stem(of: Path.name(folder), in: above)
    TemporaryName.removeLeftovers(in: above, stem: stem)
    return Path.join(above, stem + String(getpid()))
  }

  /// Removes what runs that died left in a folder.
  public static func removeLeftovers(in folder: String) { TemporaryName.removeLeftovers(in: folder) }

  /// Creates a folder and those above it; gives those that were not there, outer ones first. They go when the run is
  /// interrupted, until `Interruption` forgets them. Throws 73 when that is not possible.
  @discardableResult
  public static func makeFolder(_ path: String) throws(Problem) -> [String] {
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

  public static func remove(_ path: String) { unlink(path) }

  /// Gives a file or folder another name in the same file system. Throws 73.
  public static func move(_ path: String, to name: String) throws(Problem) {
    guard rename(path, name) == 0 else { throw cannotCreate(name) }
  }

  /// Removes a file, or a folder and everything in it; a link and not what it leads to.
  public static func removeTree(_ path: String) {
    guard FileStatus(path, followsLinks: false)?.kind == .folder else {
      unlink(path)
      return
    }
    for name in FileBytes.names(in: path) { removeTree(Path.join(path, name)) }
    rmdir(path)
  }

  /// Removes a folder that is empty.
  public static func removeFolder(_ path: String) { rmdir(path) }

  // MARK: Bytes

  static func pour(_ bytes: [UInt8], into path: String) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotCreate(path) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path: path)
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(Problem) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Problem(
          .readOrWrite, file: path, Text("écriture impossible : ", "cannot write: ") + FileBytes.systemError())
      }
      sent += count
    }
  }

  static func cannotCreate(_ path: String, _ code: Int32 = errno) -> Problem {
    Problem(
      .cannotCreate, file: path,
      Text("création impossible : ", "cannot create: ") + FileBytes.systemError(code),
      fix: Text("choisissez un autre endroit", "choose another place"))
  }
}

private func systemWrite(_ descriptor: Int32, _ source: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, source, count)
}
