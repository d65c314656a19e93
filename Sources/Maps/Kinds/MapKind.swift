import Bytes
import Cartography

/// A kind of map of a project. A new kind is one file and one line in `MapKinds.all`.
public protocol MapKind: Sendable {
  /// Its name on the command line.
  static var name: String { get }
  /// What it shows, in one sentence.
  static var summary: Text { get }
  /// The maps of this kind an atlas holds: what to ask for each, named by its file.
  static func plates(_ subject: Subject) -> [(file: String, actions: [String])]
  /// The file of the map that shows its plates side by side, one panel an action; `nil` where there is none.
  static func multiples(_ subject: Subject) -> String?
  /// Draws it. Throws 64 for actions it cannot show, 65 for data it cannot draw.
  static func draw(_ subject: Subject, _ request: MapRequest) throws(Problem) -> Drawing
}

extension MapKind {
  public static func plates(_ subject: Subject) -> [(file: String, actions: [String])] { [(name, [])] }
  public static func multiples(_ subject: Subject) -> String? { nil }
}

public enum MapKinds {
  /// Every kind `render` knows.
  public static let all: [any MapKind.Type] = [
    TerritoryMap.self, CoverageMap.self, VisibilityMap.self, SitingMap.self, DensityMap.self,
  ]

  /// The kind of a name. Throws 64 listing the kinds there are.
  public static func named(_ name: String) throws(Problem) -> any MapKind.Type {
    if let kind = all.first(where: { $0.name == name }) { return kind }
    let known = (all.map { $0.name } + LayerMapKinds.all.map { $0.name }).joined(separator: ", ")
    throw Problem(
      .usage, Text("genre de carte inconnu « \(name) »", "unknown kind of map \"\(name)\""),
      fix: Text("genres : \(known)", "kinds: \(known)"))
  }
}
