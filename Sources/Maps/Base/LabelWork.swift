import Bytes
import Cartography
import Geometry
import Territory

/// What has to be known before names are written on a base map, made by several threads; then their places.
///
/// Names: three sizes by population, light on dark fills, leader lines where there is no room.
struct LabelWork {
  let furniture: Furniture
  private let base: BaseMap
  private let view: Viewport
  private let field: LabelField
  private let ground: LabelGround
  private let requests: [LabelRequest]

  init(_ base: BaseMap, _ view: Viewport, circles: [MapCircle], overlay: Overlay) {
    self.base = base
    self.view = view
    let frame = Bounds(
      minX: view.frame.x, minY: view.frame.y, maxX: view.frame.maxX, maxY: view.frame.maxY)
    let polygons = Self.onScreen(base.communes, view)
    var field = LabelField(
      frame: frame.grown(by: -3), polygons: polygons, avoided: Self.segments(base.outline, view),
      minimumSize: 9)
    let bare = field
    let beside = Aside { (Furniture(base, view, circles: circles), LabelGround(bare)) }
    requests = Self.requests(base, polygons)
    (furniture, ground) = beside.get()
    let points =
      base.sitePoints(view).map { ($0.x, $0.y) } + overlay.markers.map { (view.x($0.x), view.y($0.y)) }
      + overlay.signs.map { (view.x($0.x), view.y($0.y)) }
    field.obstacles =
      furniture.obstacles.map { Bounds(minX: $0.x, minY: $0.y, maxX: $0.maxX, maxY: $0.maxY) }
      + points.map { Bounds(minX: $0.0 - 8, minY: $0.1 - 8, maxX: $0.0 + 8, maxY: $0.1 + 8) }
    self.field = field
  }

  /// The communes' names where they stand; `styles` say what is under them. Calls `beside` as `LabelPlacer` does.
  func names(_ styles: [CommuneStyle], beside: () -> Void) -> [PlacedName] {
    let result = LabelPlacer.place(requests, in: field, on: ground, beside: beside)
    let boxes = (0..<field.polygons.featureCount).map { field.polygons.bounds(of: $0) }
    return result.placements.map { placement in
      PlacedName(
        placement, tone(placement, boxes, styles), isBold: requests[placement.request].weight == .bold)
    }
  }

  /// px to a 256th: what a processor or a library rounds otherwise must not move a name.
  private static func onScreen(_ layer: Layer, _ view: Viewport) -> Layer {
    var copy = layer
    copy.coordinates.withUnsafeMutableBufferPointer { buffer in
      for point in stride(from: 0, to: buffer.count - 1, by: 2) {
        buffer[point] = round(view.x(buffer[point]))
        buffer[point + 1] = round(view.y(buffer[point + 1]))
      }
    }
    return copy
  }

  private static func round(_ value: Double) -> Double { (value * 256).rounded() / 256 }

  /// The territory's outline as x1, y1, x2, y2 in px: labels keep off it where they can.
  private static func segments(_ outline: Layer, _ view: Viewport) -> [Double] {
    var segments: [Double] = []
    segments.reserveCapacity(4 * outline.pointCount)
    for ring in 0..<outline.ringCount {
      for point in outline.points(ofRing: ring).dropLast() {
        segments.append(round(view.x(outline.x(point))))
        segments.append(round(view.y(outline.y(point))))
        segments.append(round(view.x(outline.x(point + 1))))
        segments.append(round(view.y(outline.y(point + 1))))
      }
    }
    return segments
  }

  private static func requests(_ base: BaseMap, _ polygons: Layer) -> [LabelRequest] {
    guard base.request.labels != .none else { return [] }
    let communes = base.subject.layer.communes
    let isNarrow = base.request.width < 600
    // On a phone only the larger communes are named, unless all are asked for.
    let isSparse =
      isNarrow && base.request.labels != .all && communes.contains { $0.population != nil }
    let named = communes.indices.filter { !isSparse || (communes[$0].population ?? 0) >= 3000 }
    let insides = polygons.polesOfInaccessibility(of: named, precision: 1)
    return zip(named, insides).map { row, inside in
      let population = communes[row].population ?? 0
      let size: Double =
        population >= 10_000 ? (isNarrow ? 11 : 13) : population >= 3000 ? (isNarrow ? 9 : 11) : 9
      return LabelRequest(
        text: communes[row].name, priority: Double(population), size: size,
        weight: population >= 10_000 ? .bold : .regular,
        x: inside?.x ?? 0, y: inside?.y ?? 0, feature: row)
    }
  }

  /// The colours that read on what is under a name.
  private func tone(_ placement: LabelPlacement, _ boxes: [Bounds], _ styles: [CommuneStyle]) -> LabelTone {
    let middle = (placement.box.midX, placement.box.midY)
    let under = boxes.indices.first {
      boxes[$0].contains(middle.0, middle.1) && field.polygons.contains($0, x: middle.0, y: middle.1)
    }
    return under.map { styles[$0].isDark } ?? false ? .onDark : .plain
  }
}
