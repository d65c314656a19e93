/// A directed piece of a contour in 256ths of a px of the picture: what lies between it and the right border is
/// wound once more, or once less when it rises.
struct Edge {
  var x0: Int32
  var y0: Int32
  var x1: Int32
  var y1: Int32
}

/// A point of the picture in 256ths of a px.
struct FixedPoint: Equatable {
  var x: Int32
  var y: Int32

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// Rounds half up; what is 32,000 px away or farther stays there, what is no number too.
  @inline(__always)
  init(_ x: Double, _ y: Double) {
    self.x = Self.fixed(x)
    self.y = Self.fixed(y)
  }

  /// The bias makes the number positive: truncating is then rounding down, without a call.
  @inline(__always)
  static func fixed(_ length: Double) -> Int32 {
    let within = min(max(-32_000, length), 32_000)
    return Int32(truncatingIfNeeded: Int(within * 256 + 8_388_608.5)) - 8_388_608
  }
}

/// An axis-parallel rectangle in 256ths of a px.
struct FixedFrame: Equatable {
  var minX: Int32
  var minY: Int32
  var maxX: Int32
  var maxY: Int32

  /// Holds nothing: what `enclose` starts from.
  static let nothing = FixedFrame(minX: .max, minY: .max, maxX: .min, maxY: .min)

  var isEmpty: Bool { minX >= maxX || minY >= maxY }

  func intersection(_ other: FixedFrame) -> FixedFrame {
    FixedFrame(
      minX: max(minX, other.minX), minY: max(minY, other.minY),
      maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
  }

  func encloses(_ other: FixedFrame) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }

  @inline(__always)
  func contains(_ x: Int32, _ y: Int32) -> Bool { x >= minX && x <= maxX && y >= minY && y <= maxY }

  mutating func enclose(_ point: FixedPoint) {
    minX = min(minX, point.x)
    maxX = max(maxX, point.x)
    minY = min(minY, point.y)
    maxY = max(maxY, point.y)
  }

  func moved(_ dx: Int32, _ dy: Int32) -> FixedFrame {
    FixedFrame(minX: minX + dx, minY: minY + dy, maxX: maxX + dx, maxY: maxY + dy)
  }
}
