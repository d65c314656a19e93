/// A straight segment.
struct Segment: BitwiseCopyable {
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double

  /// Whether two segments cross, touch, or run over one another, ends that are equal left aside.
  ///
  /// Segments with both ends equal do not meet. A contact is reported also where rounding leaves it open: within
  /// 2⁻⁵⁰ of the products compared.
  @inline(__always)
  func meets(_ other: Segment) -> Bool {
    guard min(x0, x1) <= max(other.x0, other.x1), min(other.x0, other.x1) <= max(x0, x1),
      min(y0, y1) <= max(other.y0, other.y1), min(other.y0, other.y1) <= max(y0, y1)
    else { return false }
    return meetsWithin(other)
  }

  private func meetsWithin(_ other: Segment) -> Bool {
    let startsAtStart = x0 == other.x0 && y0 == other.y0
    let startsAtEnd = x0 == other.x1 && y0 == other.y1
    let endsAtStart = x1 == other.x0 && y1 == other.y0
    let endsAtEnd = x1 == other.x1 && y1 == other.y1
    if (startsAtStart && endsAtEnd) || (startsAtEnd && endsAtStart) { return false }
    if startsAtStart { return Self.overlap(x0, y0, x1, y1, other.x1, other.y1) }
    if startsAtEnd { return Self.overlap(x0, y0, x1, y1, other.x0, other.y0) }
    if endsAtStart { return Self.overlap(x1, y1, x0, y0, other.x1, other.y1) }
    if endsAtEnd { return Self.overlap(x1, y1, x0, y0, other.x0, other.y0) }
    let a = Self.side(x0, y0, x1, y1, other.x0, other.y0)
    let b = Self.side(x0, y0, x1, y1, other.x1, other.y1)
    if a * b > 0 { return false }
    let c = Self.side(other.x0, other.y0, other.x1, other.y1, x0, y0)
    let d = Self.side(other.x0, other.y0, other.x1, other.y1, x1, y1)
    return c * d <= 0
  }

  /// Whether two segments from one point run over one another.
  private static func overlap(
    _ x: Double, _ y: Double, _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double
  ) -> Bool {
    side(x, y, ax, ay, bx, by) == 0 && (ax - x) * (bx - x) + (ay - y) * (by - y) > 0
  }

  /// 1 left of the line from a to b, −1 right of it, 0 on it as far as rounding can tell.
  private static func side(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ x: Double, _ y: Double
  ) -> Int {
    let one = (bx - ax) * (y - ay)
    let other = (by - ay) * (x - ax)
    let doubt = (one.magnitude + other.magnitude) * 0x1p-50
    let turn = one - other
    return turn > doubt ? 1 : turn < -doubt ? -1 : 0
  }
}
