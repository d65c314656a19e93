#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A fixed number of workers over shared read-only data.
public enum Parallel {
  /// Processors this process may count on, at least 1.
  public static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Calls `body` once for each worker number 0 ..< `workers`, each on a thread of its own (the last on the caller's),
  /// and returns when all are done. A thread the system refuses runs on the caller's.
  ///
  /// Results do not depend on the number of workers when what a worker writes depends only on the items it takes.
  public static func run(workers: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      for worker in 0..<max(0, workers - 1) {
        let task = Unmanaged.passRetained(Task { body(worker) })
        #if canImport(Glibc)
          var thread = pthread_t()
        #else
          var thread: pthread_t?
        #endif
        let failed = pthread_create(
          &thread, nil,
          { argument in
            #if canImport(Glibc)
              let argument = argument!
            #endif
            Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().work()
            return nil
          }, task.toOpaque())
        if failed != 0 {
          task.takeRetainedValue().work()
        } else {
          #if canImport(Glibc)
            threads.append(thread)
          #else
            if let thread { threads.append(thread) }
          #endif
        }
      }
      if workers > 0 { body(workers - 1) }
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private final class Task: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
