import Bytes

/// A buffer that several threads fill, each at its own places; freed when the last reference is released.
final class SharedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Room for `count` elements, not initialised.
  init(_ count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
  }

  convenience init(repeating value: Element, count: Int) {
    self.init(count)
    base.initialize(repeating: value, count: count)
  }

  deinit { base.deallocate() }
}

extension Layer {
  /// The rings in ranges of about equally many points, for threads to share; independent of the number of
  /// threads.
  func ringPieces() -> [Range<Int>] {
    let size = max(16_384, pointCount / 64)
    var pieces: [Range<Int>] = []
    var start = 0
    for ring in 0..<ringCount where ringOffsets[ring + 1] - ringOffsets[start] >= size {
      pieces.append(start..<ring + 1)
      start = ring + 1
    }
    if start < ringCount { pieces.append(start..<ringCount) }
    return pieces
  }

  /// `Parallel.each` for these ranges of rings.
  func eachPiece<Value>(threads: Int, _ body: @escaping @Sendable (_ rings: Range<Int>) -> Value) -> [Value] {
    let pieces = ringPieces()
    return Parallel.each(pieces.count, threads: threads) { body(pieces[$0]) }
  }
}
