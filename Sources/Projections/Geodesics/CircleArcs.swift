import Geometry

/// The arcs of one circle on the boundary of (polygon ∩ union of circles): those inside the polygon and outside
/// the other circles.
struct CircleArcs {
  private let circle: GeodesicCircle
  private let geodesic: Geodesic
  /// Where, clockwise around the circle, coverage changes: the azimuth, and the change in how many times the
  /// polygon and the other circles cover the arc from there on.
  private var changes: [(azimuth: Double, polygon: Int, circles: Int)] = []

  init(_ circle: GeodesicCircle, on geodesic: Geodesic) {
    self.circle = circle
    self.geodesic = geodesic
  }

  /// Notes where an edge of the polygon enters the circle. The polygon's interior is on the right of the edge,
  /// which is the arc before this point, so it ends here.
  mutating func edge(entersAt point: (longitude: Double, latitude: Double)) { changes.append((azimuth(point), -1, 0)) }

  /// Notes where an edge of the polygon leaves the circle.
  mutating func edge(leavesAt point: (longitude: Double, latitude: Double)) { changes.append((azimuth(point), 1, 0)) }

  /// Notes for both of two circles where they cross. Neither may be inside the other.
  ///
  /// Along the first circle the distance from the second's centre grows from |d − r₁|, in the direction of that
  /// centre, to d + r₁ in the opposite direction. So the circles cross once on either side when r₂ is between
  /// the two.
  static func cross(_ arcs: inout [CircleArcs], _ first: Int, _ second: Int) {
    let a = arcs[first].circle
    let b = arcs[second].circle
    let geodesic = arcs[first].geodesic
    let leg = geodesic.inverse(a.longitude, a.latitude, b.longitude, b.latitude)
    let nearest = abs(leg.distance - a.radius) - b.radius
    let farthest = leg.distance + a.radius - b.radius
    guard nearest < 0, farthest > 0 else { return }
    let crossings = [-180.0, 180.0].map { turn in
      let angle = Root.find(0, turn, nearest, farthest) { angle in
        let at = a.point(leg.azimuth + angle, on: geodesic)
        return b.gap(at.longitude, at.latitude, on: geodesic)
      }
      return a.point(leg.azimuth + angle, on: geodesic)
    }
    arcs[first].cover(from: crossings[0], to: crossings[1])
    arcs[second].cover(from: crossings[1], to: crossings[0])
  }

  /// Notes that another circle covers the clockwise arc between two points of this one.
  private mutating func cover(
    from start: (longitude: Double, latitude: Double), to end: (longitude: Double, latitude: Double)
  ) {
    let (from, to) = (azimuth(start), azimuth(end))
    changes.append((from, 0, 1))
    changes.append((to, 0, -1))
    if from > to { changes.append((0, 0, 1)) }  // it covers azimuth 0
  }

  private func azimuth(_ point: (longitude: Double, latitude: Double)) -> Double {
    let azimuth = geodesic.inverse(circle.longitude, circle.latitude, point.longitude, point.latitude).azimuth
    return azimuth < 0 ? azimuth + 360 : azimuth
  }

  /// Area in m² between the equator and the arcs inside a feature and outside the other circles, clockwise.
  func area(inside feature: Int, of layer: Layer) -> Double {
    let arcs = self.arcs
    let inside = arcs.map { arc -> Bool in
      let middle = circle.point((arc.from + arc.to) / 2, on: geodesic)
      return layer.contains(feature, x: middle.longitude, y: middle.latitude)
    }
    // The edges tell where the polygon begins and ends along the circle. The middles of the arcs only tell
    // whether it covers the first arc; the answer on which the longest arcs agree is taken.
    var agreement: [Int: Double] = [:]
    for (arc, isInside) in zip(arcs, inside) {
      agreement[(isInside ? 1 : 0) - arc.polygon, default: 0] += arc.to - arc.from
    }
    let start = agreement.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    var area = 0.0
    for arc in arcs where arc.circles == 0 && start + arc.polygon != 0 {
      area += Double(start + arc.polygon) * areaToEquator(arc.from, arc.to)
    }
    return area
  }

  /// The circle cut at every change, and at 0°, 120° and 240°; with each arc, how many times the other circles
  /// cover it, and how many times the polygon does, relative to the first arc.
  private var arcs: [(from: Double, to: Double, polygon: Int, circles: Int)] {
    let cuts = (changes + [(0, 0, 0), (120, 0, 0), (240, 0, 0)]).sorted { $0.azimuth < $1.azimuth }
    var arcs: [(from: Double, to: Double, polygon: Int, circles: Int)] = []
    var polygon = 0
    var circles = 0
    for (index, cut) in cuts.enumerated() {
      polygon += cut.polygon
      circles += cut.circles
      let to = index + 1 < cuts.count ? cuts[index + 1].azimuth : 360
      if to > cut.azimuth { arcs.append((cut.azimuth, to, polygon, circles)) }
    }
    return arcs
  }

  private func areaToEquator(_ from: Double, _ to: Double) -> Double {
    let a = circle.point(from, on: geodesic)
    let b = circle.point(to, on: geodesic)
    return circle.sectorArea(from: from, to: to, on: geodesic)
      - geodesic.areaToEquator(b.longitude, b.latitude, circle.longitude, circle.latitude)
      - geodesic.areaToEquator(circle.longitude, circle.latitude, a.longitude, a.latitude)
  }
}
