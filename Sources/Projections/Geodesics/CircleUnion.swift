import Bytes
import Geometry

/// The union of geodesic circles, and the share of a commune that lies in it.
///
/// It applies Green's theorem on the ellipsoid: the boundary of (polygon ∩ union) consists of the pieces of
/// polygon edges inside the union and of the arcs of each circle that lie inside the polygon and outside the
/// other circles. Each piece adds its area to the equator, so that no polygon has to be built and circles are
/// exact: an arc adds its sector less the two spokes. Edges are geodesics.
///
/// Signs at shared points (is this corner inside this circle?) decide where the pieces end; the middle of a
/// piece is never tested. Therefore a circle that passes exactly through a corner leaves no gap in the
/// boundary.
public struct CircleUnion: Sendable {
  /// The circles with a positive radius that are not inside another, by descending radius.
  public let circles: [GeodesicCircle]
  private let geodesic: Geodesic

  /// A union of circles, which may repeat; circles with a radius of 0 or less are dropped. Complexity:
  /// O(circles²).
  public init(_ circles: some Sequence<GeodesicCircle>, on geodesic: Geodesic = .grs80) {
    var kept: [GeodesicCircle] = []
    for circle in circles.filter({ $0.radius > 0 }).sorted(by: { $0.radius > $1.radius }) {
      // A circle up to 0.1 mm outside another counts as inside: the union loses at most 1e-8 of a commune.
      let isInside = kept.contains { larger in
        circle == larger
          || geodesic.distance(circle.longitude, circle.latitude, larger.longitude, larger.latitude) + circle.radius
            <= larger.radius + 1e-4
      }
      if !isInside { kept.append(circle) }
    }
    self.circles = kept
    self.geodesic = geodesic
  }

  /// Share from 0 to 1 of a polygon feature's area inside the union; `nil` when it has no area.
  ///
  /// The layer is in degrees, with outer rings clockwise. The error is below 1e-6 for radii up to 100 km;
  /// polygons around a pole are not supported. Complexity: O(points × circles).
  public func share(of feature: Int, in layer: Layer) -> Double? {
    guard layer.area(of: feature) > 0 else { return nil }
    let bounds = layer.bounds(of: feature)
    let near = circles.compactMap { circle in relation(circle, bounds).map { (circle, $0) } }
    if near.isEmpty { return 0 }
    if near.contains(where: { $0.1 == .covers }) { return 1 }
    let whole = layer.geodesicArea(of: feature, on: geodesic)
    guard whole > 0 else { return nil }
    return min(1, max(0, area(of: feature, in: layer, near.map(\.0)) / whole))
  }

  /// The shares of several features, in the order of `features`, computed on all processors from 16 features
  /// up.
  public func shares(of features: [Int], in layer: Layer) -> [Double?] {
    Parallel.each(features.count, threads: features.count < 16 ? 1 : Parallel.processors) {
      share(of: features[$0], in: layer)
    }
  }

  private enum Relation { case covers, touches }

  /// Whether a circle certainly covers a box, may touch it, or (`nil`) certainly misses it.
  private func relation(_ circle: GeodesicCircle, _ box: Bounds) -> Relation? {
    guard !box.isEmpty else { return nil }
    let toMiddle = geodesic.distance(circle.longitude, circle.latitude, box.midX, box.midY)
    // Half the diagonal, with a margin for geodesic edges that bulge out of the box.
    let reach =
      1.05
      * max(
        geodesic.distance(box.midX, box.midY, box.minX, box.minY),
        geodesic.distance(box.midX, box.midY, box.minX, box.maxY))
    if toMiddle - reach > circle.radius { return nil }
    return toMiddle + reach < circle.radius ? .covers : .touches
  }

  private func area(of feature: Int, in layer: Layer, _ circles: [GeodesicCircle]) -> Double {
    var total = 0.0
    var arcs = circles.map { CircleArcs($0, on: geodesic) }
    for ring in layer.rings(of: feature) {
      let points = layer.points(ofRing: ring)
      guard let first = points.first else { continue }
      var before = gaps(first, layer, circles)
      for point in points.dropFirst() {
        let here = gaps(point, layer, circles)
        total += edgeArea(to: point, layer, circles, before, here, &arcs)
        before = here
      }
    }
    for first in circles.indices {
      for second in circles.indices where second > first { CircleArcs.cross(&arcs, first, second) }
    }
    for arc in arcs { total += arc.area(inside: feature, of: layer) }
    return total
  }

  /// Distance of a corner from each circle in metres, negative inside.
  private func gaps(_ point: Int, _ layer: Layer, _ circles: [GeodesicCircle]) -> [Double] {
    circles.map { $0.gap(layer.x(point), layer.y(point), on: geodesic) }
  }

  /// Area in m² to the equator of the parts of the edge to `point` that lie inside the union. Notes in `arcs`
  /// where the edge crosses each circle.
  private func edgeArea(
    to point: Int, _ layer: Layer, _ circles: [GeodesicCircle], _ before: [Double], _ here: [Double],
    _ arcs: inout [CircleArcs]
  ) -> Double {
    let (x1, y1, x2, y2) = (layer.x(point - 1), layer.y(point - 1), layer.x(point), layer.y(point))
    // Most edges are far from every circle or deep inside the only one, which shows without their exact length.
    let most = 111_700 * (abs(x2 - x1) + abs(y2 - y1))
    let isFar = circles.indices.allSatisfy { min(before[$0], here[$0]) > 0 && before[$0] + here[$0] > most }
    if isFar { return 0 }
    if circles.count == 1, max(before[0], here[0]) <= 0 { return geodesic.areaToEquator(x1, y1, x2, y2) }
    let edge = GeodesicEdge(x1, y1, x2, y2, on: geodesic)
    guard edge.length > 0 else { return 0 }
    var parts: [(from: Double, to: Double)] = []
    for index in circles.indices {
      guard let part = edge.part(inside: circles[index], before[index], here[index]) else { continue }
      if before[index] > 0 { arcs[index].edge(entersAt: edge.point(part.from)) }
      if here[index] > 0 { arcs[index].edge(leavesAt: edge.point(part.to)) }
      parts.append(part)
    }
    parts.sort { $0.from < $1.from }
    var area = 0.0
    var done = 0.0
    for part in parts where part.to > done {
      let from = edge.point(max(part.from, done))
      let to = edge.point(part.to)
      area += geodesic.areaToEquator(from.longitude, from.latitude, to.longitude, to.latitude)
      done = part.to
    }
    return area
  }
}
