import Bytes
import Geometry

/// What a drawing needs to know about the ground it shows, as plain numbers.
public struct MapFrame: Sendable, Equatable {
  /// Metres on the ground in one unit of the map's CRS, east–west at the middle of the map.
  public var metresPerUnit: Double
  /// Azimuth of the map's vertical at its middle, in degrees clockwise from true north: north is that many
  /// degrees to the left of "up".
  public var convergence: Double
  /// Largest difference of convergence between any two of the middle and the four corners, in degrees.
  public var convergenceSpread: Double

  /// Measures a box with geodesics on GRS80; `toDegrees` projects its coordinates to degrees of longitude and
  /// latitude. Throws 65 when the middle or a corner has no longitude and latitude.
  public init(_ box: Bounds, toDegrees: Projector) throws(Problem) {
    let geodesic = Geodesic.grs80
    let step = max(box.width, box.height) / 1000
    let places = [
      (box.midX, box.midY), (box.minX, box.minY), (box.maxX, box.minY), (box.minX, box.maxY), (box.maxX, box.maxY),
    ]
    var pairs: [Double] = []
    for (x, y) in places { pairs += [x, y - step, x, y + step] }
    pairs += [box.midX - step, box.midY, box.midX + step, box.midY]
    try toDegrees.project(&pairs)
    let azimuths = places.indices.map { place -> Double in
      let at = 4 * place
      return geodesic.inverse(pairs[at], pairs[at + 1], pairs[at + 2], pairs[at + 3]).azimuth
    }
    let at = 4 * places.count
    let width = geodesic.distance(pairs[at], pairs[at + 1], pairs[at + 2], pairs[at + 3])
    metresPerUnit = step > 0 ? width / (2 * step) : 1
    convergence = azimuths[0]
    // Differences from the middle, so that 179° and −179° are two degrees apart.
    let turns = azimuths.map { azimuth -> Double in
      let turn = azimuth - azimuths[0]
      return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
    }
    convergenceSpread = (turns.max() ?? 0) - (turns.min() ?? 0)
  }
}
