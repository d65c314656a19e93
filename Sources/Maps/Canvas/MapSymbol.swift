import Bytes
import Cartography

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

extension CountCircles {
  /// The scale for a sheet of a width in px: the largest circle's radius is a twentieth of the frame.
  private func scale(_ width: Double) -> CircleScale {
    CircleScale(largest: counts.filter(\.isFinite).max() ?? 0, radius: min(width, Sheet.widest) / 20 * 0.7)
  }

  /// Circles, the largest first, so that the small ones lie on top; marks of features without a count lie under them.
  func symbols(_ width: Double) -> [MapSymbol] {
    let scale = scale(width)
    func circle(_ feature: Int, _ radius: Double, _ style: String) -> MapSymbol? {
      places[feature].map { MapSymbol(feature: feature, x: $0.x, y: $0.y, radius: radius, style: style) }
    }
    let absent = gaps.indices.filter { gaps[$0] != .none }
    let present = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $1) > (counts[$1], $0) }
    return absent.compactMap { circle($0, 2.4, "no-symbol") }
      + present.compactMap { circle($0, scale.radius(counts[$0]), "symbol") }
  }

  func legend(_ width: Double, _ language: Language) -> CircleLegend {
    let scale = scale(width)
    return CircleLegend(
      heading[language], scale: scale, least: counts.filter { $0 > 0 }.min() ?? scale.largest, unit: unit,
      language: language)
  }

  /// The legend of the marks; `nil` without any.
  func gapLegend(_ language: Language) -> Legend? {
    let absent = LayerTable.Gap.kinds.compactMap { gap -> String? in
      let count = gaps.count { $0 == gap }
      return count > 0 ? "\(gap.label[language]) (\(count))" : nil
    }
    guard !absent.isEmpty else { return nil }
    return Legend(
      Text("Sans cercle", "Without a circle")[language],
      rows: [Legend.Row(.marker("no-symbol"), absent.joined(separator: ", "))])
  }
}

extension PlaceDots {
  private static let radius = 6.1

  /// CSS class of a category's dots.
  static func style(ofCategory category: Int) -> String { "point p\(category)" }

  /// Dots. Those that stand for their commune stand side by side around its chef-lieu in the spiral of a sunflower
  /// (Vogel 1979); the first one bears the name.
  func symbols(_ sites: [MapMarker], _ language: Language) -> [MapSymbol] {
    var taken: [Int: Int] = [:]
    let counts = Dictionary(grouping: dots, by: \.feature).mapValues(\.count)
    return dots.map { dot in
      var symbol = MapSymbol(
        feature: dot.feature, x: dot.x, y: dot.y, radius: Self.radius, style: Self.style(ofCategory: dot.category),
        label: dot.label, title: dot.title[language])
      guard !dot.isExact else { return symbol }
      let (before, count) = (taken[dot.feature, default: 0], counts[dot.feature, default: 0])
      // Where a site of the Pôle stands, the first place leaves it free.
      let isTaken = avoidSites && sites.contains { $0.feature == dot.feature }
      let number = Double(before + (isTaken ? 1 : 0))
      let (distance, angle) = (1.7 * Self.radius * number.squareRoot(), 2.399963 * number)
      symbol.offset = (distance * cos(angle), distance * sin(angle))
      symbol.label = before > 0 ? "" : count > 1 ? "\(dot.label) (\(count))" : dot.label
      symbol.clearance = 1.7 * Self.radius * Double(count).squareRoot()
      taken[dot.feature] = before + 1
      return symbol
    }
  }
}
