import Bytes
import Cartography
import Geometry
import Territory

/// What a kind of map shows: what is encoded and what is said. The engine makes drawing, legend, names and furniture of
/// it, once for every kind. Positions are in map coordinates.
public struct MapContent {
  /// The theme, with the palette of the fills.
  var theme: Theme
  /// The finding.
  var title: Text
  var subtitle: Text
  /// Source, vintage, licence, projection, assumptions, one sentence each.
  var sources: [Text]
  /// What fills the features.
  var features: FeatureFills
  /// Counts over the features.
  var circles: CountCircles?
  /// Places over the features.
  var dots: PlaceDots?
  /// Circles on the ground.
  var rings: [MapCircle] = []
  /// Limits between groups of features, drawn over them.
  var limits: Layer?
  /// Segments, as x1, y1, x2, y2.
  var lines: [Double] = []
  var markers: [MapMarker] = []
  /// Whether the content shows the sites of the project itself.
  var showsSites = false
  /// The rows of the legend after the classes: markers and lines.
  var signs: [LegendEntry] = []
  /// What stands beside the map.
  var asides: [Aside] = []
  /// Several maps of the same features side by side, instead of one.
  var panels: [MapPanel] = []
  /// Notes for the reader on the data and on how they were drawn.
  var notes: [Text] = []
  /// What the units of the territory are called.
  var units = Arrondissements.Share.none
}

/// Something to read beside a map.
enum Aside {
  /// A small table: a heading, units over the figures, and rows that begin with a name.
  case table(Text, units: [Text] = [], rows: [[Text]])
  case note(Text)
}

/// A circle on the ground, drawn as a ring of x, y pairs.
struct MapCircle: Sendable {
  var ring: [Double]
  /// Whether it belongs to a planned action.
  var planned: Bool
  /// Its radius in words.
  var label: String
}

/// One of several maps of the same features.
struct MapPanel {
  var title: Text
  /// What the panel shows, under its title.
  var finding: Text
  /// How the finding came about, in small print.
  var rule = Text.empty
  /// One for each feature.
  var fills: [Fill]
  var rings: [MapCircle] = []
  /// What is written on each feature where it has room; empty for nothing.
  var values: [Text] = []
}
