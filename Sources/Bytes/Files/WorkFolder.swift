#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of the program's own among the temporary files of the system, which nobody else may read. It goes with
/// this value, or when the run is interrupted.
public final class WorkFolder {
  public let path: String
  private var files: [String] = []

  /// Throws 73 when there is no place for it.
  public init() throws(Problem) {
    let base = Path.join(Self.base, "cartopole-XXXXXX")
    path = try Interruption.postponed { () throws(Problem) in
      var name = Array(base.utf8CString)
      guard mkdtemp(&name) != nil else { throw OutputFile.cannotCreate(base) }
      let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      Interruption.register(folder: path)
      return path
    }
  }

  deinit {
    removeFiles()
    rmdir(path)
    Interruption.forget(folder: path)
  }

  /// Where temporary files lie: `$TMPDIR`, else `/tmp`.
  static var base: String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  /// Writes a file and gives its path. Throws 73 and 74.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws(Problem) -> String {
    let file = expect(name)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputFile.cannotCreate(file) }
    defer { close(descriptor) }
    try OutputFile.writeAll(bytes, to: descriptor, path: file)
    return file
  }

  /// A file that somebody will make here, to be removed with the others.
  @discardableResult
  public func expect(_ name: String) -> String {
    let file = Path.join(path, name)
    Interruption.postponed {
      Interruption.register(file)
      files.append(file)
    }
    return file
  }

  /// Removes the files; who has one open keeps it.
  public func removeFiles() {
    for file in files {
      unlink(file)
      Interruption.forget(file)
    }
    files = []
  }
}
