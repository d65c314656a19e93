import Bytes
import Cartography
import Geometry
import Reach
import Statistics
import Territory

/// Several actions side by side: one panel each in the same frame, at the same scale and with the same two classes,
/// reached or not, so that the eye compares shapes and nothing else.
///
/// Outlines stand once in the file and every panel uses them.
struct CoverageMultiples {
  let subject: Subject
  let request: MapRequest
  /// The action that reaches most communes first.
  let reaches: [ActionReach]
  private let base: BaseMap
  private var language: Language { request.language }

  /// A panel narrower than this tells too little, px.
  private static let leastWidth = 195.0
  private static let gap = 14.0

  init(_ subject: Subject, _ request: MapRequest, _ reaches: [ActionReach]) throws(Problem) {
    self.subject = subject
    self.request = request
    self.reaches = reaches.sorted { ($0.rows.count, $1.action.id) > ($1.rows.count, $0.action.id) }
    base = try BaseMap(subject, request)
  }

  func drawing() throws(Problem) -> Drawing {
    var circles: [[MapCircle]] = []
    for reach in reaches { circles.append(try base.circles(of: reach)) }
    let content = base.content(
      title: finding(), subtitle: subtitle(), source: Sources.line(subject, request, reaches),
      blocks: [legend(), table()], [])
    var sheet = MapCanvas(base.input, request).sheet(content, aspect: 1)
    let grid = Grid(sheet.mapWidth, reaches.map(heading), aspect: base.input.aspect())
    sheet.aspect = grid.height / sheet.mapWidth
    return sheet.draw(theme: request.theme, language: language, summary: MapCanvas.summary(sheet)) {
      drawing, frame in
      draw(grid, circles, at: frame, in: &drawing)
    }
  }

  // MARK: Words

  private var isAssumed: Bool { reaches.contains { $0.basis == .assumption } }

  /// « Sous ces hypothèses de portée, les 6 actions atteindraient chacune de 1 à 60 des 132 communes ».
  private func finding() -> String {
    let total = subject.layer.count
    let counts = reaches.map(\.rows.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let (fr, en) =
      least == most ? ("\(most)", "\(most)") : ("de \(least) à \(most)", "from \(least) to \(most)")
    let several = reaches.count > 1
    let (who, each) = (
      Text(
        several ? "les \(reaches.count) actions" : "l’action",
        several ? "the \(reaches.count) actions" : "the action"),
      Text(several ? " chacune" : "", several ? " each" : "")
    )
    if isAssumed {
      let verb = several ? "atteindraient" : "atteindrait"
      return Text(
        "Sous ces hypothèses de portée, \(who.fr) \(verb)\(each.fr) \(fr) des \(total) communes",
        "Under these assumed ranges, \(who.en) would\(each.en) reach \(en) of the \(total) communes")[language]
    }
    let (verb, reach) = (several ? "atteignent" : "atteint", several ? "reach" : "reaches")
    return Text(
      "\(who.fr) \(verb)\(each.fr) \(fr) des \(total) communes",
      "\(who.en)\(each.en) \(reach) \(en) of the \(total) communes"
    ).capitalised[language]
  }

  private func subtitle() -> String {
    let all = Set(reaches.flatMap { $0.rows.map(\.row) })
    let population = subject.layer.population(all)
    let share = Phrases.shareOfTerritory(population, of: subject)
    let (people, communes) = (population.words, Phrases.communes(all.count))
    return Text(
      "Une vignette par action à règle de portée, même cadre, même échelle, mêmes teintes · ensemble \(communes.fr), \(people.fr)\(share.fr)",
      "One panel for each action with a reach rule: same frame, scale and shades · together \(communes.en), \(people.en)\(share.en)"
    )[language]
  }

  /// « 60 des 132 communes (hypothèse) », and where.
  private func heading(_ reach: ActionReach) -> Heading {
    let total = subject.layer.count
    let assumed = reach.basis == .assumption ? Text(" (hypothèse)", " (assumed)") : Text(same: "")
    let planned = reach.action.status == .planned ? Text(", en projet", ", planned") : Text(same: "")
    let count = Text(
      "\(reach.rows.count) des \(total) communes", "\(reach.rows.count) of the \(total) communes")
    return Heading(
      title: reach.action.title, finding: (count + planned + assumed)[language],
      rule: Text.joined(reach.rules.map(\.label), separator: " ; ").capitalised[language])
  }

  private func legend() -> Legend {
    var rows: [Legend.Row] = []
    let statuses = Set(reaches.map(\.action.status))
    if statuses.contains(.realised) {
      rows.append(Legend.Row(.fill("s0"), Text("commune atteinte", "commune reached")[language]))
    }
    if statuses.contains(.planned) {
      rows.append(
        Legend.Row(
          .fill("s2", hatched: true),
          Text("commune atteinte par une action en projet", "commune reached by a planned action")[language]))
    }
    rows.append(Legend.Row(.fill("out"), Text("hors de portée", "out of reach")[language]))
    if reaches.contains(where: { !$0.circles.isEmpty }) {
      rows.append(Legend.Row(.line("circle"), Text("rayon d’une action", "radius of an action")[language]))
    }
    rows += CommonRows.site(subject, language) + CommonRows.outline(subject, language)
    return Legend(Text("Dans chaque vignette", "In every panel")[language], rows: rows)
  }

  private func table() -> FigureTable {
    FigureTable(
      Text("Habitants des communes atteintes", "Inhabitants of the communes reached")[language],
      rows: reaches.map { reach in
        [
          reach.action.title,
          reach.totals?.population.shortWords[language] ?? Cell.notApplicable.printed(language),
        ]
      })
  }

  // MARK: Panels

  /// The words above a panel.
  struct Heading {
    var title: String
    var finding: String
    var rule: String

    static let titleSize = 13.0
    static let ruleSize = 10.0

    func titleLines(_ width: Double) -> [String] {
      TextWrap.lines(title, width: width, size: Self.titleSize, weight: .bold)
    }
    func ruleLines(_ width: Double) -> [String] { TextWrap.lines(rule, width: width, size: Self.ruleSize) }
    func height(_ width: Double) -> Double {
      16 * Double(titleLines(width).count) + 16 + 13 * Double(ruleLines(width).count) + 5
    }
  }

  /// Where the panels stand: rows of equal panels under headings as high as their row's highest.
  struct Grid {
    let headings: [Heading]
    let columns: Int
    let panelWidth: Double
    let panelHeight: Double
    /// Top of each row and height of its headings.
    private var rows: [(top: Double, heading: Double)] = []
    private(set) var height = 0.0

    init(_ width: Double, _ headings: [Heading], aspect: Double) {
      self.headings = headings
      let count = max(1, headings.count)
      let most = max(1, Int((width + gap) / (leastWidth + gap)))
      let rowCount = (count + most - 1) / most
      columns = (count + rowCount - 1) / rowCount
      panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
      panelHeight = (panelWidth * aspect).rounded()
      let wide = panelWidth
      for row in 0..<rowCount {
        let own = headings[row * columns..<min(headings.count, (row + 1) * columns)]
        let heading = own.map { $0.height(wide) }.max() ?? 0
        rows.append((height, heading))
        height += heading + panelHeight + (row + 1 < rowCount ? gap : 0)
      }
    }

    /// The frame of a panel and the top of its heading, from the grid's own corner.
    func panel(_ index: Int) -> (x: Double, top: Double, mapTop: Double) {
      let row = rows[index / columns]
      return (Double(index % columns) * (panelWidth + gap), row.top, row.top + row.heading)
    }
  }

  private func draw(_ grid: Grid, _ circles: [[MapCircle]], at frame: Box, in drawing: inout Drawing) {
    // Every panel is drawn in the coordinates of one frame, then moved.
    let local = Box(x: 0, y: 0, width: grid.panelWidth, height: grid.panelHeight)
    let view = Viewport(base.input.extent(), in: local)
    drawing.style(".panel{stroke:\(drawing.theme.paper.css);stroke-width:.4;stroke-linejoin:round}\n")
    if reaches.contains(where: { $0.action.status == .planned }) {
      drawing.define(drawing.theme.hatch)
    }
    drawing.shapes { drawing in outlines(view, in: &drawing) }
    let scale = ScaleBar(of: base.input, view)
    let free = FreeCells(base.input, [], view)
    let bar = free.corner(for: scale, avoiding: [])
    for (index, reach) in reaches.enumerated() {
      let at = grid.panel(index)
      let corner = (x: frame.x + at.x, y: frame.y + at.mapTop)
      write(grid.headings[index], x: corner.x, y: frame.y + at.top, width: grid.panelWidth, in: &drawing)
      let tenths = { (value: Double) in ByteWriter.fixed(value, decimals: 1) }
      drawing.group(
        id: "panel-\(index + 1)", transform: "translate(\(tenths(corner.x)) \(tenths(corner.y)))"
      ) { drawing in
        drawing.group(clip: local) { drawing in fill(reach, local, in: &drawing) }
        ring(circles[index], index, free, avoiding: index == 0 ? [bar] : [], view, local, in: &drawing)
        site(reach, index, view, local, in: &drawing)
        if index == 0 { scale.draw(in: &drawing, x: bar.x + 16, y: bar.maxY - 8) }
        drawing.rectangle(local, class: "frame")
      }
    }
  }

  /// The shapes every panel uses. Communes around are left out: at this size their borders are noise.
  private func outlines(_ view: Viewport, in drawing: inout Drawing) {
    let borders = base.input.surroundings.map { PathData(visible: $0.borders, through: view) } ?? PathData()
    drawing.path(borders, class: "departement", attributes: [("id", "departements")])
    for (row, commune) in subject.layer.communes.enumerated() {
      drawing.path(
        PathData(row, of: base.input.outlines, through: view), class: "commune",
        attributes: [("id", "c" + commune.insee), ("data-insee", commune.insee)], title: commune.name)
    }
    guard let outline = base.input.outline else { return }
    drawing.path(
      PathData(all: outline, through: view), class: "outline", attributes: [("id", "territory")])
  }

  private func fill(_ reach: ActionReach, _ local: Box, in drawing: inout Drawing) {
    drawing.rectangle(local, class: "ground")
    drawing.use("departements", class: "departement")
    let reached = Set(reach.rows.map(\.row))
    let isPlanned = reach.action.status == .planned
    drawing.group(class: "panel") { drawing in
      for (row, commune) in subject.layer.communes.enumerated() {
        let shape = "c" + commune.insee
        guard reached.contains(row) else {
          drawing.use(shape, class: "out")
          continue
        }
        drawing.use(shape, class: isPlanned ? "s2" : "s0")
        if isPlanned { drawing.use(shape, class: "hatch") }
      }
    }
    drawing.use("territory", class: "outline")
  }

  private func ring(
    _ circles: [MapCircle], _ index: Int, _ free: FreeCells, avoiding: [Box], _ view: Viewport, _ local: Box,
    in drawing: inout Drawing
  ) {
    drawing.group(clip: local) { drawing in
      for circle in circles { MapCanvas(base.input, request).draw(circle, id: nil, view, in: &drawing) }
    }
    let labels = circles.compactMap { free.label(of: $0, avoiding: avoiding) }
    let ids = labels.indices.map { (id: "radius-\(index + 1)-\($0 + 1)", tone: LabelTone.radius) }
    drawing.edged(ids) { drawing, number in
      let box = labels[number].box
      drawing.text(labels[number].text, box.x + box.width / 2, box.maxY - 4, class: "t10b", anchor: .middle)
    }
  }

  /// The Pôle's sites and the names of their towns: the only names on the panels.
  private func site(
    _ reach: ActionReach, _ index: Int, _ view: Viewport, _ local: Box, in drawing: inout Drawing
  ) {
    let strong = reach.action.status == .planned ? [] : Set(reach.rows.map(\.row))
    for (number, marker) in base.input.sites.enumerated() where view.extent.contains(marker.x, marker.y) {
      let (x, y) = (view.x(marker.x), view.y(marker.y))
      drawing.circle(x, y, radius: 4.5, class: marker.style, title: marker.name)
      guard let row = marker.feature else { continue }
      let name = subject.layer.communes[row].name
      let fits = x + 8 + TextMetrics.width(name, size: 10, weight: .bold) < local.maxX - 4
      let tone = strong.contains(row) ? LabelTone.onDark : .plain
      drawing.edged([(id: "site-\(index + 1)-\(number + 1)", tone: tone)]) { drawing, _ in
        drawing.text(name, fits ? x + 8 : x - 8, y + 3.5, class: "t10b", anchor: fits ? .start : .end)
      }
    }
  }

  private func write(_ heading: Heading, x: Double, y: Double, width: Double, in drawing: inout Drawing) {
    var baseline = y + 12
    for line in heading.titleLines(width) {
      drawing.text(line, x, baseline, class: "t13b")
      baseline += 16
    }
    drawing.text(heading.finding, x, baseline, class: "t12")
    baseline += 14
    for line in heading.ruleLines(width) {
      drawing.text(line, x, baseline, class: "t10")
      baseline += 13
    }
  }
}
