/// The edges around a stroke: every piece and every corner is wound the same way, so that nothing cancels out where
/// they overlap.
struct Stroker {
  /// px of the picture.
  private let radius: Double
  private let join: Stroke.Join
  private let cap: Stroke.Cap
  private let sides: Sides
  /// Least 1 + cosine of a corner's turn that keeps its point.
  private let miterBound: Double
  /// Longest chord of a round corner.
  private let chord: Double

  /// How far the chords of a round corner may lie from it, px of the picture.
  private static let tolerance = 0.05

  /// What lies beside a line as it is walked along. With one side only, a closed line is the border of what lies on
  /// its other side: that is covered too.
  enum Sides {
    case both, left, right
  }

  /// `scale`: px of the picture for one of the stroke's.
  init(_ stroke: Stroke, scale: Double, sides: Sides = .both, tolerance: Double = Self.tolerance) {
    radius = stroke.width * scale / 2
    join = stroke.join
    cap = stroke.cap
    self.sides = sides
    miterBound = 2 / (stroke.miterLimit * stroke.miterLimit)
    let rise = min(tolerance, radius)
    chord = 2 * (rise * (2 * radius - rise)).squareRoot()
  }

  /// A straight piece: where it starts and ends, where it heads to (length 1), its length.
  private struct Piece {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double
    var dx: Double
    var dy: Double
    var length: Double
  }

  func stroke(_ lines: Polylines, into list: inout EdgeList) {
    var pieces: [Piece] = []
    for line in lines.lines {
      cut(lines.points, line, into: &pieces)
      guard let first = pieces.first, let last = pieces.last else {
        dot(lines.points[2 * line.range.lowerBound], lines.points[2 * line.range.lowerBound + 1], &list)
        continue
      }
      for index in pieces.indices {
        sides(of: pieces[index], &list)
        if index > 0 { corner(pieces[index - 1], pieces[index], &list) }
      }
      if line.isClosed {
        corner(last, first, &list)
      } else {
        end(last.x1, last.y1, last.dx, last.dy, &list)
        end(first.x0, first.y0, -first.dx, -first.dy, &list)
      }
    }
  }

  /// The pieces of a line that have a length.
  private func cut(_ points: [Double], _ line: Polylines.Line, into pieces: inout [Piece]) {
    pieces.removeAll(keepingCapacity: true)
    let first = line.range.lowerBound
    var (x, y) = (points[2 * first], points[2 * first + 1])
    func add(_ toX: Double, _ toY: Double) {
      let (dx, dy) = (toX - x, toY - y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 1e-6, length < .infinity else { return }
      pieces.append(Piece(x0: x, y0: y, x1: toX, y1: toY, dx: dx / length, dy: dy / length, length: length))
      (x, y) = (toX, toY)
    }
    for index in line.range.dropFirst() { add(points[2 * index], points[2 * index + 1]) }
    if line.isClosed { add(points[2 * first], points[2 * first + 1]) }
  }

  private func sides(of piece: Piece, _ list: inout EdgeList) {
    let (nx, ny) = (-piece.dy * radius, piece.dx * radius)
    if sides != .left {
      list.add(FixedPoint(piece.x1 + nx, piece.y1 + ny), FixedPoint(piece.x0 + nx, piece.y0 + ny))
    }
    if sides != .right {
      list.add(FixedPoint(piece.x0 - nx, piece.y0 - ny), FixedPoint(piece.x1 - nx, piece.y1 - ny))
    }
  }

  /// Joins the sides of two pieces: outside by the corner's shape, inside through the corner itself, or straight when
  /// both pieces are longer than the way between their sides.
  private func corner(_ one: Piece, _ two: Piece, _ list: inout EdgeList) {
    let turn = one.dx * two.dy - one.dy * two.dx
    let cosine = one.dx * two.dx + one.dy * two.dy
    // Towards the outside: against the turn.
    let side = turn > 0 ? -radius : radius
    let (x, y) = (one.x1, one.y1)
    let a = (x: -one.dy * side, y: one.dx * side)
    let b = (x: -two.dy * side, y: two.dx * side)
    // The left side of the way, seen with y down, is walked along, the right side back.
    let forward = side < 0
    func add(_ from: FixedPoint, _ to: FixedPoint) {
      if forward { list.add(from, to) } else { list.add(to, from) }
    }
    let gap = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    if sides != (forward ? .left : .right) {
      let (innerA, innerB) = (FixedPoint(x - a.x, y - a.y), FixedPoint(x - b.x, y - b.y))
      let shorter = min(one.length, two.length)
      if cosine > 0 && gap < shorter * shorter {
        add(innerB, innerA)
      } else {
        let pivot = FixedPoint(x, y)
        add(innerB, pivot)
        add(pivot, innerA)
      }
    }
    if sides == (forward ? .right : .left) { return }
    let (outerA, outerB) = (FixedPoint(x + a.x, y + a.y), FixedPoint(x + b.x, y + b.y))
    switch join {
    case .miter where 1 + cosine >= miterBound && 1 + cosine > 1e-9:
      let tip = FixedPoint(x + (a.x + b.x) / (1 + cosine), y + (a.y + b.y) / (1 + cosine))
      add(outerA, tip)
      add(tip, outerB)
    case .round where gap > chord * chord:
      arc(x, y, a, b, middle: cosine < -0.99 ? (one.dx * radius, one.dy * radius) : nil, add)
    default:
      add(outerA, outerB)
    }
  }

  /// Chords along the circle from `a` to `b` around x, y, halved until short enough; `middle` where the circle is
  /// halfway, when a and b are opposite or nearly.
  private func arc(
    _ x: Double, _ y: Double, _ a: (x: Double, y: Double), _ b: (x: Double, y: Double),
    middle: (x: Double, y: Double)?, _ add: (FixedPoint, FixedPoint) -> Void
  ) {
    let gap = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    if gap <= chord * chord {
      add(FixedPoint(x + a.x, y + a.y), FixedPoint(x + b.x, y + b.y))
      return
    }
    var half = middle ?? (a.x + b.x, a.y + b.y)
    let scale = radius / (half.x * half.x + half.y * half.y).squareRoot()
    half = (half.x * scale, half.y * scale)
    arc(x, y, a, half, middle: nil, add)
    arc(x, y, half, b, middle: nil, add)
  }

  /// The cap of a line that ends at x, y heading for dx, dy.
  private func end(_ x: Double, _ y: Double, _ dx: Double, _ dy: Double, _ list: inout EdgeList) {
    let (nx, ny) = (-dy * radius, dx * radius)
    let (left, right) = (FixedPoint(x - nx, y - ny), FixedPoint(x + nx, y + ny))
    switch cap {
    case .butt:
      list.add(left, right)
    case .square:
      let (ex, ey) = (x + dx * radius, y + dy * radius)
      let (farLeft, farRight) = (FixedPoint(ex - nx, ey - ny), FixedPoint(ex + nx, ey + ny))
      list.add(left, farLeft)
      list.add(farLeft, farRight)
      list.add(farRight, right)
    case .round:
      arc(x, y, (-nx, -ny), (nx, ny), middle: (dx * radius, dy * radius)) { from, to in list.add(from, to) }
    }
  }

  /// A line without length shows its caps (SVG 2, 13.5.3).
  private func dot(_ x: Double, _ y: Double, _ list: inout EdgeList) {
    if cap == .butt { return }
    end(x, y, 1, 0, &list)
    end(x, y, -1, 0, &list)
  }
}
