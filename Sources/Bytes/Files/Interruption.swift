#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends the programs started and removes temporary files and new folders when the user interrupts the program, then
/// leaves with code 130.
///
/// A signal handler may not allocate: paths are kept as C strings in fixed tables, and a string is never freed, since a
/// handler may be reading it. The tables belong to one lock, and whoever holds it takes no signal meanwhile: the handler
/// never interrupts its own thread with the lock held, so it may wait for the others to give it back. Once the handler
/// has it, nothing new begins, and what is in the tables is all there is.
public enum Interruption {
  /// An atlas is written under some hundred temporary names at once.
  private static let capacity = 4096
  private typealias Paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  nonisolated(unsafe) private static let files: Paths = table(nil)
  nonisolated(unsafe) private static let folders: Paths = table(nil)
  nonisolated(unsafe) private static let processes: UnsafeMutablePointer<pid_t> = table(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Recursive, so that what belongs together can be postponed together.
  nonisolated(unsafe) private static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(lock, &attributes)
    return lock
  }()

  private static func table<Entry>(_ empty: Entry) -> UnsafeMutablePointer<Entry> {
    let table = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
    table.initialize(repeating: empty, count: capacity)
    return table
  }

  /// Installs the handlers of SIGINT, SIGTERM and SIGHUP. Call once, from the main thread.
  ///
  /// A reader that is gone and a file past the limit of `ulimit -f` are writes that fail, not deaths.
  public static func handle() {
    _ = (capacity, files, folders, processes, lock)
    for number in signals { signal(number) { _ in Interruption.end() } }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  private static func end() {
    pthread_mutex_lock(lock)
    for index in 0..<capacity where processes[index] != 0 { kill(processes[index], SIGKILL) }
    for index in 0..<capacity { if let path = files[index] { unlink(path) } }
    // A folder goes once those in it are gone.
    var goesOn = true
    while goesOn {
      goesOn = false
      for index in 0..<capacity { if let path = folders[index], rmdir(path) == 0 { goesOn = true } }
    }
    _exit(ExitStatus.interrupted.rawValue)
  }

  /// Runs `body` as one step: an interruption waits until it has ended, and so does every other such step.
  public static func postponed<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
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

  /// A file to remove on interruption. Register it in the step that creates it.
  static func register(_ path: String) { add(path, to: files) }

  static func forget(_ path: String) { remove(path, from: files) }

  /// A folder to remove on interruption, when it is empty by then.
  public static func register(folder: String) { add(folder, to: folders) }

  public static func forget(folder: String) { remove(folder, from: folders) }

  /// Starts a program that would go on writing a temporary file, and ends it on interruption. `start` gives its
  /// number, or `nil` when it cannot be started.
  public static func starting(_ start: () -> pid_t?) -> pid_t? {
    postponed {
      guard let process = start() else { return nil }
      if let index = (0..<capacity).first(where: { processes[$0] == 0 }) { processes[index] = process }
      return process
    }
  }

  /// A program that has ended.
  public static func forget(process: pid_t) {
    postponed { for index in 0..<capacity where processes[index] == process { processes[index] = 0 } }
  }

  private static func add(_ path: String, to table: Paths) {
    postponed {
      if let index = (0..<capacity).first(where: { table[$0] == nil }) { table[index] = strdup(path) }
    }
  }

  private static func remove(_ path: String, from table: Paths) {
    postponed {
      for index in 0..<capacity {
        if let kept = table[index], strcmp(kept, path) == 0 { table[index] = nil }
      }
    }
  }
}
