#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether places lie within a distance of each other, mostly without a geodesic.
///
/// The chord through the Earth is shorter than the geodesic s, and s is at most 2R·asin(chord/2R) where R is the
/// smallest radius of curvature of the ellipsoid, by Schur's comparison theorem. Up to 100 km the two bounds are a metre
/// apart or less; only between them is the geodesic computed, so that the answer is always the geodesic's own.
public struct ChordTest: Sendable {
  private let places: [(longitude: Double, latitude: Double)]
  private let points: [(x: Double, y: Double, z: Double)]
  private let geodesic: Geodesic
  private let metres: Double
  /// Squares of chords above which no pair is within the distance, and up to which every pair is.
  private let most: Double
  private let least: Double

  /// Metres left for rounding.
  private static let slack = 1e-3
  /// Radius of curvature of the meridian at the equator, a(1 − e²), on GRS80 and rounded down: the smallest there is.
  private static let smallestRadius = 6_335_400.0

  /// `places` in degrees; answers are about pairs of them.
  public init(
    _ places: [(longitude: Double, latitude: Double)], within metres: Double, on geodesic: Geodesic = .grs80
  ) {
    self.places = places
    self.geodesic = geodesic
    self.metres = metres
    points = places.map { geodesic.cartesian($0.longitude, $0.latitude) }
    let half = metres / (2 * Self.smallestRadius)
    let chord = half < 1 ? 2 * Self.smallestRadius * sin(half) - Self.slack : -1
    least = chord > 0 ? chord * chord : -1
    most = (metres + Self.slack) * (metres + Self.slack)
  }

  /// Whether two places, by their numbers, are at most the distance apart.
  public func isWithin(_ a: Int, _ b: Int) -> Bool {
    let (dx, dy, dz) = (points[a].x - points[b].x, points[a].y - points[b].y, points[a].z - points[b].z)
    let chord = dx * dx + dy * dy + dz * dz
    if chord > most { return false }
    if chord <= least { return true }
    let (here, there) = (places[a], places[b])
    return geodesic.distance(here.longitude, here.latitude, there.longitude, there.latitude) <= metres
  }
}
