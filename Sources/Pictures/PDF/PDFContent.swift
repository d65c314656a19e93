/// Writes display items as a content stream; what is set stays set, so that only changes are written.
struct PDFContent: ~Copyable {
  var writer = ContentWriter()
  let list: DisplayList
  let fonts: PDFFonts
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
    var mode = 0
  }

  init(_ list: DisplayList, _ fonts: PDFFonts) {
    self.list = list
    self.fonts = fonts
  }

  /// Sets what coordinates mean from here on.
  mutating func place(_ place: Affine) {
    for part in [place.a, place.b, place.c, place.d, place.e, place.f] { writer.tenThousandths(part) }
    writer.raw("cm\n")
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
          path(list.outlines[outline])
          writer.raw("B\n")
          next += 1
        } else {
          path(list.outlines[outline])
          writer.raw("f\n")
        }
      case .stroke(let outline, let colour, let opacity, let pen):
        set(stroke: colour, opacity: opacity, pen)
        path(list.outlines[outline])
        writer.raw("S\n")
      case .fillText(let run, let colour, let opacity):
        set(fill: .colour(colour), opacity: opacity)
        text(list.runs[run], mode: 0)
      case .strokeText(let run, let colour, let opacity, let pen):
        set(stroke: colour, opacity: opacity, pen)
        text(list.runs[run], mode: 1)
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

  // MARK: Paths

  private mutating func path(_ outline: Outline) {
    writer.reserve(24 * outline.points.count + 4 * outline.verbs.count)
    outline.points.withUnsafeBufferPointer { points in
      var at = 0
      for verb in outline.verbs {
        switch verb {
        case .move, .line:
          writer.hundredths(points[at])
          writer.hundredths(points[at + 1])
          writer.raw(verb == .move ? "m\n" : "l\n")
          at += 2
        case .cubic:
          for number in at..<at + 6 { writer.hundredths(points[number]) }
          writer.raw("c\n")
          at += 6
        case .close: writer.raw("h\n")
        }
      }
    }
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
    if state.pen != pen { set(pen) }
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
    if pen.dashes != state.pen.dashes {
      writer.raw("[")
      for length in pen.dashes { writer.hundredths(length) }
      writer.raw("] 0 d ")
    }
    writer.raw("\n")
    state.pen = pen
  }

  private mutating func colour(_ colour: Colour8) {
    for channel in [colour.red, colour.green, colour.blue] { writer.tenThousandths(Double(channel) / 255) }
  }

  // MARK: Text

  /// One run, filled (mode 0) or stroked (1; ISO 32000-1, 9.3.6).
  private mutating func text(_ run: TextRun, mode: Int) {
    guard let font = fonts.number(of: run.face), !run.glyphs.isEmpty else { return }
    let said = mode == 1 ? "" : fonts.saysOtherwise(run, font) ? run.texts.joined() : nil
    if let said {
      // What is edged is said once, by the name over it; elsewhere a glyph may say what it does not usually.
      writer.raw("/Span<</ActualText<FEFF")
      for unit in said.utf16 { writer.hexadecimal(unit) }
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
    if state.mode != mode {
      writer.integer(mode)
      writer.raw("Tr ")
      state.mode = mode
    }
    var next = 0
    while next < run.glyphs.count { next = line(run, font, from: next) }
    writer.raw("ET\n")
    if said != nil { writer.raw("EMC\n") }
  }

  /// Glyphs of a run from one on that stand on one line with it; the first that does not.
  private mutating func line(_ run: TextRun, _ font: Int, from first: Int) -> Int {
    let (startX, startY) = (run.origins[2 * first], run.origins[2 * first + 1])
    if run.turn == .identity {
      writer.raw("1 0 0 -1 ")
    } else {
      for part in [run.turn.a, run.turn.b, -run.turn.c, -run.turn.d] { writer.tenThousandths(part) }
    }
    writer.hundredths(startX)
    writer.hundredths(startY)
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

/// Opacities are told apart in thousandths.
enum PDFOpacity {
  static func steps(_ opacity: Double) -> Int { Int((min(1, max(0, opacity)) * 1000).rounded()) }
}
