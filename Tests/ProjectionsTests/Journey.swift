import Testing

/// A pair of systems, and the box of source coordinates (x east, y north) in which they are compared.
struct Journey: Sendable, CustomTestStringConvertible {
  var from: String
  var to: String
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  /// Whether `cs2cs` wants latitude, or gives it, first.
  var sourceIsLatitudeFirst = false
  var targetIsLatitudeFirst = false

  var testDescription: String { "\(from) → \(to)" }

  /// 27 × 20 points over the box, as x,y pairs.
  var grid: [Double] {
    var pairs: [Double] = []
    for column in 0..<27 {
      for row in 0..<20 {
        pairs.append(x.lowerBound + (x.upperBound - x.lowerBound) * (Double(column) + 0.37) / 27)
        pairs.append(y.lowerBound + (y.upperBound - y.lowerBound) * (Double(row) + 0.61) / 20)
      }
    }
    return pairs
  }

  private static let france = (x: -5.0...9.5, y: 41.5...51.0)
  private static let reunion = (x: 55.2...55.9, y: -21.4...(-20.8))
  private static let lambert = (x: 110_000.0...1_200_000, y: 6_100_000.0...7_100_000)

  private static func fromDegrees(_ from: String, _ to: String) -> Journey {
    Journey(from: from, to: to, x: france.x, y: france.y, sourceIsLatitudeFirst: true)
  }

  private static func toDegrees(_ to: String) -> Journey {
    Journey(from: "EPSG:2154", to: to, x: lambert.x, y: lambert.y, targetIsLatitudeFirst: true)
  }

  static let all: [Journey] = [
    fromDegrees("EPSG:4326", "EPSG:2154"), fromDegrees("EPSG:4171", "EPSG:2154"), fromDegrees("EPSG:4258", "EPSG:2154"),
    fromDegrees("EPSG:4326", "EPSG:3857"), fromDegrees("EPSG:4326", "EPSG:32631"),
    fromDegrees("EPSG:4326", "EPSG:3949"),
    // Northing first in the registry.
    Journey(
      from: "EPSG:4326", to: "EPSG:3035", x: france.x, y: france.y, sourceIsLatitudeFirst: true,
      targetIsLatitudeFirst: true), toDegrees("EPSG:4326"), toDegrees("EPSG:4171"), toDegrees("EPSG:4258"),
    // NTF on the grid ntf_r93.gsb, both ways.
    Journey(from: "EPSG:27572", to: "EPSG:2154", x: 60_000.0...1_150_000, y: 1_650_000.0...2_650_000),
    Journey(from: "EPSG:2154", to: "EPSG:27572", x: lambert.x, y: lambert.y),
    Journey(from: "EPSG:2154", to: "EPSG:3949", x: lambert.x, y: lambert.y),
    Journey(
      from: "EPSG:3949", to: "EPSG:4326", x: 1_500_000.0...1_900_000, y: 8_100_000.0...8_300_000,
      targetIsLatitudeFirst: true),
    Journey(from: "EPSG:4326", to: "EPSG:2975", x: reunion.x, y: reunion.y, sourceIsLatitudeFirst: true),
    Journey(
      from: "EPSG:2975", to: "EPSG:4326", x: 314_000.0...380_000, y: 7_633_000.0...7_692_000,
      targetIsLatitudeFirst: true),
    Journey(from: "EPSG:3857", to: "EPSG:2154", x: -500_000.0...1_000_000, y: 5_100_000.0...6_600_000),
  ]
}
