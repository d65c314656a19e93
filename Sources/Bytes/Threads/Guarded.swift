/// A value that one thread at a time may use.
///
/// The lock is that of POSIX and not `Synchronization.Mutex`, because on Linux the thread sanitizer does not see that one, and
/// would take every guarded value for a race. For the same reason the value must not be empty: its place would be that of
/// the object itself.
public final class Guarded<Value>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  /// Guards a value that nobody else uses.
  public init(_ value: sending Value) {
    self.value = value
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Runs `body` while no other thread uses the value. `body` must not ask for the same value: it would wait for itself.
  public func withLock<Result, Failure: Error>(_ body: (inout Value) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
