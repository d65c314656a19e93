extension Thinning {
  /// Restores vertices of rings that would no longer be proper: with fewer than three vertices, with less than
  /// a hundredth of their area, or with the opposite winding. Returns how many vertices it restored.
  ///
  /// Complexity: O(points), and O(points of a ring) for each vertex restored in it.
  func keepRings() -> Int {
    guard layer.kind == .polygon else { return 0 }
    let lost = layer.eachPiece(threads: threads) { $0.filter { !isRing($0) } }
    var restored = 0
    for ring in lost.joined() {
      while !isRing(ring), let point = mostNeeded(layer.distinctPoints(ofRing: ring)) {
        restore(point)
        restored += 1
      }
    }
    return restored
  }

  private func isRing(_ ring: Int) -> Bool {
    let points = layer.distinctPoints(ofRing: ring)
    guard !points.isEmpty else { return true }
    return layer.coordinates.withUnsafeBufferPointer { coordinates in
      let originX = coordinates[2 * points.lowerBound]
      let originY = coordinates[2 * points.lowerBound + 1]
      var whole = 0.0
      var lastX = 0.0
      var lastY = 0.0
      var thin = 0.0
      var keptX = 0.0
      var keptY = 0.0
      var firstX = 0.0
      var firstY = 0.0
      var kept = 0
      for point in points {
        let x = coordinates[2 * point] - originX
        let y = coordinates[2 * point + 1] - originY
        whole += lastX * y - x * lastY
        lastX = x
        lastY = y
        guard keeps(point) else { continue }
        if kept == 0 {
          firstX = x
          firstY = y
        } else {
          thin += keptX * y - x * keptY
        }
        keptX = x
        keptY = y
        kept += 1
      }
      thin += keptX * firstY - firstX * keptY
      if whole == 0 { return kept >= min(3, points.count) }
      return kept >= 3 && thin / whole >= 0.01
    }
  }
}
