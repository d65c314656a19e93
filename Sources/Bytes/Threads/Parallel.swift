import Dispatch
import Synchronization

/// Runs independent pieces of work on all processors, through Dispatch.
public enum Parallel {
  /// Number of processors online when it is first asked for, at least 1: each asking reads a file of the system.
  public static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Calls `body` once for each index 0 ..< `count` and returns the results in index order, whatever the number
  /// of threads.
  ///
  /// The caller's thread works too; with one thread or one piece no other thread is used. Every piece runs even
  /// after one has failed; then throws the error of the smallest index that failed.
  public static func map<Value>(
    _ count: Int, threads: Int = processors, _ body: @escaping @Sendable (Int) throws(Problem) -> Value
  ) throws(Problem) -> [Value] {
    nonisolated(unsafe) let results = UnsafeMutablePointer<Result<Value, Problem>?>.allocate(capacity: count)
    results.initialize(repeating: nil, count: count)
    defer {
      results.deinitialize(count: count)
      results.deallocate()
    }
    let next = Atomic(0)
    // Each thread takes the next piece that is not taken yet. Only it writes that piece's result, so no lock is needed.
    @Sendable func work() {
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < count {
        results[index] = Result { () throws(Problem) in try body(index) }
      }
    }
    let workers = min(threads, count)
    if workers > 1 { DispatchQueue.concurrentPerform(iterations: workers) { _ in work() } } else { work() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count {
      guard let result = results[index] else { preconditionFailure("a piece of work was left out") }
      values.append(try result.get())
    }
    return values
  }

  /// Two pieces of work that do not need each other, the first on the caller's thread. Both run to their end; then throws
  /// the error of the first before that of the second.
  ///
  /// - Parameters:
  ///   - first: may use `map` itself.
  ///   - second: the shorter piece.
  public static func both<First, Second: Sendable>(
    _ first: () throws(Problem) -> First, and second: @escaping @Sendable () throws(Problem) -> Second
  ) throws(Problem) -> (First, Second) {
    nonisolated(unsafe) var other: Result<Second, Problem>?
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) { other = Result { () throws(Problem) in try second() } }
    let own = Result { () throws(Problem) in try first() }
    group.wait()
    guard let other else { preconditionFailure("a piece of work was left out") }
    return (try own.get(), try other.get())
  }

  /// `map` for work that cannot fail.
  public static func each<Value>(_ count: Int, threads: Int = processors, _ body: @escaping @Sendable (Int) -> Value)
    -> [Value]
  {
    do throws(Problem) { return try map(count, threads: threads, body) } catch { preconditionFailure(error.line(.en)) }
  }

  /// Calls `body` once for each worker 0 ..< `workers`, on several threads, and returns when all are done: for
  /// workers that each fill memory of their own.
  public static func run(workers: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: workers, execute: body)
  }
}
