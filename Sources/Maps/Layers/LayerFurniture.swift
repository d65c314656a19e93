import Cartography
import Geometry

/// Scale bar and north arrow of a map of a layer, in the corners where they hide least.
struct LayerFurniture {
  private let scale: ScaleBar
  private let north: NorthArrow?
  /// The room they take: the scale's, then the arrow's.
  let boxes: [Box]
  /// Whether something of the map lies under each.
  private let isOver: [Bool]

  init(_ table: LayerTable, _ circles: [LayerCanvas.Circle], _ view: Viewport) {
    let frame = view.frame
    scale = ScaleBar(
      metresPerPixel: table.ground.metresPerUnit / view.scale, available: min(180, frame.width * 0.28))
    north = NorthArrow(convergence: table.ground.convergence, spread: table.ground.convergenceSpread)
    let shapes = (0..<table.count).map { feature -> Box in
      let box = table.outlines.bounds(of: feature)
      return Box(
        x: view.x(box.minX), y: view.y(box.maxY), width: view.scale * box.width, height: view.scale * box.height
      )
    }
    let rounds = circles.map { circle in
      Box(
        x: view.x(circle.x) - circle.radius, y: view.y(circle.y) - circle.radius, width: 2 * circle.radius,
        height: 2 * circle.radius)
    }
    func hidden(_ box: Box) -> Int {
      let under = shapes.indices.count {
        shapes[$0].intersects(box) && Self.covers(box, $0, of: table.outlines, view)
      }
      return under + rounds.count { $0.intersects(box) }
    }
    let bar = Self.corner(
      of: frame, width: scale.size.width + 16, height: scale.size.height + 12, avoiding: [], hidden)
    let arrow = Self.corner(
      of: frame, width: NorthArrow.size.width + 12, height: NorthArrow.size.height + 14, avoiding: [bar], hidden
    )
    boxes = north == nil ? [bar] : [bar, arrow]
    isOver = boxes.map { hidden($0) > 0 }
  }

  /// The corner where a box lies over the fewest things; among equals bottom left, bottom right, top right, top left.
  private static func corner(
    of frame: Box, width: Double, height: Double, avoiding: [Box], _ hidden: (Box) -> Int
  ) -> Box {
    let inset = 6.0
    let (left, right) = (frame.x + inset, frame.maxX - inset - width)
    let (top, bottom) = (frame.y + inset, frame.maxY - inset - height)
    let corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
      .map { Box(x: $0.0, y: $0.1, width: width, height: height) }
      .filter { box in !avoiding.contains { $0.intersects(box) } }
      .map { (box: $0, hidden: hidden($0)) }
    return corners.min { $0.hidden < $1.hidden }?.box ?? Box(x: left, y: bottom, width: width, height: height)
  }

  /// Whether a feature lies under a box: it holds one of its points, or has one of its own in it.
  private static func covers(_ box: Box, _ feature: Int, of layer: Layer, _ view: Viewport) -> Bool {
    let samples = [
      (box.x, box.y), (box.maxX, box.y), (box.x, box.maxY), (box.maxX, box.maxY),
      (box.x + box.width / 2, box.y + box.height / 2),
    ].map { view.unproject($0.0, $0.1) }
    if layer.kind == .polygon, samples.contains(where: { layer.contains(feature, x: $0.x, y: $0.y) }) {
      return true
    }
    let (low, high) = (view.unproject(box.x, box.maxY), view.unproject(box.maxX, box.y))
    let area = Bounds(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    return layer.rings(of: feature).contains { ring in
      layer.points(ofRing: ring).contains { area.contains(layer.x($0), layer.y($0)) }
    }
  }

  /// On a plate of paper where the map lies under it.
  func draw(in drawing: inout Drawing) {
    for (box, isOver) in zip(boxes, isOver) where isOver { drawing.rectangle(box, class: "plate", radius: 3) }
    scale.draw(in: &drawing, x: boxes[0].x + 16, y: boxes[0].maxY - 8)
    if let north, boxes.count > 1 {
      north.draw(in: &drawing, x: boxes[1].x + boxes[1].width / 2, y: boxes[1].maxY - 6)
    }
  }
}
