import Geometry

/// Transforms map coordinates (x east, y north) to px of a drawing (y down).
public struct Viewport: Sendable, Equatable {
  /// Where the map is drawn.
  public let frame: Bounds
  /// What it shows, in map units.
  public let extent: Bounds
  /// Number of px in one map unit.
  public let scale: Double

  /// Shows all of `extent`, centred in the frame, at one scale in both directions.
  public init(_ extent: Bounds, in frame: Bounds) {
    let fit = min(frame.width / max(extent.width, 1e-9), frame.height / max(extent.height, 1e-9))
    let halfWidth = frame.width / fit / 2
    let halfHeight = frame.height / fit / 2
    self.frame = frame
    self.extent = Bounds(
      minX: extent.midX - halfWidth, minY: extent.midY - halfHeight, maxX: extent.midX + halfWidth,
      maxY: extent.midY + halfHeight)
    scale = fit
  }

  /// The px of an x in map units.
  @inlinable public func x(_ x: Double) -> Double { frame.minX + (x - extent.minX) * scale }
  /// The px, counted downwards, of a y in map units.
  @inlinable public func y(_ y: Double) -> Double { frame.minY + (extent.maxY - y) * scale }

  /// The point in tenths of a px.
  @inlinable func step(_ x: Double, _ y: Double) -> (Int, Int) {
    (Self.nearest(self.x(x) * 10), Self.nearest(self.y(y) * 10))
  }

  /// The same as `rounded()`, halves away from zero, without a call to the mathematical library.
  @inlinable static func nearest(_ value: Double) -> Int {
    let whole = Int(value)
    let rest = value - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }

  /// The map coordinates of a point in px.
  public func unproject(_ px: Double, _ py: Double) -> (x: Double, y: Double) {
    (extent.minX + (px - frame.minX) / scale, extent.maxY - (py - frame.minY) / scale)
  }
}
