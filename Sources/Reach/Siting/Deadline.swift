/// A moment after which a search stops at the next node.
struct Deadline: Sendable {
  private let start = ContinuousClock.now
  private let limit: Duration

  /// Seconds from now; infinity never passes.
  init(seconds: Double) {
    limit = .seconds(min(seconds, 1e9))
  }

  var elapsed: Double {
    let (seconds, fraction) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(fraction) * 1e-18
  }

  var isPassed: Bool { ContinuousClock.now - start >= limit }
}
