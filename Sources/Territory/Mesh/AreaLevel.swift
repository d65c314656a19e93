import Bytes

/// Levels at which areas are compared, from the smallest.
public enum AreaLevel: String, Sendable, CaseIterable {
  case commune, canton, epci
  /// An area of the user's own, listed in a file.
  case area
  /// The territory of the project.
  case territory
  case departement, region, country

  /// The name of the level in words, in the singular.
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

/// Level and code of an area, since one code may stand at two levels.
struct AreaCode: Hashable {
  let level: AreaLevel
  let code: String
}

/// A named area made of pieces of a mesh.
public struct MeshArea: Sendable, Equatable {
  /// Official code of the area, `FR` for the country; the caller chooses that of an area of the user's own.
  public var code: String
  /// Name of the area, as readers see it.
  public var name: String
  /// The level the area belongs to.
  public var level: AreaLevel
  /// Positions of the pieces that lie wholly in the area, ascending.
  public var pieces: [Int]
  /// Positions of the pieces that lie only partly in the area.
  public var partial: [Int]
  /// How much of the area the layers have; `nil` for areas without an
  /// official size, and when no sizes were given.
  public var extent: AreaExtent?

  /// Makes an area of these values; nothing is checked.
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
