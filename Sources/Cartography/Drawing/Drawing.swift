import Bytes
import Geometry

/// An SVG that is being written: elements in the order in which they are drawn, coordinates in px with one
/// decimal, y down.
///
/// Text stays text, every style is a CSS class of the style sheet, and there are no scripts. The same calls
/// give the same bytes.
///
/// Chromium, Firefox, Inkscape, LibreOffice and librsvg must draw it alike. Therefore a class is defined once,
/// two classes of one element never set the same property (LibreOffice applies the first rule, browsers the
/// last), links are `xlink:href` (Inkscape 1.2 knows no other), the edge of a name is drawn separately under it
/// (LibreOffice ignores `paint-order`), and marks over a fill are a `PatternFill`.
public struct Drawing: Sendable {
  /// Width in px, as coordinates have it.
  public let width: Double
  /// Height in px, as coordinates have it.
  public let height: Double
  /// How much larger the file is shown than its coordinates say, so that letters keep their size on wide sheets.
  public var magnification = 1.0
  /// What the drawing is, for screen readers; not drawn.
  public let title: String
  /// What the drawing shows, for screen readers; not drawn.
  public let summary: String
  /// Where the style sheet takes its colours from.
  public let theme: Theme
  /// The language of texts and numerals.
  public let language: Language
  /// Producers, vintages, licence and assumptions, for file formats that store them next to the picture; not
  /// drawn.
  public var source = ""
  /// Links from the drawing to other pages, when it is a page of a book.
  public private(set) var links: [PageLink] = []
  /// What goes before every id, because ids of one page must differ; empty for a file of its own.
  public let idPrefix: String
  var body: ByteWriter
  /// What was drawn before `body`, in pieces: those of a country are never copied into one.
  private var before: [ByteWriter] = []
  private var definitions = ByteWriter()
  private var ownStyle = ""
  /// The pattern fills by the CSS class of what they fill.
  private(set) var patternFills: [String: PatternFill] = [:]
  private var nextClip = 1

  /// An empty drawing; `title` and `summary` are what a screen reader says about it.
  public init(
    width: Double, height: Double, title: String, summary: String, theme: Theme, language: Language,
    idPrefix: String = ""
  ) {
    self.idPrefix = idPrefix
    self.width = width
    self.height = height
    self.title = title
    self.summary = summary
    self.theme = theme
    self.language = language
    body = ByteWriter(capacity: 1 << 18)
  }

  /// Puts pieces that were written elsewhere after what has been drawn.
  mutating func append(_ pieces: [ByteWriter]) {
    before.append(body)
    before += pieces
    body = ByteWriter(capacity: 1 << 16)
  }

  // MARK: Elements

  /// Puts what `draw` draws into a group. `clip` is in the coordinates of the group, `transform` an SVG transformation;
  /// a group with the name `layer` is a layer for Inkscape, unless the drawing stands in a page. `isFrench` says that its
  /// texts are French in every language.
  public mutating func group(
    id: String? = nil, class style: String? = nil, clip: Bounds? = nil, transform: String? = nil, layer: Text? = nil,
    isFrench: Bool = false, _ draw: (inout Drawing) -> Void
  ) {
    var attributes: [(String, String)] = []
    if let id { attributes.append(("id", idPrefix + id)) }
    if let layer, idPrefix.isEmpty {
      attributes += [("inkscape:groupmode", "layer"), ("inkscape:label", layer[language])]
    }
    if isFrench, language != .fr { attributes.append((langAttribute, "fr")) }
    if let style { attributes.append(("class", style)) }
    if let clip { attributes.append(("clip-path", "url(#\(addClip(clip)))")) }
    if let transform { attributes.append(("transform", transform)) }
    open("g", attributes)
    body.raw("\n")
    draw(&self)
    body.raw("</g>\n")
  }

  /// Calls `draw` with a class, and with the class of its marks if it has any: both then stand in a group with the ground.
  private mutating func marked(_ style: String, _ draw: (inout Drawing, _ style: String, _ isMarks: Bool) -> Void) {
    guard let fill = patternFill(style) else { return draw(&self, style, false) }
    group(class: fill.groundStyle) { drawing in
      draw(&drawing, style, false)
      draw(&drawing, fill.marksStyle, true)
    }
  }

  /// Draws a rectangle with corners rounded by `radius` px, with the marks of its class if it has any.
  public mutating func rectangle(_ box: Bounds, class style: String, radius: Double = 0) {
    marked(style) { drawing, style, _ in
      drawing.open("rect", [("class", style)], close: false)
      drawing.frame(box)
      if radius > 0 { drawing.number("rx", radius) }
      drawing.end("rect", nil)
    }
  }

  /// Fills the sheet with the paper colour; call it first. It extends a px beyond the sheet, because
  /// LibreOffice would otherwise leave a white line at the edge.
  public mutating func paper() { rectangle(Bounds(x: -1, y: -1, width: width + 2, height: height + 2), class: "paper") }

  /// Draws a circle around a centre in px, with the marks of its class if it has any; `title` is its tooltip.
  public mutating func circle(_ x: Double, _ y: Double, radius: Double, class style: String, title: String? = nil) {
    marked(style) { drawing, style, isMarks in
      drawing.open("circle", [("class", style)], close: false)
      drawing.number("cx", x)
      drawing.number("cy", y)
      drawing.number("r", radius)
      drawing.end("circle", isMarks ? nil : title)
    }
  }

  /// Draws a straight line between two points in px.
  public mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class style: String) {
    open("line", [("class", style)], close: false)
    number("x1", x1)
    number("y1", y1)
    number("x2", x2)
    number("y2", y2)
    body.raw("/>\n")
  }

  /// Draws a path; nothing when it is empty. A path of a class with marks gets these only if `attributes` has
  /// an `id`.
  public mutating func path(
    _ data: PathData, class style: String?, attributes: [(String, String)] = [], title: String? = nil
  ) {
    guard !data.isEmpty else { return }
    let id = attributes.first { $0.0 == "id" }?.1
    guard let style, let id else { return plainPath(data, class: style, attributes, title) }
    marked(style) { drawing, style, isMarks in
      if isMarks {
        drawing.plainUse(id, class: style)
      } else {
        drawing.plainPath(data, class: style, attributes, title)
      }
    }
  }

  private mutating func plainPath(
    _ data: PathData, class style: String?, _ attributes: [(String, String)], _ title: String?
  ) {
    let attributes = attributes.map { $0.0 == "id" ? ($0.0, idPrefix + $0.1) : $0 }
    open("path", Self.classed(style) + attributes, close: false)
    body.raw(" d=\"")
    body.append(data.bytes)
    body.raw("\"")
    end("path", title)
  }

  private static func classed(_ style: String?) -> [(String, String)] { style.map { [("class", $0)] } ?? [] }

  /// Draws one line of text at `x`, `y` in px; `y` is the baseline and `anchor` says which point of the line
  /// `x` is.
  public mutating func text(
    _ text: String, _ x: Double, _ y: Double, class style: String?, anchor: TextAnchor = .start,
    attributes: [(String, String)] = []
  ) {
    openText(x, y, style, anchor, attributes)
    for passage in Passage.all(text) {
      let words = Escape.markup(String(passage.text))
      body.text(passage.isFrench ? "<tspan \(langAttribute)=\"fr\">\(words)</tspan>" : words)
    }
    body.raw("</text>\n")
  }

  private mutating func openText(
    _ x: Double, _ y: Double, _ style: String?, _ anchor: TextAnchor, _ attributes: [(String, String)]
  ) {
    let anchors = anchor == .start ? [] : [("text-anchor", anchor.rawValue)]
    open("text", Self.classed(style) + anchors + attributes, close: false)
    number("x", x)
    number("y", y)
    body.raw(">")
  }

  /// What names the language of a text: HTML has its own attribute.
  private var langAttribute: String { idPrefix.isEmpty ? "xml:lang" : "lang" }

  /// Draws one text on several lines, each at its x and y in px. A line that ends in a hyphen joins the next; a space stands
  /// between others, so that the text can be found and copied whole.
  public mutating func text(
    lines: [(text: String, y: Double)], _ x: Double, size: Double, class style: String?, anchor: TextAnchor = .start,
    attributes: [(String, String)] = []
  ) {
    guard lines.count > 1, let first = lines.first else {
      for line in lines { text(line.text, x, line.y, class: style, anchor: anchor, attributes: attributes) }
      return
    }
    openText(x, first.y, style, anchor, attributes)
    for (index, line) in lines.enumerated() {
      let isJoined = index == lines.count - 1 || line.text.hasSuffix("-")
      // The space counts for the anchor of its line.
      let space = isJoined ? 0 : TextMetrics.width(" ", size: size, family: .inter)
      open("tspan", [], close: false)
      number("x", x + (anchor == .middle ? space / 2 : anchor == .end ? space : 0))
      number("y", line.y)
      body.text(">\(Escape.markup(line.text))</tspan>\(isJoined ? "" : " ")")
    }
    body.raw("</text>\n")
  }

  /// Defines the shapes that `draw` draws without drawing them; `use` draws a shape by its id.
  public mutating func shapes(_ draw: (inout Drawing) -> Void) {
    body.raw("<defs>\n")
    draw(&self)
    body.raw("</defs>\n")
  }

  /// Draws the element with an id again; the class sets the properties that the element itself leaves open, and marks if
  /// it has any.
  public mutating func use(_ id: String, class style: String) {
    marked(style) { drawing, style, _ in drawing.plainUse(id, class: style) }
  }

  private mutating func plainUse(_ id: String, class style: String) {
    open("use", [("xlink:href", "#" + idPrefix + id), ("class", style)], close: false)
    end("use", nil)
  }

  /// Draws an element of the page around this drawing, by its id, as it looks there.
  public mutating func share(_ id: String) { body.text("<use href=\"#\(Escape.markup(id))\"/>\n") }

  /// Content of another SVG, scaled into a box. Its ids must not clash: only used to put whole maps on pages.
  public mutating func embed(_ svg: [UInt8], in box: Bounds, viewBox: (Double, Double)) {
    open("svg", [("viewBox", "0 0 \(tenths(viewBox.0)) \(tenths(viewBox.1))")], close: false)
    frame(box)
    body.raw(">\n")
    body.append(contentsOf: svg)
    body.raw("</svg>\n")
  }

  /// An embedded picture, by its `data:` address.
  mutating func image(_ address: String, _ box: Bounds) {
    open("image", [("xlink:href", address)], close: false)
    frame(box)
    body.raw("/>\n")
  }

  /// Adds CSS for this drawing's own classes, after the rules of the theme.
  public mutating func style(_ css: String) { ownStyle += css }

  /// Defines marks over a fill, which are then drawn wherever the class is used. A second definition for the
  /// same class is ignored.
  public mutating func define(_ fill: PatternFill) {
    guard patternFills[fill.style] == nil else { return }
    patternFills[fill.style] = fill
    definitions.text(fill.markup(idPrefix))
    ownStyle += fill.css(idPrefix)
  }

  /// The pattern fill with a ground of the first class in `style` that has one; `nil` for plain classes.
  func patternFill(_ style: String) -> PatternFill? {
    guard !patternFills.isEmpty else { return nil }
    for name in style.split(separator: " ") {
      if let fill = patternFills[String(name)], fill.ground != nil { return fill }
    }
    return nil
  }

  /// A rectangle that leads to another page when the drawing is a page of a book; `page` counts from 1.
  public mutating func link(_ box: Bounds, toPage page: Int) { links.append(PageLink(box: box, page: page)) }

  // MARK: The file

  /// The whole SVG file. Complexity: O(bytes).
  public func svg() -> [UInt8] { Self.joined(pieces()) }

  /// The whole SVG file in pieces, which are written one after the other.
  public func pieces() -> [[UInt8]] {
    var head = ByteWriter(capacity: 1 << 14)
    head.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
    head.raw(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"")
    head.text(" viewBox=\"0 0 \(tenths(width)) \(tenths(height))\"")
    head.text(" width=\"\(tenths(width * magnification))\" height=\"\(tenths(height * magnification))")
    head.text("\" role=\"img\" aria-labelledby=\"title desc\" lang=\"\(language.rawValue)\" class=\"map\">\n")
    writeHead(to: &head)
    return [head.bytes] + drawn + [Array("</svg>\n".utf8)]
  }

  /// The content between `<svg>` and `</svg>` of the file, for `embed`.
  public func content() -> [UInt8] {
    var head = ByteWriter(capacity: 1 << 14)
    writeHead(to: &head)
    return Self.joined([head.bytes] + drawn)
  }

  /// The `<svg>` element for a page that has the style sheet of its theme: without style and description, with a
  /// title and ids of its own.
  public func inline() -> [UInt8] {
    var head = ByteWriter(capacity: 1 << 12)
    let size = "\(tenths(width)) \(tenths(height))"
    head.text("<svg class=\"map\" viewBox=\"0 0 \(size)\" role=\"img\" aria-labelledby=\"\(idPrefix)title\">\n")
    head.text("<title id=\"\(idPrefix)title\">\(Escape.markup(title))</title>\n<defs>\n")
    head.append(definitions)
    head.raw("</defs>\n")
    return Self.joined([head.bytes] + drawn + [Array("</svg>\n".utf8)])
  }

  /// What has been drawn, without anything around it.
  public var fragment: [UInt8] { Self.joined(drawn) }

  /// The rules of this drawing beyond those of every drawing of its theme: its palette and its own classes.
  public var ownRules: String { StyleSheet.palette(theme) + ownStyle }

  private func writeHead(to out: inout ByteWriter) {
    out.text("<title id=\"title\">\(Escape.markup(title))</title>\n")
    out.text("<desc id=\"desc\">\(Escape.markup(summary))</desc>\n")
    out.text("<style>\n\(StyleSheet.base(theme))\(ownRules)</style>\n")
    out.raw("<defs>\n")
    out.append(definitions)
    out.raw("</defs>\n")
  }

  /// Everything that has been drawn, in order.
  private var drawn: [[UInt8]] { (before + [body]).map(\.bytes) }

  private static func joined(_ pieces: [[UInt8]]) -> [UInt8] {
    var out = ByteWriter(capacity: pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { out.append(contentsOf: piece) }
    return out.bytes
  }

  // MARK: Writing

  private mutating func addClip(_ box: Bounds) -> String {
    let id = "\(idPrefix)clip-\(nextClip)"
    nextClip += 1
    var writer = ByteWriter()
    writer.text("<clipPath id=\"\(id)\"><rect x=\"\(tenths(box.minX))\" y=\"\(tenths(box.minY))\"")
    writer.text(" width=\"\(tenths(box.width))\" height=\"\(tenths(box.height))\"/></clipPath>\n")
    definitions.append(writer)
    return id
  }

  private mutating func open(_ name: StaticString, _ attributes: [(String, String)], close: Bool = true) {
    body.raw("<")
    body.raw(name)
    for (key, value) in attributes { body.text(" \(key)=\"\(Escape.markup(value))\"") }
    if close { body.raw(">") }
  }

  private mutating func end(_ name: StaticString, _ title: String?) {
    guard let title else { return body.raw("/>\n") }
    body.text("><title>\(Escape.markup(title))</title></")
    body.raw(name)
    body.raw(">\n")
  }

  private mutating func frame(_ box: Bounds) {
    number("x", box.minX)
    number("y", box.minY)
    number("width", box.width)
    number("height", box.height)
  }

  private func tenths(_ value: Double) -> String { ByteWriter.fixed(value, decimals: 1) }

  private mutating func number(_ key: StaticString, _ value: Double) {
    body.raw(" ")
    body.raw(key)
    body.raw("=\"")
    body.fixed(value, decimals: 1)
    body.raw("\"")
  }
}

/// Which point of a line of text its x is; the raw values are those of SVG's `text-anchor`.
public enum TextAnchor: String, Sendable { case start, middle, end }

/// A rectangle of a page that links to another page of the same book.
public struct PageLink: Sendable, Equatable {
  /// The rectangle, in px of the drawing.
  public var box: Bounds
  /// Counts from 1.
  public var page: Int
}
