import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Independent pieces of work on all processors, by Dispatch.
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
    let pieces = Pieces(count: count, body: body)
    let workers = min(threads, count)
    if workers > 1 {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in pieces.run() }
    } else {
      pieces.run()
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count { values.append(try pieces.result(index)) }
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

  /// Calls `body` once for each worker 0 ..< `workers` and returns when all are done: for workers that fill memory of
  /// their own.
  public static func run(workers: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: workers, execute: body)
  }
}

/// The pieces shared by the threads: each takes the next one nobody has taken.
private final class Pieces<Value>: @unchecked Sendable {
  private let count: Int
  private let body: @Sendable (Int) throws(Problem) -> Value
  private let results: UnsafeMutablePointer<Result<Value, Problem>?>
  private let next = Atomic(0)

  init(count: Int, body: @escaping @Sendable (Int) throws(Problem) -> Value) {
    self.count = count
    self.body = body
    results = .allocate(capacity: count)
    results.initialize(repeating: nil, count: count)
  }

  deinit {
    results.deinitialize(count: count)
    results.deallocate()
  }

  /// Each result is written by the one thread that took its index.
  func run() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      results[index] = Result { () throws(Problem) in try body(index) }
    }
  }

  /// Call when every thread has ended.
  func result(_ index: Int) throws(Problem) -> Value {
    guard let result = results[index] else { preconditionFailure("a piece of work was left out") }
    return try result.get()
  }
}
