import Geometry

extension Layer {
  /// Area of a polygon feature in m², with geodesic edges on GRS80 and without its holes.
  ///
  /// The layer is in degrees of longitude and latitude, with outer rings clockwise. O(points of the feature).
  public func geodesicArea(of feature: Int, on geodesic: Geodesic = .grs80) -> Double {
    coordinates.withUnsafeBufferPointer { buffer in
      var area = 0.0
      for ring in rings(of: feature) {
        let points = points(ofRing: ring)
        let slice = UnsafeBufferPointer(rebasing: buffer[2 * points.lowerBound..<2 * points.upperBound])
        area -= geodesic.ringArea(slice).area
      }
      return area
    }
  }
}
