#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Geodesics on GRS80 by Vincenty's series, for drawing: within a tenth of a millimetre of PROJ's up to 1,000 km.
///
/// Source: T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with application of nested
/// equations", Survey Review 23 (1975), no. 176, pp. 88–93.
enum NearGeodesic {
  private static let a = 6_378_137.0
  private static let f = 1 / 298.257222101
  private static let b = a * (1 - f)
  /// The series take a few rounds, except between points nearly opposite on the Earth.
  private static let mostRounds = 12

  /// Metres, and the azimuth at the start in degrees clockwise from north; `nil` where the series does not settle.
  static func inverse(
    _ longitude1: Double, _ latitude1: Double, _ longitude2: Double, _ latitude2: Double
  ) -> (distance: Double, azimuth: Double)? {
    let (start, end) = (Reduced(latitude1), Reduced(latitude2))
    let difference = remainder(longitude2 - longitude1, 360) * .pi / 180
    var lambda = difference
    for _ in 0..<mostRounds {
      let (sine, cosine) = (sin(lambda), cos(lambda))
      let east = end.cosine * sine
      let north = start.cosine * end.sine - start.sine * end.cosine * cosine
      let sinSigma = (east * east + north * north).squareRoot()
      guard sinSigma > 0 else { return cosine > 0 && difference.magnitude < 1 ? (0, 0) : nil }
      let cosSigma = start.sine * end.sine + start.cosine * end.cosine * cosine
      let sigma = atan2(sinSigma, cosSigma)
      let sinAlpha = start.cosine * end.cosine * sine / sinSigma
      let arc = Arc(sinAlpha: sinAlpha)
      let cosMiddle = arc.cosSquare > 0 ? cosSigma - 2 * start.sine * end.sine / arc.cosSquare : 0
      let next = difference + arc.excess(sigma, sinSigma, cosSigma, cosMiddle)
      // Of the difference, not in all: a step of a metre must have an azimuth as well.
      guard (next - lambda).magnitude > 1e-13 * lambda.magnitude else {
        let distance = b * arc.scale * (sigma - arc.correction(sinSigma, cosSigma, cosMiddle))
        return (distance, atan2(east, north) * 180 / .pi)
      }
      lambda = next
    }
    return nil
  }

  /// The point at a distance (metres) in a direction (degrees clockwise from north).
  static func direct(
    _ longitude: Double, _ latitude: Double, azimuth: Double, distance: Double
  ) -> (longitude: Double, latitude: Double)? {
    let start = Reduced(latitude)
    let (sinAzimuth, cosAzimuth) = (sin(azimuth * .pi / 180), cos(azimuth * .pi / 180))
    let sinAlpha = start.cosine * sinAzimuth
    let arc = Arc(sinAlpha: sinAlpha)
    let first = atan2(start.sine, start.cosine * cosAzimuth)
    let whole = distance / (b * arc.scale)
    var sigma = whole
    for _ in 0..<mostRounds {
      let (sine, cosine) = (sin(sigma), cos(sigma))
      let cosMiddle = cos(2 * first + sigma)
      let next = whole + arc.correction(sine, cosine, cosMiddle)
      guard (next - sigma).magnitude > 1e-14 else {
        let across = start.sine * sine - start.cosine * cosine * cosAzimuth
        let up = start.sine * cosine + start.cosine * sine * cosAzimuth
        let level = (1 - f) * (sinAlpha * sinAlpha + across * across).squareRoot()
        let lambda = atan2(sine * sinAzimuth, start.cosine * cosine - start.sine * sine * cosAzimuth)
        let difference = lambda - arc.excess(sigma, sine, cosine, cosMiddle)
        return (
          remainder(longitude + difference * 180 / .pi, 360), atan2(up, level) * 180 / .pi
        )
      }
      sigma = next
    }
    return nil
  }

  /// Sine and cosine of the latitude on the auxiliary sphere.
  private struct Reduced {
    let sine: Double
    let cosine: Double

    init(_ latitude: Double) {
      let angle = latitude * .pi / 180
      let (up, out) = ((1 - f) * sin(angle), cos(angle))
      let length = (up * up + out * out).squareRoot()
      (sine, cosine) = (up / length, out / length)
    }
  }

  /// The great ellipse a geodesic follows, by the sine of its azimuth at the equator.
  private struct Arc {
    let sinAlpha: Double
    let cosSquare: Double
    /// Vincenty's A, B and C.
    let scale: Double
    private let bend: Double
    private let lag: Double

    init(sinAlpha: Double) {
      self.sinAlpha = sinAlpha
      cosSquare = 1 - sinAlpha * sinAlpha
      let u2 = cosSquare * (a * a - b * b) / (b * b)
      scale = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
      bend = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
      lag = f / 16 * cosSquare * (4 + f * (4 - 3 * cosSquare))
    }

    /// Vincenty's Δσ.
    func correction(_ sine: Double, _ cosine: Double, _ cosMiddle: Double) -> Double {
      let square = cosMiddle * cosMiddle
      let far = bend / 6 * cosMiddle * (-3 + 4 * sine * sine) * (-3 + 4 * square)
      return bend * sine * (cosMiddle + bend / 4 * (cosine * (-1 + 2 * square) - far))
    }

    /// λ − L: how much longer the way is in longitude on the sphere than on the ellipsoid, radians.
    func excess(_ sigma: Double, _ sine: Double, _ cosine: Double, _ cosMiddle: Double) -> Double {
      let square = cosMiddle * cosMiddle
      let inner = cosMiddle + lag * cosine * (-1 + 2 * square)
      return (1 - lag) * f * sinAlpha * (sigma + lag * sine * inner)
    }
  }
}
