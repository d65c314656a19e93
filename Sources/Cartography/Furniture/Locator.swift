import Geometry

/// A small inset that shows where the map lies in a larger area.
public struct Locator: Block {
  public let region: Layer
  public let here: Layer
  public let caption: String

  /// Both layers in the same map coordinates.
  public init(region: Layer, here: Layer, caption: String) {
    self.region = region
    self.here = here
    self.caption = caption
  }

  private static let size = 150.0

  private func lines(_ width: Double) -> [String] {
    TextWrap.lines(caption, width: max(60, width - Self.size - 14), size: 12.5)
  }

  private var drawnHeight: Double {
    let box = region.bounds
    return Self.size * box.height / max(box.width, 1)
  }

  public func height(width: Double) -> Double {
    max(drawnHeight, 16 * Double(lines(width).count))
  }

  public func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) {
    let view = Viewport(region.bounds, in: Box(x: x, y: y, width: Self.size, height: drawnHeight))
    drawing.group(id: "locator") { drawing in
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
      var baseline = y + drawnHeight / 2
      for line in lines(width) {
        drawing.text(line, x + Self.size + 14, baseline, class: "t12g")
        baseline += 16
      }
    }
  }
}
