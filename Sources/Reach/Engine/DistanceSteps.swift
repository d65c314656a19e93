import Bytes
import Geometry
import Projections
import Territory

/// Distances as the first half-kilometre at which a radius reaches, a byte each: a page answers what a radius would
/// reach with the same communes as `ActionReach` at every half-kilometre.
public enum DistanceSteps {
  /// Kilometres between two radii.
  public static let kilometres = 0.5
  /// Number of the largest radius, 60 km.
  public static let last = 120
  /// What stands for a distance beyond the largest radius, and for a position that is not known.
  public static let beyond: UInt8 = 255

  /// The steps from a place to each commune. O(communes).
  public static func from(_ place: Place, _ communes: [Commune]) -> [UInt8] {
    communes.map { step(place.distance(to: $0)) }
  }

  /// The steps between all communes: of commune 1 to commune 0, of commune 2 to 0 and 1, and so on.
  ///
  /// A chord is never longer than the geodesic, which is at most a metre longer within 60 km: only where a radius
  /// lies between the two is the geodesic computed. Complexity: O(communes²) on all processors.
  public static func between(_ communes: [Commune]) -> [UInt8] {
    let points = communes.map { Geodesic.grs80.cartesian($0.longitude, $0.latitude) }
    let rows = Parallel.each(communes.count, threads: Parallel.processors) { row -> [UInt8] in
      let here = Place(communes[row])
      return (0..<row).map { other in
        let (a, b) = (points[row], points[other])
        let (dx, dy, dz) = (a.x - b.x, a.y - b.y, a.z - b.z)
        let chord = (dx * dx + dy * dy + dz * dz).squareRoot() / 1000
        let (low, high) = (step(chord), step(chord + 0.001))
        return low == high ? low : step(here.distance(to: communes[other]))
      }
    }
    return rows.flatMap { $0 }
  }

  private static func step(_ distance: Double) -> UInt8 {
    guard distance <= Double(last) * kilometres else { return beyond }
    return UInt8((distance / kilometres).rounded(.up))
  }
}
