import Bytes

/// Tells whether places lie within a distance of each other, mostly without computing a geodesic.
///
/// The chord through the Earth is shorter than the geodesic s, and s is at most 2R·asin(chord/2R) where R is
/// the smallest radius of curvature of the ellipsoid, by Schur's comparison theorem. Up to 100 km the two
/// bounds differ by at most a metre. The geodesic is computed only when a chord lies between the bounds, so
/// every answer is the one that the geodesic gives.
public struct ChordTest: Sendable {
  private let places: [(longitude: Double, latitude: Double)]
  private let points: [(x: Double, y: Double, z: Double)]
  private let geodesic: Geodesic
  private let metres: Double
  /// Square of the chord above which no pair is within the distance.
  private let most: Double
  /// Square of the chord up to which every pair is within the distance.
  private let least: Double

  /// Allowance for rounding, in metres.
  private static let slack = 1e-3
  /// Radius of curvature of the meridian at the equator, a(1 − e²), on GRS80 and rounded down, in metres: the
  /// smallest on the ellipsoid.
  private static let smallestRadius = 6_335_400.0

  /// A test of pairs of `places`, which are in degrees. Complexity: O(places).
  public init(_ places: [(longitude: Double, latitude: Double)], within metres: Double, on geodesic: Geodesic = .grs80)
  {
    self.places = places
    self.geodesic = geodesic
    self.metres = metres
    points = places.map { geodesic.cartesian($0.longitude, $0.latitude) }
    let half = metres / (2 * Self.smallestRadius)
    let chord = half < 1 ? 2 * Self.smallestRadius * sin(half) - Self.slack : -1
    least = chord > 0 ? chord * chord : -1
    most = (metres + Self.slack) * (metres + Self.slack)
  }

  /// Whether two places, by their index, are at most the distance apart.
  public func isWithin(_ a: Int, _ b: Int) -> Bool {
    let (dx, dy, dz) = (points[a].x - points[b].x, points[a].y - points[b].y, points[a].z - points[b].z)
    let chord = dx * dx + dy * dy + dz * dz
    if chord > most { return false }
    if chord <= least { return true }
    let (here, there) = (places[a], places[b])
    return geodesic.distance(here.longitude, here.latitude, there.longitude, there.latitude) <= metres
  }
}
