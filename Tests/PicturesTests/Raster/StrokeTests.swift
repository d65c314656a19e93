import Testing

@testable import Pictures

/// Areas of strokes, worked out with ruler and compasses.
struct StrokeTests {
  private static let line = Outline([(20, 50), (80, 50)], isClosed: false)
  private static let angle = Outline([(20, 80), (20, 20), (80, 20)], isClosed: false)

  @Test(
    "A line with its caps",
    arguments: [(Stroke.Cap.butt, 600.0), (.square, 700), (.round, 600 + Double.pi * 25)])
  func caps(cap: Stroke.Cap, area: Double) {
    #expect(abs(Painted(.stroke(Self.line, Stroke(width: 10, cap: cap))).area - area) < 1)
  }

  @Test(
    "A right angle with its joins",
    arguments: [(Stroke.Join.miter, 1200.0 + 25), (.bevel, 1200 + 12.5), (.round, 1200 + 6.25 * Double.pi)])
  func joins(join: Stroke.Join, area: Double) {
    // Two rectangles of 60 × 10 overlap in a square of 5 × 5; outside it there is what the join adds.
    let painted = Painted(.stroke(Self.angle, Stroke(width: 10, join: join)))
    #expect(abs(painted.area - (area - 25)) < 1)
    #expect(painted.coverage(15, 15) == (join == .miter ? 1 : 0))
  }

  @Test("Past the limit a miter is a bevel")
  func miterLimit() {
    let tip = Outline([(10, 48), (80, 50), (10, 52)], isClosed: false)
    let sharp = Painted(.stroke(tip, Stroke(width: 2)))
    #expect(sharp.coverage(85, 50) == 0)
    var long = Stroke(width: 2)
    long.miterLimit = 40
    #expect(Painted(.stroke(tip, long)).coverage(95, 49) > 0.1)
  }

  @Test("A closed square has four corners and no end")
  func closed() {
    let square = Outline([(20, 20), (80, 20), (80, 80), (20, 80)])
    let painted = Painted(.stroke(square, Stroke(width: 6)))
    #expect(abs(painted.area - (66 * 66 - 54 * 54)) < 1)
    #expect(painted.coverage(17, 17) == 1)
    #expect(painted.coverage(50, 50) == 0)
  }

  @Test("Circles, wider than their radius too", arguments: [(30.0, 4.0), (30, 20), (10, 30)])
  func circles(radius: Double, width: Double) {
    let outer = (radius + width / 2) * (radius + width / 2)
    let inner = width / 2 < radius ? (radius - width / 2) * (radius - width / 2) : 0
    let exact = Double.pi * (outer - inner)
    for join in [Stroke.Join.miter, .round] {
      let painted = Painted(.stroke(.circle(50, 50, radius), Stroke(width: width, join: join)), scale: 4)
      #expect(abs(painted.area / 16 - exact) < exact * 0.004)
    }
  }

  @Test("Where a line turns sharply or crosses itself nothing is missing")
  func overlaps() {
    let zigzag = Outline([(10, 50), (50, 50), (49, 51), (52, 49), (20, 48), (90, 52)], isClosed: false)
    let painted = Painted(.stroke(zigzag, Stroke(width: 20, join: .round)))
    for x in 15..<85 {
      for y in 44..<55 { #expect(painted.coverage(x, y) == 1, "\(x), \(y)") }
    }
    let faint = Painted(.stroke(zigzag, Stroke(width: 20, join: .round), opacity: 0.5))
    for x in 15..<85 { #expect(abs(faint.coverage(x, 50) - 0.5) < 0.004) }
  }

  @Test("Dashes cover their share and start anew on each line")
  func dashes() {
    let two = Outline([(10, 30), (90, 30)], [(10, 60), (90, 60)], isClosed: false)
    let painted = Painted(.stroke(two, Stroke(width: 4, dashes: [5, 3])))
    #expect(abs(painted.area - 2 * 50 * 4) < 1)
    for y in [30, 60] {
      #expect(painted.coverage(12, y) == 1)
      #expect(painted.coverage(16, y) == 0)
      #expect(painted.coverage(20, y) == 1)
    }
  }

  @Test("Dashes go round corners")
  func dashedCorner() {
    let painted = Painted(.stroke(Self.angle, Stroke(width: 4, dashes: [70, 1000])))
    #expect(painted.coverage(18, 18) == 1)
    #expect(abs(painted.area - (60 * 4 + 10 * 4)) < 1)
  }

  @Test("A line without length shows its caps")
  func dots() {
    let dot = Outline([(50, 50), (50, 50)], isClosed: false)
    #expect(abs(Painted(.stroke(dot, Stroke(width: 10, cap: .round))).area - Double.pi * 25) < 1)
    #expect(Painted(.stroke(dot, Stroke(width: 10, cap: .square))).area == 100)
    #expect(Painted(.stroke(dot, Stroke(width: 10))).area == 0)
  }

  @Test("Widths grow with the picture")
  func scaled() {
    let painted = Painted(.stroke(Self.line, Stroke(width: 1.5, dashes: [6, 6])), scale: 3)
    #expect(abs(painted.area - 9 * 30 * 1.5) < 2)
  }
}
