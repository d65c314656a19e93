import Bytes
import Cartography
import Geometry
import Territory

extension BaseMap {
  /// Names the communes: three sizes by population, light on dark fills, leader lines where there is no room.
  func drawLabels(
    in drawing: inout Drawing, _ view: Viewport, _ styles: [CommuneStyle], _ furniture: Furniture,
    _ overlay: Overlay
  ) {
    guard request.labels != .none else { return }
    let polygons = onScreen(communes, view)
    let frame = Bounds(
      minX: view.frame.x, minY: view.frame.y, maxX: view.frame.maxX, maxY: view.frame.maxY)
    let obstacles =
      furniture.obstacles.map { Bounds(minX: $0.x, minY: $0.y, maxX: $0.maxX, maxY: $0.maxY) }
      + (sitePoints(view).map { ($0.x, $0.y) } + overlay.markers.map { (view.x($0.x), view.y($0.y)) }
      + overlay.signs.map { (view.x($0.x), view.y($0.y)) })
      .map { Bounds(minX: $0.0 - 8, minY: $0.1 - 8, maxX: $0.0 + 8, maxY: $0.1 + 8) }
    let field = LabelField(
      frame: frame.grown(by: -3), polygons: polygons, obstacles: obstacles, avoided: outlineSegments(view),
      minimumSize: 9)
    let named = subject.layer.communes.indices.filter(isNamed)
    let insides = polygons.polesOfInaccessibility(of: named, precision: 1)
    let requests = zip(named, insides).map { label($0, at: $1) }
    let result = LabelPlacer.place(requests, in: field)
    let boxes = (0..<polygons.featureCount).map { polygons.bounds(of: $0) }
    let names = result.placements.map { placement in
      PlacedName(
        placement, tone(placement, polygons, boxes, styles), isBold: requests[placement.request].weight == .bold
      )
    }
    drawing.group(id: "labels") { $0.names(names) }
  }

  private var isNarrow: Bool { request.width < 600 }

  /// On a phone only the larger communes are named, unless all are asked for.
  private func isNamed(_ row: Int) -> Bool {
    !isNarrow || request.labels == .all || (subject.layer.communes[row].population ?? 0) >= 3000
  }

  private func onScreen(_ layer: Layer, _ view: Viewport) -> Layer {
    var copy = layer
    copy.coordinates.withUnsafeMutableBufferPointer { buffer in
      for point in stride(from: 0, to: buffer.count - 1, by: 2) {
        buffer[point] = view.x(buffer[point])
        buffer[point + 1] = view.y(buffer[point + 1])
      }
    }
    return copy
  }

  /// The territory's outline as x1, y1, x2, y2 in px: labels keep off it where they can.
  private func outlineSegments(_ view: Viewport) -> [Double] {
    var segments: [Double] = []
    for ring in 0..<outline.ringCount {
      for point in outline.points(ofRing: ring).dropLast() {
        segments += [
          view.x(outline.x(point)), view.y(outline.y(point)), view.x(outline.x(point + 1)),
          view.y(outline.y(point + 1)),
        ]
      }
    }
    return segments
  }

  private func label(_ row: Int, at inside: PoleOfInaccessibility?) -> LabelRequest {
    let commune = subject.layer.communes[row]
    let population = commune.population ?? 0
    let size: Double =
      population >= 10_000 ? (isNarrow ? 11 : 13) : population >= 3000 ? (isNarrow ? 9 : 11) : 9
    return LabelRequest(
      text: commune.name, priority: Double(population), size: size,
      weight: population >= 10_000 ? .bold : .regular,
      x: inside?.x ?? 0, y: inside?.y ?? 0, feature: row)
  }

  /// The colours that read on what is under a name.
  private func tone(
    _ placement: LabelPlacement, _ polygons: Layer, _ boxes: [Bounds], _ styles: [CommuneStyle]
  ) -> LabelTone {
    let middle = (placement.box.midX, placement.box.midY)
    let under = boxes.indices.first {
      boxes[$0].contains(middle.0, middle.1) && polygons.contains($0, x: middle.0, y: middle.1)
    }
    return under.map { styles[$0].isDark } ?? false ? .onDark : .plain
  }
}
