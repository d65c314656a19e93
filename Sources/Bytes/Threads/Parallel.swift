#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Independent pieces of work on all processors.
public enum Parallel {
  /// Processors this process may use.
  public static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// `body(0)`, `body(1)`… `body(count - 1)`, each once, the results in that order whatever the number of threads.
  ///
  /// The caller's thread works too; with one thread or one piece nothing is started. Throws the error of the
  /// smallest index that failed.
  public static func map<Value>(
    _ count: Int, threads: Int = processors, _ body: @escaping @Sendable (Int) throws(Problem) -> Value
  ) throws(Problem) -> [Value] {
    let work = Pieces(count: count, body: body)
    var started: [pthread_t] = []
    while started.count < min(threads, count) - 1, let thread = start(work) { started.append(thread) }
    work.run()
    for thread in started { pthread_join(thread, nil) }
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count { values.append(try work.result(index)) }
    return values
  }

  /// `map` for work that cannot fail.
  public static func each<Value>(
    _ count: Int, threads: Int = processors, _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    do throws(Problem) {
      return try map(count, threads: threads, body)
    } catch {
      preconditionFailure(error.line(.en))
    }
  }

  /// Calls `body` once for each worker 0 ..< `workers`, each on a thread of its own where the system gives one, and
  /// returns when all are done: for workers that fill memory of their own.
  public static func run(workers: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      _ = try? map(workers, threads: workers) { (worker) throws(Problem) -> Void in body(worker) }
    }
  }

  /// Runs `body` on a thread of its own nobody waits for; not at all where the system refuses one.
  public static func detach(_ body: @escaping @Sendable () -> Void) {
    if let thread = start(Errand(body)) { pthread_detach(thread) }
  }

  /// `nil` when the system refuses one more thread: the others then do its work.
  private static func start(_ work: Work) -> pthread_t? {
    let handle = Unmanaged.passRetained(work)
    var thread: pthread_t?
    if create(&thread, handle.toOpaque()) != 0 {
      handle.release()
      return nil
    }
    return thread
  }
}

#if canImport(Glibc)
  private func create(_ thread: inout pthread_t?, _ handle: UnsafeMutableRawPointer) -> Int32 {
    var made = pthread_t()
    let status = pthread_create(&made, nil, enter, handle)
    thread = made
    return status
  }

  private func enter(_ handle: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let handle { Unmanaged<Work>.fromOpaque(handle).takeRetainedValue().run() }
    return nil
  }
#else
  private func create(_ thread: inout pthread_t?, _ handle: UnsafeMutableRawPointer) -> Int32 {
    pthread_create(&thread, nil, enter, handle)
  }

  private func enter(_ handle: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(handle).takeRetainedValue().run()
    return nil
  }
#endif

/// What a thread runs; a class without generics, since a C function pointer knows no type parameters.
private class Work: @unchecked Sendable {
  func run() {}
}

/// One piece of work.
private final class Errand: Work, @unchecked Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  override func run() { body() }
}

/// The pieces shared by the threads: each takes the next one nobody has taken.
private final class Pieces<Value>: Work, @unchecked Sendable {
  private let count: Int
  private let body: @Sendable (Int) throws(Problem) -> Value
  private let slots: UnsafeMutablePointer<Value?>
  private let problems: UnsafeMutablePointer<Problem?>
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var next = 0

  init(count: Int, body: @escaping @Sendable (Int) throws(Problem) -> Value) {
    self.count = count
    self.body = body
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil, count: count)
    problems = .allocate(capacity: count)
    problems.initialize(repeating: nil, count: count)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    slots.deinitialize(count: count)
    slots.deallocate()
    problems.deinitialize(count: count)
    problems.deallocate()
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  private func take() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard next < count else { return nil }
    defer { next += 1 }
    return next
  }

  /// Each slot is written by the one thread that took its index.
  override func run() {
    while let index = take() {
      do throws(Problem) {
        slots[index] = try body(index)
      } catch {
        problems[index] = error
      }
    }
  }

  /// Call when every thread has ended.
  func result(_ index: Int) throws(Problem) -> Value {
    if let problem = problems[index] { throw problem }
    guard let value = slots[index] else { preconditionFailure("a piece of work was left out") }
    return value
  }
}
