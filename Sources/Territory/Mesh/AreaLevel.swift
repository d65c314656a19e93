import Bytes

/// Levels at which areas are compared, from the smallest.
public enum AreaLevel: String, Sendable, CaseIterable {
  case commune, canton, epci
  /// One's own areas, listed in a file.
  case area
  /// The project's.
  case territory
  case departement, region, country

  public var label: Text {
    switch self {
    case .commune: Text("commune", "commune")
    case .canton: Text("canton", "canton")
    case .epci: Text("EPCI", "EPCI")
    case .area: Text("territoire", "area")
    case .territory: Text("territoire du projet", "the project's territory")
    case .departement: Text("département", "département")
    case .region: Text("région", "région")
    case .country: Text("pays", "country")
    }
  }
}

/// Pieces of a mesh under one name.
public struct MeshArea: Sendable, Equatable {
  public var code: String
  public var name: String
  public var level: AreaLevel
  /// Ascending.
  public var pieces: [Int]
  /// Pieces of which the area has a part only.
  public var partial: [Int]
  /// How much of it the layers hold; `nil` for what is no area of the official code, and where nobody asked.
  public var extent: AreaExtent?

  public init(
    code: String, name: String, level: AreaLevel, pieces: [Int], partial: [Int] = [], extent: AreaExtent? = nil
  ) {
    self.extent = extent
    self.code = code
    self.name = name
    self.level = level
    self.pieces = pieces
    self.partial = partial
  }
}
