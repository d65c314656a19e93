import Synchronization

/// A value made once, by whoever asks first; who asks meanwhile waits for it.
public final class Once<Value: Sendable, Failure: Error>: Sendable {
  private let made = Mutex<Result<Value, Failure>?>(nil)

  public init() {}

  /// The value, or the error of making it, which is kept as well. `make` must not ask for the same value.
  public func get(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    try made.withLock { made -> Result<Value, Failure> in
      if let made { return made }
      let result = Result { () throws(Failure) in try make() }
      made = result
      return result
    }.get()
  }
}
