import Bytes
import Cartography
import Geometry

/// What a live map shows instead of a still one: the class of each commune, the legend, and what stands over the
/// communes, in the view of the page's shapes.
public struct LiveMap: Sendable {
  /// A row of the legend.
  public struct Row: Sendable {
    /// Numbers of the classes that it stands for; empty for a symbol.
    public var classes: [Int]
    /// CSS class of its swatch.
    public var style: String
    /// CSS class of the fill under a line; `nil` for none.
    public var ground: String?
    /// What the swatch is.
    public var kind: Kind
    /// What it means.
    public var label: String
    /// The number at its right, as printed; `nil` for none.
    public var count: String?

    fileprivate init(_ row: Legend.Row, _ kind: Kind, _ style: String, on ground: String? = nil, classes: [Int] = []) {
      (self.kind, self.style, self.ground, self.classes) = (kind, style, ground, classes)
      (label, count) = (row.label, row.count)
    }

    /// Forms of swatches.
    public enum Kind: String, Sendable { case fill, line, marker }
  }

  /// A small table beside the legend.
  public struct Side: Sendable {
    /// Its heading.
    public var heading: String
    /// Units above the columns of figures; empty for none.
    public var units: [String]
    /// Its cells, the name of the row first.
    public var rows: [[String]]
  }

  /// The title, which states the finding.
  public var title: String
  /// The line under the title.
  public var subtitle: String
  /// Sources, vintages, licence, assumptions.
  public var source: String
  /// Heading of the legend.
  public var heading = ""
  /// Rows of the legend.
  public var rows: [Row] = []
  /// Small tables beside the legend.
  public var sides: [Side] = []
  /// Paragraphs beside the legend.
  public var notes: [String] = []
  /// CSS classes of the classes.
  public var classNames: [String]
  /// Number of the class of each commune.
  public var classes: [UInt8]
  /// What the map says of each commune, without its name.
  public var said: [String]
  /// What stands over the communes, as SVG.
  public var over: [UInt8]
  /// Patterns of its classes, as SVG.
  public var patterns = ""
  /// Rules of its patterns.
  public var rules = ""
  /// The same on a dark page.
  public var darkRules = ""

  init(_ shown: Portrayal, dark: Portrayal?, _ canvas: MapCanvas, _ shapes: SharedShapes) {
    let prefix = "live-" + (canvas.request.inline?.idPrefix ?? "")
    self.init(
      shown, dark, prefix, subtitle: shown.subtitle, classNames: shown.styles.classNames,
      classes: shown.styles.classes,
      said: shown.styles.titles.map { title in
        title.firstRange(of: " : ").map { String(title[$0.upperBound...]) } ?? ""
      })
    var drawing = Drawing(
      width: shapes.size.width, height: shapes.size.height, title: "", summary: "", theme: shown.theme,
      language: canvas.request.language, idPrefix: prefix)
    if let limits = shown.content.limits { drawing.path(PathData(all: limits, through: shapes.view), class: "limit") }
    canvas.drawOver(shown, shapes.view, in: &drawing)
    canvas.draw(shown.content.markers, radius: 7, id: nil, shapes.view, in: &drawing)
    over = drawing.fragment
  }

  /// The communes of a page, when the map is one of larger areas.
  public struct Communes: Sendable {
    /// Code of the area in which each commune lies; `nil` when it is not known.
    public var areas: [String?]
    /// Name of each commune.
    public var names: [String]

    /// Makes a value of these; both have one element for each commune.
    public init(areas: [String?], names: [String]) {
      self.areas = areas
      self.names = names
    }
  }

  /// The last panel of a map of areas, shown on the communes that lie in them.
  init(_ shown: Portrayal, _ panel: MapPanel, dark: Portrayal?, _ canvas: MapCanvas, _ communes: Communes) {
    let (input, language) = (canvas.input, canvas.request.language)
    let styles = panel.fills.map(\.swatch)
    let names = Set(styles).sorted() + ["area out"]
    let features = communes.areas.map { code in code.flatMap { input.keys.firstIndex(of: $0) } }
    self.init(
      shown, dark, "live-" + (canvas.request.inline?.idPrefix ?? ""),
      subtitle: [shown.subtitle, panel.title[language]].filter { !$0.isEmpty }.joined(separator: " · "),
      classNames: names,
      classes: features.map { feature in
        UInt8(feature.flatMap { names.firstIndex(of: styles[$0]) } ?? names.count - 1)
      },
      said: features.map { feature in
        guard let feature else { return "" }
        let value = panel.values.indices.contains(feature) ? panel.values[feature][language] : "…"
        return "\(input.names[feature]), \(value)"
      })
  }

  private init(
    _ shown: Portrayal, _ dark: Portrayal?, _ prefix: String, subtitle: String, classNames: [String], classes: [UInt8],
    said: [String]
  ) {
    title = shown.title
    self.subtitle = subtitle
    source = Passage.unmarked(shown.source)
    (self.classNames, self.classes, self.said, over) = (classNames, classes, said, [])
    for pattern in shown.patterns {
      guard let solid = pattern.solid(prefix) else { continue }
      patterns += solid.markup
      rules += solid.rules
    }
    for pattern in dark?.patterns ?? [] { darkRules += pattern.solid(prefix)?.rules ?? "" }
    for block in shown.blocks {
      switch block {
      case let legend as Legend:
        if heading.isEmpty { heading = legend.heading }
        rows += legend.rows.map(row)
      case let table as FigureTable: sides.append(Side(heading: table.heading, units: table.units, rows: table.rows))
      case let note as Note: notes.append([note.heading, note.text].compactMap { $0 }.joined(separator: " : "))
      default: notes += block.lines
      }
    }
  }

  /// A row with the classes that its swatch stands for.
  private func row(_ row: Legend.Row) -> Row {
    func filled(_ name: String) -> Row {
      let plain = Self.plain(name)
      // One swatch stands for every class under the same thin lines.
      let isLittle = plain.hasPrefix("little-")
      let found = classNames.indices.filter {
        let own = Self.plain(classNames[$0])
        return isLittle ? own.hasPrefix("little-") : own == plain
      }
      return Row(row, .fill, plain, classes: found)
    }
    switch row.key {
    case .fill(let style, let hatched): return filled(hatched ? "hatched-" + Self.plain(style) : style)
    case .letter(let style, _): return filled(style.replacing("-key", with: ""))
    case .border(let fill, let line): return Row(row, .line, line, on: fill)
    case .line(let line): return Row(row, .line, line)
    case .site: return Row(row, .marker, "site")
    case .marker(let style): return Row(row, .marker, style)
    // Signs of charts, which no live map shows.
    case .sign: return Row(row, .marker, "place-dot")
    }
  }

  /// The class that fills, without the one of all features.
  private static func plain(_ style: String) -> String {
    style.split(separator: " ").last.map(String.init) ?? style
  }
}
