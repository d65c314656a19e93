import Bytes

/// An axis-aligned box in the units of a layer.
public struct Bounds: Sendable, Equatable {
  /// Western edge.
  public var minX: Double
  /// Southern edge; the upper one where y points down.
  public var minY: Double
  /// Eastern edge; the box contains it.
  public var maxX: Double
  /// Northern edge; the box contains it.
  public var maxY: Double

  /// A box from its edges; empty when `maxX` is below `minX`.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// A box by its corner of least coordinates and its size, none of it below 0.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// A box that holds nothing; including anything in it gives that thing's box.
  public static let empty = Bounds(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  /// Whether the box contains nothing. A box of one point is not empty.
  public var isEmpty: Bool { minX > maxX }
  /// Extent along x, in the units of the layer; 0 for an empty box.
  public var width: Double { isEmpty ? 0 : maxX - minX }
  /// Extent along y, in the units of the layer; 0 for an empty box.
  public var height: Double { isEmpty ? 0 : maxY - minY }
  /// The x of the centre; not a number for an empty box.
  public var midX: Double { (minX + maxX) / 2 }
  /// The y of the centre; not a number for an empty box.
  public var midY: Double { (minY + maxY) / 2 }

  /// Extends the box to a point.
  public mutating func include(_ x: Double, _ y: Double) {
    minX = x < minX ? x : minX
    maxX = x > maxX ? x : maxX
    minY = y < minY ? y : minY
    maxY = y > maxY ? y : maxY
  }

  /// Extends the box to another; an empty one changes nothing.
  public mutating func include(_ other: Bounds) {
    guard !other.isEmpty else { return }
    include(other.minX, other.minY)
    include(other.maxX, other.maxY)
  }

  /// Whether the boxes share a point, borders included.
  public func intersects(_ other: Bounds) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether the boxes share more than a border. All four sides are compared without branches, because the
  /// processor cannot predict which side decides, and a wrong prediction costs more than four comparisons.
  @inlinable @inline(__always) public func overlaps(_ other: Bounds) -> Bool {
    let (left, right) = (minX - other.maxX, other.minX - maxX)
    let (top, bottom) = (minY - other.maxY, other.minY - maxY)
    let across = left > right ? left : right
    let down = top > bottom ? top : bottom
    return (across > down ? across : down) < 0
  }

  /// Whether a point lies in the box, edges included.
  public func contains(_ x: Double, _ y: Double) -> Bool { x >= minX && x <= maxX && y >= minY && y <= maxY }

  /// The box extended by a length, in the units of the layer, on every side.
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

  /// The box of the whole layer, found on all processors when there are many points. O(points).
  public var bounds: Bounds {
    let runs = min(8, pointCount / 100_000 + 1)
    return Parallel.each(pointCount, in: runs, threads: Parallel.processors) { bounds(points: $0) }.reduce(
      into: .empty
    ) { $0.include($1) }
  }

  /// The box of one ring. O(points of the ring).
  func bounds(ofRing ring: Int) -> Bounds { bounds(points: points(ofRing: ring)) }

  private func bounds(points: Range<Int>) -> Bounds {
    coordinates.withUnsafeBufferPointer { buffer in
      // Two boxes in turns, so that fewer comparisons wait for the one before: a country has millions of points.
      var (even, odd) = (Bounds.empty, Bounds.empty)
      var point = points.lowerBound
      while point < points.upperBound {
        let next = min(point + 1, points.upperBound - 1)
        even.include(buffer[2 * point], buffer[2 * point + 1])
        odd.include(buffer[2 * next], buffer[2 * next + 1])
        point += 2
      }
      even.include(odd)
      return even
    }
  }
}
