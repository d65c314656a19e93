/// A value made once, by the first thread that asks for it; threads that ask in the meantime wait.
public final class Once<Value: Sendable, Failure: Error>: Sendable {
  private let made = Guarded<Result<Value, Failure>?>(nil)

  /// A value that is not made yet.
  public init() {}

  /// The value. An error of making it is kept as well and thrown each time. `make` must not ask for the same
  /// value, because it would wait for itself.
  public func get(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    try made.withLock { made -> Result<Value, Failure> in
      if let made { return made }
      let result = Result { () throws(Failure) in try make() }
      made = result
      return result
    }.get()
  }
}
