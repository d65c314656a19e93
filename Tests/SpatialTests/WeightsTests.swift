import Bytes
import Geometry
import Projections
import Statistics
import Testing

@Suite struct WeightsTests {
  private func codes(_ weights: SpatialWeights, _ names: [String]) -> [String] {
    (0..<weights.count).map { area in
      weights.neighbours[weights.offsets[area]..<weights.offsets[area + 1]].map { names[Int($0)] }.sorted().joined(
        separator: " ")
    }
  }

  @Test(arguments: [(Adjacency.Contact.point, "queen"), (.border, "rook")]) func neighboursOfTheCommunes(
    _ contact: Adjacency.Contact, _ column: String
  ) throws {
    let (layer, order) = try Oracle.layer("sud-essonne")
    let table = try Oracle.table("communes")
    let names = order.map { layer.communes[$0].insee }
    #expect(names == (try table.strings("insee")))
    let weights = SpatialWeights(layer.outlines.selecting(order), sharing: contact)
    #expect(codes(weights, names) == (try table.strings(column)))
    #expect(weights.islands.isEmpty)
  }

  /// 38 pairs of communes touch in a point only for libpysal, which compares vertices. One of them, 78575 and 91093,
  /// shares a border some 680 m long with a vertex on one side only: within 1e-9° of each other for shapely.
  @Test func neighboursOfTheRegion() throws {
    let (layer, order) = try Oracle.layer("ile-de-france")
    let names = order.map { layer.communes[$0].insee }
    let table = try Oracle.table("contacts")
    #expect(names == (try table.strings("insee")))
    let outlines = layer.outlines.selecting(order)
    let queen = Adjacency(outlines, sharing: .point)
    let rook = Adjacency(outlines)
    #expect(names.indices.map { Double(queen.neighbours(of: $0).count) } == (try table.numbers("queen")))
    let vertexless = ["78575", "91093"]
    let rookCounts = names.indices.map {
      Double(rook.neighbours(of: $0).count - (vertexless.contains(names[$0]) ? 1 : 0))
    }
    #expect(rookCounts == (try table.numbers("rook")))
    let only = names.indices.map { area in
      queen.neighbours(of: area).filter { !rook.neighbours(of: area).contains($0) }.map { names[$0] }.joined(
        separator: " ")
    }
    let expected = zip(names, try table.strings("in_a_point_only")).map { vertexless.contains($0) ? "" : $1 }
    #expect(only == expected)
    #expect(queen.neighbours.count - rook.neighbours.count == 2 * 37)
  }

  /// Everything that shares a border shares a point; a corner on another square's side is a point.
  @Test func queenOnDrawnSquares() {
    func square(_ x: Double, _ y: Double) -> [(Double, Double)] {
      [(x, y), (x, y + 1), (x + 1, y + 1), (x + 1, y), (x, y)]
    }
    func layer(_ rings: [[(Double, Double)]]) -> Layer {
      var layer = Layer(.polygon)
      for ring in rings {
        for (x, y) in ring { layer.addPoint(x, y) }
        layer.endRing()
        layer.endPart()
        layer.endFeature()
      }
      return layer
    }
    let block = layer([square(0, 0), square(1, 0), square(0, 1), square(1, 1), square(9, 9)])
    let queen = Adjacency(block, sharing: .point)
    #expect(queen.neighbours == [1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2])
    #expect(SpatialWeights(block, sharing: .border).neighbours == [1, 2, 0, 3, 0, 3, 1, 2])
    #expect(SpatialWeights(block, sharing: .point).islands == [4])
    // A diamond whose corner stands on the middle of the square's side.
    let diamond = layer([square(0, 0), [(0.5, 1), (0, 1.5), (0.5, 2), (1, 1.5), (0.5, 1)]])
    #expect(Adjacency(diamond).neighbours.isEmpty)
    #expect(Adjacency(diamond, sharing: .point).neighbours == [1, 0])
  }

  /// Against every pair measured.
  @Test(arguments: [0.0, 3, 7.5, 40]) func distanceBands(_ radius: Double) throws {
    let (layer, _) = try Oracle.layer("sud-essonne")
    let longitudes = layer.communes.map(\.longitude)
    let latitudes = layer.communes.map(\.latitude)
    let weights = SpatialWeights(longitudes: longitudes, latitudes: latitudes, withinKm: radius)
    var distances = [Double](repeating: 0, count: 132 * 132)
    for a in 0..<132 {
      for b in 0..<132 {
        distances[a * 132 + b] =
          Geodesic.grs80.distance(longitudes[a], latitudes[a], longitudes[b], latitudes[b]) / 1000
      }
    }
    #expect(weights == SpatialWeights(distances: distances, count: 132, within: radius))
    #expect((radius == 0) == (weights.islands.count == 132))
  }

  /// The limit belongs to the band; neighbours across the antimeridian and the pole are found.
  @Test func distanceLimitAndPoles() {
    let step = Geodesic.grs80.distance(0, 0, 1, 0) / 1000
    let row = SpatialWeights(longitudes: [0, 1, 2], latitudes: [0, 0, 0], withinKm: step)
    #expect(row.neighbours == [1, 0, 2, 1])
    let far = SpatialWeights(longitudes: [179.9, -179.9, 0, 180], latitudes: [10, 10, 89.9, 89.9], withinKm: 30)
    #expect(far.neighbours == [1, 0, 3, 2])
  }

  @Test func standardisedRowsAndSubsets() {
    let weights = SpatialWeights(offsets: [0, 2, 3, 4, 4], neighbours: [1, 2, 0, 0], weights: [1, 3, 2, 5])
    let rows = weights.rowStandardised()
    #expect(rows.weights == [0.25, 0.75, 1, 1])
    #expect(rows.islands == [3])
    #expect(rows.lag([4, 8, 12, 0]) == [11, 4, 4, 0])
    let part = weights.restricted(to: [0, 2, 3])
    #expect(part.offsets == [0, 1, 2, 2] && part.neighbours == [1, 0] && part.weights == [3, 5])
  }

  @Test func areasLeftOut() {
    // 0–1–2–3 in a row and 4 alone; 2 has no value, so 3 is left without neighbour.
    let chain = SpatialWeights(
      offsets: [0, 1, 3, 5, 6, 6], neighbours: [1, 0, 2, 1, 3, 2], weights: [1, 1, 1, 1, 1, 1])
    let sample = SpatialSample([1, 2, nil, 4, 5], weights: chain)
    #expect(sample.areas == [0, 1])
    #expect(sample.withoutValue == [2])
    #expect(sample.withoutNeighbour == [3, 4])
    #expect(sample.values == [1, 2])
    #expect(sample.weights.weights == [1, 1])
    // One-way weights: 0 → 1 → 2 and nothing from 2; each one gone leaves another alone.
    let oneWay = SpatialWeights(offsets: [0, 1, 2, 2], neighbours: [1, 2], weights: [1, 1])
    #expect(SpatialSample([1, 2, 3], weights: oneWay).withoutNeighbour == [0, 1, 2])
  }
}
