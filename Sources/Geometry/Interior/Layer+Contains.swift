extension Layer {
  /// Whether a point lies in a polygon feature: even-odd over all its rings, so holes are outside.
  ///
  /// A point exactly on the border may fall on either side. Complexity: O(points of the feature).
  public func contains(_ feature: Int, x: Double, y: Double) -> Bool {
    coordinates.withUnsafeBufferPointer { buffer in
      var inside = false
      for ring in rings(of: feature) { inside = inside != crossesOddly(buffer, ring, x, y) }
      return inside
    }
  }

  /// The x of every crossing of a line of constant y with the borders of a polygon feature, in no order.
  ///
  /// A point of that line lies in the feature when an odd number of these x is greater than its own.
  /// Complexity: O(points of the feature).
  public func crossings(of feature: Int, y: Double) -> [Double] {
    coordinates.withUnsafeBufferPointer { buffer in
      var found: [Double] = []
      for ring in rings(of: feature) {
        for point in points(ofRing: ring).dropLast() { if let x = crossing(buffer, point, y) { found.append(x) } }
      }
      return found
    }
  }

  /// Whether a point lies in the area that one ring encloses.
  func ringContains(_ ring: Int, x: Double, y: Double) -> Bool {
    coordinates.withUnsafeBufferPointer { crossesOddly($0, ring, x, y) }
  }

  /// Whether a ray from the point towards greater x crosses the ring an odd number of times.
  private func crossesOddly(_ buffer: UnsafeBufferPointer<Double>, _ ring: Int, _ x: Double, _ y: Double) -> Bool {
    let points = points(ofRing: ring)
    var odd = false
    for point in points.dropLast() { if let crossing = crossing(buffer, point, y), x < crossing { odd.toggle() } }
    return odd
  }

  /// The x at which the edge from a point to the next crosses a line of constant y; `nil` when it does not.
  @inline(__always) private func crossing(_ buffer: UnsafeBufferPointer<Double>, _ point: Int, _ y: Double) -> Double? {
    let y0 = buffer[2 * point + 1]
    let y1 = buffer[2 * point + 3]
    guard (y0 > y) != (y1 > y) else { return nil }
    let x0 = buffer[2 * point]
    return x0 + (y - y0) / (y1 - y0) * (buffer[2 * point + 2] - x0)
  }
}
