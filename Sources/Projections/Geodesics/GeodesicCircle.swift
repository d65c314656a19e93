/// The points at the same geodesic distance from a centre.
public struct GeodesicCircle: Sendable, Hashable {
  /// Longitude of the centre, in degrees.
  public var longitude: Double
  /// Latitude of the centre, in degrees.
  public var latitude: Double
  /// Geodesic distance of the points from the centre, in metres.
  public var radius: Double

  /// A circle from its centre in degrees and its radius in metres; nothing is checked.
  public init(longitude: Double, latitude: Double, radius: Double) {
    self.longitude = longitude
    self.latitude = latitude
    self.radius = radius
  }

  /// The point of the circle, in degrees, in a direction given in degrees clockwise from north.
  public func point(_ azimuth: Double, on geodesic: Geodesic = .grs80) -> (longitude: Double, latitude: Double) {
    geodesic.direct(longitude, latitude, azimuth: azimuth, distance: radius)
  }

  /// Distance of a point from the circle in metres, negative inside.
  func gap(_ longitude: Double, _ latitude: Double, on geodesic: Geodesic) -> Double {
    geodesic.distance(self.longitude, self.latitude, longitude, latitude) - radius
  }

  /// A closed clockwise ring of `count` + 1 longitude, latitude pairs in degrees on the circle, for drawing.
  public func ring(_ count: Int) -> [Double] {
    (0...count).flatMap { step -> [Double] in
      let point = point(360 * Double(step % count) / Double(count), on: .grs80)
      return [point.longitude, point.latitude]
    }
  }

  /// Area in m² swept by the radius between two azimuths (degrees, `from` ≤ `to`).
  ///
  /// The density ∫₀ʳ m(s) ds of the reduced length is integrated by Gauss–Legendre, with three nodes along the
  /// radius and three in each 30° of azimuth. That is exact to rounding for radii of hundreds of kilometres,
  /// because the curvature of the ellipsoid changes slowly.
  func sectorArea(from: Double, to: Double, on geodesic: Geodesic) -> Double {
    let pieces = max(1, Int(((to - from) / 30).rounded(.up)))
    let width = (to - from) / Double(pieces)
    var area = 0.0
    for piece in 0..<pieces {
      let start = from + Double(piece) * width
      for (node, weight) in gaussLegendre3 { area += weight * density(start + node * width, geodesic) }
    }
    return area * width * .pi / 180
  }

  private func density(_ azimuth: Double, _ geodesic: Geodesic) -> Double {
    var sum = 0.0
    for (node, weight) in gaussLegendre3 {
      sum += weight * geodesic.reducedLength(longitude, latitude, azimuth: azimuth, distance: node * radius)
    }
    return sum * radius
  }
}

/// Nodes and weights of three-point Gauss–Legendre quadrature on [0, 1].
private let gaussLegendre3: [(node: Double, weight: Double)] = [
  (0.5 - 0.6.squareRoot() / 2, 5.0 / 18), (0.5, 4.0 / 9), (0.5 + 0.6.squareRoot() / 2, 5.0 / 18),
]
