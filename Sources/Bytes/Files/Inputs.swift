/// The files a run has read, which it must not overwrite.
///
/// A library may replace what it has read, but a command line that names one file as input and as output is a
/// mistake. So files are remembered only in a program that calls `protect()`. Safe from any thread.
public enum Inputs {
  private static let read = Guarded((isProtected: false, files: Set<FileIdentity>()))

  /// From now on, refuses to write a file that the run has read. Call once, at the start of a program.
  public static func protect() { read.withLock { $0.isProtected = true } }

  /// Notes a file as read. Code that opens an input by other means than `FileBytes` and `InputFile` must call
  /// this.
  public static func note(_ path: String) { if let status = FileStatus(path) { note(status) } }

  static func note(_ status: FileStatus) {
    guard status.kind == .file else { return }
    read.withLock { if $0.isProtected { $0.files.insert(status.identity) } }
  }

  /// Throws 64 when the file to be written is one that the run has read.
  static func refuse(_ status: FileStatus, _ path: String) throws(Problem) {
    guard read.withLock({ $0.files.contains(status.identity) }) else { return }
    throw Problem(.usage, file: path, Text.fileIsAlsoRead, fix: Text.giveTheOutputAnotherName)
  }
}
