import Bytes
import Testing

@testable import Pictures

private let snapshots = Path.join(Path.folder(Path.folder(Path.folder(#filePath))), "MapsTests/Snapshots")

@Suite struct DocumentTests {
  private func pages(_ names: [String]) throws -> [DisplayList] {
    let fonts = try #require(FontBook.machine)
    return try names.map { try DisplayList(svg: FileBytes.read(Path.join(snapshots, $0)), fonts: fonts) }
  }

  /// Every text comes out as it went in, in the order it is drawn, once: edges are no text.
  @Test(arguments: ["coverage.svg", "density-layer-dark.svg", "coverage-multiples.svg", "funnel.svg"])
  func textsComeOutAsTheyWentIn(name: String) throws {
    let list = try pages([name])[0]
    let file = try #require(ReadPDF(PDFDocument.bytes(pages: [list])))
    let page = try #require(file.pages.first)
    let drawn = list.items.compactMap { item -> TextRun? in
      if case .fillText(let run, _, _) = item { list.runs[run] } else { nil }
    }
    let shown = file.texts(of: page)
    #expect(shown.count == drawn.count)
    var stood = file.actualTexts(of: page)[...]
    for (shown, run) in zip(shown, drawn) where shown != run.texts.joined() {
      #expect(stood.popFirst() == run.texts.joined())
    }
    #expect(stood.isEmpty)
  }

  /// The space that does not break has the glyph of the plain one.
  @Test func aGlyphMaySayTwoThings() throws {
    let list = try read("<text x=\"0\" y=\"20\">1 2</text><text x=\"0\" y=\"40\">1\u{A0}2</text>")
    let file = try #require(ReadPDF(PDFDocument.bytes(pages: [list])))
    #expect(file.texts(of: file.pages[0])[0] == "1 2")
    if file.texts(of: file.pages[0])[1] == "1 2" {
      #expect(file.actualTexts(of: file.pages[0]) == ["1\u{A0}2"])
    }
  }

  @Test func theSamePagesGiveTheSameBytes() throws {
    let names = ["coverage-dark.svg", "typology.svg", "funnel-dark.svg"]
    #expect(try PDFDocument.bytes(pages: pages(names)) == PDFDocument.bytes(pages: pages(names)))
    #expect(try PDFDocument.bytes(pages: pages(names)) != PDFDocument.bytes(pages: pages(names.reversed())))
  }

  @Test func pagesAreAsLargeAsTheirDrawings() throws {
    let list = try read(#"<rect x="0" y="0" width="10" height="10"/>"#)
    let file = try #require(ReadPDF(PDFDocument.bytes(pages: [list, list], title: "Pôle (é)", language: "en")))
    #expect(file.pages.count == 2)
    let keys = file.objects[file.pages[1]]?.keys ?? ""
    #expect(keys.contains("/MediaBox[0 0 75 37.5]"))
    #expect(file.content(of: file.pages[1]).hasPrefix("0.75 0 0 -0.75 0 37.5 cm"))
    #expect(
      file.objects.values.contains { $0.keys.contains("/Title<FEFF005000F4006C0065002000280\u{30}E90029>") })
    #expect(file.objects.values.contains { $0.keys.contains("/Lang(en)") })
    #expect(file.trailer.contains("/Root "))
  }

  @Test func shapesAreWrittenInPixels() throws {
    let list = try read(
      #"""
      <defs><clipPath id="k"><rect x="1" y="2" width="3.5" height="4"/></clipPath></defs>
      <rect class="both" x="0" y="0" width="10" height="5"/>
      <g clip-path="url(#k)"><line class="faint" x1="1" y1="2" x2="3" y2="4.25"/></g>
      <rect class="both" x="0" y="0" width="1" height="1"/>
      """#,
      css: """
        .both{fill:#ff0000;stroke:#0000ff;stroke-width:2}
        .faint{stroke:#0000ff;stroke-width:2;stroke-opacity:.45;stroke-dasharray:5 3;stroke-linejoin:round}

        """)
    let file = try #require(ReadPDF(PDFDocument.bytes(pages: [list])))
    let content = file.content(of: file.pages[0]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      content == """
        0.75 0 0 -0.75 0 37.5 cm 4 M 1 0 0 rg 0 0 1 RG 2 w \
        0 0 m 10 0 l 10 5 l 0 5 l h B q 1 2 3.5 4 re W n /s450 gs 1 j [5 3 ]0 d 1 2 m 3 4.25 l S Q \
        0 0 m 1 0 l 1 1 l 0 1 l h B
        """)
  }

  @Test func patternsAreTiles() throws {
    let list = try read(
      #"""
      <defs><pattern id="k" width="6" height="6" patternUnits="userSpaceOnUse">
      <path d="M0,6L6,0" stroke="#112233"/></pattern></defs>
      <g transform="translate(2 4)"><rect fill="url(#k)" x="0" y="0" width="9" height="9"/></g>
      """#)
    let file = try #require(ReadPDF(PDFDocument.bytes(pages: [list])))
    let tile = try #require(file.objects.values.first { $0.keys.contains("/PatternType 1") })
    #expect(tile.keys.contains("/BBox[0 0 6 6]/XStep 6/YStep 6/Matrix[0.75 0 0 -0.75 1.5 34.5]"))
    #expect(String(decoding: tile.stream ?? [], as: UTF8.self).contains("0 6 m\n6 0 l\nS"))
    #expect(file.content(of: file.pages[0]).contains("/Pattern cs /P0 scn"))
  }

  /// A name that two pages have in two sizes has one edge.
  @Test func edgesAreShared() throws {
    func page(_ size: Int) throws -> DisplayList {
      try read(
        "<text class=\"e\" font-size=\"\(size)\" x=\"\(size)\" y=\"9\">Étampes</text>",
        css: ".e{fill:none;stroke:#ffffff;stroke-width:2}\n")
    }
    let file = try #require(try ReadPDF(PDFDocument.bytes(pages: [page(10), page(20)])))
    let forms = file.objects.values.filter { $0.keys.contains("/Subtype/Form") }
    #expect(forms.count == 1)
    for (page, size) in zip(file.pages, [10.0, 20.0]) {
      #expect(file.texts(of: page).isEmpty)
      let edge = try #require(
        file.content(of: page).firstMatch(of: #/q (\d+) 0 0 -\d+ (\d+) 9 cm ([0-9.]+) w\/T0 Do Q/#))
      #expect(Double(edge.1) == size && Double(edge.2) == size)
      // The pen is 2 px in the drawing: in font units it shrinks as the letters grow.
      let units = try #require(
        FontBook.machine?.face(for: FontRequest(families: ["Inter", "Liberation Sans"])))
      #expect(abs((Double(edge.3) ?? 0) - 2 / size * Double(units.unitsPerEm)) < 0.01)
    }
  }
}
