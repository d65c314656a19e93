/// Outlines made of straight pieces, in px of the picture.
struct Polylines {
  /// x and y in turn.
  private(set) var points: [Double] = []
  private(set) var lines: [Line] = []

  struct Line {
    /// Points, not numbers.
    var range: Range<Int>
    var isClosed: Bool
  }

  /// How far a chord may lie from its curve, px of the picture.
  static let tolerance = 0.02

  mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }

  mutating func append(_ x: Double, _ y: Double) {
    points.append(x)
    points.append(y)
  }

  /// Ends the line that started with point `first`.
  mutating func end(first: Int, isClosed: Bool) {
    let end = points.count / 2
    if end > first { lines.append(Line(range: first..<end, isClosed: isClosed)) }
  }

  /// Twice the area inside, px²; positive when what is inside lies to the right of the way, seen with y down.
  var doubleArea: Double {
    var sum = 0.0
    for line in lines {
      var from = line.range.upperBound - 1
      for to in line.range {
        sum += points[2 * from] * points[2 * to + 1] - points[2 * to] * points[2 * from + 1]
        from = to
      }
    }
    return sum
  }

  mutating func closeAll() {
    for index in lines.indices { lines[index].isClosed = true }
  }

  /// Adds an outline, its curves cut into chords.
  mutating func append(_ outline: Outline, _ place: Affine, tolerance: Double = Self.tolerance) {
    var first = points.count / 2
    var next = 0
    func point() -> (x: Double, y: Double) {
      let (x, y) = (outline.points[next], outline.points[next + 1])
      next += 2
      return (place.a * x + place.c * y + place.e, place.b * x + place.d * y + place.f)
    }
    var start = (x: 0.0, y: 0.0)
    for verb in outline.verbs {
      switch verb {
      case .move:
        end(first: first, isClosed: false)
        first = points.count / 2
        start = point()
        append(start.x, start.y)
      case .line, .cubic:
        // After a closing without a move, the next piece starts where the closed one did.
        if points.count / 2 == first { append(start.x, start.y) }
        if verb == .line {
          let to = point()
          append(to.x, to.y)
        } else {
          appendCubic(point(), point(), point(), tolerance)
        }
      case .close:
        end(first: first, isClosed: true)
        first = points.count / 2
      }
    }
    end(first: first, isClosed: false)
  }

  private mutating func appendCubic(
    _ one: (x: Double, y: Double), _ two: (x: Double, y: Double), _ to: (x: Double, y: Double),
    _ tolerance: Double
  ) {
    let from = (x: points[points.count - 2], y: points[points.count - 1])
    let first = (x: from.x - 2 * one.x + two.x, y: from.y - 2 * one.y + two.y)
    let second = (x: one.x - 2 * two.x + to.x, y: one.y - 2 * two.y + to.y)
    let bend = max(first.x * first.x + first.y * first.y, second.x * second.x + second.y * second.y)
    // A chord over a part h of a curve lies at most h² |second derivative| / 8 away from it.
    let pieces = (bend.squareRoot() * 0.75 / tolerance).squareRoot()
    let count = pieces < 500 ? max(1, Int(pieces.rounded(.up))) : 500
    for step in 1..<count {
      let t = Double(step) / Double(count)
      let s = 1 - t
      let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      append(a * from.x + b * one.x + c * two.x + d * to.x, a * from.y + b * one.y + c * two.y + d * to.y)
    }
    append(to.x, to.y)
  }
}

extension EdgeList {
  /// The inside of the lines, each closed.
  mutating func fill(_ lines: Polylines) {
    lines.points.withUnsafeBufferPointer { points in
      for line in lines.lines {
        let last = line.range.upperBound - 1
        var from = FixedPoint(points[2 * last], points[2 * last + 1])
        for index in line.range {
          let to = FixedPoint(points[2 * index], points[2 * index + 1])
          add(from, to)
          from = to
        }
      }
    }
  }
}
