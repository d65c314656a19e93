import Bytes

/// A buffer that several threads fill, each at places of its own; freed with its last owner.
final class Slots<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Room for so many elements, not initialised.
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
  /// The rings in ranges of about as many points, for threads to share; the same whatever their number.
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
}
