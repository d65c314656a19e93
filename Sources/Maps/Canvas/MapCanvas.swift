import Bytes
import Cartography
import Geometry

/// Draws every map: sheet, surroundings, features, what a kind adds to them, names, furniture.
struct MapCanvas {
  let input: MapInput
  let request: MapRequest

  init(_ input: MapInput, _ request: MapRequest) {
    self.input = input
    self.request = request
  }

  func draw(_ content: MapContent) -> Drawing {
    var names: [PlacedName]?
    return draw(content, names: &names)
  }

  /// Draws the map with names that have been placed on the same map before, or places them.
  func draw(_ content: MapContent, names: inout [PlacedName]?) -> Drawing {
    let shown = Portrayal(content, input, request)
    guard content.panels.isEmpty else { return MapPanels(self, shown).draw() }
    let hasSymbols = !shown.symbols.isEmpty
    let sheet = sheet(shown, aspect: input.aspect(withSymbols: hasSymbols))
    return draw(sheet, content.theme) { drawing, frame in
      let view = Viewport(input.extent(withSymbols: hasSymbols), in: frame)
      drawing.style(css(frame, shown))
      for pattern in shown.patterns { drawing.define(pattern) }
      drawing.rectangle(frame, class: "ground")
      drawing.group(id: "map", clip: frame, layer: Text("Carte", "Map")) { drawing in
        drawGround(shown, view, in: &drawing)
      }
      let furniture = Furniture(input, shown, view)
      if MapLabels.isNamed(input, request) {
        let placed = names ?? MapLabels(input, shown, request, furniture, view).placed()
        names = placed
        drawing.group(id: "labels", layer: Text("Noms", "Names"), isFrench: true) { $0.names(placed) }
      }
      // A site is visible on a marker of its place.
      draw(content.markers, radius: 9, id: "markers", view, in: &drawing)
      draw(input.sites, radius: 6.5, id: "sites", view, in: &drawing)
      drawing.group(id: "furniture", layer: Text("Échelle, nord, situation", "Scale, north, location")) {
        furniture.draw(in: &$0)
      }
      drawing.rectangle(frame, class: "frame")
    }
  }

  /// The sheet of a map.
  func sheet(_ shown: Portrayal, aspect: Double) -> Sheet {
    Sheet(
      width: request.width, title: shown.title, subtitle: shown.subtitle, source: shown.source, blocks: shown.blocks,
      aspect: aspect, height: request.height, logo: request.logo)
  }

  /// Draws a sheet with what `body` puts into its frame.
  func draw(_ sheet: Sheet, _ theme: Theme, _ body: (inout Drawing, Bounds) -> Void) -> Drawing {
    sheet.draw(
      theme: theme, language: request.language, summary: "\(sheet.title). \(sheet.subtitle).",
      idPrefix: request.inline?.idPrefix ?? "", map: body)
  }

  /// The rules of a map in a frame. Borders thin out as features get small, so that they never drown the fills.
  func css(_ frame: Bounds, _ shown: Portrayal) -> String {
    let size = (frame.width * frame.height / Double(max(input.outlines.featureCount, 1))).squareRoot()
    // Small features get much thinner borders, because paper between them would otherwise outweigh the fills.
    let width = ByteWriter.fixed(min(0.8, size / 40, size * size / 640), decimals: 2)
    return ".areas{stroke:\(shown.theme.paper.css);stroke-width:\(width);stroke-linejoin:round}\n" + shown.css
  }

  /// Surroundings, features, limits, circles and symbols.
  private func drawGround(_ shown: Portrayal, _ view: Viewport, in drawing: inout Drawing) {
    let limits = shown.content.limits
    if let shapes = request.inline?.shapes {
      shapes.draw(shown.styles, input.group, limits, view, in: &drawing)
    } else {
      if let around = input.surroundings { draw(around, view, in: &drawing) }
      drawing.group(id: input.group, class: "areas") { $0.features(input.outlines, through: view, shown.styles) }
      if let limits { drawing.path(PathData(all: limits, through: view), class: "limit") }
      drawBoundaries(view, in: &drawing)
      drawOutline(view, in: &drawing)
    }
    drawOver(shown, view, in: &drawing)
  }

  func drawBoundaries(_ view: Viewport, in drawing: inout Drawing) {
    guard let boundaries = input.boundaries else { return }
    drawing.path(PathData(visible: boundaries, through: view), class: "boundary")
  }

  func drawOutline(_ view: Viewport, in drawing: inout Drawing) {
    if let outline = input.outline { drawing.path(PathData(all: outline, through: view), class: "outline") }
  }

  /// What stands over the features: lines, circles and symbols.
  func drawOver(_ shown: Portrayal, _ view: Viewport, in drawing: inout Drawing) {
    for at in stride(from: 0, to: shown.content.lines.count, by: 4) {
      let ends = shown.content.lines[at..<at + 4]
      drawing.line(
        view.x(ends[at]), view.y(ends[at + 1]), view.x(ends[at + 2]), view.y(ends[at + 3]), class: "assignment")
    }
    for (index, ring) in shown.content.rings.enumerated() { draw(ring, id: "circle-\(index + 1)", view, in: &drawing) }
    guard !shown.symbols.isEmpty else { return }
    drawing.group(id: "symbols") { drawing in
      for symbol in shown.symbols {
        let ofFeature = shown.styles.titles.isEmpty ? nil : shown.styles.titles[symbol.feature]
        drawing.circle(
          view.x(symbol.x) + symbol.offset.x, view.y(symbol.y) + symbol.offset.y, radius: symbol.radius,
          class: symbol.style, title: symbol.title ?? ofFeature)
      }
    }
  }

  func draw(_ around: MapInput.Surroundings, _ view: Viewport, in drawing: inout Drawing) {
    drawing.group(id: "surroundings") { drawing in
      if let lines = around.lines {
        // The ground under the surroundings has their colour.
        drawing.style(".around{fill:none}\n")
        drawing.path(PathData(visible: lines, through: view), class: "context around")
      } else {
        for feature in 0..<around.outlines.featureCount {
          guard around.outlines.bounds(of: feature).intersects(view.extent) else { continue }
          drawing.path(PathData(feature, of: around.outlines, through: view), class: "context")
        }
      }
    }
  }

  /// A circle on the ground, cased in paper.
  func draw(_ circle: MapCircle, id: String?, _ view: Viewport, in drawing: inout Drawing) {
    var path = PathData()
    circle.ring.withUnsafeBufferPointer { path.add($0, closed: true, through: view) }
    drawing.path(path, class: "circle-casing")
    drawing.path(path, class: circle.planned ? "circle planned" : "circle", attributes: id.map { [("id", $0)] } ?? [])
  }

  func draw(_ markers: [MapMarker], radius: Double, id: String?, _ view: Viewport, in drawing: inout Drawing) {
    let shown = markers.filter { view.extent.contains($0.x, $0.y) }
    guard !shown.isEmpty else { return }
    drawing.group(id: id) { drawing in
      for marker in shown {
        let (x, y) = (view.x(marker.x), view.y(marker.y))
        // A ring at a site of the Pôle goes around its dot.
        let isRing =
          marker.isProposed
          && input.sites.contains { !$0.isProposed && max(abs(view.x($0.x) - x), abs(view.y($0.y) - y)) < 3 }
        drawing.circle(x, y, radius: isRing ? 10 : radius, class: marker.style, title: marker.name)
      }
    }
  }
}

extension PathData {
  /// Every feature of a layer in one path.
  init(all layer: Layer, through view: Viewport) {
    self.init()
    for feature in 0..<layer.featureCount { add(feature, of: layer, through: view) }
  }

  /// The features of a layer that may be visible, in one path.
  init(visible layer: Layer, through view: Viewport) {
    self.init()
    for feature in 0..<layer.featureCount where layer.bounds(of: feature).intersects(view.extent) {
      add(feature, of: layer, through: view)
    }
  }
}
