import Geometry

/// Groups the rings of one polygon record into parts: each outer ring, followed by its holes.
///
/// A shapefile lists rings in any order and marks holes only by their winding, which some programs write
/// wrongly. So a ring inside an odd number of other rings is a hole of the smallest outer ring around it, and
/// all other rings are outer. A clockwise ring counts as a hole only when all its vertices lie in the ring
/// around it, so that overlapping parts stay parts.
struct ShellsAndHoles {
  private var coordinates: [Double] = []
  private var starts: [Int] = [0]
  private var areas: [Double] = []
  private var boxes: [Bounds] = []

  mutating func add(_ points: Range<Int>, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>) {
    var box = Bounds.empty
    for point in points {
      coordinates.append(x[point])
      coordinates.append(y[point])
      box.include(x[point], y[point])
    }
    starts.append(coordinates.count / 2)
    boxes.append(box)
    let start = 2 * starts[starts.count - 2]
    areas.append(coordinates.withUnsafeBufferPointer { Layer.doubledArea(UnsafeBufferPointer(rebasing: $0[start...])) })
  }

  /// Appends the parts to a layer, forgets the rings, and returns how many rings it had to reverse.
  mutating func group(into layer: inout Layer) -> Int {
    let parents = coordinates.withUnsafeBufferPointer { findParents($0) }
    var holes: [Int: [Int]] = [:]
    for (ring, parent) in parents.enumerated() { if let parent { holes[parent, default: []].append(ring) } }
    var turned = 0
    for (ring, parent) in parents.enumerated() where parent == nil {
      turned += append(ring, clockwise: true, to: &layer)
      for hole in holes[ring] ?? [] { turned += append(hole, clockwise: false, to: &layer) }
      layer.endPart()
    }
    coordinates.removeAll(keepingCapacity: true)
    starts.removeLast(starts.count - 1)
    areas.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
    return turned
  }

  private func append(_ ring: Int, clockwise: Bool, to layer: inout Layer) -> Int {
    for point in starts[ring]..<starts[ring + 1] { layer.addPoint(coordinates[2 * point], coordinates[2 * point + 1]) }
    return layer.endRing(clockwise: clockwise) ? 1 : 0
  }

  /// For each ring, the outer ring of which it is a hole; `nil` for an outer ring.
  private func findParents(_ points: UnsafeBufferPointer<Double>) -> [Int?] {
    // Sorted by area, so that the first enclosing ring after a ring is the smallest around it.
    let order = areas.indices.sorted { (areas[$0].magnitude, $1) < (areas[$1].magnitude, $0) }
    let grid = HierarchicalGrid(order.map { boxes[$0] })
    var parents = [Int?](repeating: nil, count: areas.count)
    var depth = [Int](repeating: 0, count: areas.count)
    for (place, ring) in order.enumerated().reversed() {
      let found = grid.first(around: boxes[ring], after: place) { other in
        areas[order[other]].magnitude > areas[ring].magnitude && contains(order[other], ring, points)
      }
      guard let around = found.map({ order[$0] }) else { continue }
      depth[ring] = depth[around] + 1
      guard depth[ring] % 2 == 1 else { continue }
      if areas[ring] < 0, !containsWhole(around, ring, points) {
        depth[ring] = depth[around]
      } else {
        parents[ring] = around
      }
    }
    return parents
  }

  /// Whether a ring lies in another, judged by its first vertex, or else middle of an edge, that is not on the
  /// border of the other.
  private func contains(_ outer: Int, _ ring: Int, _ points: UnsafeBufferPointer<Double>) -> Bool {
    for point in starts[ring]..<starts[ring + 1] - 1 {
      if let inside = side(points[2 * point], points[2 * point + 1], outer, points) { return inside }
    }
    for point in starts[ring]..<starts[ring + 1] - 1 {
      let x = (points[2 * point] + points[2 * point + 2]) / 2
      let y = (points[2 * point + 1] + points[2 * point + 3]) / 2
      if let inside = side(x, y, outer, points) { return inside }
    }
    return true
  }

  private func containsWhole(_ outer: Int, _ ring: Int, _ points: UnsafeBufferPointer<Double>) -> Bool {
    (starts[ring]..<starts[ring + 1]).allSatisfy { side(points[2 * $0], points[2 * $0 + 1], outer, points) != false }
  }

  /// Whether a point is inside a ring (even–odd rule); `nil` on the border. O(points of the ring).
  private func side(_ x: Double, _ y: Double, _ ring: Int, _ points: UnsafeBufferPointer<Double>) -> Bool? {
    var inside = false
    for point in starts[ring]..<starts[ring + 1] - 1 {
      let x0 = points[2 * point] - x
      let y0 = points[2 * point + 1] - y
      let x1 = points[2 * point + 2] - x
      let y1 = points[2 * point + 3] - y
      if y0 == 0, y1 == 0, min(x0, x1) <= 0, max(x0, x1) >= 0 { return nil }
      guard (y0 > 0) != (y1 > 0) || (y0 == 0) != (y1 == 0) else { continue }
      let cross = x0 * y1 - x1 * y0
      if cross == 0, min(y0, y1) <= 0, max(y0, y1) >= 0 { return nil }
      if (y0 > 0) != (y1 > 0), (cross > 0) == (y1 > y0) { inside.toggle() }
    }
    return inside
  }
}
