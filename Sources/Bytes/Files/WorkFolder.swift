/// A private folder among the system's temporary files, readable only for this user. It is removed when this
/// object is released or the run is interrupted. Not for several threads.
public final class WorkFolder {
  /// Where the folder is.
  public let path: String
  private var files: [String] = []

  /// Creates the folder in `$TMPDIR`, else in `/tmp`. Throws 73 when that fails.
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

  /// Writes a file in the folder and returns its path. Throws 73 when it cannot be created, 74 when the write
  /// fails.
  @discardableResult public func write(_ bytes: [UInt8], to name: String) throws(Problem) -> String {
    let file = expect(name)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputFile.cannotCreate(file) }
    defer { close(descriptor) }
    try OutputFile.writeAll(bytes, to: descriptor, path: file)
    return file
  }

  /// The path of a file that other code will make in this folder; it is removed with the others.
  @discardableResult public func expect(_ name: String) -> String {
    let file = Path.join(path, name)
    Interruption.postponed {
      Interruption.register(file)
      files.append(file)
    }
    return file
  }

  /// Removes the files; a process that has one open can still read it.
  public func removeFiles() {
    for file in files {
      unlink(file)
      Interruption.forget(file)
    }
    files = []
  }
}
