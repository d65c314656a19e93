import Foundation
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

  /// Layers joined at once are those appended one by one, without geometry and of several rings too.
  @Test func joinedLayers() {
    var layers: [Layer] = []
    for number in 0..<5 {
      var layer = Layer(.polygon)
      layer.endFeature()
      for ring in 0..<number {
        let x = Double(10 * number + ring)
        for (dx, y) in [(0.0, 0.0), (0, 1), (1, 1), (0, 0)] { layer.addPoint(x + dx, y) }
        layer.endRing()
        if ring != 1 { layer.endPart() }
      }
      layer.endPart()
      layer.endFeature()
      layers.append(layer)
    }
    for count in 0...5 {
      var appended = Layer(.polygon)
      for layer in layers.prefix(count) { appended.append(contentsOf: layer) }
      #expect(Layer.joined(Array(layers.prefix(count)), of: .polygon) == appended)
    }
  }

  /// The box of a layer of many points, which several threads look for, is that of its features.
  @Test func boxOfManyPoints() {
    var layer = Layer(.point)
    for number in 0..<250_001 {
      let angle = Double(number)
      layer.addPoint(angle * sin(angle), angle * cos(angle))
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    var box = Bounds.empty
    for feature in 0..<layer.featureCount { box.include(layer.bounds(of: feature)) }
    #expect(layer.bounds == box)
  }
}
