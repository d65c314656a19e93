import Geometry

/// A small inset that shows where the map lies in a larger area, in a corner of the map's frame.
public struct Locator: Sendable {
  public let region: Layer
  public let here: Layer
  public let caption: String

  /// Both layers in the same map coordinates; the caption is one short line.
  public init(region: Layer, here: Layer, caption: String) {
    self.region = region
    self.here = here
    self.caption = caption
  }

  private static let padding = 7.0

  /// The room it takes when its drawing is `width` px wide.
  public func size(width: Double) -> (width: Double, height: Double) {
    let box = region.bounds
    let text = TextMetrics.width(caption, size: 10)
    let drawn = width * box.height / max(box.width, 1)
    return (max(width, text) + 2 * Self.padding, drawn + 14 + 2 * Self.padding)
  }

  public func draw(in drawing: inout Drawing, box: Box, width: Double) {
    let bounds = region.bounds
    let drawn = Box(
      x: box.x + (box.width - width) / 2, y: box.y + Self.padding, width: width,
      height: width * bounds.height / max(bounds.width, 1))
    let view = Viewport(bounds, in: drawn)
    drawing.group(id: "locator") { drawing in
      drawing.rectangle(box, class: "inset-paper")
      // Outer rings only: a hole of the source is a blemish at this size.
      var path = PathData()
      region.coordinates.withUnsafeBufferPointer { coordinates in
        for part in 0..<region.partCount {
          let points = region.points(ofRing: region.rings(ofPart: part).lowerBound)
          let ring = UnsafeBufferPointer(rebasing: coordinates[2 * points.lowerBound..<2 * points.upperBound])
          path.add(ring, closed: true, through: view)
        }
      }
      drawing.path(path, class: "inset")
      for feature in 0..<here.featureCount {
        drawing.path(PathData(feature, of: here, through: view), class: "inset-here")
      }
      drawing.text(caption, box.x + box.width / 2, box.maxY - Self.padding, class: "t10", anchor: .middle)
    }
  }
}
