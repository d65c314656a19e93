/// Walks a tree in the order it is drawn and writes down what is to be seen.
struct SVGPainter: ~Copyable {
  var tree: SVGTree
  let fonts: FontBook
  var list: DisplayList
  /// The outline made for a node, and where it was placed then: a shape may be drawn several times.
  private var outlines: [(place: Affine, outline: Int)?]
  /// The same of the runs of a text.
  var texts: [Int: PlacedText] = [:]
  var fontNumbers: [SVGFontKey: Int] = [:]
  private var tiles: [(node: Int, place: Affine)] = []
  private var room = PathRoom()
  private var depth = 0

  init(_ tree: consuming SVGTree, _ fonts: FontBook) throws(OutsideSubset) {
    let root = tree.nodes[0]
    guard root.box.width > 0, root.box.height > 0 else { throw OutsideSubset("size of the drawing", "".utf8) }
    list = DisplayList(width: root.box.width, height: root.box.height)
    outlines = Array(repeating: nil, count: tree.nodes.count)
    self.tree = tree
    self.fonts = fonts
  }

  mutating func paint() throws(OutsideSubset) -> DisplayList {
    let style = styled(0, SVGStyle())
    let place = try tree.nodes[0].viewBox.map { (box) throws(OutsideSubset) in
      try Affine(viewBox: box, in: tree.nodes[0].box)
    }
    try paintChildren(of: 0, style, place ?? .identity)
    return list
  }

  /// The style of a node whose parent has another: its attributes, then the classes, which win (SVG 2, 6.6).
  private mutating func styled(_ node: Int, _ inherited: SVGStyle) -> SVGStyle {
    var style = inherited
    if let own = tree.nodes[node].own { style.apply(tree.own[own]) }
    if let names = tree.nodes[node].style { style.apply(tree.sheet.declarations(forClass: names)) }
    return style
  }

  private mutating func paintChildren(
    of node: Int, _ style: SVGStyle, _ place: Affine
  ) throws(OutsideSubset) {
    depth += 1
    // A `use` may stand in what it draws.
    guard depth < 80 else { throw OutsideSubset("depth", "".utf8) }
    var child = tree.nodes[node].firstChild
    while let next = child {
      try paint(next, style, place)
      child = tree.nodes[next].next
    }
    depth -= 1
  }

  private mutating func paint(_ node: Int, _ inherited: SVGStyle, _ place: Affine) throws(OutsideSubset) {
    let kind = tree.nodes[node].kind
    switch kind {
    case .clip, .pattern, .definitions, .style, .words: return
    default: break
    }
    let style = styled(node, inherited)
    switch kind {
    case .path, .rectangle, .circle, .line: try paintShape(node, style, place)
    case .text: try paintText(node, style, place)
    case .group: try paintGroup(node, style, place)
    case .use:
      guard let id = tree.nodes[node].target, let target = tree.ids[id] else {
        throw OutsideSubset("link", tree.nodes[node].target?.bytes ?? .init(start: nil, count: 0))
      }
      depth += 1
      guard depth < 80 else { throw OutsideSubset("depth", "".utf8) }
      try paint(target, style, place)
      depth -= 1
    case .drawing: try paintNested(node, style, place)
    default: return
    }
  }

  private mutating func paintGroup(_ node: Int, _ style: SVGStyle, _ outer: Affine) throws(OutsideSubset) {
    let place = tree.nodes[node].transform.map(outer.after) ?? outer
    guard let id = tree.nodes[node].clip else { return try paintChildren(of: node, style, place) }
    guard let clip = tree.ids[id], tree.nodes[clip].kind == .clip, let shape = tree.nodes[clip].firstChild,
      tree.nodes[shape].kind == .rectangle, tree.nodes[shape].radius == 0, tree.nodes[shape].next == nil,
      let frame = place.frame(tree.nodes[shape].box)
    else { throw OutsideSubset("clip-path", id.bytes) }
    list.items.append(.pushClip(frame))
    try paintChildren(of: node, style, place)
    list.items.append(.popClip)
  }

  private mutating func paintNested(_ node: Int, _ style: SVGStyle, _ outer: Affine) throws(OutsideSubset) {
    let box = tree.nodes[node].box
    guard let viewBox = tree.nodes[node].viewBox, box.width > 0, box.height > 0, let frame = outer.frame(box)
    else { throw OutsideSubset("nested drawing", "".utf8) }
    list.items.append(.pushClip(frame))
    try paintChildren(of: node, style, outer.after(try Affine(viewBox: viewBox, in: box)))
    list.items.append(.popClip)
  }

  // MARK: Shapes

  private mutating func paintShape(_ node: Int, _ style: SVGStyle, _ place: Affine) throws(OutsideSubset) {
    let fill = tree.nodes[node].kind == .line ? nil : try paint(style.fill, place)
    let stroke = try style.strokeColour
    guard fill != nil || stroke != nil else { return }
    guard let outline = try outline(of: node, place) else { return }
    if let fill, list.outlines[outline].hasArea {
      list.items.append(.fill(outline: outline, fill, opacity: style.fillOpacity))
    }
    if let stroke, style.strokeWidth > 0 {
      list.items.append(
        .stroke(outline: outline, stroke, opacity: style.strokeOpacity, style.stroke(scaled: place.scale)))
    }
  }

  /// Index of a shape's outline; `nil` for one without extent, which is not drawn.
  private mutating func outline(of node: Int, _ place: Affine) throws(OutsideSubset) -> Int? {
    if let made = outlines[node], made.place == place { return made.outline }
    let element = tree.nodes[node]
    let outline: Outline
    switch element.kind {
    case .path:
      guard let data = element.content else { return nil }
      outline = try Outline(path: data, through: place, room: &room)
    case .circle where element.radius > 0:
      outline = Outline(circle: element.box.x, element.box.y, radius: element.radius, through: place)
    case .line: outline = Outline(line: element.box, through: place)
    case .rectangle where element.box.width > 0 && element.box.height > 0:
      outline = Outline(rectangle: element.box, radius: element.radius, through: place)
    default: return nil
    }
    list.outlines.append(outline)
    outlines[node] = (place, list.outlines.count - 1)
    return list.outlines.count - 1
  }

  private mutating func paint(_ paint: SVGPaint, _ place: Affine) throws(OutsideSubset) -> Paint? {
    switch paint {
    case .none: nil
    case .colour(let colour): .colour(colour)
    case .pattern(let id): .pattern(try tile(id, place))
    }
  }

  // MARK: Patterns

  /// Index of the tile of a pattern, laid in the plane of what it fills.
  private mutating func tile(_ id: SVGBytes, _ place: Affine) throws(OutsideSubset) -> Int {
    guard let node = tree.ids[id], tree.nodes[node].kind == .pattern else {
      throw OutsideSubset("pattern", id.bytes)
    }
    if let made = tiles.firstIndex(where: { $0.node == node && $0.place == place }) { return made }
    let box = tree.nodes[node].box
    guard box.width > 0, box.height > 0 else { throw OutsideSubset("pattern", id.bytes) }
    let around = list.items
    list.items = []
    try paintChildren(of: node, inheritedStyle(of: node), .identity)
    let made = list.items
    list.items = around
    guard made.allSatisfy(\.isPlain) else { throw OutsideSubset("pattern", id.bytes) }
    tiles.append((node, place))
    list.patterns.append(Tile(width: box.width, height: box.height, place: place, items: made))
    return list.patterns.count - 1
  }

  /// The style of a node where it stands in the file, itself included.
  private mutating func inheritedStyle(of node: Int) -> SVGStyle {
    styled(node, tree.nodes[node].parent.map { inheritedStyle(of: $0) } ?? SVGStyle())
  }
}

extension DisplayItem {
  /// Whether no pattern fills it.
  fileprivate var isPlain: Bool {
    if case .fill(_, .pattern, _) = self { false } else { true }
  }
}

extension Affine {
  /// Lays a view box in the middle of a box, as large as it fits (SVG 2, 8.2: xMidYMid meet).
  fileprivate init(viewBox: SVGBox, in box: SVGBox) throws(OutsideSubset) {
    let scale = min(box.width / viewBox.width, box.height / viewBox.height)
    guard scale > 1e-3, scale < 1e3 else { throw OutsideSubset("viewBox", "".utf8) }
    self.init(
      a: scale, b: 0, c: 0, d: scale, e: box.x + (box.width - scale * viewBox.width) / 2 - scale * viewBox.x,
      f: box.y + (box.height - scale * viewBox.height) / 2 - scale * viewBox.y)
  }
}

extension SVGStyle {
  /// `nil` for no stroke.
  var strokeColour: Colour8? {
    get throws(OutsideSubset) {
      switch stroke {
      case .none: return nil
      case .colour(let colour): return colour
      case .pattern(let id): throw OutsideSubset("stroke", id.bytes)
      }
    }
  }

  func stroke(scaled scale: Double) -> Stroke {
    Stroke(width: strokeWidth * scale, join: join, cap: cap, dashes: dashes.map { $0 * scale })
  }
}
