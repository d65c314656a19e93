import Cartography
import Geometry
import Projections

/// What any map is drawn of, whether it shows the territory of a project or another layer.
struct MapInput: Sendable {
  /// Outlines or points in the CRS of the map, one feature for each row.
  var outlines: Layer
  /// Codes of the features: `data-insee` and, after `c`, their ids.
  var keys: [String]
  var names: [String]
  /// Weights by which names are ordered: population where it is known.
  var weights: [Double]
  /// Scale and direction of north in the middle of the map.
  var frame: MapFrame
  /// The box of what the map shows, kept because simplified outlines have the place of the full
  /// ones, and because finding it reads every point; `nil` for that of the outlines.
  var box: Bounds?
  /// The id of the group that holds the features.
  var group = "features"
  /// The limit of what the map shows, drawn over the features; `nil` for none.
  var outline: Layer?
  var surroundings: Surroundings?
  /// Borders between départements, drawn over the features; `nil` when they are not known.
  var boundaries: Layer?
  /// Where the map lies in a larger area; `nil` when that is not known.
  var inset: Locator?
  var sites: [MapMarker] = []
  /// Frames of what was moved beside the rest.
  var insets: [InsetFrame] = []

  /// What lies around the features, in the same CRS.
  struct Surroundings: Sendable {
    var outlines: Layer
    /// The name of the département of each feature around; `nil` when it is not known.
    var departements: [String?]
    /// The borders of the surroundings, each once, when a page shows them as
    /// lines; `nil` when they are drawn as areas.
    var lines: Layer?
  }

  /// Share of the features' box that is shown around it on every side;
  /// more is shown where something stands there.
  private static let margin = (alone: 0.02, withSymbols: 0.05, withSurroundings: 0.055)
  /// Limits of the height of the frame over its width, so that a long layer does not make a strip of the sheet.
  private static let aspects = 0.35...1.6

  /// What the map shows.
  func extent(withSymbols: Bool = false) -> Bounds {
    let box = box ?? outlines.bounds
    let share =
      surroundings != nil ? Self.margin.withSurroundings : withSymbols ? Self.margin.withSymbols : Self.margin.alone
    return box.grown(by: share * max(box.width, box.height, surroundings == nil ? 1 : 0))
  }

  /// Height over width of the map.
  func aspect(withSymbols: Bool = false) -> Double {
    let shown = extent(withSymbols: withSymbols)
    return min(Self.aspects.upperBound, max(Self.aspects.lowerBound, shown.height / max(shown.width, 1e-9)))
  }

  /// Most features whose common edges are looked for: the search takes a tenth of a second for 35,000 communes.
  private static let mostOutlined = 5000

  /// The common edges of the polygons of a layer; `nil` for points, and for many features.
  static func edges(of layer: Layer) -> SharedEdges? {
    layer.kind == .polygon && (2...mostOutlined).contains(layer.featureCount) ? SharedEdges(layer) : nil
  }

  /// The limit of all polygons of a layer. `nil` without edges, and when the borders between
  /// features do not meet, because most of them would then be drawn as limits.
  ///
  /// - `edges`: of that layer.
  static func outline(of layer: Layer, _ edges: SharedEdges?) -> Layer? {
    guard let edges else { return nil }
    let outline = layer.dissolved(edges: edges)
    return 2 * outline.pointCount <= layer.pointCount ? outline : nil
  }
}

/// A round marker, in map coordinates.
struct MapMarker: Sendable {
  var name: String
  var x: Double
  var y: Double
  /// Whether it is proposed or assumed rather than known.
  var isProposed = false
  /// The feature in which it stands; `nil` when that is not known.
  var feature: Int?
}
