/// A moment after which searches stop at their next node.
struct Deadline: Sendable {
  private let start = ContinuousClock.now
  private let limit: Duration

  /// A deadline in `seconds` from now; infinity never passes.
  init(seconds: Double) { limit = .seconds(min(seconds, 1e9)) }

  var elapsed: Double {
    let (seconds, fraction) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(fraction) * 1e-18
  }

  var isPassed: Bool { ContinuousClock.now - start >= limit }
}
