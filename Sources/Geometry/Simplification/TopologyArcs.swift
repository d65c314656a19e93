/// A piece of a ring or line between two nodes, or a whole ring without nodes.
struct Arc {
  /// The first point: a node, except on a ring without nodes.
  var start: Int
  /// Number of edges; a ring without nodes ends where it starts.
  var length: Int
  var isRing: Bool
  /// The points of the ring that the arc is part of, without the point that closes the ring.
  var points: Range<Int>

  /// The point `step` edges after the start. On an open line the step never passes the end.
  @inline(__always) func point(_ step: Int) -> Int {
    let point = start + step
    return point < points.upperBound ? point : point - points.count
  }
}

extension Layer {
  /// The points of a ring without the repeated point that closes it.
  @inline(__always) func distinctPoints(ofRing ring: Int) -> Range<Int> {
    let points = points(ofRing: ring)
    return kind == .polygon ? points.lowerBound..<max(points.upperBound - 1, points.lowerBound) : points
  }

  /// Calls `body` with the arcs of a ring or line in order, from its first node on.
  @inline(__always) func forEachArc(ofRing ring: Int, _ places: CoincidentPoints, _ body: (Arc) -> Void) {
    let points = distinctPoints(ofRing: ring)
    let numbers = places.numbers.base
    guard let first = points.first(where: { numbers[$0] < 0 }) else {
      if !points.isEmpty { body(Arc(start: points.lowerBound, length: points.count, isRing: true, points: points)) }
      return
    }
    var arc = Arc(start: first, length: 1, isRing: false, points: points)
    let steps = kind == .polygon ? points.count : points.count - 1
    var walked = 0
    while walked < steps {
      walked += 1
      let point = arc.point(arc.length)
      if numbers[point] < 0 {
        body(arc)
        arc.start = point
        arc.length = 1
      } else {
        arc.length += 1
      }
    }
  }
}

extension CoincidentPoints {
  /// Whether this line represents all lines that follow the arc, so that work on the arc is done only once.
  @inline(__always) func decides(_ arc: Arc) -> Bool {
    if arc.isRing { return Int(numbers.base[arc.start]) == arc.start }
    return decides(arc.point(1), arc.point(arc.length - 1))
  }

  /// Whether this line is the representative for a subchain of an arc, given the first and the last point inside
  /// the subchain, neither of which is a node.
  @inline(__always) func decides(_ first: Int, _ last: Int) -> Bool {
    let key = min(numbers.base[first], numbers.base[last])
    return key == first || key == last
  }
}
