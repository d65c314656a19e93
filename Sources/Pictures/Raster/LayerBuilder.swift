/// Turns the items of a display list into layers of edges.
struct LayerBuilder {
  private(set) var layers: [Scene.Layer] = []
  private(set) var list: EdgeList
  private let source: DisplayList
  private var clips: [FixedFrame] = []
  private var glyphs = GlyphEdges()
  private var lines = Polylines()

  init(_ source: DisplayList, width: Int, height: Int) {
    self.source = source
    list = EdgeList(clip: FixedFrame(minX: 0, minY: 0, maxX: Int32(width) << 8, maxY: Int32(height) << 8))
  }

  mutating func push(_ frame: Frame, _ place: Placing) {
    let least = place.point(frame.minX, frame.minY)
    let most = place.point(frame.maxX, frame.maxY)
    clips.append(list.clip)
    list.clip = list.clip.intersection(FixedFrame(minX: least.x, minY: least.y, maxX: most.x, maxY: most.y))
  }

  mutating func pop() {
    if let clip = clips.popLast() { list.clip = clip }
  }

  mutating func add(_ items: [DisplayItem], _ place: Placing) {
    let covered = CoveredStrokes(items)
    for (index, item) in items.enumerated() {
      switch item {
      case .fill(let outline, let paint, let opacity):
        add(paint, opacity) { builder in
          builder.flatten(outline, place)
          builder.list.fill(builder.lines)
        }
      case .stroke(let outline, let colour, let opacity, let stroke):
        add(.colour(colour), opacity) { builder in
          builder.flatten(outline, place)
          builder.list.stroke(builder.lines, stroke, scale: place.scale)
        }
      case .fillText(let run, let colour, let opacity):
        add(.colour(colour), opacity) { builder in
          builder.glyphs.add(builder.source.runs[run], .inside, place, to: &builder.list)
        }
      case .strokeText(let run, let colour, let opacity, let stroke):
        let pen = covered.contains(index) ? GlyphEdges.Pen.swollen(stroke) : .stroke(stroke)
        add(.colour(colour), opacity) { builder in
          builder.glyphs.add(builder.source.runs[run], pen, place, to: &builder.list)
        }
      case .pushClip(let frame): push(frame, place)
      case .popClip: pop()
      }
    }
  }

  private mutating func flatten(_ outline: Int, _ place: Placing) {
    lines.removeAll()
    lines.append(source.outlines[outline], place.affine)
  }

  /// A layer of the edges `make` adds; none when nothing is seen.
  private mutating func add(_ paint: Paint, _ opacity: Double, _ make: (inout LayerBuilder) -> Void) {
    let share = UInt32(min(max(opacity, 0), 1) * 256 + 0.5)
    if share == 0 || list.clip.isEmpty { return }
    let first = list.edges.count
    make(&self)
    let end = list.edges.count
    if end > first { layers.append(Scene.Layer(paint: paint, opacity: share, edges: first..<end)) }
  }
}
