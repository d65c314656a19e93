/// Groups loose rings into parts, each an outer ring with its holes, wound as `Layer` requires.
public struct RingGrouping: Sendable {
  /// The rings of each part by number: the outer ring, then its holes.
  public let parts: [[Int]]

  /// Groups rings of a polygon layer by their winding: clockwise rings are outer, and each counter-clockwise
  /// ring is a hole of the smallest outer ring around it. A hole with no ring around it becomes a part of its
  /// own. Rings must not cross but may touch in points. Rings without area are left out.
  ///
  /// Parts are in the order of their outer rings, followed by those made from holes. Complexity: O(points), and
  /// for each hole O(points of a ring) for each ring with a box around the hole's box, up to the ring that
  /// encloses the hole.
  public init(rings: Range<Int>, of layer: Layer) {
    let areas = rings.map { layer.signedArea(ofRing: $0) }
    let boxes = rings.map { layer.bounds(ofRing: $0) }
    let first = rings.lowerBound
    var members: [Int: [Int]] = [:]
    var order = rings.filter { areas[$0 - first] < 0 }
    var isOuter = areas.map { $0 < 0 }
    // Sorted by area, so that the first enclosing outer ring after a hole is the smallest.
    let sorted = areas.indices.sorted { (areas[$0].magnitude, $0) < (areas[$1].magnitude, $1) }
    var places = [Int](repeating: 0, count: sorted.count)
    for (place, ring) in sorted.enumerated() { places[ring] = place }
    let grid = HierarchicalGrid(sorted.map { boxes[$0] })
    for hole in rings where areas[hole - first] > 0 {
      let found = grid.first(around: boxes[hole - first], after: places[hole - first]) { place in
        let outer = sorted[place]
        return isOuter[outer] && areas[outer].magnitude > areas[hole - first]
          && Self.encloses(outer + first, hole, layer)
      }
      if let found {
        members[sorted[found] + first, default: []].append(hole)
      } else {
        order.append(hole)
        isOuter[hole - first] = true
      }
    }
    parts = order.map { [$0] + members[$0, default: []] }
  }

  /// Appends the parts to a layer, outer rings clockwise and holes counter-clockwise; the caller ends the
  /// feature.
  public func append(to target: inout Layer, from layer: Layer) {
    for part in parts {
      for (place, ring) in part.enumerated() {
        for point in layer.points(ofRing: ring) { target.addPoint(layer.x(point), layer.y(point)) }
        target.endRing(clockwise: place == 0)
      }
      target.endPart()
    }
  }

  /// Whether one ring encloses another, judged by the middles of five edges, which rings that touch do not
  /// share.
  private static func encloses(_ outer: Int, _ hole: Int, _ layer: Layer) -> Bool {
    var inside = 0
    var asked = 0
    for point in layer.points(ofRing: hole).dropLast() {
      let x = (layer.x(point) + layer.x(point + 1)) / 2
      let y = (layer.y(point) + layer.y(point + 1)) / 2
      if layer.ringContains(outer, x: x, y: y) { inside += 1 }
      asked += 1
      if asked == 5 { break }
    }
    return 2 * inside > asked
  }
}
