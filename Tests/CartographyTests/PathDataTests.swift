import Bytes
import Cartography
import Geometry
import Testing

/// The `d` of paths against a plain reading of what it promises.
struct PathDataTests {
  /// One line through these steps of 0.1 px, drawn at one px a unit.
  private static func drawn(_ steps: [(Int, Int)], closed: Bool) -> String {
    var layer = Layer(closed ? .polygon : .line)
    for (x, y) in steps { layer.addPoint(Double(x) / 10, -Double(y) / 10) }
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    let view = Viewport(Bounds(minX: 0, minY: -1, maxX: 1, maxY: 0), in: Bounds(x: 0, y: 0, width: 1, height: 1))
    var drawing = Drawing(width: 1, height: 1, title: "", summary: "", theme: .light, language: .fr)
    drawing.path(PathData(0, of: layer, through: view), class: "p")
    let svg = String(decoding: drawing.content(), as: UTF8.self)
    let start = svg.firstRange(of: " d=\"")?.upperBound ?? svg.endIndex
    return String(svg[start...].prefix { $0 != "\"" })
  }

  private static func tenths(_ value: Int) -> String { ByteWriter.fixed(Double(value) / 10, decimals: 1) }

  /// Every step that is looked up, on both sides of what is not, and large ones.
  @Test func everyNumber() {
    let steps = Array(-300...17_000) + [99_999, 100_000, 123_456_789, -123_456_780]
    let line = steps.map { ($0, -$0) }
    let wanted = line.enumerated().map { ($0 == 0 ? "M" : "L") + Self.tenths($1.0) + "," + Self.tenths($1.1) }
    #expect(Self.drawn(line, closed: false) == wanted.joined())
  }

  @Test func pointsThatPrintTheSameAreDropped() {
    #expect(Self.drawn([(1, 1), (1, 1), (2, 1), (2, 1), (1, 1)], closed: false) == "M0.1,0.1L0.2,0.1L0.1,0.1")
    #expect(Self.drawn([(0, 0), (10, 0), (10, 10), (0, 0)], closed: true) == "M0,0L1,0L1,1Z")
    #expect(Self.drawn([(5, 5), (5, 5), (5, 5), (5, 5)], closed: true) == "M0.5,0.5Z")
  }

  /// Halves go away from zero, as everywhere in the program.
  @Test(arguments: [(0.05, "0.1"), (-0.05, "-0.1"), (0.049_999_9, "0"), (1638.35, "1638.4"), (0.15, "0.2")])
  func halves(value: Double, text: String) {
    var layer = Layer(.line)
    layer.addPoint(value, 0)
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    let view = Viewport(Bounds(minX: 0, minY: 0, maxX: 1, maxY: 1), in: Bounds(x: 0, y: 0, width: 1, height: 1))
    var drawing = Drawing(width: 1, height: 1, title: "", summary: "", theme: .light, language: .fr)
    drawing.path(PathData(0, of: layer, through: view), class: "p")
    #expect(String(decoding: drawing.content(), as: UTF8.self).contains("M\(text),1"))
  }

  /// What a layer's features are written as does not depend on how they are shared out.
  @Test func featuresAreTheirPaths() {
    var layer = Layer(.polygon)
    for feature in 0..<1300 {
      let x = Double(feature)
      for (dx, dy) in [(0.0, 0.0), (0, 1), (1, 1), (0, 0)] { layer.addPoint(x + dx, dy) }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    let view = Viewport(layer.bounds, in: Bounds(x: 0, y: 0, width: 13_010, height: 10))
    var together = Drawing(width: 1, height: 1, title: "", summary: "", theme: .light, language: .fr)
    var alone = together
    together.features(
      layer, through: view, FeatureStyles(classNames: ["a"], classes: [UInt8](repeating: 0, count: 1300)))
    for feature in 0..<1300 { alone.path(PathData(feature, of: layer, through: view), class: "a") }
    #expect(together.svg() == alone.svg())
  }
}
