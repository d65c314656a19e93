import Cartography
import Geometry

/// Scale bar, north arrow, inset, radii of circles and names of the départements around, each where it hides least.
struct Furniture {
  let scale: ScaleBar
  let scaleBox: Box
  private let north: NorthArrow?
  private let northBox: Box?
  private let inset: (locator: Locator, box: Box)?
  private let names: [(text: String, box: Box)]
  private let radii: [(text: String, box: Box)]
  /// The boxes of scale and arrow that lie over features: they get a plate of paper.
  private let plates: [Box]
  private let insetWidth: Double
  /// px.
  static let widestInset = 112.0

  init(_ input: MapInput, _ content: MapContent, _ view: Viewport) {
    let frame = view.frame
    let free = FreeCells(input, content.symbols, view)
    let scale = ScaleBar(of: input, view)
    self.scale = scale
    // The largest chooses first.
    let insetWidth = frame.width < 500 ? 60.0 : Self.widestInset
    self.insetWidth = insetWidth
    inset = input.inset.flatMap { locator in
      let size = locator.size(width: insetWidth)
      let box = free.corner(width: size.width, height: size.height, avoiding: [])
      // Where every corner is taken by the map, the map is what people came for.
      return free.hidden(box) == 0 ? (locator, box) : nil
    }
    let taken = [inset?.box].compactMap { $0 }
    let bar = free.corner(for: scale, avoiding: taken)
    scaleBox = bar
    north = NorthArrow(convergence: input.frame.convergence, spread: input.frame.convergenceSpread)
    northBox = north.map { _ in
      free.corner(
        width: NorthArrow.size.width + 12, height: NorthArrow.size.height + 14, avoiding: taken + [bar])
    }
    let corners = [bar] + [northBox].compactMap { $0 }
    plates = corners.filter { free.hidden($0) > 0 }
    radii = content.circles.compactMap { free.label(of: $0, avoiding: taken + corners) }
    names = free.departementNames(avoiding: taken + corners + radii.map(\.box))
  }

  /// What labels must not cover.
  var obstacles: [Box] {
    [scaleBox] + [northBox, inset?.box].compactMap { $0 } + names.map(\.box) + radii.map(\.box)
  }

  func draw(in drawing: inout Drawing) {
    for name in names {
      drawing.text(
        name.text, name.box.x + name.box.width / 2, name.box.y + name.box.height - 4, class: "place",
        anchor: .middle)
    }
    drawing.edged(radii.indices.map { (id: "radius-\($0 + 1)", tone: .radius) }) { drawing, index in
      let box = radii[index].box
      drawing.text(radii[index].text, box.x + box.width / 2, box.maxY - 4, class: "t10b", anchor: .middle)
    }
    if let inset { inset.locator.draw(in: &drawing, box: inset.box, width: insetWidth) }
    for plate in plates { drawing.rectangle(plate, class: "plate", radius: 3) }
    scale.draw(in: &drawing, x: scaleBox.x + 16, y: scaleBox.maxY - 8)
    if let north, let northBox {
      north.draw(in: &drawing, x: northBox.x + northBox.width / 2, y: northBox.maxY - 6)
    }
  }
}

extension ScaleBar {
  init(of input: MapInput, _ view: Viewport) {
    self.init(
      metresPerPixel: input.frame.metresPerUnit / view.scale, available: min(180, view.frame.width * 0.28))
  }
}

extension FreeCells {
  /// The corner a scale bar stands in.
  func corner(for scale: ScaleBar, avoiding: [Box]) -> Box {
    corner(width: scale.size.width + 16, height: scale.size.height + 12, avoiding: avoiding)
  }
}
