/// Bits, the lowest first, into growing memory (RFC 1951, 3.1.1).
struct BitWriter: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  private var used = 0
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  init() {
    capacity = 1 << 16
    bytes = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { bytes.deallocate() }

  /// Empties the writer; the memory stays.
  mutating func start(with header: [UInt8]) {
    (used, pending, pendingCount) = (0, 0, 0)
    for byte in header { write(UInt64(byte), count: 8) }
  }

  /// Room for `count` bytes: call before writing that much.
  mutating func reserve(_ count: Int) {
    guard used + count + 16 > capacity else { return }
    capacity = max(2 * capacity, used + count + 16)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: bytes, byteCount: used)
    bytes.deallocate()
    bytes = larger
  }

  /// At most 56 bits, the others 0.
  @inline(__always)
  mutating func write(_ value: UInt64, count: UInt64) {
    pending |= value &<< pendingCount
    pendingCount &+= count
    bytes.storeBytes(of: pending.littleEndian, toByteOffset: used, as: UInt64.self)
    used &+= Int(truncatingIfNeeded: pendingCount >> 3)
    pending = pending &>> (pendingCount & 56)
    pendingCount &= 7
  }

  mutating func align() {
    if pendingCount > 0 { write(0, count: 8 - pendingCount) }
  }

  func take() -> [UInt8] {
    [UInt8](UnsafeRawBufferPointer(start: bytes, count: used))
  }
}
