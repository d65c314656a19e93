import Synchronization

/// A value made once, by whoever asks first; who asks meanwhile waits for it.
public final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Result<Value, Problem>?>(nil)

  public init() {}

  /// The value, or the error of making it, which is kept as well. `make` must not ask for the same value.
  public func get(_ make: () throws(Problem) -> Value) throws(Problem) -> Value {
    try made.withLock { made -> Result<Value, Problem> in
      if let made { return made }
      let result = Result { () throws(Problem) in try make() }
      made = result
      return result
    }.get()
  }
}
