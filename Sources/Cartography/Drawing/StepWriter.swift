/// Writes points of rings and lines directly into memory as the commands of a path: `M1.5,20L3,4Z`.
///
/// Coordinates are rounded to 0.1 px; a point that rounds to the same as the one before is dropped.
struct StepWriter {
  /// Most bytes that a point may take, with its command and the end of its ring.
  static let mostBytes = 48

  private var next: UnsafeMutablePointer<UInt8>
  private let start: UnsafeMutablePointer<UInt8>

  /// Writes from `start` on. The memory must have `mostBytes` for each point and `mostBytes` more.
  init(_ start: UnsafeMutablePointer<UInt8>) {
    self.start = start
    next = start
  }

  /// Bytes written so far.
  var count: Int { next - start }

  /// Writes one ring or line of x,y pairs in the units of the map.
  mutating func add(_ points: UnsafeBufferPointer<Double>, closed: Bool, through view: Viewport) {
    let count = points.count / 2
    guard count > 0 else { return }
    Self.table.withUnsafeBufferPointer { table in
      let first = view.step(points[0], points[1])
      var last = first
      put(UInt8(ascii: "M"), first, table)
      for point in 1..<count {
        let here = view.step(points[2 * point], points[2 * point + 1])
        if here == last { continue }
        // The last point of a closed ring equals the first, and Z draws the last edge.
        if closed, point == count - 1, here == first { break }
        last = here
        put(UInt8(ascii: "L"), here, table)
      }
    }
    if closed { byte(UInt8(ascii: "Z")) }
  }

  private mutating func put(_ command: UInt8, _ step: (Int, Int), _ table: UnsafeBufferPointer<UInt64>) {
    byte(command)
    tenths(step.0, table)
    byte(UInt8(ascii: ","))
    tenths(step.1, table)
  }

  private mutating func byte(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  private mutating func tenths(_ value: Int, _ table: UnsafeBufferPointer<UInt64>) {
    guard value >= 0, value < Self.tabled else { return anyTenths(value) }
    let entry = table[value]
    UnsafeMutableRawPointer(next).storeBytes(of: entry.littleEndian, as: UInt64.self)
    next += Int(entry >> 56)
  }

  /// Writes a number that is not in the table.
  private mutating func anyTenths(_ value: Int) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    let first = next
    var whole = magnitude / 10
    repeat {
      byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole % 10))
      whole /= 10
    } while whole > 0
    var digits = UnsafeMutableBufferPointer(start: first, count: next - first)
    digits.reverse()
    let tenth = magnitude % 10
    if tenth > 0 {
      byte(UInt8(ascii: "."))
      byte(UInt8(ascii: "0") + UInt8(tenth))
    }
  }

  /// Tenths of a px below this number, that is up to 1638.3 px, are in the table.
  private static let tabled = 1 << 14

  /// The text of each number of tenths, with its first character in the lowest byte and its length in the
  /// highest byte.
  private static let table: [UInt64] = (0..<tabled).map { value in
    var text: UInt64 = 0
    var length: UInt64 = 0
    var whole = value / 10
    repeat {
      text = text << 8 | UInt64(0x30 + whole % 10)
      length += 1
      whole /= 10
    } while whole > 0
    if value % 10 > 0 {
      text |= UInt64(UInt8(ascii: ".")) << (8 * length) | UInt64(0x30 + value % 10) << (8 * length + 8)
      length += 2
    }
    return text | length << 56
  }
}
