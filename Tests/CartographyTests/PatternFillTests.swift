import Bytes
import Cartography
import Geometry
import Testing

/// Marks over a fill: the ground first, then the marks over the same shape, by its id where it has one.
@Suite struct PatternFillTests {
  private static let ink = Colour(0x20262E)
  private static let paper = Colour(0xFFFFFF)
  private static let missing = PatternFill("missing", .rising(width: 0.5), side: 7, ink, on: paper)

  private func drawing(_ fills: [PatternFill], _ draw: (inout Drawing) -> Void) -> String {
    var drawing = Drawing(width: 90, height: 90, title: "t", summary: "s", theme: .light, language: .fr)
    for fill in fills { drawing.define(fill) }
    draw(&drawing)
    return String(decoding: drawing.svg(), as: UTF8.self)
  }

  @Test func aSwatchIsGroundThenMarks() {
    let svg = drawing([Self.missing]) { $0.rectangle(Bounds(x: 0, y: 0, width: 9, height: 9), class: "missing swatch") }
    #expect(svg.contains(".ground-missing{fill:#ffffff}\n.marks-missing{fill:url(#marks-missing);stroke:none}\n"))
    let swatch = """
      <g class="ground-missing">
      <rect class="missing swatch" x="0" y="0" width="9" height="9"/>
      <rect class="marks-missing" x="0" y="0" width="9" height="9"/>
      </g>
      """
    #expect(svg.contains(swatch))
  }

  private static let layer: Layer = {
    var layer = Layer(.polygon)
    for (x, y) in [(0.0, 0.0), (0, 9), (9, 9), (9, 0), (0, 0)] { layer.addPoint(x, y) }
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    return layer
  }()

  /// A key that can be an id is what the marks ask for; without one they take the path once more.
  @Test(arguments: [(["01001"], 1), ([], 2), (["a b"], 2)]) func featuresCarryMarks(keys: [String], paths: Int) {
    let view = Viewport(Self.layer.bounds, in: Bounds(x: 0, y: 0, width: 90, height: 90))
    let styles = FeatureStyles(classNames: ["area missing"], classes: [0], keys: keys)
    let svg = drawing([Self.missing]) { $0.features(Self.layer, through: view, styles) }
    #expect(svg.ranges(of: " d=\"M0,90L").count == paths)
    #expect(svg.contains("<use xlink:href=\"#c01001\" class=\"marks-missing\"/>") == (paths == 1))
    #expect(svg.contains("class=\"area missing\""))
  }

  /// A shape that is used again carries its marks over its ground, as the shape itself does.
  @Test func aUseIsGroundThenMarks() {
    let svg = drawing([Self.missing]) { $0.use("c01001", class: "area missing") }
    let used = """
      <g class="ground-missing">
      <use xlink:href="#c01001" class="area missing"/>
      <use xlink:href="#c01001" class="marks-missing"/>
      </g>
      """
    #expect(svg.contains(used))
  }

  /// A hatch of its own lies over any fill, where it is asked for only.
  @Test func aHatchHasNoGround() {
    let hatch = PatternFill("hatch", .falling(width: 1), side: 8, Self.ink)
    let svg = drawing([hatch]) { $0.rectangle(Bounds(x: 0, y: 0, width: 9, height: 9), class: "hatch") }
    #expect(svg.contains(".hatch{fill:url(#hatch);stroke:none}") && !svg.contains("ground-hatch"))
    #expect(svg.contains("<path d=\"M-1,7L1,9M0,0L8,8M7,-1L9,1\" stroke=\"#20262e\" stroke-width=\"1\"/>"))
  }

  @Test func theFirstOfTwoStays() {
    let other = PatternFill("missing", .letter("s"), side: 15, Self.ink, on: Self.paper)
    let svg = drawing([Self.missing, other]) { _ in }
    #expect(svg.ranges(of: "<pattern").count == 1 && !svg.contains(">s</text>"))
  }

  /// Edges come before all names, each tone in a group of its own.
  @Test func edgesComeFirst() {
    let svg = drawing([]) { drawing in
      drawing.edged([(id: "a", tone: .plain), (id: "b", tone: .onPalette(2))]) { drawing, index in
        drawing.text(["un", "deux"][index], 1, 2, class: nil)
      }
    }
    let words = """
      <g class="edges">
      <use xlink:href="#a" class="edge"/>
      <use xlink:href="#b" class="edge-p2"/>
      </g>
      <g class="label">
      <g id="a">
      <text x="1" y="2">un</text>
      </g>
      </g>
      <g class="on-p2">
      <g id="b">
      <text x="1" y="2">deux</text>
      </g>
      </g>
      """
    #expect(svg.contains(words))
  }
}
