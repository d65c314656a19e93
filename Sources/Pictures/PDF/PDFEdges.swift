import Bytes

/// The edges of names: outlines that pages stroke, not text, so that what is copied or searched says a name once.
///
/// A name that several pages have, in any size, is one form XObject (ISO 32000-1, 8.10).
struct PDFEdges: Sendable {
  private struct Shape: Hashable {
    var face: ObjectIdentifier
    var glyphs: [UInt32]
    /// Of each glyph from the first one's origin, x to the right and y up in turn, font units.
    var offsets: [Int]
  }

  /// A run that has the shape of each form.
  private(set) var forms: [(run: TextRun, offsets: [Int])] = []
  /// Of each page, the form of each of its runs that have an edge.
  private var formOf: [[Int: Int]] = []
  private var known: [Shape: Int] = [:]

  init(_ pages: [DisplayList]) {
    for page in pages {
      var onPage: [Int: Int] = [:]
      for item in page.items + page.patterns.flatMap(\.items) {
        guard case .strokeText(let run, _, _, _) = item, onPage[run] == nil else { continue }
        onPage[run] = number(of: page.runs[run])
      }
      formOf.append(onPage)
    }
    known = [:]
  }

  /// The forms of a page's runs.
  subscript(page: Int) -> [Int: Int] { formOf[page] }

  private mutating func number(of run: TextRun) -> Int {
    let shape = Shape(face: ObjectIdentifier(run.face), glyphs: run.glyphs, offsets: Self.offsets(run))
    if let before = known[shape] { return before }
    known[shape] = forms.count
    forms.append((run, shape.offsets))
    return forms.count - 1
  }

  private static func offsets(_ run: TextRun) -> [Int] {
    let units = Double(run.face.unitsPerEm) / run.size
    var offsets: [Int] = []
    offsets.reserveCapacity(run.origins.count)
    for at in stride(from: 0, to: run.origins.count, by: 2) {
      let (x, y) = (run.origins[at] - run.origins[0], run.origins[at + 1] - run.origins[1])
      offsets.append(Int(((x * run.turn.a + y * run.turn.b) * units).rounded()))
      offsets.append(Int((-(x * run.turn.c + y * run.turn.d) * units).rounded()))
    }
    return offsets
  }

  /// The outlines of all glyphs of a form, stroked as one: where two edges meet, neither shows through the other.
  func content(of form: Int) -> PDFStream {
    let (run, offsets) = forms[form]
    var writer = ContentWriter()
    for (index, glyph) in run.glyphs.enumerated() {
      var outline = run.face.outline(of: glyph)
      for at in stride(from: 0, to: outline.points.count, by: 2) {
        outline.points[at] += Double(offsets[2 * index])
        outline.points[at + 1] += Double(offsets[2 * index + 1])
      }
      writer.path(outline)
    }
    writer.raw("S\n")
    return PDFStream(writer.bytes)
  }

  /// The keys of a form's dictionary: it is written in font units, an em is 1 where it is drawn.
  func keys(of form: Int) -> String {
    let (run, offsets) = forms[form]
    let unit = run.face.unitsPerEm
    let right = stride(from: 0, to: offsets.count, by: 2).map { offsets[$0] }.max() ?? 0
    // An em more than any glyph needs, and the edge itself.
    let box = "[\(-2 * unit) \(-3 * unit) \(right + 4 * unit) \(3 * unit)]"
    let scale = ByteWriter.fixed(1 / Double(unit), decimals: 10)
    return "/Type/XObject/Subtype/Form/BBox\(box)/Matrix[\(scale) 0 0 \(scale) 0 0]/Resources<<>>"
  }
}
