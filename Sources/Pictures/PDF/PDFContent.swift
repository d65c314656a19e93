/// Writes display items as a content stream; what is set stays set, so that only changes are written.
struct PDFContent: ~Copyable {
  var writer = ContentWriter()
  let list: DisplayList
  let fonts: PDFFonts
  /// The forms of runs that have an edge.
  let edges: [Int: Int]
  private var state = State()
  private var saved: [State] = []

  /// What `q` saves and `Q` brings back. Without a value: not known, to be set again.
  private struct State {
    var fill: Paint?
    var stroke: Colour8?
    var fillOpacity = 1000
    var strokeOpacity = 1000
    var pen = Stroke(width: 1)
    var font = -1
    var size = 0.0
  }

  init(_ list: DisplayList, _ fonts: PDFFonts, _ edges: [Int: Int]) {
    self.list = list
    self.fonts = fonts
    self.edges = edges
  }

  /// Sets what coordinates mean from here on.
  mutating func place(_ place: Affine) {
    matrix(place)
    writer.raw("cm ")
  }

  private mutating func matrix(_ place: Affine) {
    for part in [place.a, place.b, place.c, place.d] { writer.tenThousandths(part) }
    writer.hundredths(place.e)
    writer.hundredths(place.f)
  }

  mutating func draw(_ items: [DisplayItem]) {
    // PDF's own limit is 10.
    writer.raw("4 M\n")
    var next = 0
    while next < items.count {
      let item = items[next]
      next += 1
      switch item {
      case .fill(let outline, let paint, let opacity):
        set(fill: paint, opacity: opacity)
        if next < items.count, let pen = Self.strokeJoined(to: item, items[next]) {
          set(stroke: pen.colour, opacity: 1, pen.stroke)
          writer.path(list.outlines[outline])
          writer.raw("B\n")
          next += 1
        } else {
          writer.path(list.outlines[outline])
          writer.raw("f\n")
        }
      case .stroke(let outline, let colour, let opacity, let pen):
        set(stroke: colour, opacity: opacity, pen)
        writer.path(list.outlines[outline])
        writer.raw("S\n")
      case .fillText(let run, let colour, let opacity):
        set(fill: .colour(colour), opacity: opacity)
        text(list.runs[run])
      case .strokeText(let run, let colour, let opacity, let pen):
        if let form = edges[run] { edge(list.runs[run], form, colour, opacity: opacity, pen) }
      case .pushClip(let frame):
        saved.append(state)
        writer.raw("q ")
        writer.hundredths(frame.minX)
        writer.hundredths(frame.minY)
        writer.hundredths(frame.maxX - frame.minX)
        writer.hundredths(frame.maxY - frame.minY)
        writer.raw("re W n\n")
      case .popClip:
        writer.raw("Q\n")
        if let before = saved.popLast() { state = before }
      }
    }
  }

  /// The stroke of an outline that was just filled: both opaque, they are painted together.
  private static func strokeJoined(
    to fill: DisplayItem, _ next: DisplayItem
  ) -> (colour: Colour8, stroke: Stroke)? {
    guard case .fill(let filled, .colour, 1) = fill, case .stroke(let stroked, let colour, 1, let pen) = next,
      filled == stroked
    else { return nil }
    return (colour, pen)
  }

  // MARK: State

  private mutating func set(fill: Paint, opacity: Double) {
    if state.fill != fill {
      switch fill {
      case .colour(let colour):
        self.colour(colour)
        writer.raw("rg\n")
      case .pattern(let tile):
        writer.raw("/Pattern cs /P")
        writer.integer(tile)
        writer.raw("scn\n")
      }
      state.fill = fill
    }
    let steps = PDFOpacity.steps(opacity)
    guard state.fillOpacity != steps else { return }
    writer.raw("/f")
    writer.integer(steps)
    writer.raw("gs\n")
    state.fillOpacity = steps
  }

  private mutating func set(stroke: Colour8, opacity: Double, _ pen: Stroke) {
    set(stroke: stroke, opacity: opacity)
    if state.pen != pen { set(pen) }
  }

  private mutating func set(stroke: Colour8, opacity: Double) {
    if state.stroke != stroke {
      colour(stroke)
      writer.raw("RG\n")
      state.stroke = stroke
    }
    let steps = PDFOpacity.steps(opacity)
    if state.strokeOpacity != steps {
      writer.raw("/s")
      writer.integer(steps)
      writer.raw("gs\n")
      state.strokeOpacity = steps
    }
  }

  private mutating func set(_ pen: Stroke) {
    if pen.width != state.pen.width {
      writer.tenThousandths(pen.width)
      writer.raw("w ")
    }
    if pen.join != state.pen.join {
      writer.integer(pen.join == .miter ? 0 : pen.join == .round ? 1 : 2)
      writer.raw("j ")
    }
    if pen.cap != state.pen.cap {
      writer.integer(pen.cap == .butt ? 0 : pen.cap == .round ? 1 : 2)
      writer.raw("J ")
    }
    if pen.miterLimit != state.pen.miterLimit {
      writer.hundredths(pen.miterLimit)
      writer.raw("M ")
    }
    if pen.dashes != state.pen.dashes { dashes(pen.dashes) }
    state.pen = pen
  }

  private mutating func dashes(_ lengths: [Double]) {
    writer.raw("[")
    for length in lengths { writer.hundredths(length) }
    writer.raw("]0 d ")
  }

  private mutating func colour(_ colour: Colour8) {
    for channel in [colour.red, colour.green, colour.blue] { writer.tenThousandths(Double(channel) / 255) }
  }

  // MARK: Text

  private mutating func text(_ run: TextRun) {
    guard let font = fonts.number(of: run.face), !run.glyphs.isEmpty else { return }
    let saysOtherwise = fonts.saysOtherwise(run, font)
    if saysOtherwise {
      writer.raw("/Span<</ActualText<FEFF")
      for unit in run.texts.joined().utf16 { writer.hexadecimal(unit) }
      writer.raw(">>>BDC\n")
    }
    writer.raw("BT\n")
    if state.font != font || state.size != run.size {
      writer.raw("/F")
      writer.integer(font)
      writer.tenThousandths(run.size)
      writer.raw("Tf ")
      state.font = font
      state.size = run.size
    }
    var next = 0
    while next < run.glyphs.count { next = line(run, font, from: next) }
    writer.raw("ET\n")
    if saysOtherwise { writer.raw("EMC\n") }
  }

  /// The edge of a run: its form, laid where the run begins. What measures the pen is scaled with it.
  private mutating func edge(_ run: TextRun, _ form: Int, _ colour: Colour8, opacity: Double, _ pen: Stroke) {
    set(stroke: colour, opacity: opacity)
    var lasting = pen
    lasting.width = state.pen.width
    lasting.dashes = state.pen.dashes
    set(lasting)
    let units = Double(run.face.unitsPerEm) / run.size
    writer.raw("q ")
    place(run.turn.textPlace(scale: run.size, run.origins[0], run.origins[1]))
    if pen.dashes != lasting.dashes { dashes(pen.dashes.map { $0 * units }) }
    writer.hundredths(pen.width * units)
    writer.raw("w/T")
    writer.integer(form)
    writer.raw("Do Q\n")
  }

  /// Glyphs of a run from one on that stand on one line with it; the first that does not.
  private mutating func line(_ run: TextRun, _ font: Int, from first: Int) -> Int {
    let (startX, startY) = (run.origins[2 * first], run.origins[2 * first + 1])
    matrix(run.turn.textPlace(scale: 1, startX, startY))
    writer.raw("Tm[<")
    // Where the next glyph would stand, in thousandths of an em from the line's start.
    var pen = 0.0
    var glyph = first
    while glyph < run.glyphs.count {
      let (x, y) = (run.origins[2 * glyph] - startX, run.origins[2 * glyph + 1] - startY)
      guard abs(x * run.turn.c + y * run.turn.d) < 0.005 else { break }
      let along = (x * run.turn.a + y * run.turn.b) / run.size * 1000
      let shift = (pen - along).rounded()
      if shift != 0 {
        writer.raw(">")
        writer.integer(Int(shift))
        writer.raw("<")
        pen -= shift
      }
      writer.hexadecimal(UInt16(truncatingIfNeeded: run.glyphs[glyph]))
      pen += fonts.width(of: run.glyphs[glyph], font)
      glyph += 1
    }
    writer.raw(">]TJ\n")
    return glyph
  }
}

extension Affine {
  /// Of letters, whose y is up, at a point of a drawing; of this only the turn counts.
  fileprivate func textPlace(scale: Double, _ x: Double, _ y: Double) -> Affine {
    Affine(a: scale * a, b: scale * b, c: -scale * c, d: -scale * d, e: x, f: y)
  }
}

/// Opacities are told apart in thousandths.
enum PDFOpacity {
  static func steps(_ opacity: Double) -> Int { Int((min(1, max(0, opacity)) * 1000).rounded()) }
}
