#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Lambert conformal conic projection with two standard parallels, ellipsoid to plane and back, for drawing.
///
/// Source: J. P. Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395 (1987), pp. 107–109, with
/// the isometric latitude ψ = atanh(sin φ) − e·atanh(e sin φ) in place of ln t = −ψ.
struct LambertConic: Sendable {
  private let centralMeridian: Double
  private let falseEasting: Double
  /// Northing of the parallels' common centre, metres.
  private let apexNorthing: Double
  private let eccentricity: Double
  /// Sine of the latitude at which the cone touches, Snyder's n.
  private let cone: Double
  /// Distance from the apex at latitude 0, metres: Snyder's aF.
  private let equatorRadius: Double

  /// EPSG:2154 from degrees on GRS80, IGN's parameters.
  static let lambert93 = LambertConic(
    semiMajorAxis: 6_378_137, flattening: 1 / 298.257222101, parallels: (44, 49), origin: (3, 46.5),
    falseOrigin: (700_000, 6_600_000))

  /// Degrees and metres; `origin` is longitude and latitude.
  private init(
    semiMajorAxis: Double, flattening: Double, parallels: (Double, Double), origin: (Double, Double),
    falseOrigin: (Double, Double)
  ) {
    let e = (flattening * (2 - flattening)).squareRoot()
    func width(_ latitude: Double) -> Double {
      let sine = sin(latitude * .pi / 180)
      return cos(latitude * .pi / 180) / (1 - e * e * sine * sine).squareRoot()
    }
    let first = Self.isometric(sin(parallels.0 * .pi / 180), e)
    let second = Self.isometric(sin(parallels.1 * .pi / 180), e)
    cone = log(width(parallels.0) / width(parallels.1)) / (second - first)
    equatorRadius = semiMajorAxis * width(parallels.0) * exp(cone * first) / cone
    eccentricity = e
    centralMeridian = origin.0
    falseEasting = falseOrigin.0
    apexNorthing = falseOrigin.1 + equatorRadius * exp(-cone * Self.isometric(sin(origin.1 * .pi / 180), e))
  }

  private static func isometric(_ sine: Double, _ e: Double) -> Double {
    (log((1 + sine) / (1 - sine)) - e * log((1 + e * sine) / (1 - e * sine))) / 2
  }

  /// Metres of a point in degrees; not finite where PROJ refuses: beyond the poles, at the south one, and for longitudes
  /// of more than 10 radians.
  func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    guard latitude.magnitude <= 90, longitude.magnitude <= 10 * 180 / .pi else { return (.nan, .nan) }
    let radius = equatorRadius * exp(-cone * Self.isometric(sin(latitude * .pi / 180), eccentricity))
    let turn = remainder(longitude - centralMeridian, 360) * .pi / 180 * cone
    return (falseEasting + radius * sin(turn), apexNorthing - radius * cos(turn))
  }

  /// Degrees of a point in metres, the longitude within ±180; not finite for one that lies nowhere, as with PROJ.
  func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double) {
    guard x.isFinite, y.isFinite else { return (.nan, .nan) }
    let (east, south) = (x - falseEasting, apexNorthing - y)
    let isometric = -log((east * east + south * south).squareRoot() / equatorRadius) / cone
    // Each round leaves e² of the error, 0.7 %: seven leave less than rounding does.
    var sine = tanh(isometric)
    for _ in 0..<7 { sine = tanh(isometric + eccentricity * atanh(eccentricity * sine)) }
    let longitude = centralMeridian + atan2(east, south) / cone * 180 / .pi
    return (remainder(longitude, 360), asin(sine) * 180 / .pi)
  }

  /// Between degrees and Lambert-93, one way or the other.
  enum Way: Sendable {
    case forward, inverse

    /// Projects x,y pairs in place and says which is the first without an image, from 0; `nil` for none. O(n), 0.1 µs
    /// a point.
    func project(_ points: UnsafeMutableBufferPointer<Double>) -> Int? {
      let cone = LambertConic.lambert93
      var failed: Int?
      for at in stride(from: 0, to: points.count - 1, by: 2) {
        switch self {
        case .forward: (points[at], points[at + 1]) = cone.forward(points[at], points[at + 1])
        case .inverse: (points[at], points[at + 1]) = cone.inverse(points[at], points[at + 1])
        }
        if failed == nil, !points[at].isFinite || !points[at + 1].isFinite { failed = at / 2 }
      }
      return failed
    }
  }
}
