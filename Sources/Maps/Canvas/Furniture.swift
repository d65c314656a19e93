import Cartography
import Geometry

/// Scale bar, north arrow, inset, radii of circles and names of the
/// départements around, each put where it hides least.
struct Furniture {
  let scale: ScaleBar
  let scaleBox: Bounds
  private let north: NorthArrow?
  private let northBox: Bounds?
  private let inset: (locator: Locator, box: Bounds)?
  private let names: [(text: String, box: Bounds)]
  private let radii: [(text: String, box: Bounds)]
  /// The boxes of scale and arrow that lie over features: they get a plate of paper.
  private let plates: [Bounds]
  private let insetWidth: Double
  private let frames: [InsetFrame]
  private let view: Viewport
  /// Widest inset, in px.
  static let widestInset = 112.0

  init(_ input: MapInput, _ shown: Portrayal, _ view: Viewport) {
    let frame = view.frame
    let free = FreeCells(input, shown.symbols, view)
    (frames, self.view) = (input.insets, view)
    let framed = frames.map { $0.taken(view) }
    let scale = ScaleBar(of: input, view)
    self.scale = scale
    // The largest chooses its corner first.
    let insetWidth = frame.width < 500 ? 60.0 : Self.widestInset
    self.insetWidth = insetWidth
    inset = input.inset.flatMap { locator in
      let size = locator.size(width: insetWidth)
      let box = free.corner(width: size.width, height: size.height, avoiding: framed)
      // Where the map takes every corner, the inset is left out, because the map matters more.
      return free.hidden(box) == 0 ? (locator, box) : nil
    }
    let taken = framed + [inset?.box].compactMap { $0 }
    let bar = free.corner(for: scale, avoiding: taken)
    scaleBox = bar
    north = NorthArrow(convergence: input.frame.convergence, spread: input.frame.convergenceSpread)
    northBox = north.map { _ in
      free.corner(width: NorthArrow.size.width + 12, height: NorthArrow.size.height + 14, avoiding: taken + [bar])
    }
    let corners = [bar] + [northBox].compactMap { $0 }
    plates = corners.filter { free.hidden($0) > 0 }
    let around = free.departementNames(avoiding: taken + corners)
    names = around
    radii = shown.content.rings.compactMap { free.label(of: $0, avoiding: taken + corners + around.map(\.box)) }
  }

  /// What labels must not cover and what stands in the same place on every map of one ground.
  var obstacles: [Bounds] {
    [scaleBox] + [northBox, inset?.box].compactMap { $0 } + names.map(\.box) + frames.flatMap { $0.obstacles(view) }
  }

  /// What labels must not cover on this map only: the radii of its circles.
  var ownObstacles: [Bounds] { radii.map(\.box) }

  func draw(in drawing: inout Drawing) {
    for name in names {
      drawing.text(
        name.text, name.box.minX + name.box.width / 2, name.box.minY + name.box.height - 4, class: "place",
        anchor: .middle)
    }
    drawing.radii(radii, "radius-")
    if let inset { inset.locator.draw(in: &drawing, box: inset.box, width: insetWidth) }
    for (number, frame) in frames.enumerated() { frame.draw("inset-\(number + 1)", in: &drawing, view) }
    for plate in plates { drawing.rectangle(plate, class: "plate", radius: 3) }
    scale.draw(in: &drawing, x: scaleBox.minX + 16, y: scaleBox.maxY - 8)
    if let north, let northBox { north.draw(in: &drawing, x: northBox.minX + northBox.width / 2, y: northBox.maxY - 6) }
  }
}

extension Drawing {
  /// Radii of circles on plates of paper, with ids that begin like this.
  mutating func radii(_ labels: [(text: String, box: Bounds)], _ id: String) {
    for label in labels { rectangle(label.box, class: "plate", radius: 3) }
    edged(labels.indices.map { (id: id + String($0 + 1), tone: .radius) }) { drawing, index in
      let box = labels[index].box
      drawing.text(labels[index].text, box.minX + box.width / 2, box.maxY - 4, class: "t10b", anchor: .middle)
    }
  }
}

extension ScaleBar {
  init(of input: MapInput, _ view: Viewport) {
    self.init(metresPerPixel: input.frame.metresPerUnit / view.scale, available: min(180, view.frame.width * 0.28))
  }
}

extension FreeCells {
  /// The corner a scale bar stands in.
  func corner(for scale: ScaleBar, avoiding: [Bounds]) -> Bounds {
    corner(width: scale.size.width + 16, height: scale.size.height + 12, avoiding: avoiding)
  }
}
