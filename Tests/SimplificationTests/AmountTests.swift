import Bytes
import Geometry
import Testing

struct AmountTests {
  static let amounts: [(text: String, amount: Simplification)] = [
    ("30%", .share(0.3)), ("30 %", .share(0.3)), ("12,5\u{202F}%", .share(0.125)), ("100%", .share(1)),
    ("250m", .metres(250)), ("250", .metres(250)), ("0.5 m", .metres(0.5)), ("0", .metres(0)),
  ]

  @Test(arguments: amounts) func isRead(_ text: String, _ amount: Simplification) throws {
    #expect(try Simplification(text) == amount)
  }

  @Test(arguments: ["", "%", "0%", "-3%", "101%", "-1", "m", "beaucoup", "30%%", "1e999", "nan", "3km"]) func isRefused(
    _ text: String
  ) { #expect { try Simplification(text) } throws: { error in (error as? Problem)?.status == .usage } }

  @Test func all() throws {
    let grid = Shapes.wavyGrid(3, 3, edges: 10)
    #expect(grid.simplified(keeping: 1) == grid)
    #expect(grid.simplified(metres: 0) == grid)
  }

  @Test func whatHasNoLinesStays() {
    var points = Layer(.point)
    points.addPoint(1, 2)
    points.endRing()
    points.endPart()
    points.endFeature()
    #expect(points.simplified(keeping: 0.1) == points)
    var none = Layer(.polygon)
    none.endFeature()
    #expect(none.simplified(keeping: 0.1) == none)
  }

  /// Many areas alike: arcs go whole, and still about as many vertices stay as asked.
  @Test func manyEqualAreas() {
    var features: [[[[Point]]]] = []
    for column in 0..<40 {
      for row in 0..<40 {
        let (x, y) = (Double(column), Double(row))
        features.append([
          [
            [
              (x, y), (x, y + 0.5), (x, y + 1), (x + 0.5, y + 1), (x + 1, y + 1), (x + 1, y + 0.5), (x + 1, y),
              (x + 0.5, y),
            ]
          ]
        ])
      }
    }
    let grid = Shapes.layer(features)
    for share in [0.9, 0.75, 0.6] {
      let thin = grid.simplified(keeping: share)
      #expect(abs(Double(thin.pointCount) / Double(grid.pointCount) - share) < 0.01)
      #expect(abs(CoverageCheck(thin, crossings: false).sum - 1600) < 1e-9)
    }
  }

  /// Lines that share a stretch share it still; their ends and where they part stay.
  @Test func linesToo() {
    let common = Shapes.wave((1, 0), (9, 0), 50, 3)
    var layer = Layer(.line)
    for line in [[(0, 1.0)] + common + [(10, 1.0)], [(0, -1.0)] + common + [(10, -1.0)]] {
      for (x, y) in line { layer.addPoint(x, y) }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    let thin = layer.simplified(keeping: 0.3)
    let half = thin.pointCount / 2
    #expect(abs(Double(thin.pointCount) - 0.3 * Double(layer.pointCount)) <= 3)
    #expect(Array(thin.coordinates[2..<2 * half - 2]) == Array(thin.coordinates[(2 * half + 2)..<(4 * half - 2)]))
    #expect(thin.coordinates.prefix(4) == [0, 1, 1, 0])
  }
}
