import Foundation
import Testing

@testable import Geometry

/// Polygons of thousands of rings: the same answers, in a time that does not grow with their square.
@Suite(.timeLimit(.minutes(1))) struct ManyRingsTests {
  /// Squares one in the other, clockwise and counter-clockwise by turns.
  private static func nested(_ count: Int, turning: Bool = true) -> Layer {
    var layer = Layer(.polygon)
    for ring in 0..<count {
      let r = 1 - Double(ring) * 0.5 / Double(count)
      let corners = [(-r, -r), (-r, r), (r, r), (r, -r), (-r, -r)]
      for (x, y) in turning && ring % 2 == 1 ? corners.reversed() : corners { layer.addPoint(x, y) }
      layer.endRing()
    }
    layer.endPart()
    layer.endFeature()
    return layer
  }

  @Test func holesFindTheirRings() {
    let rings = Self.nested(20_000)
    let parts = RingGrouping(rings: 0..<rings.ringCount, of: rings).parts
    #expect(parts.count == 10_000)
    #expect(parts.enumerated().allSatisfy { $1 == [2 * $0, 2 * $0 + 1] })
  }

  /// Boxes of every size, asked for the first around each, against a look at all of them.
  @Test(arguments: [10, 400]) func theFirstBoxAround(count: Int) {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    let boxes = (0..<count).map { _ -> Bounds in
      let size = 1 / (1 + 2000 * random() * random() * random())
      let (x, y) = (random() * 3, random() * 3)
      return Bounds(minX: x, minY: y, maxX: x + size * random(), maxY: y + size)
    }
    let grid = HierarchicalGrid(boxes)
    var found = 0
    for number in 0..<count {
      let box = boxes[number]
      let right = (number + 1..<max(count, number + 1)).first { other in
        let wide = boxes[other]
        return other % 3 > 0 && wide.minX <= box.minX && wide.maxX >= box.maxX && wide.minY <= box.minY
          && wide.maxY >= box.maxY
      }
      #expect(grid.first(around: box, after: number) { $0 % 3 > 0 } == right)
      found += right == nil ? 0 : 1
    }
    #expect(found > 0 || count < 100)
  }

  @Test func thePoleLiesInside() throws {
    let layer = Self.nested(4_000)
    let pole = try #require(layer.poleOfInaccessibility(of: 0))
    #expect(pole.distance > 0 && layer.contains(0, x: pole.x, y: pole.y))
  }

  /// Numbers whose squares leave what a double holds have no room for a name.
  @Test func anAreaTooSmallForNumbersHasNoPole() {
    let tiny = Shapes.polygon([[(0, 0), (0, 1e-120), (1e-120, 1e-120), (1e-120, 0), (0, 0)]])
    #expect(tiny.poleOfInaccessibility(of: 0) == nil)
  }

  @Test func simplifyingKeepsRingsApart() {
    let layer = Self.nested(10_000)
    let thin = layer.simplified(.share(0.5)).layer
    #expect(thin.ringCount == 10_000)
    #expect((0..<10_000).allSatisfy { thin.points(ofRing: $0).count >= 4 })
    // The squares were parallel: whatever corner is taken from two of them, their diagonals may meet, so all stay.
    #expect(thin.simplified(.share(1)).layer == thin)
  }

  /// What meets by the sweep is what meets by looking at all pairs, whatever the slopes, and when many end in one point.
  @Test(arguments: [false, true]) func theSweepFindsAllThatMeet(isFan: Bool) {
    var state: UInt64 = 11
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    let segments = (0..<300).map { number -> Segment in
      if isFan, number < 150 {
        // Some leave at the same angle, and so overlap.
        let angle = Double(number % 140) / 70 * .pi
        let end = (0.5 + 0.4 * cos(angle), 0.5 + 0.4 * sin(angle))
        return number % 2 == 0
          ? Segment(x0: 0.5, y0: 0.5, x1: end.0, y1: end.1) : Segment(x0: end.0, y0: end.1, x1: 0.5, y1: 0.5)
      }
      let (x, y) = (random(), random())
      return Segment(x0: x, y0: y, x1: x + 0.2 * (random() - 0.5), y1: y + 0.2 * (random() - 0.5))
    }
    func meet(_ one: Int, _ other: Int) -> Bool { segments[one].meets(segments[other], slack: 1e-9) }
    var looks = 0
    let found = SegmentSweep(segments, slack: 1e-9).meeting {
      looks += 1
      return meet($0, $1)
    }
    let right = (0..<300).filter { one in (0..<300).contains { $0 != one && meet(one, $0) } }
    #expect(found == right && right.count > 100 && right.count < 300)
    #expect(looks < 300 * 299 / 2 / 3)
  }

  /// Long segments side by side, as the corners taken from nested squares, or out of one point, are told apart: there are
  /// some times as many pairs as segments, not as many as their square.
  @Test(arguments: 0..<4) func pairsGrowAsSegments(eighths: Int) {
    let angle = Double(eighths) / 4 * .pi
    let (dx, dy) = (cos(angle), sin(angle))
    let beside = (0..<2_000).map { number in
      let (x, y) = (-dy * Double(number) / 2_000, dx * Double(number) / 2_000)
      return Segment(x0: x, y0: y, x1: x + dx, y1: y + dy)
    }
    var count = 0
    #expect(
      SegmentSweep(beside, slack: 1e-9).meeting { _, _ in
        count += 1; return false
      }.isEmpty)
    #expect(count < 20 * beside.count, "\(count)")
    let fan = (0..<2_000).map { number in
      let turn = angle + Double(number) / 1_000 * .pi
      return Segment(x0: 1, y0: 1, x1: 1 + cos(turn), y1: 1 + sin(turn))
    }
    count = 0
    #expect(
      SegmentSweep(fan, slack: 1e-9).meeting { _, _ in
        count += 1; return false
      }.isEmpty)
    #expect(count <= fan.count, "\(count)")
  }
}
