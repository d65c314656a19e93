import Bytes
import Cartography
import Geometry

/// A map as a page shows it: a drawing in the text, and what a live map needs to show the same.
public struct PageMap: Sendable {
  /// The drawing, which uses the outlines of the page.
  public var drawing: Drawing
  /// The rules of its own classes on a dark page; empty when the page is never dark.
  public var darkRules = ""
  /// The same for the live map; `nil` for maps of several panels.
  public var live: LiveMap?

  /// A drawing and its rules on a dark page, such as a chart, which no live map shows.
  public init(drawing: Drawing, darkRules: String = "") {
    self.drawing = drawing
    self.darkRules = darkRules
  }
}

extension ProjectMap {
  /// Draws the map as a file of its own and as a page shows it, with the same names in the same places.
  ///
  /// - Parameters:
  ///   - subject: the territory with what is known of it.
  ///   - request: language, theme and size of the file of its own.
  ///   - inline: how the page holds the map.
  ///   - dark: the theme of a dark page; `nil` when the page has one theme only.
  ///   - communes: the page's communes, when this is a map of areas in which they lie.
  ///
  /// Throws what its content throws, and 65 for layers that cannot be projected.
  public func drawn(
    _ subject: Subject, _ request: MapRequest, inline: MapRequest.Inline, dark: Theme?,
    communes: LiveMap.Communes? = nil
  ) throws(Problem) -> (full: Drawing, page: PageMap) {
    let base = try BaseMap(subject, request)
    let content = try content(base)
    var names: [PlacedName]?
    let full = MapCanvas(base.input, base.request).draw(content, names: &names)
    var inlined = request
    inlined.inline = inline
    let pageBase = try BaseMap(subject, inlined)
    let canvas = MapCanvas(pageBase.input, pageBase.request)
    var page = PageMap(drawing: canvas.draw(content, names: &names))
    var darkMap: Portrayal?
    if let dark {
      inlined.theme = dark
      let shown = Portrayal(try self.content(BaseMap(subject, inlined)), pageBase.input, inlined)
      darkMap = shown
      page.darkRules = canvas.rules(shown, prefix: inline.idPrefix)
    }
    let shown = Portrayal(content, pageBase.input, pageBase.request)
    if content.panels.isEmpty, let shapes = inline.shapes {
      page.live = LiveMap(shown, dark: darkMap, canvas, shapes)
    } else if let communes, let panel = content.panels.last {
      page.live = LiveMap(shown, panel, dark: darkMap, canvas, communes)
    }
    return (full, page)
  }
}

extension MapCanvas {
  /// The rules of a map's own classes and patterns, without drawing it.
  func rules(_ shown: Portrayal, prefix: String) -> String {
    var drawing = Drawing(
      width: 1, height: 1, title: "", summary: "", theme: shown.theme, language: request.language, idPrefix: prefix)
    let width = sheet(shown, aspect: 1).mapWidth
    let frame = Bounds(x: 0, y: 0, width: width, height: width * input.aspect())
    drawing.style(css(frame, shown))
    for pattern in shown.patterns { drawing.define(pattern) }
    return drawing.ownRules + shown.patterns.map { $0.recoloured(prefix) }.joined()
  }
}
