/// Bytes of one block, owned by the thread that reads it.
///
/// Sixteen bytes past the capacity may be read but hold no data, because the scanner reads eight bytes at a
/// time.
final class ByteBuffer {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  private static let slack = 16

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.slack)
    bytes.initialize(repeating: 0, count: capacity + Self.slack)
  }

  deinit { bytes.deallocate() }

  /// Doubles the room and keeps the first `count` bytes.
  func grow(keeping count: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.slack)
    larger.initialize(repeating: 0, count: capacity * 2 + Self.slack)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
    capacity *= 2
  }
}
