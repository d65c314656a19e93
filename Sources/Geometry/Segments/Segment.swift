/// A straight segment.
struct Segment: BitwiseCopyable {
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double

  /// Whether two segments cross, touch or overlap, not counting end points that both have in common.
  ///
  /// Segments with both ends in common do not meet. Segments nearer than `slack` touch.
  @inline(__always) func meets(_ other: Segment, slack: Double) -> Bool {
    guard min(x0, x1) <= max(other.x0, other.x1) + slack, min(other.x0, other.x1) <= max(x0, x1) + slack,
      min(y0, y1) <= max(other.y0, other.y1) + slack, min(other.y0, other.y1) <= max(y0, y1) + slack
    else { return false }
    return touches(other, slack)
  }

  private func touches(_ other: Segment, _ slack: Double) -> Bool {
    let startsAtStart = x0 == other.x0 && y0 == other.y0
    let startsAtEnd = x0 == other.x1 && y0 == other.y1
    let endsAtStart = x1 == other.x0 && y1 == other.y0
    let endsAtEnd = x1 == other.x1 && y1 == other.y1
    if (startsAtStart && endsAtEnd) || (startsAtEnd && endsAtStart) { return false }
    if startsAtStart { return Self.overlap(x0, y0, x1, y1, other.x1, other.y1, slack) }
    if startsAtEnd { return Self.overlap(x0, y0, x1, y1, other.x0, other.y0, slack) }
    if endsAtStart { return Self.overlap(x1, y1, x0, y0, other.x1, other.y1, slack) }
    if endsAtEnd { return Self.overlap(x1, y1, x0, y0, other.x0, other.y0, slack) }
    let a = Self.side(x0, y0, x1, y1, other.x0, other.y0, slack)
    let b = Self.side(x0, y0, x1, y1, other.x1, other.y1, slack)
    if a * b > 0 { return false }
    let c = Self.side(other.x0, other.y0, other.x1, other.y1, x0, y0, slack)
    let d = Self.side(other.x0, other.y0, other.x1, other.y1, x1, y1, slack)
    return c * d <= 0
  }

  /// Whether two segments that start at the same point overlap.
  private static func overlap(
    _ x: Double, _ y: Double, _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ slack: Double
  ) -> Bool { side(x, y, ax, ay, bx, by, slack) == 0 && (ax - x) * (bx - x) + (ay - y) * (by - y) > 0 }

  /// The side of the line from a to b on which a point lies: 1 left, −1 right, 0 when it is about within the
  /// slack.
  private static func side(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ x: Double, _ y: Double, _ slack: Double
  ) -> Int {
    let dx = bx - ax
    let dy = by - ay
    let turn = dx * (y - ay) - dy * (x - ax)
    let doubt = max(dx.magnitude, dy.magnitude) * slack
    return turn > doubt ? 1 : turn < -doubt ? -1 : 0
  }
}

extension Segment {
  /// The segment between two points, by number, of x,y pairs.
  @inline(__always) init(_ coordinates: UnsafeBufferPointer<Double>, from: Int, to: Int) {
    x0 = coordinates[2 * from]
    y0 = coordinates[2 * from + 1]
    x1 = coordinates[2 * to]
    y1 = coordinates[2 * to + 1]
  }
}
