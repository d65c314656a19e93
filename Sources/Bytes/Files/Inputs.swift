import Synchronization

/// The files a run has read: none of them may be one it writes.
///
/// A library may well replace what it has read; a command of a person that names its own input as output is a slip of
/// the hand. So only a program that calls `protect()` remembers what it reads.
public enum Inputs {
  private struct Read {
    var isProtected = false
    var files: Set<FileIdentity> = []
  }

  private static let read = Mutex(Read())

  /// From now on an output that is a file read is refused. Call once, at the start of a program.
  public static func protect() { read.withLock { $0.isProtected = true } }

  /// Notes a file as read. Whoever opens one otherwise than by `FileBytes.read` calls this.
  public static func note(_ path: String) { if let status = FileStatus(path) { note(status) } }

  static func note(_ status: FileStatus) {
    guard status.kind == .file else { return }
    read.withLock { if $0.isProtected { $0.files.insert(status.identity) } }
  }

  /// Refuses (64) to write `path` when it is a file read.
  static func refuse(_ status: FileStatus, _ path: String) throws(Problem) {
    guard read.withLock({ $0.files.contains(status.identity) }) else { return }
    throw Problem(
      .usage, file: path,
      Text("ce fichier est aussi lu : rien n’y est écrit", "this file is also read: nothing is written to it"),
      fix: Text("donnez un autre nom à ce qui est écrit", "give what is written another name"))
  }
}
