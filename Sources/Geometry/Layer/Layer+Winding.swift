extension Layer {
  /// Ends a ring as `endRing` does, reverses it when it winds the other way than asked, and returns whether it
  /// did.
  ///
  /// A ring without area has no winding and stays as it is. O(points of the ring).
  @discardableResult public mutating func endRing(clockwise: Bool) -> Bool {
    let first = ringOffsets[ringCount]
    let count = pointCount - first
    endRing()
    return coordinates.withUnsafeMutableBufferPointer { buffer in
      let ring = UnsafeMutableBufferPointer(rebasing: buffer[2 * first..<2 * (first + count)])
      let area = Self.doubledArea(UnsafeBufferPointer(ring))
      guard area != 0, (area < 0) != clockwise else { return false }
      var low = 0
      var high = count - 1
      while low < high {
        ring.swapAt(2 * low, 2 * high)
        ring.swapAt(2 * low + 1, 2 * high + 1)
        low += 1
        high -= 1
      }
      return true
    }
  }

  /// The numbers of the points of a closed ring in the order in which it winds as asked; of a ring without area as they
  /// stand. O(points of the ring).
  public func points(ofRing ring: Int, clockwise: Bool) -> StrideThrough<Int> {
    let (points, area) = (points(ofRing: ring), signedArea(ofRing: ring))
    let (first, last) = (points.lowerBound, points.upperBound - 1)
    let isReversed = area != 0 && (area < 0) != clockwise
    return isReversed ? stride(from: last, through: first, by: -1) : stride(from: first, through: last, by: 1)
  }

  /// Twice the area of a closed ring of x,y pairs: positive counter-clockwise, negative clockwise.
  ///
  /// Computed about the first point, so that large coordinates lose no digits. O(points).
  public static func doubledArea(_ ring: UnsafeBufferPointer<Double>) -> Double {
    guard ring.count >= 6 else { return 0 }
    let originX = ring[0]
    let originY = ring[1]
    var sum = 0.0
    var x = 0.0
    var y = 0.0
    for index in stride(from: 2, to: ring.count, by: 2) {
      let nextX = ring[index] - originX
      let nextY = ring[index + 1] - originY
      sum += x * nextY - nextX * y
      x = nextX
      y = nextY
    }
    return sum
  }
}
