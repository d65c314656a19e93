import Bytes
import Cartography
import Geometry

/// What a kind of map shows, from which the engine makes the sheet, names and
/// furniture. Positions are in map coordinates.
public struct MapContent {
  /// The theme, with the palette of the fills.
  var theme: Theme
  var title: String
  var subtitle: String
  /// Source, vintage, licence, projection, assumptions.
  var source: String
  var blocks: [any Block]
  var styles: FeatureStyles
  /// Colours of names on each class of fill, by its number; empty where plain ink reads everywhere.
  var tones: [LabelTone] = []
  var symbols: [MapSymbol] = []
  var circles: [MapCircle] = []
  /// Limits between groups of features, drawn over them.
  var limits: Layer?
  /// Segments, as x1, y1, x2, y2.
  var lines: [Double] = []
  var markers: [MapMarker] = []
  /// Whether the content shows the sites of the project itself.
  var showsSites = false
  /// Short signs, written at their points.
  var signs: [(text: String, x: Double, y: Double)] = []
  /// CSS of the map's own classes.
  var css = ""
  /// Patterns laid over fills.
  var patterns: [PatternFill] = []
  /// Several maps of the same features side by side, instead of one.
  var panels: [MapPanel] = []
  /// Notes for the reader on the data and on how they were drawn.
  var notes: [Text] = []

  /// Its own patterns and those of the theme's palette.
  var allPatterns: [PatternFill] { theme.patterns + patterns }
}

/// A circle over a feature, with a radius in px of the drawing.
struct MapSymbol: Sendable {
  var feature: Int
  var x: Double
  var y: Double
  var radius: Double
  var style: String
  /// Distance from its point in px, because several symbols of one point stand next to each other.
  var offset: (x: Double, y: Double) = (0, 0)
  /// How far from its point its name keeps, px, where that is more than its radius.
  var clearance = 0.0
  /// What it is called; `nil`: as its feature, empty: not at all.
  var label: String?
  /// Text for a pointer; `nil` takes that of its feature.
  var title: String?
}

/// A circle on the ground, drawn as a ring of x, y pairs.
struct MapCircle: Sendable {
  var ring: [Double]
  /// Whether it belongs to a planned action.
  var planned: Bool
  /// Its radius in words.
  var label: String
}

/// How a map fills and names one of its features.
struct FeatureLook: Sendable {
  /// CSS class of the fill: a step of the theme's sequence or of its palette, or `out`.
  var fill: String
  /// Whether lines over the fill mark something planned.
  var hatched = false
  /// Text for a pointer or a screen reader, such as "Étampes: 25,092 inhabitants, …".
  var title: String
  /// The mapped value for `data-value`; `nil` when there is none.
  var value: Double?
}

extension MapContent {
  /// Fills features by their looks, and works out the classes, tones and patterns that the looks need.
  mutating func fill(_ looks: [FeatureLook], keys: [String]) {
    var numbers: [String: UInt8] = [:]
    var names: [String] = []
    tones = []
    let classes = looks.map { look -> UInt8 in
      let name = look.hatched ? "hatched-" + look.fill : look.fill
      if let number = numbers[name] { return number }
      let number = UInt8(names.count)
      numbers[name] = number
      names.append("area " + name)
      tones.append(look.fill == "s0" ? .onDark : .plain)
      if look.hatched {
        let ground = theme.colour(ofFill: look.fill)
        patterns.append(PatternFill(name, .rising(width: theme.hatchWidth), side: 8, theme.ink, on: ground))
      }
      return number
    }
    styles = FeatureStyles(
      classNames: names, classes: classes, keys: keys, values: looks.map { $0.value ?? .nan },
      titles: looks.map(\.title))
  }
}

extension Theme {
  /// The hatch that marks what is planned, laid over any fill.
  var hatch: PatternFill { PatternFill("hatch", .rising(width: hatchWidth), side: 8, ink) }

  /// The colour of a class that fills features: `out`, a step `s0`… of the sequence or `p0`… of the palette.
  func colour(ofFill name: String) -> Colour {
    guard let number = Int(name.dropFirst()) else { return neutral }
    return name.hasPrefix("s") ? sequence[number] : palette[number]
  }
}
