import Bytes
import Cartography

/// A kind of map: a value whose stored properties are its options. It
/// says what is shown, and one canvas draws it.
///
/// A new kind is one file here, one file for its subcommand, and a line in `MapKinds.all` and in the list of
/// `render`.
public protocol MapKind: Sendable {
  /// Its name on the command line.
  static var name: String { get }
  /// What it shows, in one sentence.
  static var summary: Text { get }
}

/// A kind of map of a project's territory.
public protocol ProjectMap: MapKind {
  /// Ids of the actions it is about; empty: every action of the project.
  var actions: [String] { get }
  /// The maps of this kind in an atlas, each with the name of its file.
  static func plates(_ subject: Subject) -> [(file: String, map: any ProjectMap)]
  /// Names of the tables of an atlas that say the same in rows.
  var tables: [String] { get }
  /// What the map of a territory shows. Throws 64 for actions it cannot show, 65 for data it cannot draw.
  func content(_ base: BaseMap) throws(Problem) -> MapContent
}

extension ProjectMap {
  /// Empty: a kind is about every action unless it says otherwise.
  public var actions: [String] { [] }

  /// None, unless the kind names some.
  public var tables: [String] { [] }

  /// Empty: an atlas holds only the kinds that give their plates, because
  /// not every map states a fact of the project.
  public static func plates(_ subject: Subject) -> [(file: String, map: any ProjectMap)] { [] }

  /// Draws the map, and returns notes for the reader. Throws what its content throws,
  /// and 65 for layers that cannot be projected.
  public func draw(_ subject: Subject, _ request: MapRequest) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    let base = try BaseMap(subject, request)
    let content = try content(base)
    var input = base.input
    if content.showsSites { input.sites = [] }
    return (MapCanvas(input, base.request).draw(content), content.notes)
  }
}

/// A kind of map of any layer and table.
public protocol LayerMap: MapKind {
  /// Whether the kind draws texts too. The others draw numbers, and a cell that is no number is an error.
  static var drawsTexts: Bool { get }
  /// What the user declares the column to be; `nil` takes its values and name.
  var columnKind: ColumnKind? { get }
  /// What the map of a table shows. Throws 65 for values it cannot show, 64 for choices that do not fit them.
  func content(_ table: LayerTable, _ theme: Theme, _ language: Language) throws(Problem) -> MapContent
}

extension LayerMap {
  /// `false`: a kind draws numbers only, unless it says otherwise.
  public static var drawsTexts: Bool { false }

  /// Draws the map, and returns notes for the reader. Throws what its content throws.
  public func draw(_ table: LayerTable, _ request: MapRequest) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    let content = try content(table, request.theme, request.language)
    return (MapCanvas(table.input, request).draw(content), content.notes)
  }
}

/// The kinds of maps.
public enum MapKinds {
  /// Every kind, in the order of help pages, gallery and atlas.
  public static let all: [any MapKind.Type] = [
    TerritoryMap.self, CoverageMap.self, VisibilityMap.self, DensityMap.self, SitingMap.self, FiguresMap.self,
    PointsMap.self, ChoroplethMap.self, SymbolsMap.self, TypologyMap.self, BivariateMap.self,
  ]

  /// The kinds of maps of a project's territory.
  public static var ofProjects: [any ProjectMap.Type] { all.compactMap { $0 as? any ProjectMap.Type } }
}
