import Bytes
import Cartography
import Geometry
import Projections
import Reach
import Territory

/// How one map fills and names its communes.
struct CommuneStyle: Sendable {
  /// CSS class of the fill, a step of the theme's sequence or `out`.
  var fill: String
  var hatched = false
  /// Whether names on it need light text.
  var isDark = false
  /// What a pointer or a screen reader gets: « Étampes : 25 092 habitants, … ».
  var title: String
  /// The mapped value for `data-value`; `nil` when there is none.
  var value: String?
}

/// What a kind of map draws over the communes, in map coordinates.
struct Overlay: Sendable {
  /// Segments x1, y1, x2, y2.
  var lines: [Double] = []
  var markers: [(name: String, x: Double, y: Double)] = []
  /// Short signs written where they stand, such as the `s` of a secret.
  var signs: [(text: String, x: Double, y: Double)] = []
}

extension BaseMap {
  /// Draws everything below the labels: surroundings, communes, outline, circles, site, then labels and furniture.
  func draw(
    in drawing: inout Drawing, frame: Box, styles: [CommuneStyle], circles: [MapCircle],
    cantons: Bool = false, overlay: Overlay = Overlay()
  ) {
    let view = Viewport(extent, in: frame)
    if styles.contains(where: \.hatched) || circles.contains(where: \.planned) {
      drawing.define(Self.hatch(drawing.theme))
    }
    drawing.rectangle(frame, class: "ground")
    let labels = LabelWork(self, view, circles: circles, overlay: overlay)
    // Drawn while one thread alone looks for places.
    let begun = drawing
    var ground: Aside<Drawing, Never>?
    let names = labels.names(styles) {
      ground = Aside {
        var drawing = begun
        drawGround(in: &drawing, view, styles, circles, cantons: cantons, overlay)
        return drawing
      }
    }
    if let ground { drawing = ground.get() }
    if request.labels != .none { drawing.group(id: "labels") { $0.names(names) } }
    let furniture = labels.furniture
    drawSites(in: &drawing, view)
    for sign in overlay.signs {
      drawing.text(sign.text, view.x(sign.x), view.y(sign.y) + 4, class: "t12b", anchor: .middle)
    }
    for marker in overlay.markers {
      drawing.circle(view.x(marker.x), view.y(marker.y), radius: 7, class: "candidate", title: marker.name)
    }
    furniture.draw(in: &drawing)
    drawing.rectangle(frame, class: "frame")
  }

  /// Surroundings, communes, outline and circles.
  private func drawGround(
    in drawing: inout Drawing, _ view: Viewport, _ styles: [CommuneStyle], _ circles: [MapCircle],
    cantons: Bool, _ overlay: Overlay
  ) {
    drawing.group(id: "map", clip: view.frame) { drawing in
      drawSurroundings(in: &drawing, view)
      drawing.group(id: "communes", class: "communes") { drawing in
        for (row, style) in styles.enumerated() { drawCommune(row, style, in: &drawing, view) }
      }
      if cantons { drawCantons(in: &drawing, view) }
      drawing.path(PathData(0, of: outline, through: view), class: "outline")
      for segment in stride(from: 0, to: overlay.lines.count, by: 4) {
        let ends = overlay.lines[segment..<segment + 4]
        let (x1, y1, x2, y2) = (ends[segment], ends[segment + 1], ends[segment + 2], ends[segment + 3])
        drawing.line(view.x(x1), view.y(y1), view.x(x2), view.y(y2), class: "assignment")
      }
      for (index, circle) in circles.enumerated() {
        var path = PathData()
        circle.ring.withUnsafeBufferPointer { path.add($0, closed: true, through: view) }
        drawing.path(path, class: "circle-casing")
        drawing.path(
          path, class: circle.planned ? "circle planned" : "circle", attributes: [("id", "circle-\(index + 1)")]
        )
      }
    }
  }

  static func hatch(_ theme: Theme) -> PatternFill {
    PatternFill("hatch", .rising(width: theme.hatchWidth), side: 8, theme.ink)
  }

  private func drawSurroundings(in drawing: inout Drawing, _ view: Viewport) {
    drawing.group(id: "surroundings") { drawing in
      if let lines {
        // The ground under them has their colour.
        drawing.style(".around{fill:none}\n")
        drawing.path(visible(lines, view), class: "context around")
      } else {
        for feature in 0..<surroundings.featureCount {
          guard surroundings.bounds(of: feature).intersects(view.extent) else { continue }
          drawing.path(PathData(feature, of: surroundings, through: view), class: "context")
        }
      }
      drawing.path(visible(borders, view), class: "departement")
    }
  }

  /// Lines of which something may be seen, in one path.
  private func visible(_ lines: Layer, _ view: Viewport) -> PathData {
    var path = PathData()
    for line in 0..<lines.featureCount where lines.bounds(of: line).intersects(view.extent) {
      path.add(line, of: lines, through: view)
    }
    return path
  }

  private func drawCommune(_ row: Int, _ style: CommuneStyle, in drawing: inout Drawing, _ view: Viewport) {
    let path = PathData(row, of: communes, through: view)
    let commune = subject.layer.communes[row]
    var attributes = [("id", "c" + commune.insee), ("data-insee", commune.insee)]
    if let value = style.value { attributes.append(("data-value", value)) }
    guard style.hatched else {
      return drawing.path(path, class: "commune " + style.fill, attributes: attributes, title: style.title)
    }
    // The fill is the group's, so that the hatch can take the shape without it.
    drawing.group(class: style.fill) { drawing in
      drawing.path(path, class: "commune", attributes: attributes, title: style.title)
      drawing.use("c" + commune.insee, class: "hatch")
    }
  }

  private func drawCantons(in drawing: inout Drawing, _ view: Viewport) {
    var numbers: [String: Int] = [:]
    let groups = subject.layer.communes.map { commune -> Int in
      let code = commune.canton ?? ""
      if let number = numbers[code] { return number }
      numbers[code] = numbers.count
      return numbers.count - 1
    }
    let lines = communes.borderLines(between: groups).lines
    var path = PathData()
    for line in 0..<lines.featureCount { path.add(line, of: lines, through: view) }
    drawing.path(path, class: "canton")
  }

  private func drawSites(in drawing: inout Drawing, _ view: Viewport) {
    drawing.group(id: "sites") { drawing in
      for (site, x, y) in sitePoints(view) {
        let style = site.support.basis == .assumption ? "candidate" : "site"
        drawing.circle(x, y, radius: 6.5, class: style, title: site.name)
      }
    }
  }

  /// The sites inside the frame, in px.
  func sitePoints(_ view: Viewport) -> [(site: Site, x: Double, y: Double)] {
    subject.ground.sites.compactMap { site in
      guard let place = subject.ground.place(of: site), let at = try? locate(place.longitude, place.latitude),
        view.extent.contains(at.x, at.y)
      else { return nil }
      return (site, view.x(at.x), view.y(at.y))
    }
  }
}
