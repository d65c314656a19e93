import Bytes

/// A geodesic between two points, short enough that a circle meets it in one piece.
struct GeodesicEdge {
  let start: (longitude: Double, latitude: Double)
  let end: (longitude: Double, latitude: Double)
  /// Metres.
  let length: Double
  private let azimuth: Double
  private let geodesic: Geodesic

  init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, on geodesic: Geodesic) {
    start = (x1, y1)
    end = (x2, y2)
    (length, azimuth) = geodesic.inverse(x1, y1, x2, y2)
    self.geodesic = geodesic
  }

  /// The point at a fraction of the length; exactly the end points at 0 and 1.
  func point(_ fraction: Double) -> (longitude: Double, latitude: Double) {
    if fraction <= 0 { return start }
    if fraction >= 1 { return end }
    return geodesic.direct(start.longitude, start.latitude, azimuth: azimuth, distance: fraction * length)
  }

  /// The fractions between which the edge is inside a circle; `nil` when the whole edge is outside.
  ///
  /// `startGap` and `endGap` are the distances in metres of its ends from the circle, negative inside. The
  /// distance from a point is convex along a geodesic, so at most one part of an edge is inside.
  func part(inside circle: GeodesicCircle, _ startGap: Double, _ endGap: Double) -> (from: Double, to: Double)? {
    func gap(_ fraction: Double) -> Double {
      let at = point(fraction)
      return circle.gap(at.longitude, at.latitude, on: geodesic)
    }
    if startGap <= 0 && endGap <= 0 { return (0, 1) }
    guard startGap <= 0 || endGap <= 0 || startGap + endGap < length else { return nil }
    // The distance decreases to the nearest point and increases after it. A root is sought on each side of it,
    // because an end that lies on the circle is a root too, but not always the one wanted.
    let nearest = nearest(to: circle) ?? (startGap < endGap ? 0 : 1)
    let depth = nearest == 0 ? startGap : nearest == 1 ? endGap : gap(nearest)
    guard depth <= 0 else { return nil }
    return (
      startGap <= 0 ? 0 : Root.find(0, nearest, startGap, depth, gap),
      endGap <= 0 ? 1 : Root.find(nearest, 1, depth, endGap, gap)
    )
  }

  /// The fraction at which the edge is nearest to a circle's centre; `nil` when an end is nearest.
  private func nearest(to circle: GeodesicCircle) -> Double? {
    // The cosine of the angle between the edge and the direction to the centre decreases from + to − along the
    // edge.
    func approach(_ fraction: Double) -> Double {
      let at = geodesic.course(start.longitude, start.latitude, azimuth: azimuth, distance: fraction * length)
      let toCentre = geodesic.inverse(at.longitude, at.latitude, circle.longitude, circle.latitude).azimuth
      return cos((toCentre - at.azimuth) * .pi / 180)
    }
    let (first, last) = (approach(0), approach(1))
    guard first > 0, last < 0 else { return nil }
    return Root.find(0, 1, first, last, tolerance: 1e-12, approach)
  }
}
