import Pictures
import Testing

@Suite struct ShapeReadingTests {
  @Test func pathsKeepTheirNumbers() throws {
    let list = try read(
      #"<path class="a" id="c91223" data-insee="91223" d="M1.5,-2L30,0.4L7,12345.6ZM1,2L3,4"/>"#)
    #expect(list.outlines.count == 1)
    #expect(list.outlines[0].verbs == [.move, .line, .line, .close, .move, .line])
    #expect(list.outlines[0].points == [1.5, -2, 30, 0.4, 7, 12345.6, 1, 2, 3, 4])
  }

  /// Numbers of more figures than our drawings print are read too.
  @Test(arguments: [("0.25", 0.25), ("123456789.5", 123456789.5), ("-0.125", -0.125)])
  func longNumbers(text: String, value: Double) throws {
    let list = try read("<path d=\"M\(text),1L2,3L4,5Z\"/>")
    #expect(list.outlines[0].points[0] == value)
  }

  @Test func rectanglesCirclesAndLines() throws {
    let list = try read(
      #"""
      <rect x="1" y="2" width="10" height="20"/>
      <rect x="0" y="0" width="10" height="4" rx="3"/>
      <circle cx="5" cy="6" r="2"/>
      <line x1="1" y1="2" x2="3" y2="4" stroke="#fff"/>
      """#)
    #expect(list.outlines[0].points == [1, 2, 11, 2, 11, 22, 1, 22])
    // A radius is at most half of a side (SVG 2, 10.3).
    #expect(list.outlines[1].points[0...3] == [3, 0, 7, 0])
    #expect(list.outlines[1].verbs.count { $0 == .cubic } == 4)
    #expect(list.outlines[2].points[0...1] == [7, 6])
    #expect(list.outlines[3].points == [1, 2, 3, 4])
    // A line has no inside, whatever its fill.
    let fills = list.items.count { if case .fill = $0 { true } else { false } }
    #expect(fills == 3)
  }

  @Test func circlesAreRound() throws {
    let circle = try read(#"<circle cx="0" cy="0" r="100"/>"#).outlines[0].points
    // The middle of each curve, where it is furthest from the circle with the chosen controls.
    for start in stride(from: 0, to: 24, by: 6) {
      let p = (0..<4).map { (circle[start + 2 * $0], circle[start + 2 * $0 + 1]) }
      for t in [0.1, 0.25, 0.5, 0.8] {
        let u = 1 - t
        let weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
        let x = zip(weights, p).reduce(0) { $0 + $1.0 * $1.1.0 }
        let y = zip(weights, p).reduce(0) { $0 + $1.0 * $1.1.1 }
        #expect(abs((x * x + y * y).squareRoot() - 100) < 0.028)
      }
    }
  }

  @Test func nothingToFillOrStrokeIsNotDrawn() throws {
    let list = try read(
      #"""
      <path d="M0,0L9,9M0,9L9,0"/>
      <rect x="0" y="0" width="0" height="5"/>
      <circle cx="1" cy="1" r="0"/>
      <path class="none" d="M0,0L9,0L9,9Z"/>
      """#, css: ".none{fill:none}\n")
    #expect(list.items.isEmpty)
  }

  @Test func groupsMoveAndTurn() throws {
    let list = try read(
      #"""
      <g transform="translate(10 -5)"><g transform="rotate(90 2 3)"><path d="M2,3L4,3L4,9Z"/></g></g>
      """#)
    let expected = [12.0, -2, 12, 0, 6, 0]
    for (got, wanted) in zip(list.outlines[0].points, expected) { #expect(abs(got - wanted) < 1e-12) }
  }

  @Test func nestedDrawingsAreScaledCentredAndClipped() throws {
    let list = try read(
      #"""
      <svg viewBox="0 0 200 100" x="10" y="10" width="50" height="40">
      <style>.later{fill:#ff0000;stroke:#00ff00;stroke-width:2;stroke-dasharray:5 3 1}</style>
      <path class="later" d="M0,0L200,0L200,100Z"/>
      </svg>
      """#)
    // 50 px for 200: a quarter; 25 px of the 40 in height, in their middle.
    #expect(list.outlines[0].points == [10, 17.5, 60, 17.5, 60, 42.5])
    guard case .pushClip(let frame) = list.items[0], case .popClip = list.items[3],
      case .stroke(_, _, _, let pen) = list.items[2]
    else {
      Issue.record("items: \(list.items)")
      return
    }
    #expect(frame == Frame(minX: 10, minY: 10, maxX: 60, maxY: 50))
    #expect(pen.width == 0.5)
    // An odd number of lengths is taken twice.
    #expect(pen.dashes == [1.25, 0.75, 0.25, 1.25, 0.75, 0.25])
  }

  @Test func clipsAreRectanglesInThePlaceOfTheirGroup() throws {
    let list = try read(
      #"""
      <defs><clipPath id="k"><rect x="1" y="2" width="3" height="4"/></clipPath></defs>
      <g clip-path="url(#k)" transform="translate(10 20)"><path d="M0,0L9,0L9,9Z"/></g>
      """#)
    guard case .pushClip(let frame) = list.items[0], case .popClip = list.items[2] else {
      Issue.record("items: \(list.items)")
      return
    }
    #expect(frame == Frame(minX: 11, minY: 22, maxX: 14, maxY: 26))
    #expect(list.outlines[0].points == [10, 20, 19, 20, 19, 29])
  }

  /// What is drawn again in one place keeps its outline; in another it has its own.
  @Test func usesDrawWhatTheyNameInTheirOwnStyle() throws {
    let list = try read(
      #"""
      <defs><path id="p" d="M0,0L9,0L9,9Z"/></defs>
      <use xlink:href="#p" class="red"/><use xlink:href="#p" class="blue"/>
      <g transform="translate(1 1)"><use xlink:href="#p"/></g>
      """#, css: ".red{fill:#ff0000}\n.blue{fill:#0000ff}\n")
    let fills = list.items.map { item -> String in
      if case .fill(let outline, .colour(let colour), 1) = item {
        "\(outline) \(colour.red) \(colour.blue)"
      } else {
        ""
      }
    }
    #expect(fills == ["0 255 0", "0 0 255", "1 1 3"])
  }

  @Test func patternsAreTilesInThePlaneOfWhatTheyFill() throws {
    let list = try read(
      #"""
      <defs><pattern id="k" width="6" height="5" patternUnits="userSpaceOnUse">
      <path d="M0,6L6,0" stroke="#112233" stroke-width="0.5"/><rect x="0" y="0" width="1" height="1"/></pattern></defs>
      <rect class="k" x="0" y="0" width="9" height="9"/><rect class="k" x="9" y="0" width="9" height="9"/>
      <g transform="translate(3 4)"><rect class="k" x="0" y="0" width="9" height="9"/></g>
      """#, css: ".k{fill:url(#k)}\n")
    #expect(list.patterns.count == 2)
    #expect(list.patterns[0].place == .identity)
    #expect(list.patterns[1].place == Affine(a: 1, b: 0, c: 0, d: 1, e: 3, f: 4))
    #expect(list.patterns[0].width == 6 && list.patterns[0].height == 5)
    // The line has nothing to fill; the rectangle has the ink of where the pattern stands.
    guard case .stroke(_, Colour8(0x11, 0x22, 0x33), 1, let pen) = list.patterns[0].items[0],
      case .fill(_, .colour(Colour8(1, 2, 3)), 1) = list.patterns[0].items[1]
    else {
      Issue.record("items: \(list.patterns[0].items)")
      return
    }
    #expect(pen.width == 0.5)
    guard case .fill(_, .pattern(1), 1) = list.items[2] else {
      Issue.record("items: \(list.items)")
      return
    }
  }
}

/// So that patterns can name a colour.
func ~= (pattern: Colour8, value: Colour8) -> Bool { pattern == value }
