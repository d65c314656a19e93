/// The edges of glyphs, or of their strokes, made once a picture and moved to every place they are drawn at.
struct GlyphEdges {
  /// Everything edges of a run's glyphs depend on but the glyph.
  struct Style: Hashable {
    var face: ObjectIdentifier
    /// From font units to px of the picture, y down.
    var place: [Double]
    var pen: Pen
  }

  enum Pen: Hashable {
    case inside
    /// On both sides of the outlines.
    case stroke(Stroke)
    /// The inside and the stroke around it: what a stroke shows below the same glyphs filled.
    case swollen(Stroke)
  }

  /// How far chords may lie from the curves, px of the picture; edges below a name need not be as true as the name.
  private static let tolerance = 0.05
  private static let swollenTolerance = 0.1

  private struct Key: Hashable {
    var style: Int
    var glyph: UInt32
  }

  private struct Kept {
    var edges: Range<Int>
    var bounds: FixedFrame
  }

  private static let everywhere = FixedFrame(minX: .min / 4, minY: .min / 4, maxX: .max / 4, maxY: .max / 4)

  private var styles: [Style: Int] = [:]
  private var glyphs: [Key: Kept] = [:]
  private var kept = EdgeList(clip: everywhere)
  private var lines = Polylines()

  mutating func add(_ run: TextRun, _ pen: Pen, _ placing: Placing, to list: inout EdgeList) {
    let scale = placing.scale
    let unit = run.size * scale / Double(run.face.unitsPerEm)
    let turn = run.turn
    let place = Affine(a: turn.a * unit, b: turn.b * unit, c: -turn.c * unit, d: -turn.d * unit, e: 0, f: 0)
    let style = number(
      of: Style(face: ObjectIdentifier(run.face), place: [place.a, place.b, place.c, place.d], pen: pen))
    for (index, glyph) in run.glyphs.enumerated() {
      let key = Key(style: style, glyph: glyph)
      let found: Kept
      if let known = glyphs[key] {
        found = known
      } else {
        found = keep(run.face.outline(of: glyph), place, pen, scale)
        glyphs[key] = found
      }
      let origin = placing.point(run.origins[2 * index], run.origins[2 * index + 1])
      list.add(kept.edges[found.edges], bounds: found.bounds, dx: origin.x, dy: origin.y)
    }
  }

  private mutating func number(of style: Style) -> Int {
    if let known = styles[style] { return known }
    let number = styles.count
    styles[style] = number
    return number
  }

  private mutating func keep(_ outline: Outline, _ place: Affine, _ pen: Pen, _ scale: Double) -> Kept {
    let first = kept.edges.count
    lines.removeAll()
    // The contours of glyphs are closed, whether the font says so or not.
    switch pen {
    case .inside:
      lines.append(outline, place, tolerance: Self.tolerance)
      kept.fill(lines)
    case .stroke(let stroke):
      lines.append(outline, place, tolerance: Self.tolerance)
      lines.closeAll()
      kept.stroke(lines, stroke, scale: scale)
    case .swollen(let stroke):
      lines.append(outline, place, tolerance: Self.swollenTolerance)
      lines.closeAll()
      let outside = lines.doubleArea > 0 ? Stroker.Sides.left : .right
      Stroker(stroke, scale: scale, sides: outside, tolerance: Self.swollenTolerance).stroke(lines, into: &kept)
    }
    let range = first..<kept.edges.count
    var bounds = FixedFrame.nothing
    for edge in kept.edges[range] {
      bounds.enclose(FixedPoint(x: edge.x0, y: edge.y0))
      bounds.enclose(FixedPoint(x: edge.x1, y: edge.y1))
    }
    return Kept(edges: range, bounds: bounds)
  }
}

extension EdgeList {
  /// A stroke measured in px of the drawing.
  mutating func stroke(_ lines: Polylines, _ stroke: Stroke, scale: Double) {
    let stroker = Stroker(stroke, scale: scale)
    if stroke.dashes.isEmpty {
      stroker.stroke(lines, into: &self)
    } else {
      stroker.stroke(lines.dashed(stroke.dashes.map { $0 * scale }), into: &self)
    }
  }
}
