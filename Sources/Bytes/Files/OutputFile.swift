#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that appear whole or not at all: written beside as `.NAME.cartopole-PID`, then renamed.
public enum OutputFile {
  /// Writes bytes to `path`, replacing what is there; `-` is standard output. A link is followed; a device or a
  /// pipe is written into, never replaced.
  ///
  /// Throws 73 when the file cannot be created, 74 when a write fails. Leftovers of runs that died are removed.
  public static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
    if path == "-" { return try writeAll(bytes, to: 1, path: path) }
    guard isSpecial(path) else { return try writeTogether([(followed(path), bytes)]) }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotCreate(path) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path: path)
  }

  /// Whether `path` is there and is neither a file nor a folder: `/dev/null`, a named pipe.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The file a symbolic link leads to; any other path as it is.
  private static func followed(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let target = realpath(path, nil) else {
      return path
    }
    defer { free(target) }
    return String(cString: target)
  }

  /// Writes bytes under the hidden name beside `path`, for another program to read. Remove it with `abandon(path)`.
  public static func scratch(_ bytes: [UInt8], for path: String) throws(Problem) -> String {
    let temporary = begin(path)
    do {
      try create(bytes, at: temporary, for: path)
    } catch {
      abandon(path)
      throw error
    }
    return temporary
  }

  /// Writes files that belong together: all are there under temporary names before the last of the list gets
  /// its own, then the one before it, and so on to the first.
  public static func writeTogether(_ files: ArraySlice<(path: String, bytes: [UInt8])>) throws(Problem) {
    guard let (path, bytes) = files.first else { return }
    try replace(path) { (temporary) throws(Problem) in
      try create(bytes, at: temporary, for: path)
      try writeTogether(files.dropFirst())
    }
  }

  private static func create(_ bytes: [UInt8], at temporary: String, for path: String) throws(Problem) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw cannotCreate(path) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path: path)
  }

  /// Lets `make` produce a file at a temporary path, then gives it its name; removes it when `make` throws.
  public static func replace(_ path: String, _ make: (String) throws(Problem) -> Void) throws(Problem) {
    let temporary = begin(path)
    do {
      try make(temporary)
    } catch {
      abandon(path)
      throw error
    }
    try commit(path)
  }

  /// The temporary path under which somebody else may now make `path`; follow with `commit` or `abandon`.
  public static func begin(_ path: String) -> String {
    let temporary = temporaryPath(for: path)
    removeLeftovers(beside: path)
    unlink(temporary)
    Interruption.register(temporary)
    return temporary
  }

  /// Gives a file begun its name. Throws 73 when that is not possible.
  public static func commit(_ path: String) throws(Problem) {
    let temporary = temporaryPath(for: path)
    defer { Interruption.forget(temporary) }
    guard rename(temporary, path) == 0 else {
      let problem = cannotCreate(path)
      unlink(temporary)
      throw problem
    }
  }

  /// Removes a file begun.
  public static func abandon(_ path: String) {
    let temporary = temporaryPath(for: path)
    unlink(temporary)
    Interruption.forget(temporary)
  }

  /// Creates a folder and those above it. Throws 73 when that is not possible.
  public static func makeFolder(_ path: String) throws(Problem) {
    if FileBytes.isFolder(path) { return }
    let above = Path.folder(path)
    if above != path && above != "." { try makeFolder(above) }
    if mkdir(path, 0o777) != 0 && errno != EEXIST { throw cannotCreate(path) }
  }

  public static func remove(_ path: String) { unlink(path) }

  /// Removes a folder that is empty.
  public static func removeFolder(_ path: String) { rmdir(path) }

  /// The hidden name beside `path` under which this process writes it. Keeps the extension last, for programs
  /// that look at it.
  public static func temporaryPath(for path: String) -> String {
    Path.join(Path.folder(path), "." + Path.name(path) + ".cartopole-" + String(getpid()))
  }

  private static func removeLeftovers(beside path: String) {
    let folder = Path.folder(path)
    let prefix = "." + Path.name(path) + ".cartopole-"
    for name in FileBytes.names(in: folder) where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), process != getpid() else { continue }
      if kill(process, 0) != 0 && errno == ESRCH { unlink(Path.join(folder, name)) }
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(Problem) {
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

  private static func cannotCreate(_ path: String) -> Problem {
    Problem(
      .cannotCreate, file: path, Text("création impossible : ", "cannot create: ") + FileBytes.systemError(),
      fix: Text("choisissez un autre endroit", "choose another place"))
  }
}

private func systemWrite(_ descriptor: Int32, _ source: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, source, count)
}
