import Bytes

/// Drawings as the pages of one PDF: vectors, texts that can be searched and copied, fonts inside.
public enum PDFDocument {
  /// The file. A page is as large as its drawing, a px being 0.75 pt: 1,123 × 794 px is A4.
  ///
  /// The same pages give the same bytes, whatever the number of threads; no date is in it. `title` and `language`
  /// (`fr`) are what a reader says of the document. Throws for a font that a PDF cannot hold. Pages are written on
  /// all processors. O(points + glyphs).
  public static func bytes(
    pages: [DisplayList], title: String = "", language: String = "fr"
  ) throws(OutsideSubset) -> [UInt8] {
    let fonts = PDFFonts(pages)
    let edges = PDFEdges(pages)
    var files: [PDFFontFile] = []
    for font in fonts.fonts { files.append(try PDFFontFile(font)) }
    let contents = Parallel.each(pages.count) { PDFPage(pages[$0], fonts, edges[$0]) }
    let forms = Parallel.each(edges.forms.count) { edges.content(of: $0) }
    let streams = Parallel.each(files.count) { [files] in PDFStream(files[$0].bytes) }

    let room = contents.reduce(1 << 20) { $0 + $1.content.bytes.count }
    var objects = PDFObjects(capacity: room)
    var fontNames = ""
    for (number, font) in fonts.fonts.enumerated() {
      fontNames += "/F\(number) \(font.add(to: &objects, files[number].kind, streams[number])) 0 R"
    }
    var formNames = ""
    for (number, form) in forms.enumerated() {
      formNames += "/T\(number) \(objects.add(stream: form, edges.keys(of: number))) 0 R"
    }
    let fontList = objects.add("<<\(fontNames)>>")
    let formList = objects.add("<<\(formNames)>>")
    let states = objects.add("<<\(opacities(of: pages))>>")
    let shared = "/Font \(fontList) 0 R/XObject \(formList) 0 R/ExtGState \(states) 0 R"
    // Each page has its patterns, its content and itself; the tree of pages follows them all.
    let tree = objects.next + contents.reduce(0) { $0 + $1.tiles.count + 2 }
    var kids = ""
    for page in contents { kids += "\(page.add(to: &objects, parent: tree, resources: shared)) 0 R " }
    objects.add("<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>")
    let root = objects.add(
      "<</Type/Catalog/Pages \(tree) 0 R/Lang(\(language))/ViewerPreferences<</DisplayDocTitle true>>>>")
    let info = objects.add("<</Title\(PDFName.text(title))/Producer\(PDFName.text("Cartopôle"))>>")
    let identity = String(SHA256.hexadecimal(objects.written).prefix(32))
    return objects.finished(root: root, info: info, identity: identity)
  }

  /// Graphics states that set one opacity each: `f850` that of fills, `s850` that of strokes, in thousandths.
  private static func opacities(of pages: [DisplayList]) -> String {
    var fills: Set<Int> = [1000]
    var strokes: Set<Int> = [1000]
    for page in pages {
      for item in page.items + page.patterns.flatMap(\.items) {
        switch item {
        case .fill(_, _, let opacity), .fillText(_, _, let opacity): fills.insert(PDFOpacity.steps(opacity))
        case .stroke(_, _, let opacity, _), .strokeText(_, _, let opacity, _):
          strokes.insert(PDFOpacity.steps(opacity))
        case .pushClip, .popClip: break
        }
      }
    }
    func states(_ letter: String, _ key: String, _ steps: Set<Int>) -> String {
      steps.sorted().map { "/\(letter)\($0)<</\(key) \(ByteWriter.fixed(Double($0) / 1000, decimals: 3))>>" }
        .joined()
    }
    return states("f", "ca", fills) + states("s", "CA", strokes)
  }
}
