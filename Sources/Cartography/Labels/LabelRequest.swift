import Geometry

/// A name to be written on a map. Lengths and positions are in px of the drawing, with y down.
public struct LabelRequest: Sendable {
  /// The name.
  public var text: String
  /// Names with a larger priority are placed first and better; usually the population.
  public var priority: Double
  /// Desired font size.
  public var size: Double
  /// The weight in which the name is measured and must be drawn.
  public var weight: FontWeight
  /// The x of the point that the name belongs to: a place inside the polygon, or the centre of a symbol.
  public var x: Double
  /// The y of that point.
  public var y: Double
  /// The feature of `LabelField.polygons` with this name; `nil` for a name next to a point.
  public var feature: Int?
  /// Radius of the symbol at the point; names next to a point, and leaders, keep clear of it.
  public var radius: Double
  /// Whether the symbol hides the polygon, so that a leader may start at its edge on other ground.
  public var hidesPolygon = false

  /// A request for a name of a polygon, or of a point when `feature` is `nil`.
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

/// Where names may stand and what they must keep clear of. All lengths are in px of the drawing, with y down.
public struct LabelField: Sendable {
  /// The area that no label leaves.
  public var frame: Bounds
  /// The named polygons, in px; the winding of their rings does not matter.
  public var polygons: Layer
  /// Boxes that no label and no leader may touch: symbols, scale bar, north arrow.
  public var obstacles: [Bounds]
  /// Segments x0, y0, x1, y1, … that labels avoid if they can: the outline of the territory, a circle.
  public var avoided: [Double]
  /// Room to the left and right of a text that its edge needs.
  public var padding: Double
  /// Smallest font size to which a label may shrink; a label requested smaller keeps its size.
  public var minimumSize: Double
  /// Length of the longest leader line; 0 for no leaders.
  public var longestLeader: Double

  /// A field; the defaults suit a map with names of 10 px and more.
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

/// The place of a name, in px of the drawing with y down.
public struct LabelPlacement: Sendable, Equatable {
  /// A thin line from the named point to its label.
  public struct Leader: Sendable, Equatable {
    /// The x at the named point or the edge of its symbol.
    public var startX: Double
    /// The y at the named point or the edge of its symbol.
    public var startY: Double
    /// The x at the label, just outside its box.
    public var endX: Double
    /// The y at the label, just outside its box.
    public var endY: Double
    /// Whether a dot stands at the named point, because no symbol does.
    public var hasDot = true
  }

  /// Index of the request.
  public var request: Int
  /// The name in one line or two.
  public var lines: [String]
  /// Font size: the one requested or a little smaller.
  public var size: Double
  /// Which point of each line `x` is.
  public var anchor: TextAnchor
  /// The x at which all lines start, are centred or end, according to `anchor`.
  public var x: Double
  /// Baseline of the first line.
  public var y: Double
  /// Distance from one baseline to the next.
  public var lineHeight: Double
  /// The box that the label reserves: from ascent to descent, the width in the widest font, and padding on the
  /// sides.
  public var box: Bounds
  /// The leader line; `nil` when the name stands at its polygon or point.
  public var leader: Leader?
}

/// The outcome of a placement: every request is in one of the two lists.
public struct LabelResult: Sendable, Equatable {
  /// The placed names, by ascending index of the request.
  public var placements: [LabelPlacement]
  /// Indices of the requests for which there was no room, ascending.
  public var unplaced: [Int]
}
