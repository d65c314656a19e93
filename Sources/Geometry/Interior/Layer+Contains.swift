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

  /// Whether a point lies in the area one ring encloses.
  func ringContains(_ ring: Int, x: Double, y: Double) -> Bool {
    coordinates.withUnsafeBufferPointer { crossesOddly($0, ring, x, y) }
  }

  /// Whether a ray from the point towards greater x crosses the ring an odd number of times.
  private func crossesOddly(
    _ buffer: UnsafeBufferPointer<Double>, _ ring: Int, _ x: Double, _ y: Double
  ) -> Bool {
    let points = points(ofRing: ring)
    var odd = false
    for point in points.dropLast() {
      let y0 = buffer[2 * point + 1]
      let y1 = buffer[2 * point + 3]
      guard (y0 > y) != (y1 > y) else { continue }
      let x0 = buffer[2 * point]
      if x < x0 + (y - y0) / (y1 - y0) * (buffer[2 * point + 2] - x0) { odd.toggle() }
    }
    return odd
  }
}
