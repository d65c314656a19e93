import Bytes
import Cartography
import Geometry
import Territory

/// Several maps side by side, in the same frame and at the same scale. Outlines are in
/// the file once, and every panel uses them.
struct MapPanels {
  private let canvas: MapCanvas
  private let shown: Portrayal
  private let panels: [Panel]
  private var input: MapInput { canvas.input }

  /// A panel narrower than this, in px, shows too little.
  private static let leastWidth = 195.0
  private static let gap = 14.0

  init(_ canvas: MapCanvas, _ shown: Portrayal) {
    self.canvas = canvas
    self.shown = shown
    panels = shown.content.panels.map { Panel($0, shown.content.units, canvas.request.language) }
  }

  func draw() -> Drawing {
    var sheet = canvas.sheet(shown, aspect: 1)
    let grid = Grid(sheet.mapWidth, panels, aspect: input.aspect())
    sheet.aspect = grid.height / sheet.mapWidth
    return canvas.draw(sheet, shown.theme) { drawing, frame in draw(grid, at: frame, in: &drawing) }
  }

  /// A panel in a language.
  private struct Panel {
    let fills: [Fill]
    let rings: [MapCircle]
    let values: [String]
    let title: String
    let finding: String
    private let rule: String

    private static let titleSize = 13.0
    private static let ruleSize = 10.0

    init(_ panel: MapPanel, _ units: Arrondissements.Share, _ language: Language) {
      (fills, rings, values) = (panel.fills, panel.rings, panel.values.map { $0[language] })
      (title, rule) = (panel.title[language], panel.rule[language])
      finding = units.said(panel.finding[language], language)
    }

    func titleLines(_ width: Double) -> [String] {
      TextWrap.lines(title, width: width, size: Self.titleSize, weight: .bold)
    }

    func ruleLines(_ width: Double) -> [String] { TextWrap.lines(rule, width: width, size: Self.ruleSize) }

    /// Height of the words above a panel of this width.
    func headingHeight(_ width: Double) -> Double {
      16 * Double(titleLines(width).count) + 16 + 13 * Double(ruleLines(width).count) + 5
    }
  }

  /// The places of the panels: rows of equal panels, under headings as high as the highest of their row.
  private struct Grid {
    let columns: Int
    let panelWidth: Double
    let panelHeight: Double
    /// Top of each row and height of its headings.
    private var rows: [(top: Double, heading: Double)] = []
    private(set) var height = 0.0

    init(_ width: Double, _ panels: [Panel], aspect: Double) {
      let most = max(1, Int((width + gap) / (leastWidth + gap)))
      let rowCount = (panels.count + most - 1) / most
      columns = (panels.count + rowCount - 1) / rowCount
      panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
      panelHeight = (panelWidth * aspect).rounded()
      let wide = panelWidth
      for row in 0..<rowCount {
        let own = panels[row * columns..<min(panels.count, (row + 1) * columns)]
        let heading = own.map { $0.headingHeight(wide) }.max() ?? 0
        rows.append((height, heading))
        height += heading + panelHeight + (row + 1 < rowCount ? gap : 0)
      }
    }

    /// The frame of a panel and the top of its heading, from the grid's own corner.
    func place(_ index: Int) -> (x: Double, top: Double, mapTop: Double) {
      let row = rows[index / columns]
      return (Double(index % columns) * (panelWidth + gap), row.top, row.top + row.heading)
    }
  }

  private func draw(_ grid: Grid, at frame: Bounds, in drawing: inout Drawing) {
    // Every panel is drawn in the coordinates of one frame, then moved.
    let local = Bounds(x: 0, y: 0, width: grid.panelWidth, height: grid.panelHeight)
    let view = Viewport(input.extent(), in: local)
    drawing.style(".panel{stroke:\(drawing.theme.paper.css);stroke-width:.4;stroke-linejoin:round}\n")
    if !shown.css.isEmpty { drawing.style(shown.css) }
    for pattern in shown.patterns { drawing.define(pattern) }
    drawing.shapes { drawing in outlines(view, in: &drawing) }
    let scale = ScaleBar(of: input, view)
    let free = FreeCells(input, [], view)
    let bar = free.corner(for: scale, avoiding: [])
    for (index, panel) in panels.enumerated() {
      let at = grid.place(index)
      let corner = (x: frame.minX + at.x, y: frame.minY + at.mapTop)
      write(panel, x: corner.x, y: frame.minY + at.top, width: grid.panelWidth, in: &drawing)
      let tenths = { (value: Double) in ByteWriter.fixed(value, decimals: 1) }
      drawing.group(
        id: "panel-\(index + 1)", transform: "translate(\(tenths(corner.x)) \(tenths(corner.y)))",
        layer: Text(same: panel.title)
      ) { drawing in
        drawing.group(clip: local) { drawing in fill(panel, local, in: &drawing) }
        rings(of: panel, index, free, avoiding: index == 0 ? [bar] : [], view, local, in: &drawing)
        write(panel.values, panel.fills, index, view, in: &drawing)
        sites(on: panel, index, view, local, in: &drawing)
        if index == 0 { scale.draw(in: &drawing, x: bar.minX + 16, y: bar.maxY - 8) }
        drawing.rectangle(local, class: "frame")
      }
    }
  }

  /// The shapes that every panel uses. Surroundings are left out, because at this size their borders are noise.
  private func outlines(_ view: Viewport, in drawing: inout Drawing) {
    let borders = input.boundaries.map { PathData(visible: $0, through: view) } ?? PathData()
    drawing.path(borders, class: "boundary", attributes: [("id", "boundaries")])
    for (feature, key) in input.keys.enumerated() {
      drawing.path(
        PathData(feature, of: input.outlines, through: view), class: "commune",
        attributes: [("id", "c" + key), ("data-insee", key)], title: input.names[feature])
    }
    guard let outline = input.outline else { return }
    drawing.path(PathData(all: outline, through: view), class: "outline", attributes: [("id", "territory")])
  }

  private func fill(_ panel: Panel, _ local: Bounds, in drawing: inout Drawing) {
    drawing.rectangle(local, class: "ground")
    drawing.use("boundaries", class: "boundary")
    drawing.group(class: "panel") { drawing in
      for (key, fill) in zip(input.keys, panel.fills) {
        drawing.use("c" + key, class: fill.ground.swatch)
        if fill.isPlanned { drawing.use("c" + key, class: "hatch") }
      }
    }
    drawing.use("territory", class: "outline")
  }

  /// Values on the features that are large enough for them.
  private func write(_ values: [String], _ fills: [Fill], _ index: Int, _ view: Viewport, in drawing: inout Drawing) {
    let size = 10.0
    var placed: [(id: String, tone: LabelTone)] = []
    var places: [(value: String, x: Double, y: Double)] = []
    for (feature, value) in values.enumerated() {
      guard let inside = input.outlines.poleOfInaccessibility(of: feature) else { continue }
      let box = input.outlines.bounds(of: feature)
      let (width, height) = (view.x(box.maxX) - view.x(box.minX), (view.y(box.minY) - view.y(box.maxY)).magnitude)
      guard TextMetrics.width(value, size: size) < width - 2, height > size + 2 else { continue }
      placed.append(("value-\(index + 1)-\(input.keys[feature])", fills[feature].tone))
      places.append((value, view.x(inside.x), view.y(inside.y)))
    }
    drawing.edged(placed) { drawing, number in
      let one = places[number]
      drawing.text(one.value, one.x, one.y + 3.5, class: "t10b", anchor: .middle)
    }
  }

  private func rings(
    of panel: Panel, _ index: Int, _ free: FreeCells, avoiding: [Bounds], _ view: Viewport, _ local: Bounds,
    in drawing: inout Drawing
  ) {
    drawing.group(clip: local) { drawing in
      for circle in panel.rings { canvas.draw(circle, id: nil, view, in: &drawing) }
    }
    drawing.radii(panel.rings.compactMap { free.label(of: $0, avoiding: avoiding) }, "radius-\(index + 1)-")
  }

  /// The sites and the names of their features: the only names on the panels.
  private func sites(on panel: Panel, _ index: Int, _ view: Viewport, _ local: Bounds, in drawing: inout Drawing) {
    for (number, marker) in input.sites.enumerated() where view.extent.contains(marker.x, marker.y) {
      let (x, y) = (view.x(marker.x), view.y(marker.y))
      drawing.circle(x, y, radius: 4.5, class: marker.style, title: marker.name)
      guard let feature = marker.feature else { continue }
      let name = input.names[feature]
      let width = TextMetrics.width(name, size: 10, weight: .bold)
      let fits = x + 8 + width < local.maxX - 4
      // A name that runs off the dark fill is dark itself, edged in paper.
      let ends = (fits ? [x + 8, x + 8 + width] : [x - 8 - width, x - 8]).flatMap { [($0, y - 4), ($0, y + 4)] }
      let isOnDark = ends.allSatisfy { end in
        let at = view.unproject(end.0, end.1)
        let under =
          input.outlines.bounds.contains(at.x, at.y)
          ? panel.fills.indices.first { input.outlines.contains($0, x: at.x, y: at.y) } : nil
        return under.map { panel.fills[$0].ground == .step(0) } ?? false
      }
      let tone = isOnDark ? LabelTone.onDark : .plain
      drawing.edged([(id: "site-\(index + 1)-\(number + 1)", tone: tone)]) { drawing, _ in
        drawing.text(name, fits ? x + 8 : x - 8, y + 3.5, class: "t10b", anchor: fits ? .start : .end)
      }
    }
  }

  private func write(_ panel: Panel, x: Double, y: Double, width: Double, in drawing: inout Drawing) {
    var baseline = y + 12
    for line in panel.titleLines(width) {
      drawing.text(line, x, baseline, class: "t13b")
      baseline += 16
    }
    drawing.text(panel.finding, x, baseline, class: "t12")
    baseline += 14
    for line in panel.ruleLines(width) {
      drawing.text(line, x, baseline, class: "t10")
      baseline += 13
    }
  }
}
