/// Memory that paths are read into, one after the other, before each is kept in an array of its own size.
struct PathRoom: ~Copyable {
  private var verbs: UnsafeMutablePointer<Outline.Verb>
  private var points: UnsafeMutablePointer<Double>
  private var capacity: Int
  private(set) var verbCount = 0
  private var numberCount = 0

  init() {
    capacity = 1 << 14
    verbs = .allocate(capacity: capacity)
    points = .allocate(capacity: capacity)
  }

  deinit {
    verbs.deallocate()
    points.deallocate()
  }

  /// Empties it, with room for what so many bytes may hold: a command takes one at least, a number two.
  mutating func clear(_ bytes: Int) {
    verbCount = 0
    numberCount = 0
    guard bytes > capacity else { return }
    verbs.deallocate()
    points.deallocate()
    capacity = bytes
    verbs = .allocate(capacity: capacity)
    points = .allocate(capacity: capacity)
  }

  @inline(__always) mutating func add(_ verb: Outline.Verb, _ x: Double, _ y: Double) {
    (verbs + verbCount).initialize(to: verb)
    verbCount += 1
    (points + numberCount).initialize(to: x)
    (points + numberCount + 1).initialize(to: y)
    numberCount += 2
  }

  mutating func close() {
    (verbs + verbCount).initialize(to: .close)
    verbCount += 1
  }

  func taken() -> ([Outline.Verb], [Double]) {
    (
      Array(UnsafeBufferPointer(start: verbs, count: verbCount)),
      Array(UnsafeBufferPointer(start: points, count: numberCount))
    )
  }
}
