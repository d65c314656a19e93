/// What happens when the user interrupts the program: temporary files and new folders are removed, and it leaves with
/// code 130.
///
/// A signal handler may not allocate, so paths are kept as C strings in fixed tables, and a string is never
/// freed, because a handler may be reading it. One lock protects the tables, and a thread blocks the signals
/// while it holds the lock. The handler therefore never runs on a thread that holds the lock, and may wait for
/// other threads to release it. Once the handler has the lock, nothing new can be registered: the tables are
/// complete.
public enum Interruption {
  /// Entries of each table. An atlas has some hundred temporary files at once.
  private static let capacity = 4096
  private typealias Paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  nonisolated(unsafe) private static let files = table()
  nonisolated(unsafe) private static let folders = table()
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Recursive, so that a postponed step may call functions that postpone steps of their own.
  nonisolated(unsafe) private static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(lock, &attributes)
    return lock
  }()

  private static func table() -> Paths {
    let table = Paths.allocate(capacity: capacity)
    table.initialize(repeating: nil, count: capacity)
    return table
  }

  /// Installs the handlers of SIGINT, SIGTERM and SIGHUP. Call once, from the main thread.
  ///
  /// Also ignores SIGPIPE and SIGXFSZ: a pipe closed by its reader and a file past the limit of `ulimit -f`
  /// make a write fail and do not kill the program.
  public static func handle() {
    _ = (capacity, files, folders, lock)
    for number in signals { signal(number) { _ in Interruption.end() } }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  private static func end() {
    pthread_mutex_lock(lock)
    for index in 0..<capacity { if let path = files[index] { unlink(path) } }
    // A folder can be removed only after the folders in it.
    var goesOn = true
    while goesOn {
      goesOn = false
      for index in 0..<capacity { if let path = folders[index], rmdir(path) == 0 { goesOn = true } }
    }
    _exit(ExitStatus.interrupted.rawValue)
  }

  /// Runs `body` as one step: an interruption, and any other postponed step, waits until it has ended. May be
  /// nested.
  public static func postponed<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    var those = sigset_t()
    var before = sigset_t()
    sigemptyset(&those)
    for number in signals { sigaddset(&those, number) }
    pthread_sigmask(SIG_BLOCK, &those, &before)
    pthread_mutex_lock(lock)
    defer {
      pthread_mutex_unlock(lock)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return try body()
  }

  /// Registers a file to remove on interruption. Call in the same postponed step that creates the file.
  static func register(_ path: String) { add(path, to: files) }

  static func forget(_ path: String) { remove(path, from: files) }

  /// Registers a folder to remove on interruption if it is empty by then. Call in the step that creates the
  /// folder.
  public static func register(folder: String) { add(folder, to: folders) }

  /// Keeps a registered folder on interruption; does nothing for one that is not registered.
  public static func forget(folder: String) { remove(folder, from: folders) }

  private static func add(_ path: String, to table: Paths) {
    postponed { if let index = (0..<capacity).first(where: { table[$0] == nil }) { table[index] = strdup(path) } }
  }

  private static func remove(_ path: String, from table: Paths) {
    postponed {
      for index in 0..<capacity { if let kept = table[index], strcmp(kept, path) == 0 { table[index] = nil } }
    }
  }
}
