/// Edges cut to a rectangle, so that whoever counts them never looks outside.
///
/// What lies above or below is left out; what lies to the left or the right is pressed onto that side, so that every
/// row is still wound back to nought at the rectangle's right side.
struct EdgeList {
  private(set) var edges: [Edge] = []
  var clip: FixedFrame

  init(clip: FixedFrame) {
    self.clip = clip
  }

  @inline(__always)
  mutating func add(_ from: FixedPoint, _ to: FixedPoint) {
    if from.y == to.y { return }
    if clip.contains(from.x, from.y) && clip.contains(to.x, to.y) {
      edges.append(Edge(x0: from.x, y0: from.y, x1: to.x, y1: to.y))
    } else {
      addCut(from, to)
    }
  }

  /// Adds what was kept relative to 0, 0 and lies within `bounds`, moved.
  mutating func add(_ kept: ArraySlice<Edge>, bounds: FixedFrame, dx: Int32, dy: Int32) {
    if kept.isEmpty { return }
    let place = bounds.moved(dx, dy)
    if place.intersection(clip).isEmpty { return }
    if clip.encloses(place) {
      for edge in kept {
        edges.append(Edge(x0: edge.x0 + dx, y0: edge.y0 + dy, x1: edge.x1 + dx, y1: edge.y1 + dy))
      }
    } else {
      for edge in kept {
        add(FixedPoint(x: edge.x0 + dx, y: edge.y0 + dy), FixedPoint(x: edge.x1 + dx, y: edge.y1 + dy))
      }
    }
  }

  /// Cuts from the upper end down, whatever the direction: neighbours that share the edge cut it at the same points.
  @inline(never)
  private mutating func addCut(_ from: FixedPoint, _ to: FixedPoint) {
    let falls = from.y < to.y
    let (upper, lower) = falls ? (from, to) : (to, from)
    if clip.isEmpty || lower.y <= clip.minY || upper.y >= clip.maxY { return }
    let slope = Double(lower.x - upper.x) / Double(lower.y - upper.y)
    func x(at y: Int32) -> Int32 {
      upper.x + Int32((slope * Double(y - upper.y)).rounded())
    }
    var start = upper
    var end = lower
    if start.y < clip.minY { start = FixedPoint(x: x(at: clip.minY), y: clip.minY) }
    if end.y > clip.maxY { end = FixedPoint(x: x(at: clip.maxY), y: clip.maxY) }
    var point = start
    for side in slope > 0 ? [clip.minX, clip.maxX] : [clip.maxX, clip.minX] {
      let crosses = (start.x < side && end.x > side) || (start.x > side && end.x < side)
      guard crosses else { continue }
      let y = upper.y + Int32((Double(side - upper.x) / slope).rounded())
      let crossing = FixedPoint(x: side, y: min(max(y, point.y), end.y))
      append(point, crossing, falls)
      point = crossing
    }
    append(point, end, falls)
  }

  private mutating func append(_ upper: FixedPoint, _ lower: FixedPoint, _ falls: Bool) {
    if upper.y == lower.y { return }
    let x0 = min(max(upper.x, clip.minX), clip.maxX)
    let x1 = min(max(lower.x, clip.minX), clip.maxX)
    edges.append(
      falls
        ? Edge(x0: x0, y0: upper.y, x1: x1, y1: lower.y) : Edge(x0: x1, y0: lower.y, x1: x0, y1: upper.y))
  }
}
