import Geometry

/// From which enlargement on each name stands on a map that can be enlarged: names come with scale and none goes.
///
/// Each name stays in its place inside its own feature, and appears at the first enlargement at which at least 60 %
/// of its box lies on its feature and it touches no name that is there already (active ranges of Been, Daiches and
/// Yap, « Dynamic Map Labeling », IEEE TVCG 12-5, 2006). Features with a mark come first, then the heaviest.
public struct NameRanges: Sendable {
  /// The enlargements that are tried, ascending: px on screen for one px of the map.
  public static let scales = [0.35, 0.5, 0.7, 1, 1.4, 2, 3, 4, 6, 8, 12, 16]
  /// Height of a name in px on screen at every enlargement.
  public static let size = 12.0
  /// Least share of a name's box on its own feature.
  private static let ownShare = 0.6

  /// Places of a name about the middle of its feature, in widths of the name and in lines, the best first.
  private static let places: [(side: Double, line: Double)] = [0.0, -1, 1, -1.5, 1.5, -2, 2].flatMap { line in
    [0.0, -0.25, 0.25, -0.5, 0.5].map { ($0, line) }
  }

  /// A name that has a place.
  public struct Name: Sendable, Equatable {
    /// The feature it names.
    public var feature: Int
    /// Middle of its box, in px of the map.
    public var x: Double
    /// Middle of its box, in px of the map.
    public var y: Double
    /// The first of `scales` at which it stands.
    public var scale: Double
  }

  /// The names that have a place at some enlargement, the earliest first.
  public let names: [Name]

  /// Finds the ranges.
  ///
  /// - Parameters:
  ///   - texts: name of each feature.
  ///   - weights: the heaviest is named first, after those with a mark.
  ///   - layer: polygons in px of the map, y downwards.
  ///   - marks: points that no name covers, in px of the map.
  ///
  /// Complexity: O(scales · names · (points of a feature + names nearby)), fewer names where they are larger than their features.
  public init(_ texts: [String], weights: [Double], in layer: Layer, keepingOff marks: [(x: Double, y: Double)] = []) {
    let isMarked = texts.indices.map { feature in marks.contains { layer.contains(feature, x: $0.x, y: $0.y) } }
    let order = texts.indices.sorted {
      (isMarked[$0] ? 1 : 0, weights[$0], $1) > (isMarked[$1] ? 1 : 0, weights[$1], $0)
    }
    let anchors = layer.polesOfInaccessibility(of: Array(texts.indices), precision: 1)
    let widths = texts.map { TextMetrics.width($0, size: Self.size, weight: .bold) }
    let areas = texts.indices.map { layer.area(of: $0) }
    var names: [Name] = []
    var isNamed = [Bool](repeating: false, count: texts.count)
    for scale in Self.scales {
      var taken = BoxIndex(LabelMesh(layer.bounds, width: 80 / scale, height: 80 / scale))
      func box(_ feature: Int, _ x: Double, _ y: Double) -> Bounds {
        let (width, height) = ((widths[feature] + 3) / scale, (Self.size + 3) / scale)
        return Bounds(x: x - width / 2, y: y - height / 2, width: width, height: height)
      }
      for mark in marks {
        taken.insert(Bounds(x: mark.x - 8 / scale, y: mark.y - 8 / scale, width: 16 / scale, height: 16 / scale))
      }
      for name in names { taken.insert(box(name.feature, name.x, name.y)) }
      for feature in order where !isNamed[feature] {
        guard let at = anchors[feature] else { continue }
        let room = box(feature, 0, 0)
        // Most names are too large for their features at most scales.
        guard areas[feature] >= Self.ownShare * room.width * room.height else { continue }
        // Its middle, or a little above, below or beside it.
        for (side, line) in Self.places {
          let (x, y) = (at.x + side * widths[feature] / scale, at.y + line * Self.size / scale)
          let wanted = box(feature, x, y)
          guard !taken.touches(wanted), Self.share(of: wanted, on: feature, of: layer) >= Self.ownShare else {
            continue
          }
          taken.insert(wanted)
          isNamed[feature] = true
          names.append(Name(feature: feature, x: x, y: y, scale: scale))
          break
        }
      }
    }
    self.names = names
  }

  /// The share of a box that lies on a feature, at 9 × 3 points.
  private static func share(of box: Bounds, on feature: Int, of layer: Layer) -> Double {
    var inside = 0
    for row in 0..<3 {
      let crossings = layer.crossings(of: feature, y: box.minY + box.height * (Double(row) + 0.5) / 3)
      for column in 0..<9 {
        let x = box.minX + box.width * (Double(column) + 0.5) / 9
        if crossings.count(where: { $0 > x }) % 2 == 1 { inside += 1 }
      }
    }
    return Double(inside) / 27
  }
}
