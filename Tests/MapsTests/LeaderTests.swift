import Cartopole
import Foundation
import Testing

/// Leader lines on the finished map: none so near another that the eye slips from one to the other.
@Suite struct LeaderTests {
  private struct Line {
    var x0, y0, x1, y1: Double

    private func distance(toX x: Double, y: Double) -> Double {
      let (dx, dy) = (x1 - x0, y1 - y0)
      let along = min(max(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0), 1)
      return hypot(x0 + along * dx - x, y0 + along * dy - y)
    }

    /// Whether the ends of another line lie on both sides of this one.
    private func parts(_ other: Line) -> Bool {
      let side = { (x: Double, y: Double) in (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) }
      return (side(other.x0, other.y0) > 0) != (side(other.x1, other.y1) > 0)
    }

    /// The least distance of two lines is at an end of one, where they do not cross.
    func distance(to other: Line) -> Double {
      if parts(other) && other.parts(self) { return 0 }
      return min(
        min(distance(toX: other.x0, y: other.y0), distance(toX: other.x1, y: other.y1)),
        min(other.distance(toX: x0, y: y0), other.distance(toX: x1, y: y1)))
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
