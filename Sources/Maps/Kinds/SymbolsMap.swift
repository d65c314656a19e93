import Bytes
import Cartography
import Geometry

/// `symbols`: a count as circles whose area is proportional to it.
public struct SymbolsMap: LayerMap {
  /// Name on the command line.
  public static let name = "symbols"
  /// What the map shows, in one sentence.
  public static let summary = Text.countAsProportionalCircles

  /// What the user declares the first column to be; `nil` takes its values and name.
  public var columnKind: ColumnKind?
  /// Classes and colours of the shades under the circles, when the table has a second column.
  public var shades: ClassChoice
  /// Whether the second column may be shaded although it is a count.
  public var allowCounts: Bool

  /// Makes a map of these options; they are checked when it is drawn.
  public init(columnKind: ColumnKind? = nil, shades: ClassChoice = ClassChoice(), allowCounts: Bool = false) {
    self.columnKind = columnKind
    self.shades = shades
    self.allowCounts = allowCounts
  }

  /// The map of a table. Throws 65 for text, for a number below zero and for a column without a number above
  /// it, and what the shades under the circles throw.
  public func content(_ table: LayerTable, _ request: MapRequest) throws(Problem) -> MapContent {
    guard table.texts.isEmpty else { throw ColumnKind.isText(table.column) }
    if let row = table.numbers.firstIndex(where: { $0 < 0 }) {
      let value = Numerals(.fr).short(table.numbers[row], 6)
      throw Problem(
        .badData, Text.circleHasNoNegativeArea(table.names[row], value, table.numbers[row]),
        fix: Text.takeChoroplethAsRatio)
    }
    let language = request.language
    let largest = table.numbers.filter(\.isFinite).max() ?? 0
    guard largest > 0 else {
      throw Problem(.badData, Text.hasNoPositiveValue(table.column), fix: Text.checkColumnAndJoin)
    }
    let (_, rule) = ColumnKind.of(table.column, values: table.numbers, isText: false, declared: columnKind)
    // The largest circle's radius is a twentieth of the frame, whose width the sheet knows.
    let scale = CircleScale(largest: largest, radius: min(request.width, Sheet.widest) / 20 * 0.7)
    let ground = try CircleUnderlay.under(table, self, request)
    let zeros = table.numbers.count { $0 == 0 }
    var notes = ground.notes
    if zeros > 0 {
      notes.append(
        Numerals.count(zeros, fr: ("valeur nulle", "valeurs nulles"), en: ("zero", "zeros"))
          + Text(", sans cercle", ", without a circle"))
    }
    let legend = CircleLegend(
      table.named, scale: scale, least: table.numbers.filter { $0 > 0 }.min() ?? largest, unit: table.words.unit,
      language: language)
    return MapContent(
      theme: ground.theme, title: ColumnFinding.ofCounts(table, language),
      subtitle: (table.features(table.count) + Text.circleAreaIsProportional + ground.subtitle)[language],
      source: table.source(notes, request), blocks: [legend] + ground.legends, styles: ground.styles,
      tones: ground.tones, symbols: symbols(table, scale, marksGaps: ground.marksGaps), css: ground.css,
      patterns: ground.patterns, notes: [rule] + notes)
  }

  /// Circles, the largest first, so that the small ones lie on top; with `marksGaps`, marks of
  /// features without a number lie under them.
  private func symbols(_ table: LayerTable, _ scale: CircleScale, marksGaps: Bool) -> [MapSymbol] {
    let anchors = Anchors.of(table)
    func circle(_ row: Int, _ radius: Double, _ style: String) -> MapSymbol? {
      anchors[row].map { MapSymbol(feature: row, x: $0.x, y: $0.y, radius: radius, style: style) }
    }
    let absent = table.gaps.indices.filter { marksGaps && table.gaps[$0] != .none }
    let present = table.numbers.indices.filter { table.numbers[$0] > 0 }.sorted {
      (table.numbers[$0], $1) > (table.numbers[$1], $0)
    }
    return absent.compactMap { circle($0, 2.4, "no-symbol") }
      + present.compactMap { circle($0, scale.radius(table.numbers[$0]), "symbol") }
  }
}

/// The place of the symbol of each feature, in map coordinates: a point of
/// the feature, or deep inside its outline.
enum Anchors {
  static func of(_ table: LayerTable) -> [(x: Double, y: Double)?] {
    let layer = table.outlines
    let box = layer.bounds
    // A thousandth of the map is finer than anything printed.
    let precision = max(box.width, box.height) / 2000
    return (0..<layer.featureCount).map { feature in
      guard layer.kind != .polygon else {
        return layer.poleOfInaccessibility(of: feature, precision: precision).map { ($0.x, $0.y) }
      }
      let rings = layer.rings(of: feature)
      guard !rings.isEmpty else { return nil }
      let points = layer.points(ofRing: rings.lowerBound)
      let middle = points.lowerBound + points.count / 2
      return points.isEmpty ? nil : (layer.x(middle), layer.y(middle))
    }
  }
}
