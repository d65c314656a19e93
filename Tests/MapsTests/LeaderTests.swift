import Cartopole
import Testing

/// Leader lines on the finished map: none so near another that the eye slips from one to the other.
@Suite struct LeaderTests {
  private struct Line {
    var x0, y0, x1, y1: Double

    /// Points of the line, a quarter of a px or less apart on a phone's map.
    var points: [(x: Double, y: Double)] {
      (0...400).map { step in
        let along = Double(step) / 400
        return (x0 + along * (x1 - x0), y0 + along * (y1 - y0))
      }
    }

    func distance(to other: Line) -> Double {
      var least = Double.infinity
      for one in points {
        for two in other.points {
          let (dx, dy) = (one.x - two.x, one.y - two.y)
          least = min(least, dx * dx + dy * dy)
        }
      }
      return least.squareRoot()
    }
  }

  private static func leaders(_ svg: String) -> [Line] {
    svg.matches(of: /<line class="leader" x1="([0-9.]+)" y1="([0-9.]+)" x2="([0-9.]+)" y2="([0-9.]+)"/).compactMap {
      guard let x0 = Double($0.1), let y0 = Double($0.2), let x1 = Double($0.3), let y1 = Double($0.4) else {
        return nil
      }
      return Line(x0: x0, y0: y0, x1: x1, y1: y1)
    }
  }

  struct Map: Sendable, CustomTestStringConvertible {
    var file: String
    var width: Double
    var labels = MapRequest.Labels.all
    var testDescription: String { "\(file) \(Int(width))" }
  }

  /// 4 px apart, but for the rounding of what is printed.
  @Test(arguments: [
    Map(file: "coverage-mobilite-solidaire.svg", width: 375, labels: .auto), Map(file: "territory.svg", width: 375),
    Map(file: "visibility.svg", width: 420), Map(file: "symbols.svg", width: 1000),
  ]) func leadersKeepApart(map: Map) throws {
    let plate = try #require(Gallery.plates.first { $0.file == map.file })
    let drawing = try Gallery.draw(plate, width: map.width, labels: map.labels)
    let leaders = Self.leaders(String(decoding: drawing.svg(), as: UTF8.self))
    #expect(!leaders.isEmpty)
    for (index, one) in leaders.enumerated() {
      for other in leaders[(index + 1)...] {
        let distance = one.distance(to: other)
        #expect(distance > 3.8, "\(one) \(other): \(distance)")
      }
    }
  }
}
