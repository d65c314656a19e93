import Geometry

/// The union of geodesic circles, and how much of a commune lies in it.
///
/// By Green's theorem on the ellipsoid: the boundary of (polygon ∩ union) consists of the pieces of polygon
/// edges inside the union and of the arcs of each circle that lie inside the polygon and outside the other
/// circles. Each piece adds its area to the equator, so that no polygon is ever built, and circles are circles:
/// an arc adds its sector less the two spokes. Edges are geodesics.
public struct CircleUnion: Sendable {
  public let circles: [GeodesicCircle]
  private let geodesic: Geodesic

  /// Circles may repeat; those of radius 0 or less hold no area.
  public init(_ circles: some Sequence<GeodesicCircle>, on geodesic: Geodesic = .grs80) {
    var seen = Set<GeodesicCircle>()
    self.circles = circles.filter { $0.radius > 0 && seen.insert($0).inserted }
    self.geodesic = geodesic
  }

  /// Share from 0 to 1 of a polygon feature's area inside the union; `nil` when it has no area.
  ///
  /// The layer is in degrees, outer rings clockwise. Right to 1e-6 of the feature's area for radii up to
  /// 100 km; not for polygons around a pole. O(points × circles).
  public func share(of feature: Int, in layer: Layer) -> Double? {
    let whole = layer.geodesicArea(of: feature, on: geodesic)
    guard whole > 0 else { return nil }
    let near = circles.compactMap { circle in relation(circle, layer.bounds(of: feature)).map { (circle, $0) } }
    if near.isEmpty { return 0 }
    if near.contains(where: { $0.1 == .covers }) { return 1 }
    return min(1, max(0, area(of: feature, in: layer, near.map(\.0)) / whole))
  }

  private enum Relation { case covers, touches }

  /// Whether a circle surely covers a box, may touch it, or (nil) surely misses it.
  private func relation(_ circle: GeodesicCircle, _ box: Bounds) -> Relation? {
    guard !box.isEmpty else { return nil }
    let toMiddle = geodesic.distance(circle.longitude, circle.latitude, box.midX, box.midY)
    // Half the diagonal, with a margin for the box not being a rectangle on the ground.
    let reach = 1.05 * geodesic.distance(box.midX, box.midY, box.minX, box.minY)
    if toMiddle - reach > circle.radius { return nil }
    return toMiddle + reach < circle.radius ? .covers : .touches
  }

  private func area(of feature: Int, in layer: Layer, _ circles: [GeodesicCircle]) -> Double {
    var total = 0.0
    var angles = [[Double]](repeating: [], count: circles.count)
    for ring in layer.rings(of: feature) {
      let points = layer.points(ofRing: ring)
      for point in points.dropLast() {
        total += edgeArea(layer, point, circles, &angles)
      }
    }
    for index in circles.indices {
      addCrossings(of: index, circles, &angles[index])
      total += arcArea(index, circles, angles[index].sorted(), feature, layer)
    }
    return total
  }

  /// Area to the equator of the parts of one edge inside the union; notes where it crosses each circle.
  private func edgeArea(
    _ layer: Layer, _ point: Int, _ circles: [GeodesicCircle], _ angles: inout [[Double]]
  ) -> Double {
    let (x1, y1) = (layer.x(point), layer.y(point))
    let (x2, y2) = (layer.x(point + 1), layer.y(point + 1))
    let edge = geodesic.inverse(x1, y1, x2, y2)
    guard edge.distance > 0 else { return 0 }
    var cuts = [0.0, 1.0]
    for (index, circle) in circles.enumerated() {
      for cut in crossings(x1, y1, x2, y2, edge, circle) {
        cuts.append(cut)
        let at = geodesic.direct(x1, y1, azimuth: edge.azimuth, distance: cut * edge.distance)
        angles[index].append(
          geodesic.inverse(circle.longitude, circle.latitude, at.longitude, at.latitude).azimuth)
      }
    }
    cuts.sort()
    var area = 0.0
    for (from, to) in zip(cuts, cuts.dropFirst()) where to > from {
      let middle = geodesic.direct(x1, y1, azimuth: edge.azimuth, distance: (from + to) / 2 * edge.distance)
      guard isInside(middle.longitude, middle.latitude, circles) else { continue }
      let a = geodesic.direct(x1, y1, azimuth: edge.azimuth, distance: from * edge.distance)
      let b = geodesic.direct(x1, y1, azimuth: edge.azimuth, distance: to * edge.distance)
      area += geodesic.areaToEquator(a.longitude, a.latitude, b.longitude, b.latitude)
    }
    return area
  }

  /// Fractions of the edge, strictly between 0 and 1, at which it crosses the circle.
  private func crossings(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ edge: (distance: Double, azimuth: Double),
    _ circle: GeodesicCircle
  ) -> [Double] {
    let first = geodesic.inverse(circle.longitude, circle.latitude, x1, y1)
    guard abs(first.distance - circle.radius) <= edge.distance else { return [] }
    let second = geodesic.inverse(circle.longitude, circle.latitude, x2, y2)
    // First guess: a straight edge in the plane of azimuths and distances around the centre.
    let (ax, ay) = polar(first)
    let (bx, by) = polar(second)
    let (dx, dy) = (bx - ax, by - ay)
    let a = dx * dx + dy * dy
    let b = ax * dx + ay * dy
    let c = ax * ax + ay * ay - circle.radius * circle.radius
    let discriminant = b * b - a * c
    guard a > 0, discriminant > 0 else { return [] }
    let root = discriminant.squareRoot()
    return [(-b - root) / a, (-b + root) / a].compactMap { guess in
      guard guess > -0.01, guess < 1.01 else { return nil }
      let cut = refine(guess, step: 1e-3) { fraction in
        let at = geodesic.direct(x1, y1, azimuth: edge.azimuth, distance: fraction * edge.distance)
        return geodesic.distance(circle.longitude, circle.latitude, at.longitude, at.latitude) - circle.radius
      }
      return cut > 0 && cut < 1 ? cut : nil
    }
  }

  private func polar(_ leg: (distance: Double, azimuth: Double)) -> (Double, Double) {
    let angle = leg.azimuth * .pi / 180
    return (leg.distance * sine(angle), leg.distance * cosine(angle))
  }

  /// Azimuths at which circle `index` crosses the other circles.
  private func addCrossings(of index: Int, _ circles: [GeodesicCircle], _ angles: inout [Double]) {
    let circle = circles[index]
    for (other, second) in circles.enumerated() where other != index {
      let leg = geodesic.inverse(circle.longitude, circle.latitude, second.longitude, second.latitude)
      guard leg.distance > 0 else { continue }
      let r1 = circle.radius
      let r2 = second.radius
      let cosine = (r1 * r1 + leg.distance * leg.distance - r2 * r2) / (2 * r1 * leg.distance)
      guard abs(cosine) < 1 else { continue }
      let half = arcCosine(cosine) * 180 / .pi
      for guess in [leg.azimuth - half, leg.azimuth + half] {
        let azimuth = refine(guess, step: 1e-3) { angle in
          let at = circle.point(angle, on: geodesic)
          return geodesic.distance(second.longitude, second.latitude, at.longitude, at.latitude) - r2
        }
        angles.append(azimuth)
      }
    }
    angles = angles.map { $0 < 0 ? $0 + 360 : ($0 >= 360 ? $0 - 360 : $0) }
  }

  /// Area to the equator of the arcs of one circle inside the polygon and outside the other circles, clockwise.
  private func arcArea(
    _ index: Int, _ circles: [GeodesicCircle], _ angles: [Double], _ feature: Int, _ layer: Layer
  ) -> Double {
    let circle = circles[index]
    let starts = angles.isEmpty ? [0.0] : angles
    var area = 0.0
    for (position, from) in starts.enumerated() {
      let to = position + 1 < starts.count ? starts[position + 1] : starts[0] + 360
      guard to > from else { continue }
      let middle = circle.point((from + to) / 2, on: geodesic)
      let others = circles.enumerated().filter { $0.offset != index }.map(\.element)
      guard layer.contains(feature, x: middle.longitude, y: middle.latitude),
        !isInside(middle.longitude, middle.latitude, others)
      else { continue }
      let a = circle.point(from, on: geodesic)
      let b = circle.point(to, on: geodesic)
      area += circle.sectorArea(from: from, to: to, on: geodesic)
      area -= geodesic.areaToEquator(b.longitude, b.latitude, circle.longitude, circle.latitude)
      area -= geodesic.areaToEquator(circle.longitude, circle.latitude, a.longitude, a.latitude)
    }
    return area
  }

  private func isInside(_ longitude: Double, _ latitude: Double, _ circles: [GeodesicCircle]) -> Bool {
    circles.contains {
      geodesic.distance($0.longitude, $0.latitude, longitude, latitude) <= $0.radius
    }
  }

  /// A root near a good guess, by the secant method.
  private func refine(_ guess: Double, step: Double, _ function: (Double) -> Double) -> Double {
    var previous = guess - step
    var current = guess
    var before = function(previous)
    for _ in 0..<6 {
      let value = function(current)
      guard abs(value) > 1e-7, value != before else { break }  // a tenth of a micrometre
      let next = current - value * (current - previous) / (value - before)
      (previous, before, current) = (current, value, next)
    }
    return current
  }
}
