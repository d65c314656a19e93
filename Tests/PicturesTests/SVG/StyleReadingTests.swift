import Pictures
import Testing

@Suite struct StyleReadingTests {
  private func fill(_ content: String, css: String) throws -> Colour8? {
    let list = try read(content, css: css)
    guard case .fill(_, .colour(let colour), _)? = list.items.first else { return nil }
    return colour
  }

  /// Style sheet over attributes over what is inherited; of two rules of the same weight the later one.
  @Test(arguments: [
    ("<g fill=\"#00f\"><rect class=\"a b\" fill=\"#0f0\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"/></g>", 3),
    ("<rect class=\"b a\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"/>", 3),
    ("<rect class=\"a\" fill=\"#0f0\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"/>", 2),
    (
      "<g class=\"b\"><rect class=\"unknown\" fill=\"#000100\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"/></g>",
      1
    ),
    ("<g class=\"b\"><rect x=\"0\" y=\"0\" width=\"1\" height=\"1\"/></g>", 3),
  ])
  func whatWins(content: String, green: UInt8) throws {
    #expect(try fill(content, css: ".a{fill:#000200}\n.b{fill:#000300}\n")?.green == green)
  }

  /// Of a class that is defined twice the later rule wins, even over classes between them.
  @Test func rulesKeepTheOrderOfTheSheet() throws {
    let css = ".a{fill:#000100}\n.b{fill:#000200}\n.a{fill:#000300}\n"
    #expect(try fill(#"<rect class="a b" x="0" y="0" width="1" height="1"/>"#, css: css)?.green == 3)
  }

  @Test func strokesAreInheritedPropertyByProperty() throws {
    let list = try read(
      #"<g class="edges"><line class="edge" x1="0" y1="0" x2="1" y2="0"/></g>"#,
      css: """
        .edges{fill:none;stroke-width:2.4;stroke-opacity:.85;stroke-linejoin:round;stroke-linecap:square}
        .edge{stroke:#fafbfc}

        """)
    guard case .stroke(_, let colour, let opacity, let pen)? = list.items.first else {
      Issue.record("items: \(list.items)")
      return
    }
    #expect(colour == Colour8(0xFA, 0xFB, 0xFC))
    #expect(opacity == 0.85)
    #expect(pen == Stroke(width: 2.4, join: .round, cap: .square))
  }

  /// Whatever could look otherwise than we know is left to another program.
  @Test(arguments: [
    #"<image xlink:href="data:image/png;base64,AAAA" x="0" y="0" width="9" height="9"/>"#,
    #"<path d="M0,0C1,1 2,2 3,3"/>"#, #"<path d="M0,0 L1,1"/>"#, #"<path d="L1,1"/>"#, #"<path d="M1"/>"#,
    #"<rect x="0" y="0" width="9" height="9" opacity="0.5"/>"#,
    #"<rect x="0" y="0" width="9" height="9" style="fill:red"/>"#,
    #"<rect x="0" y="0" width="9" height="9" fill="red"/>"#, #"<rect x="0" y="0" width="50%" height="9"/>"#,
    #"<g transform="scale(2)"><text x="0" y="0">a</text></g>"#, #"<g transform="skewX(20)"></g>"#,
    #"<g filter="url(#f)"></g>"#, #"<text x="0" y="0"><tspan>a</tspan></text>"#,
    #"<text x="0" y="0">שלום</text>"#,
    #"<text x="0" y="0">&nbsp;</text>"#, ##"<use xlink:href="#nowhere"/>"##,
    #"<use xlink:href="other.svg#a"/>"#,
    ##"<g id="a"><use xlink:href="#a"/></g>"##, #"<script>alert(1)</script>"#, "<!-- a comment -->",
    "stray text",
    #"<style>rect{fill:#fff}</style>"#, #"<style>.a{mix-blend-mode:multiply}</style>"#,
    #"<style>.a{fill:#fff !important}</style>"#, #"<style>.a{fill:#fff</style>"#, "<g></rect>", "<g>", "<rect",
    #"<clipPath id="k"><circle cx="0" cy="0" r="1"/></clipPath><g clip-path="url(#k)"></g>"#,
    #"<rect fill="url(#nowhere)" x="0" y="0" width="9" height="9"/>"#,
  ])
  func theRestIsOutside(content: String) {
    #expect(throws: OutsideSubset.self) { try read(content) }
  }

  @Test func whatIsOutsideIsNamed() {
    #expect(throws: OutsideSubset.self) { try read("<image/>") }
    do {
      _ = try read(#"<image xlink:href="data:"/>"#)
    } catch let problem as OutsideSubset {
      #expect(problem.what == "element image")
    } catch {
      Issue.record(error)
    }
  }

  @Test(arguments: [
    "", "<", "<svg", "<svg>", "<svg></svg>", "plain", "<g></g>", "<svg width=\"1\" height=\"0\"></svg>",
  ])
  func brokenFilesAreOutside(svg: String) throws {
    let fonts = try #require(FontBook.machine)
    #expect(throws: OutsideSubset.self) { try DisplayList(svg: Array(svg.utf8), fonts: fonts) }
  }

  /// Every beginning of a real file either reads or is outside: nothing runs past its end.
  @Test func cutFiles() throws {
    let fonts = try #require(FontBook.machine)
    let whole = Array(
      #"<svg viewBox="0 0 9 9" width="9" height="9"><style>.a{fill:#fff}</style><g transform="rotate(1 2 3)"><path class="a" d="M1,2L3.5,4L2,9Z"/><text x="1" y="2">a&amp;b</text></g></svg>"#
        .utf8)
    for length in 0..<whole.count {
      #expect(throws: OutsideSubset.self) { try DisplayList(svg: Array(whole[..<length]), fonts: fonts) }
    }
    #expect(try DisplayList(svg: whole, fonts: fonts).items.count == 2)
  }
}
