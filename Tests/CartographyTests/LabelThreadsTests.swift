import Cartography
import Geometry
import Testing

@Suite struct LabelThreadsTests {
  /// A crowded board of 240 quadrilaterals, each a little different, whose names do not all fit.
  private static func board() -> (field: LabelField, requests: [LabelRequest]) {
    let names = ["Cerny", "Saint-Hilaire", "Bouray-sur-Juine", "Boissy-la-Rivière", "Méréville"]
    var layer = Layer(.polygon)
    var requests: [LabelRequest] = []
    for number in 0..<240 {
      let (column, row) = (number % 16, number / 16)
      let (x, y) = (20 + 32 * Double(column), 20 + 18 * Double(row))
      let lean = Double(number * 37 % 23) / 3
      for (dx, dy) in [(lean, 0.0), (32, lean / 2), (32 - lean, 18), (0, 18 - lean), (lean, 0)] {
        layer.addPoint(x + dx, y + dy)
      }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
      requests.append(
        LabelRequest(
          text: names[number % names.count], priority: Double(number * 101 % 240), size: 13, x: x + 16, y: y + 9,
          feature: number))
    }
    let frame = Bounds(minX: 0, minY: 0, maxX: 560, maxY: 320)
    let scaleBar = Bounds(minX: 10, minY: 295, maxX: 200, maxY: 315)
    let field = LabelField(
      frame: frame, polygons: layer, obstacles: [scaleBar], avoided: [20, 20, 530, 290], minimumSize: 8)
    return (field, requests)
  }

  @Test(arguments: [2, 3, 5, 64]) func placementsDoNotDependOnThreads(_ threads: Int) {
    let (field, requests) = Self.board()
    let alone = LabelPlacer.place(requests, in: field, threads: 1)
    // So crowded that leaders were tried.
    #expect(!alone.placements.isEmpty && !alone.unplaced.isEmpty)
    #expect(LabelPlacer.place(requests, in: field, threads: threads) == alone)
  }

  @Test(arguments: [2, 3, 64]) func polesDoNotDependOnThreads(_ threads: Int) {
    let polygons = Self.board().field.polygons
    let features = Array((0..<polygons.featureCount).reversed())
    let poles = polygons.polesOfInaccessibility(of: features, precision: 0.5, threads: threads)
    #expect(poles == features.map { polygons.poleOfInaccessibility(of: $0, precision: 0.5) })
  }
}
