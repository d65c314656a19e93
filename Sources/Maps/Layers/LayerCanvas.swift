import Bytes
import Cartography
import Geometry

/// The sheet every map of a layer is drawn on: frame, features, symbols, scale, north, names.
struct LayerCanvas {
  let table: LayerTable
  let request: LayerMapRequest

  private var language: Language { request.base.language }

  /// Above it `auto` names nothing.
  private static let mostLabels = 500
  private static let margin = 0.02
  /// Circles reach beyond the features they stand on.
  private static let symbolMargin = 0.05
  /// Height over width of the frame: no layer, however long, makes a strip of the sheet.
  private static let aspects = 0.35...1.6

  /// A circle over the features, in map coordinates; radius in px of the drawing.
  struct Circle {
    var feature: Int
    var x: Double
    var y: Double
    var radius: Double
    var style: String
  }

  /// What a kind of map adds to the sheet.
  struct Content {
    /// With the palette of the fills.
    var theme: Theme
    var title: String
    var subtitle: String
    var blocks: [any Block]
    var styles: FeatureStyles
    /// Colours of names on a class of fill, by its number; empty where plain ink will do everywhere.
    var tones: [LabelTone] = []
    var circles: [Circle] = []
    var hasCircles: Bool { !circles.isEmpty }
    /// CSS of the map's own classes.
    var css = ""
    /// Marks over fills.
    var patterns: [PatternFill] = []
    /// What is said at the foot beside the sources.
    var notes: [Text] = []
  }

  func draw(_ content: Content) -> Drawing {
    let extent = table.outlines.bounds
    let margin = content.hasCircles ? Self.symbolMargin : Self.margin
    let shown = extent.grown(by: margin * max(extent.width, extent.height, 1))
    let aspect = shown.height / max(shown.width, 1e-9)
    let parts = table.sources + content.notes + [request.base.credit.map { Text(same: $0) }].compactMap { $0 }
    let source = (parts + [Text(same: "Cartopôle")]).map { $0[language].trimmingFullStop }.joined(
      separator: ". ")
    let base = request.base
    let sheet = Sheet(
      width: base.width, title: base.title ?? content.title, subtitle: base.subtitle ?? content.subtitle,
      source: source + ".", blocks: content.blocks,
      aspect: min(Self.aspects.upperBound, max(Self.aspects.lowerBound, aspect)),
      height: request.height, logo: base.logo)
    let summary = [sheet.title, sheet.subtitle].joined(separator: ". ") + "."
    return sheet.draw(theme: content.theme, language: language, summary: summary) { drawing, frame in
      drawing.style(Self.css(frame, table.count, content.theme) + content.css)
      for pattern in content.patterns { drawing.define(pattern) }
      draw(content, Viewport(shown, in: frame), frame, in: &drawing)
    }
  }

  /// Borders thin out as features get small, so that they never drown the fills.
  private static func css(_ frame: Box, _ count: Int, _ theme: Theme) -> String {
    let size = (frame.width * frame.height / Double(max(count, 1))).squareRoot()
    let width = ByteWriter.fixed(min(0.8, size / 40), decimals: 2)
    let plate = ".plate{fill:\(theme.paper.css);fill-opacity:.85}\n"
    return ".areas{stroke:\(theme.paper.css);stroke-width:\(width);stroke-linejoin:round}\n" + plate
  }

  private func draw(_ content: Content, _ view: Viewport, _ frame: Box, in drawing: inout Drawing) {
    drawing.rectangle(frame, class: "ground")
    let circles = content.circles
    drawing.group(id: "map", clip: frame) { drawing in
      drawing.group(id: "features", class: "areas") { drawing in
        drawing.features(table.outlines, through: view, content.styles)
      }
      if !circles.isEmpty {
        drawing.group(id: "symbols") { drawing in
          for circle in circles {
            drawing.circle(
              view.x(circle.x), view.y(circle.y), radius: circle.radius, class: circle.style,
              title: content.styles.titles.isEmpty ? nil : content.styles.titles[circle.feature])
          }
        }
      }
    }
    let furniture = LayerFurniture(table, circles, view)
    drawLabels(content, circles, furniture, view, in: &drawing)
    furniture.draw(in: &drawing)
    drawing.rectangle(frame, class: "frame")
  }

  private var isNamed: Bool {
    switch request.base.labels {
    case .all: true
    case .none: false
    case .auto: table.count <= Self.mostLabels
    }
  }

  /// The features that are named: on a phone `auto` names the heaviest quarter only.
  private func written() -> [Bool] {
    guard request.base.labels != .all, request.base.width < 600 else {
      return [Bool](repeating: true, count: table.count)
    }
    let order = table.weights.indices.sorted { (table.weights[$0], $1) > (table.weights[$1], $0) }
    var heavy = [Bool](repeating: false, count: table.count)
    for feature in order.prefix(max(1, order.count / 4)) { heavy[feature] = true }
    return heavy
  }

  private func drawLabels(
    _ content: Content, _ circles: [Circle], _ furniture: LayerFurniture, _ view: Viewport,
    in drawing: inout Drawing
  ) {
    guard isNamed else { return }
    var polygons = table.outlines.kind == .polygon ? table.outlines : Layer(.polygon)
    for point in 0..<polygons.pointCount {
      let (x, y) = (polygons.x(point), polygons.y(point))
      polygons.coordinates[2 * point] = view.x(x)
      polygons.coordinates[2 * point + 1] = view.y(y)
    }
    let frame = Bounds(
      minX: view.frame.x, minY: view.frame.y, maxX: view.frame.maxX, maxY: view.frame.maxY)
    let field = LabelField(
      frame: frame.grown(by: -3), polygons: polygons,
      obstacles: furniture.boxes.map { Bounds(minX: $0.x, minY: $0.y, maxX: $0.maxX, maxY: $0.maxY) },
      minimumSize: 9)
    let all = circles.isEmpty ? insideLabels(polygons) : symbolLabels(circles, view)
    let isWritten = written()
    let requests = all.filter { isWritten[$0.feature] }
    let names = place(requests, in: field, circles, view).map { placement in
      let request = requests[placement.request]
      return PlacedName(
        placement, tone(placement, of: request.feature, polygons, content),
        isBold: request.label.weight == .bold)
    }
    drawing.group(id: "labels") { $0.names(names) }
  }

  /// Beside circles, clear of the others; large ones whose surroundings are all taken have their names on their own
  /// features, over their circles, or led out across these, rather than none.
  private func place(
    _ requests: [(feature: Int, label: LabelRequest)], in field: LabelField, _ circles: [Circle],
    _ view: Viewport
  ) -> [LabelPlacement] {
    var clear = field
    clear.obstacles += circles.compactMap { obstacle($0, view) }
    let result = LabelPlacer.place(requests.map(\.label), in: clear)
    let late = result.unplaced.filter { !circles.isEmpty && requests[$0].label.weight == .bold }
    guard !late.isEmpty else { return result.placements }
    var over = field
    let nameless = Set(late.map { requests[$0].feature })
    over.obstacles += result.placements.flatMap(Self.room)
    over.obstacles += circles.filter { !nameless.contains($0.feature) }.compactMap { obstacle($0, view) }
    let last = late.map { index -> LabelRequest in
      var request = requests[index].label
      if field.polygons.featureCount > 0 { request.feature = requests[index].feature }
      return request
    }
    return result.placements
      + LabelPlacer.place(last, in: over).placements.map { placement in
        var copy = placement
        copy.request = late[placement.request]
        return copy
      }
  }

  /// What a name and its leader keep free.
  private static func room(of placement: LabelPlacement) -> [Bounds] {
    guard let leader = placement.leader else { return [placement.box] }
    let (dx, dy) = (leader.endX - leader.startX, leader.endY - leader.startY)
    let steps = max(1, Int((dx * dx + dy * dy).squareRoot() / 3))
    let line = (0...steps).map { step in
      let along = Double(step) / Double(steps)
      let (x, y) = (leader.startX + along * dx, leader.startY + along * dy)
      return Bounds(minX: x - 1.5, minY: y - 1.5, maxX: x + 1.5, maxY: y + 1.5)
    }
    return [placement.box] + line
  }

  /// The colours of a name: those for the fill under its middle, where everything under it wants the same of light
  /// or dark text; plain ink and its edge, which read everywhere, where it does not.
  private func tone(
    _ placement: LabelPlacement, of own: Int, _ polygons: Layer, _ content: Content
  ) -> LabelTone {
    let box = placement.box
    let (left, right) = (box.minX + 1, box.maxX - 1)
    let points = [
      (box.midX, box.midY), (left, box.minY), (right, box.minY), (left, box.maxY), (right, box.maxY),
    ]
    let tones = points.map { x, y in
      feature(at: x, y, likely: own, polygons).flatMap { feature -> LabelTone? in
        let style = Int(content.styles.classes[feature])
        return content.tones.indices.contains(style) ? content.tones[style] : nil
      } ?? .plain
    }
    let light = Set(tones.map { $0.isLight(in: content.theme) })
    return light.count == 1 ? tones[0] : .plain
  }

  /// The feature at a point in px: the likely one first, others where there are not too many to look at.
  private func feature(at x: Double, _ y: Double, likely: Int, _ polygons: Layer) -> Int? {
    guard polygons.featureCount > likely else { return nil }
    if polygons.contains(likely, x: x, y: y) { return likely }
    guard polygons.featureCount <= Self.mostLabels else { return nil }
    return (0..<polygons.featureCount).first { polygons.contains($0, x: x, y: y) }
  }

  /// Sizes by rank: the heaviest twentieth in bold, the next fifth in between.
  private func sizes() -> [Int: (Double, FontWeight)] {
    let order = table.weights.indices.sorted { (table.weights[$0], -$0) > (table.weights[$1], -$1) }
    var sizes: [Int: (Double, FontWeight)] = [:]
    for (rank, feature) in order.enumerated() {
      sizes[feature] =
        rank < max(1, order.count / 20) ? (13, .bold) : rank < order.count / 4 ? (11, .regular) : (9, .regular)
    }
    return sizes
  }

  private func insideLabels(_ polygons: Layer) -> [(feature: Int, label: LabelRequest)] {
    let sizes = sizes()
    return (0..<polygons.featureCount).compactMap { feature in
      guard let inside = polygons.poleOfInaccessibility(of: feature, precision: 1) else { return nil }
      let (size, weight) = sizes[feature] ?? (9, .regular)
      return (
        feature,
        LabelRequest(
          text: table.names[feature], priority: table.weights[feature], size: size, weight: weight, x: inside.x,
          y: inside.y, feature: feature)
      )
    }
  }

  /// A name on another feature's circle would seem to be its own.
  private func obstacle(_ circle: Circle, _ view: Viewport) -> Bounds? {
    guard circle.radius > 3 else { return nil }
    let (x, y) = (view.x(circle.x), view.y(circle.y))
    let half = 0.8 * circle.radius
    return Bounds(minX: x - half, minY: y - half, maxX: x + half, maxY: y + half)
  }

  /// Beside circles, the largest first.
  private func symbolLabels(_ circles: [Circle], _ view: Viewport) -> [(feature: Int, label: LabelRequest)] {
    circles.map { circle in
      let size: Double = circle.radius > 14 ? 13 : circle.radius > 6 ? 11 : 9
      return (
        circle.feature,
        LabelRequest(
          text: table.names[circle.feature], priority: circle.radius, size: size,
          weight: circle.radius > 14 ? .bold : .regular, x: view.x(circle.x), y: view.y(circle.y),
          radius: circle.radius)
      )
    }
  }
}
