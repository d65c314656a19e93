import Bytes

/// Counts as circles whose area is proportional to them.
struct CountCircles {
  /// What is counted.
  var heading: Text
  /// The unit of the counts; `nil` for none.
  var unit: String?
  /// One for each feature; what is not above 0 has no circle.
  var counts: [Double]
  /// Where each circle stands, in map coordinates; `nil` for a feature without a place.
  var places: [(x: Double, y: Double)?]
  /// Why features have no count, where their fill shows another measure, so that a mark must say it; empty otherwise.
  var gaps: [LayerTable.Gap] = []
  /// Whether the circles stand on shades.
  var areOverShades = false
}

extension CountCircles {
  /// The counts of a table, each at a point of its feature or deep inside its outline.
  init(_ table: LayerTable) {
    self.init(
      heading: Text(same: table.named), unit: table.words.unit, counts: table.numbers, places: Self.anchors(table))
  }

  private static func anchors(_ table: LayerTable) -> [(x: Double, y: Double)?] {
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
