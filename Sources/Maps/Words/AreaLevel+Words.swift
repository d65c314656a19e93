import Bytes
import Territory

extension AreaLevel {
  /// Several areas of the level, without article.
  var plural: Text {
    switch self {
    case .commune: Text("communes", "communes")
    case .canton: Text("cantons", "cantons")
    case .epci: Text("EPCI", "EPCI")
    case .departement: Text("départements", "départements")
    case .area, .territory, .region, .country: Text("territoires", "areas")
    }
  }

  /// One area of the level, without article, to go with `plural`.
  var singular: Text {
    switch self {
    case .commune, .canton, .epci, .departement: label
    case .area, .territory, .region, .country: Text("territoire", "area")
    }
  }

  /// Whether French says « une » and « seules » of it.
  var isFeminine: Bool { self == .commune }
}
