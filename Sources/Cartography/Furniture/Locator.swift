import Bytes
import Geometry

/// A small inset, in a corner of the map's frame, that shows where the map lies in a larger area.
public struct Locator: Sendable {
  /// Polygons of the larger area; holes are not drawn.
  public let region: Layer
  /// Polygons of the territory, drawn on the larger area.
  public let here: Layer
  /// One short line under the inset.
  public let caption: Text

  /// An inset of two layers, which must be in the same map coordinates.
  public init(region: Layer, here: Layer, caption: Text) {
    self.region = region
    self.here = here
    self.caption = caption
  }

  private static let padding = 7.0

  /// The size in px of the whole inset, with padding and caption, when its map is `width` px wide: the same in both
  /// languages, so that names around it do not move.
  public func size(width: Double) -> (width: Double, height: Double) {
    let box = region.bounds
    let text = max(TextMetrics.width(caption.fr, size: 10), TextMetrics.width(caption.en, size: 10))
    let drawn = width * box.height / max(box.width, 1)
    return (max(width, text) + 2 * Self.padding, drawn + 14 + 2 * Self.padding)
  }

  /// Draws the inset into a box of the size that `size(width:)` gives, in px.
  public func draw(in drawing: inout Drawing, box: Bounds, width: Double) {
    let bounds = region.bounds
    let drawn = Bounds(
      x: box.minX + (box.width - width) / 2, y: box.minY + Self.padding, width: width,
      height: width * bounds.height / max(bounds.width, 1))
    let view = Viewport(bounds, in: drawn)
    drawing.group(id: "locator") { drawing in
      drawing.rectangle(box, class: "inset-paper")
      // Only outer rings are drawn, because a hole looks like a flaw at this size.
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
      drawing.text(
        caption[drawing.language], box.minX + box.width / 2, box.maxY - Self.padding, class: "t10", anchor: .middle)
    }
  }
}
