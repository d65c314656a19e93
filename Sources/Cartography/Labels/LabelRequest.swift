import Geometry

/// A name to be written on a map. Lengths and positions are px of the drawing, y down.
public struct LabelRequest: Sendable {
  public var text: String
  /// Larger is placed first and better; population, as a rule.
  public var priority: Double
  /// Font size wanted.
  public var size: Double
  public var weight: FontWeight
  /// The point the name belongs to: a place inside the polygon, or a symbol's centre.
  public var x: Double
  public var y: Double
  /// The feature of `LabelField.polygons` that is named; `nil` for a name beside a point.
  public var feature: Int?
  /// Radius of the symbol at the point, which a name beside a point stays clear of.
  public var radius: Double

  public init(
    text: String, priority: Double, size: Double, weight: FontWeight = .regular, x: Double, y: Double,
    feature: Int? = nil, radius: Double = 0
  ) {
    self.text = text
    self.priority = priority
    self.size = size
    self.weight = weight
    self.x = x
    self.y = y
    self.feature = feature
    self.radius = radius
  }
}

/// What names are written on: where they may stand and what they should keep off.
public struct LabelField: Sendable {
  /// No label leaves it.
  public var frame: Bounds
  /// The polygons that are named, in px; which way rings turn does not matter.
  public var polygons: Layer
  /// Boxes no label and no leader touches: symbols, scale bar, north arrow.
  public var obstacles: [Bounds]
  /// Segments x0, y0, x1, y1, … that labels avoid where they can: the territory's outline, a circle.
  public var avoided: [Double]
  /// Room kept free on the left and right of a text, which its halo needs.
  public var padding: Double
  /// No label is set smaller; a label asked for smaller keeps its size.
  public var minimumSize: Double
  /// The longest leader line; 0 for none.
  public var longestLeader: Double

  public init(
    frame: Bounds, polygons: Layer = Layer(.polygon), obstacles: [Bounds] = [], avoided: [Double] = [],
    padding: Double = 2, minimumSize: Double = 10, longestLeader: Double = 90
  ) {
    self.frame = frame
    self.polygons = polygons
    self.obstacles = obstacles
    self.avoided = avoided
    self.padding = padding
    self.minimumSize = minimumSize
    self.longestLeader = longestLeader
  }
}

/// Where a name stands.
public struct LabelPlacement: Sendable, Equatable {
  /// SVG's `text-anchor`.
  public enum Anchor: String, Sendable { case start, middle, end }

  /// A thin line from the named point to its label.
  public struct Leader: Sendable, Equatable {
    public var startX: Double
    public var startY: Double
    public var endX: Double
    public var endY: Double
  }

  /// Number of the request.
  public var request: Int
  /// One line or two.
  public var lines: [String]
  /// Font size, the one asked for or a little smaller.
  public var size: Double
  public var anchor: Anchor
  /// Where lines start, are centred or end, after `anchor`.
  public var x: Double
  /// Baseline of the first line.
  public var y: Double
  /// From one baseline to the next.
  public var lineHeight: Double
  /// What the label reserves: ascent to descent, the widest of the fonts, padding on the sides.
  public var box: Bounds
  public var leader: Leader?
}

/// All placements, in the order of the requests, and the requests without one.
public struct LabelResult: Sendable, Equatable {
  public var placements: [LabelPlacement]
  public var unplaced: [Int]
}
