import Bytes
import Cartography
import Geometry

/// A part of a map that lies elsewhere and has its own scale and projection, such as an overseas département, moved into
/// a frame beside the rest.
public struct InsetFrame: Sendable {
  /// The name written in it.
  public var name: String
  /// The frame in map coordinates.
  public var box: Bounds
  /// Metres on the ground in one unit of the map, inside the frame.
  public var metresPerUnit: Double

  /// Makes a frame of these values.
  public init(name: String, box: Bounds, metresPerUnit: Double) {
    (self.name, self.box, self.metresPerUnit) = (name, box, metresPerUnit)
  }

  /// Share of the frame's height that its name and its scale bar take, and of its width that stays free at each side.
  public static let room = (name: 0.17, scale: 0.26, side: 0.06)

  private func frame(_ view: Viewport) -> Bounds {
    let (left, top) = (view.x(box.minX), view.y(box.maxY))
    return Bounds(x: left, y: top, width: view.x(box.maxX) - left, height: view.y(box.minY) - top)
  }

  private func scale(_ view: Viewport) -> ScaleBar {
    let width = frame(view).width
    return ScaleBar(metresPerPixel: metresPerUnit / view.scale, available: max(8, min(0.72 * width, width - 30)))
  }

  /// What names of features must not cover: the frame's name, its scale bar and its sides, px.
  func obstacles(_ view: Viewport) -> [Bounds] {
    let (frame, bar) = (frame(view), scale(view))
    return [
      Bounds(x: frame.minX, y: frame.minY, width: frame.width, height: 15),
      Bounds(x: frame.minX, y: frame.maxY - bar.size.height - 2, width: bar.size.width, height: bar.size.height + 2),
      Bounds(x: frame.minX - 3, y: frame.minY, width: 4, height: frame.height),
      Bounds(x: frame.maxX - 1, y: frame.minY, width: 4, height: frame.height),
    ]
  }

  /// The whole frame, px, which other furniture keeps off.
  func taken(_ view: Viewport) -> Bounds { frame(view) }

  /// Draws frame, name and scale bar.
  func draw(_ id: String, in drawing: inout Drawing, _ view: Viewport) {
    let frame = frame(view)
    drawing.group(id: id) { drawing in
      drawing.rectangle(frame, class: "frame")
      drawing.text(name, frame.minX + 4, frame.minY + 11, class: "t10b")
      scale(view).draw(in: &drawing, x: frame.minX + 10, y: frame.maxY - 5, id: id + "-scale")
    }
  }
}

extension LayerTable {
  /// Puts frames of what was moved beside the rest around it.
  public mutating func frame(_ insets: [InsetFrame]) {
    guard !insets.isEmpty else { return }
    var box = input.box ?? input.outlines.bounds
    for inset in insets { box.include(inset.box) }
    input.insets = insets
    input.box = box
  }
}
