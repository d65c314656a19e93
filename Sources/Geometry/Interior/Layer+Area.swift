extension Layer {
  /// Planar area of a ring in squared units of the layer: negative clockwise, as outer rings are; positive
  /// counter-clockwise, as holes are.
  ///
  /// The shoelace formula, as `doubledArea` has it.
  /// Complexity: O(points of the ring).
  public func signedArea(ofRing ring: Int) -> Double {
    let points = points(ofRing: ring)
    return coordinates.withUnsafeBufferPointer { buffer in
      Self.doubledArea(UnsafeBufferPointer(rebasing: buffer[2 * points.lowerBound..<2 * points.upperBound])) / 2
    }
  }

  /// Planar area of a part, in squared units of the layer: its outer ring less its holes. Never negative, also
  /// where the rings wind the other way because y points down.
  public func area(ofPart part: Int) -> Double {
    rings(ofPart: part).reduce(0) { $0 + signedArea(ofRing: $1) }.magnitude
  }

  /// Planar area of a feature in squared units of the layer, never negative. Complexity: O(points of the
  /// feature).
  public func area(of feature: Int) -> Double { parts(of: feature).reduce(0) { $0 + area(ofPart: $1) } }

  /// The part with the largest area, the first of equal ones; `nil` without geometry.
  public func largestPart(of feature: Int) -> Int? {
    parts(of: feature).max { (area(ofPart: $0), -$0) < (area(ofPart: $1), -$1) }
  }

  /// The centre of gravity of a polygon feature without its holes; it may lie outside the polygon.
  ///
  /// `nil` when the feature encloses no area. Complexity: O(points of the feature).
  public func centroid(of feature: Int) -> (x: Double, y: Double)? {
    guard let first = rings(of: feature).first, let start = points(ofRing: first).first else { return nil }
    let originX = x(start)
    let originY = y(start)
    var twice = 0.0
    var momentX = 0.0
    var momentY = 0.0
    for ring in rings(of: feature) {
      for point in points(ofRing: ring).dropLast() {
        let x0 = x(point) - originX
        let y0 = y(point) - originY
        let x1 = x(point + 1) - originX
        let y1 = y(point + 1) - originY
        let cross = x0 * y1 - x1 * y0
        twice += cross
        momentX += (x0 + x1) * cross
        momentY += (y0 + y1) * cross
      }
    }
    guard twice != 0 else { return nil }
    return (originX + momentX / (3 * twice), originY + momentY / (3 * twice))
  }
}
