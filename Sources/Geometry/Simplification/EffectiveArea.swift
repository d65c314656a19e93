import Bytes

/// How much a vertex matters: the area of the triangle with its two neighbours, weighted by the angle at the
/// vertex.
///
/// Visvalingam & Whyatt, Line generalisation by repeated elimination of points, The Cartographic Journal 30
/// (1993). The weight is 1 − 0.7·cos of the angle at the vertex, as in mapshaper's default (Matthew Bloch): 0.3
/// for a spike, 1 for a right angle, 1.7 for a straight line, so that lines become smoother. Areas are in
/// square metres when coordinates are metres; degrees of longitude and latitude are converted to metres around
/// each vertex on a sphere of radius 6,371,008.8 m (mean radius of GRS80).
struct EffectiveArea: Sendable {
  static let angleWeight = 0.7
  static let metresPerDegree = 6_371_008.8 * Double.pi / 180

  /// Whether coordinates are degrees.
  var degrees: Bool
  /// Length of a unit of the layer in metres, when the unit is not the degree.
  var metresPerUnit = 1.0

  var scale: Double { degrees ? Self.metresPerDegree : metresPerUnit }

  /// Factor for differences of x at a vertex: the cosine of the latitude for degrees, 1 otherwise.
  @inline(__always) func narrowing(y: Double) -> Double { degrees ? cos(y * (Double.pi / 180)) : 1 }

  /// The weighted area of the triangle a, b, c at its vertex b, in squared units of the coordinates;
  /// differences of x are multiplied by `narrowing`.
  @inline(__always) static func weighted(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double, narrowing: Double
  ) -> Double {
    let ux = (ax - bx) * narrowing
    let uy = ay - by
    let vx = (cx - bx) * narrowing
    let vy = cy - by
    let area = (ux * vy - uy * vx).magnitude / 2
    let lengths = ((ux * ux + uy * uy) * (vx * vx + vy * vy)).squareRoot()
    guard lengths > 0 else { return 0 }
    let cosine = (ux * vx + uy * vy) / lengths
    return area * (1 - angleWeight * cosine)
  }
}
