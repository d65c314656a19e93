import Geometry
import Testing

@Suite struct LayerTests {
  @Test func offsetsFollowTheBuilder() {
    var layer = Layer(.polygon)
    layer.endFeature()
    for (x, y) in [(0.0, 0.0), (0, 1), (1, 1), (0, 0)] { layer.addPoint(x, y) }
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    #expect(layer.featureCount == 2)
    #expect(layer.bounds(of: 0).isEmpty)
    #expect(layer.bounds(of: 1) == Bounds(minX: 0, minY: 0, maxX: 1, maxY: 1))
    #expect(layer.selecting([1, 0]).parts(of: 1).isEmpty)
  }
}
