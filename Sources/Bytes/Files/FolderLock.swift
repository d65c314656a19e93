/// The right to be the only run that writes in a folder (`flock` on the folder), held until this object is
/// released.
///
/// The system frees the lock when a run dies. On a file system without locks every run gets the right at once.
public final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock. `prepare` makes the folder; it is called again when the folder was removed during the
  /// wait. Throws 74 when another run still holds the lock after `waiting`, 73 when the folder cannot be
  /// opened, and as `prepare`.
  public init(_ folder: String, waiting: Duration = .seconds(60), prepare: () throws(Problem) -> Void = {})
    throws(Problem)
  {
    let end = ContinuousClock.now + waiting
    while true {
      try prepare()
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputFile.cannotCreate(folder) }
      guard Self.lock(descriptor, until: end) else {
        close(descriptor)
        throw Problem(.readOrWrite, file: folder, Text.anotherRunIsWriting, fix: Text.waitUntilItHasFinished)
      }
      if let mine = FileStatus(descriptor: descriptor), mine.identity == FileStatus(folder)?.identity {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit { close(descriptor) }

  /// Whether the lock was taken in time; also true where the file system has no locks.
  private static func lock(_ descriptor: Int32, until end: ContinuousClock.Instant) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { return true }
      guard ContinuousClock.now < end else { return false }
      usleep(20_000)
    }
    return true
  }
}
