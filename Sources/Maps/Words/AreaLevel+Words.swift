import Bytes
import Territory

extension AreaLevel {
  /// The word for several areas of the level, without article.
  var plural: Text {
    switch self {
    case .commune: Text("communes", "communes")
    case .canton: Text("cantons", "cantons")
    case .epci: Text("EPCI", "EPCI")
    case .departement: Text("départements", "départements")
    case .area, .territory, .region, .country: Text("territoires", "areas")
    }
  }

  /// The word for one area of the level, without article, to go with `plural`.
  var singular: Text {
    switch self {
    case .commune, .canton, .epci, .departement: label
    case .area, .territory, .region, .country: Text("territoire", "area")
    }
  }

  /// Whether the French word is feminine.
  var isFeminine: Bool { self == .commune }
}
