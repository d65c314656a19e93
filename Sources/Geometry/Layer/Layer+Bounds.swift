/// An axis-aligned box in the units of a layer.
public struct Bounds: Sendable, Equatable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// A box that holds nothing; including anything in it gives that thing's box.
  public static let empty = Bounds(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  public var isEmpty: Bool { minX > maxX }
  public var width: Double { isEmpty ? 0 : maxX - minX }
  public var height: Double { isEmpty ? 0 : maxY - minY }
  public var midX: Double { (minX + maxX) / 2 }
  public var midY: Double { (minY + maxY) / 2 }

  public mutating func include(_ x: Double, _ y: Double) {
    if x < minX { minX = x }
    if x > maxX { maxX = x }
    if y < minY { minY = y }
    if y > maxY { maxY = y }
  }

  public mutating func include(_ other: Bounds) {
    guard !other.isEmpty else { return }
    include(other.minX, other.minY)
    include(other.maxX, other.maxY)
  }

  /// Whether the boxes share a point, borders included.
  public func intersects(_ other: Bounds) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  public func contains(_ x: Double, _ y: Double) -> Bool {
    x >= minX && x <= maxX && y >= minY && y <= maxY
  }

  /// The box grown by a length on every side.
  public func grown(by length: Double) -> Bounds {
    Bounds(minX: minX - length, minY: minY - length, maxX: maxX + length, maxY: maxY + length)
  }
}

extension Layer {
  /// The box of one feature, `.empty` without geometry. O(points of the feature).
  public func bounds(of feature: Int) -> Bounds {
    let rings = rings(of: feature)
    return bounds(points: ringOffsets[rings.lowerBound]..<ringOffsets[rings.upperBound])
  }

  /// The box of the whole layer. O(points).
  public var bounds: Bounds { bounds(points: 0..<pointCount) }

  private func bounds(points: Range<Int>) -> Bounds {
    coordinates.withUnsafeBufferPointer { buffer in
      var box = Bounds.empty
      for point in points { box.include(buffer[2 * point], buffer[2 * point + 1]) }
      return box
    }
  }
}
