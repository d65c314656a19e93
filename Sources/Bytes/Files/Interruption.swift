#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends the programs started and removes temporary files when the user interrupts the program, then leaves with
/// code 130.
///
/// A signal handler may neither allocate nor lock: paths are kept as C strings in a fixed table, processes in
/// another.
public enum Interruption {
  /// An atlas is written under some hundred temporary names at once.
  private static let capacity = 4096
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    table.initialize(repeating: nil, count: capacity)
    return table
  }()

  nonisolated(unsafe) private static let processes: UnsafeMutablePointer<pid_t> = {
    let table = UnsafeMutablePointer<pid_t>.allocate(capacity: capacity)
    table.initialize(repeating: 0, count: capacity)
    return table
  }()

  /// Installs the handlers of SIGINT and SIGTERM. Call once, from the main thread.
  public static func handle() {
    _ = (paths, processes)
    for signalNumber in [SIGINT, SIGTERM, SIGHUP] {
      signal(signalNumber) { _ in
        for index in 0..<Interruption.capacity where Interruption.processes[index] != 0 {
          kill(Interruption.processes[index], SIGKILL)
        }
        for index in 0..<Interruption.capacity {
          if let path = Interruption.paths[index] { unlink(path) }
        }
        _exit(ExitStatus.interrupted.rawValue)
      }
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// A path to remove on interruption. Called from the thread that writes outputs.
  static func register(_ path: String) {
    for index in 0..<capacity where paths[index] == nil {
      paths[index] = strdup(path)
      return
    }
  }

  /// A program started, which would go on writing a temporary file. Called from the thread that starts it.
  public static func register(process: pid_t) {
    for index in 0..<capacity where processes[index] == 0 {
      processes[index] = process
      return
    }
  }

  /// A program that has ended.
  public static func forget(process: pid_t) {
    for index in 0..<capacity where processes[index] == process { processes[index] = 0 }
  }

  static func forget(_ path: String) {
    for index in 0..<capacity {
      guard let kept = paths[index], strcmp(kept, path) == 0 else { continue }
      paths[index] = nil
      free(kept)
    }
  }
}
