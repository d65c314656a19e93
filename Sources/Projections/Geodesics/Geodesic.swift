import Bytes
import CProj

/// Geodesics on the GRS80 ellipsoid, in metres and degrees, by PROJ's own implementation.
///
/// Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013); accurate to nanometres.
public struct Geodesic: Sendable {
  /// GRS80, the ellipsoid of RGF93; WGS 84's differs by 0.1 mm.
  public static let grs80 = Geodesic()

  private init() {}

  private static let semiMajorAxis = 6_378_137.0
  private static let flattening = 1 / 298.257222101

  /// Written once by `geod_init` and only read after that, so threads may share it.
  private struct Ellipsoid: @unchecked Sendable {
    let made: UnsafeMutablePointer<geod_geodesic>

    init() {
      made = .allocate(capacity: 1)
      geod_init(made, Geodesic.semiMajorAxis, Geodesic.flattening)
    }
  }

  private static let known = Ellipsoid()
  private var ellipsoid: UnsafeMutablePointer<geod_geodesic> { Self.known.made }

  /// Length in metres of the shortest path between two points in degrees.
  public func distance(_ longitude1: Double, _ latitude1: Double, _ longitude2: Double, _ latitude2: Double) -> Double {
    var length = 0.0
    geod_inverse(ellipsoid, latitude1, longitude1, latitude2, longitude2, &length, nil, nil)
    return length
  }

  /// Length in metres of the shortest path between two points in degrees, and its azimuth at the first point,
  /// in degrees clockwise from north (−180 to 180).
  public func inverse(_ longitude1: Double, _ latitude1: Double, _ longitude2: Double, _ latitude2: Double) -> (
    distance: Double, azimuth: Double
  ) {
    var length = 0.0
    var azimuth = 0.0
    geod_inverse(ellipsoid, latitude1, longitude1, latitude2, longitude2, &length, &azimuth, nil)
    return (length, azimuth)
  }

  /// The geocentric coordinates, in metres, of a point in degrees on the ellipsoid: x points to longitude 0 on
  /// the equator, z to the north pole.
  public func cartesian(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double, z: Double) {
    let eccentricity = Self.flattening * (2 - Self.flattening)
    let sine = sin(latitude * .pi / 180)
    let cosine = cos(latitude * .pi / 180)
    let normal = Self.semiMajorAxis / (1 - eccentricity * sine * sine).squareRoot()
    let angle = longitude * .pi / 180
    return (normal * cosine * cos(angle), normal * cosine * sin(angle), normal * (1 - eccentricity) * sine)
  }

  /// The point in degrees at a distance (metres) in a direction (degrees clockwise from north) from a point in
  /// degrees.
  public func direct(_ longitude: Double, _ latitude: Double, azimuth: Double, distance: Double) -> (
    longitude: Double, latitude: Double
  ) {
    var latitude2 = 0.0
    var longitude2 = 0.0
    geod_direct(ellipsoid, latitude, longitude, azimuth, distance, &latitude2, &longitude2, nil)
    return (longitude2, latitude2)
  }

  /// The point that `direct` gives, and the azimuth of the path on arrival there.
  func course(_ longitude: Double, _ latitude: Double, azimuth: Double, distance: Double) -> (
    longitude: Double, latitude: Double, azimuth: Double
  ) {
    var latitude2 = 0.0
    var longitude2 = 0.0
    var azimuth2 = 0.0
    geod_direct(ellipsoid, latitude, longitude, azimuth, distance, &latitude2, &longitude2, &azimuth2)
    return (longitude2, latitude2, azimuth2)
  }

  /// Area in m² between a geodesic edge and the equator, positive for an edge that runs east in the north.
  ///
  /// The sum over the edges of a closed ring is the ring's area, positive when the ring is clockwise.
  func areaToEquator(_ longitude1: Double, _ latitude1: Double, _ longitude2: Double, _ latitude2: Double) -> Double {
    var area = 0.0
    geod_geninverse(ellipsoid, latitude1, longitude1, latitude2, longitude2, nil, nil, nil, nil, nil, nil, &area)
    return area
  }

  /// Reduced length m (metres) at a distance along a geodesic, which says how fast two neighbouring geodesics
  /// diverge.
  func reducedLength(_ longitude: Double, _ latitude: Double, azimuth: Double, distance: Double) -> Double {
    var reduced = 0.0
    geod_gendirect(ellipsoid, latitude, longitude, azimuth, 0, distance, nil, nil, nil, nil, &reduced, nil, nil, nil)
    return reduced
  }

  /// Signed area in m² and perimeter in metres of a ring of longitude, latitude pairs in degrees, as PROJ's
  /// `geod_polygon` computes them: a clockwise ring has a negative area. The first point may be repeated at the
  /// end or not. O(n).
  public func ringArea(_ ring: UnsafeBufferPointer<Double>) -> (area: Double, perimeter: Double) {
    var polygon = geod_polygon()
    geod_polygon_init(&polygon, 0)
    let count = ring.count / 2
    guard count > 0 else { return (0, 0) }
    let closed = ring[0] == ring[2 * count - 2] && ring[1] == ring[2 * count - 1]
    for point in 0..<(closed ? count - 1 : count) {
      geod_polygon_addpoint(ellipsoid, &polygon, ring[2 * point + 1], ring[2 * point])
    }
    var area = 0.0
    var perimeter = 0.0
    geod_polygon_compute(ellipsoid, &polygon, 0, 1, &area, &perimeter)
    return (area, perimeter)
  }
}
