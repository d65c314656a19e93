/// Work begun on another thread and asked for later; who asks before that thread has come to it does it himself.
public final class Aside<Value: Sendable, Failure: Error>: Sendable {
  private let once = Once<Value, Failure>()
  private let body: @Sendable () throws(Failure) -> Value

  public init(_ body: @escaping @Sendable () throws(Failure) -> Value) {
    self.body = body
    Parallel.detach { [once] in _ = try? once.get(body) }
  }

  /// What the work gave, or the error it ended with.
  public func get() throws(Failure) -> Value { try once.get(body) }
}
