import Bytes
import Cartography
import Geometry
import Projections

/// A layer with one column to draw: what the kinds of maps for any layer are made from.
public struct LayerTable: Sendable {
  /// Why a feature has no number.
  public enum Gap: UInt8, Sendable { case none, missing, secret, notAvailable, notApplicable }

  /// What the map is drawn of.
  var input: MapInput
  public var outlines: Layer { input.outlines }
  public var keys: [String] { input.keys }
  public var names: [String] { input.names }
  /// Name of the column, for titles and legends.
  public var column: String
  /// One number a feature, NaN where there is none; empty for a column of text.
  public var numbers: [Double]
  /// Why a number is not there; one a feature.
  public var gaps: [Gap]
  /// One text a feature, `nil` where there is none; empty for a column of numbers.
  public var texts: [String?]
  /// Where outlines and numbers come from and how they are drawn: one sentence each.
  public var sources: [Text]
  /// A second column of numbers, for the kinds that draw two.
  public var second: Second?

  /// A second column, feature for feature.
  public struct Second: Sendable {
    public var column: String
    public var numbers: [Double]
    public var gaps: [Gap]

    public init(column: String, numbers: [Double], gaps: [Gap]) {
      self.column = column
      self.numbers = numbers
      self.gaps = gaps
    }
  }

  /// `outlines` are in the CRS the map is drawn in and `ground` is measured there; names are ordered by `weights`,
  /// population where the layer has it.
  public init(
    outlines: Layer, keys: [String], names: [String], column: String, numbers: [Double] = [], gaps: [Gap] = [],
    texts: [String?] = [], weights: [Double] = [], ground: MapFrame, sources: [Text] = []
  ) {
    input = MapInput(outlines: outlines, keys: keys, names: names, weights: weights, frame: ground)
    input.outline = MapInput.outline(of: outlines)
    self.column = column
    self.numbers = numbers
    self.gaps = gaps.isEmpty ? numbers.map { $0.isFinite ? .none : .missing } : gaps
    self.texts = texts
    self.sources = sources
  }

  /// The paragraph at the foot of a map: sources, what the map adds to them, credit.
  func source(_ notes: [Text], _ request: MapRequest) -> String {
    let parts = sources + notes + [request.credit.map { Text(same: $0) }].compactMap { $0 }
    return (parts + [Text(same: "Cartopôle")]).map { $0[request.language].trimmingFullStop }
      .joined(separator: ". ") + "."
  }

  /// Draws what a kind of map makes of the table.
  func draw(_ content: MapContent, _ request: LayerMapRequest) -> Drawing {
    MapCanvas(input, request.base, height: request.height).draw(content)
  }

  public var count: Int { outlines.featureCount }

  /// The table with the second column in the place of the first; `nil` without one.
  func drawingSecond() -> LayerTable? {
    guard let second else { return nil }
    var copy = self
    (copy.column, copy.numbers, copy.gaps, copy.texts) = (second.column, second.numbers, second.gaps, [])
    copy.second = nil
    return copy
  }
}

/// What was asked of a map of a layer.
public struct LayerMapRequest: Sendable {
  /// Language, size, theme, texts and labels.
  public var base: MapRequest
  /// px; `nil`: as the layer's shape asks for.
  public var height: Double?
  public var method: String
  public var classes: Int
  /// Upper bounds chosen by hand; they replace the method.
  public var breaks: [Double]
  public var palette: String?
  /// The palette from its other end.
  public var reversed = false
  public var kind: ColumnKind?
  /// Shade counts all the same.
  public var allowCounts = false
  /// `<title>` on every feature however many there are; else up to 5,000.
  public var titles = false

  public init(
    _ base: MapRequest = MapRequest(), height: Double? = nil, method: String = "quantile", classes: Int = 5,
    breaks: [Double] = [], palette: String? = nil, kind: ColumnKind? = nil
  ) {
    self.base = base
    self.height = height
    self.method = method
    self.classes = classes
    self.breaks = breaks
    self.palette = palette
    self.kind = kind
  }
}

extension LayerMapRequest {
  /// Above it features have no `<title>` unless asked.
  private static let mostTitles = 5000

  /// A title for each feature of a table, none where the map has none.
  func titles(of table: LayerTable, _ title: (Int) -> String) -> [String] {
    titles || table.count <= Self.mostTitles ? table.names.indices.map(title) : []
  }
}

/// A kind of map of any layer and table. A new kind is one file and one line in `LayerMapKinds.all`.
public protocol LayerMapKind: Sendable {
  /// Its name on the command line.
  static var name: String { get }
  /// What it shows, in one sentence.
  static var summary: Text { get }
  /// Draws it, and says what its reader should know. Throws 65 for values it cannot show.
  static func draw(
    _ table: LayerTable, _ request: LayerMapRequest
  ) throws(Problem) -> (drawing: Drawing, notes: [Text])
  /// Whether it draws texts too; the others draw numbers, and a cell that is none is an error.
  static var drawsTexts: Bool { get }
}

extension LayerMapKind {
  public static var drawsTexts: Bool { false }
}

public enum LayerMapKinds {
  /// Every kind `render` knows for a layer of one's own.
  public static let all: [any LayerMapKind.Type] = [
    ChoroplethMap.self, SymbolsMap.self, TypologyMap.self, BivariateMap.self,
  ]

  public static func named(_ name: String) -> (any LayerMapKind.Type)? { all.first { $0.name == name } }
}
