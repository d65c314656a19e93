import Testing

@testable import Pictures

/// What fills cover, against areas known or worked out another way.
struct FillTests {
  @Test("A rectangle on whole px covers them and no other")
  func wholePixels() {
    let painted = Painted(.fill(.rectangle(10, 20, 30, 60)))
    for y in 0..<100 {
      for x in 0..<100 {
        let inside = (10..<30).contains(x) && (20..<60).contains(y)
        #expect(painted.coverage(x, y) == (inside ? 1 : 0))
      }
    }
  }

  @Test("Half pixels on every side, quarters in the corners")
  func halfPixels() {
    let painted = Painted(.fill(.rectangle(10.5, 20.5, 30.5, 60.5)))
    #expect(abs(painted.coverage(10, 40) - 0.5) < 0.003)
    #expect(abs(painted.coverage(30, 40) - 0.5) < 0.003)
    #expect(abs(painted.coverage(20, 20) - 0.5) < 0.003)
    #expect(abs(painted.coverage(20, 60) - 0.5) < 0.003)
    #expect(abs(painted.coverage(10, 20) - 0.25) < 0.003)
    #expect(abs(painted.area - 800) < 0.5)
  }

  /// Pixel by pixel, the polygon is cut to the pixel's square and its area worked out in floating point.
  @Test("Stars with slanted sides cover each pixel by their area there", arguments: 0..<12)
  func slantedSides(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let (x, y) = (20 + 10 * random.fraction(), 20 + 10 * random.fraction())
    // Corners in the order of their angles, on rays that need no sines: a star is its own boundary once.
    let rays: [(Double, Double)] = [
      (1, 0), (0.9, 0.4), (0.6, 0.8), (0, 1), (-0.5, 0.9), (-0.8, 0.6), (-1, 0), (-0.7, -0.7), (0, -1),
      (0.7, -0.7),
    ]
    let corners = rays.map { ray in
      let length = 4 + 14 * random.fraction()
      return (x + ray.0 * length, y + ray.1 * length)
    }
    let painted = Painted(.fill(Outline(corners), side: 50))
    for row in 0..<50 {
      for column in 0..<50 {
        let area = Self.area(corners, inPixel: Double(column), Double(row))
        #expect(abs(painted.coverage(column, row) - area) < 0.012, "pixel \(column), \(row)")
      }
    }
  }

  private static func area(_ corners: [(Double, Double)], inPixel x: Double, _ y: Double) -> Double {
    var ring = corners
    let sides: [((Double, Double)) -> Double] = [
      { $0.0 - x }, { x + 1 - $0.0 }, { $0.1 - y }, { y + 1 - $0.1 },
    ]
    for inside in sides {
      var cut: [(Double, Double)] = []
      for (index, point) in ring.enumerated() {
        let previous = ring[(index + ring.count - 1) % ring.count]
        let (before, now) = (inside(previous), inside(point))
        if (before < 0) != (now < 0) {
          let share = before / (before - now)
          cut.append((previous.0 + share * (point.0 - previous.0), previous.1 + share * (point.1 - previous.1)))
        }
        if now >= 0 { cut.append(point) }
      }
      ring = cut
    }
    var sum = 0.0
    for (index, point) in ring.enumerated() {
      let next = ring[(index + 1) % ring.count]
      sum += point.0 * next.1 - next.0 * point.1
    }
    return abs(sum) / 2
  }

  @Test("Circles have their area", arguments: [12.0, 25, 45.5])
  func circles(radius: Double) {
    let painted = Painted(.fill(.circle(50.3, 49.8, radius)))
    let exact = Double.pi * radius * radius
    #expect(abs(painted.area - exact) < exact * 0.003)
    let large = Painted(.fill(.circle(50.3, 49.8, radius)), scale: 10)
    #expect(abs(large.area / 100 - exact) < exact * 0.001)
  }

  @Test("A hole wound the other way is empty, one wound the same way is not")
  func holes() {
    let ring = [(10.0, 10.0), (90, 10), (90, 90), (10, 90)]
    let inner = [(30.0, 30.0), (70, 30), (70, 70), (30, 70)]
    #expect(Painted(.fill(Outline(ring, inner.reversed()))).area == 6400 - 1600)
    #expect(Painted(.fill(Outline(ring, inner))).area == 6400)
    #expect(Painted(.fill(Outline(ring.reversed(), inner))).area == 6400 - 1600)
  }

  @Test("Overlapping rings of one outline cover once")
  func overlaps() {
    let one = [(10.0, 10.0), (60, 10), (60, 60), (10, 60)]
    let two = [(40.0, 40.0), (80, 40), (80, 80), (40, 80)]
    #expect(Painted(.fill(Outline(one, two))).area == 2500 + 1600 - 400)
    let faint = Painted(.fill(Outline(one, two), opacity: 0.5))
    #expect(faint.coverage(50, 50) == faint.coverage(20, 20))
  }

  @Test("Both ways round cover the same")
  func directions() {
    let corners = [(10.2, 5.7), (80.1, 33.3), (61.9, 90.4), (22.5, 70.1)]
    #expect(Painted(.fill(Outline(corners))).pixels == Painted(.fill(Outline(corners.reversed()))).pixels)
  }

  @Test("Neighbours on a shared border add up to a whole")
  func neighbours() {
    let border = [(40.3, -5.0), (52.7, 20.2), (47.1, 44.4), (60.9, 71.3), (50.2, 105)]
    let left = Painted(.fill(Outline([(-5, 105), (-5, -5)] + border)))
    let right = Painted(.fill(Outline(border + [(105, 105), (105, -5)])))
    for y in 0..<100 {
      for x in 0..<100 {
        #expect(abs(left.coverage(x, y) + right.coverage(x, y) - 1) < 0.005, "pixel \(x), \(y)")
      }
    }
  }

  @Test("What lies outside the picture is left out, the part inside is not")
  func outside() {
    #expect(Painted(.fill(.rectangle(-500, -500, 600, 600))).area == 10_000)
    #expect(Painted(.fill(.rectangle(90, -40, 4000, 10))).area == 100)
    #expect(Painted(.fill(.rectangle(-40, 90, 10, 1e9))).area == 100)
    #expect(Painted(.fill(.rectangle(200, 0, 300, 100))).area == 0)
    let diamond = Outline([(50, -50), (150, 50), (50, 150), (-50, 50)])
    #expect(Painted(.fill(diamond)).area == 10_000)
    let corner = Outline([(-20, 40), (40, -20), (40, 40)])
    #expect(abs(Painted(.fill(corner)).area - (1600 - 200)) < 0.5)
  }

  @Test(
    "Pictures of every width are covered to the last pixel",
    arguments: [1, 2, 7, 8, 61, 62, 63, 64, 65, 127, 128])
  func widths(width: Int) {
    var list = DisplayList(width: Double(width), height: 70)
    list.fill(.rectangle(0, 0, Double(width), 70))
    list.fill(.rectangle(Double(width) - 0.5, 0, 1000, 70), .colour(Colour8(255, 255, 255)))
    let painted = Painted(list)
    #expect(abs(painted.area - 70 * (Double(width) - 0.5)) < 0.5)
  }

  @Test(
    "What is no number or endless neither traps nor hangs",
    arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func noNumbers(number: Double) {
    var outline = Outline([(10, 10), (number, 50), (20, number), (30, 30)])
    outline.verbs += [.move, .cubic]
    outline.points += [5, 5, number, 3, 4, number, 8, 8]
    var list = DisplayList.stroke(outline, Stroke(width: 3, join: .round, cap: .round))
    list.fill(outline)
    list.items.append(.stroke(outline: 0, black, opacity: 1, Stroke(width: number)))
    #expect(Painted(list).pixels.count == 10_000)
  }

  @Test("Opacity mixes with what lies below")
  func opacity() {
    var list = DisplayList(width: 10, height: 10)
    list.fill(.rectangle(0, 0, 10, 10), .colour(Colour8(200, 100, 0)))
    list.fill(.rectangle(0, 0, 5, 10), .colour(Colour8(0, 100, 200)), opacity: 0.25)
    #expect(Painted(list).colour(7, 5) == [200, 100, 0])
    #expect(Painted(list).colour(2, 5) == [150, 100, 50])
  }

  @Test("A clip cuts, also within a pixel, and ends with its pop")
  func clips() {
    var list = DisplayList(width: 100, height: 100)
    list.items.append(.pushClip(Frame(minX: 20.5, minY: 30, maxX: 60, maxY: 80.25)))
    list.items.append(.pushClip(Frame(minX: 0, minY: 0, maxX: 50, maxY: 200)))
    list.fill(.rectangle(-10, -10, 110, 110))
    #expect(abs(Painted(list).area - 29.5 * 50.25) < 0.5)
    #expect(abs(Painted(list).coverage(20, 50) - 0.5) < 0.003)
    list.items.append(.popClip)
    list.fill(.rectangle(50, 0, 100, 100))
    #expect(abs(Painted(list).area - 39.5 * 50.25) < 0.5)
    list.items.append(.popClip)
    list.fill(.rectangle(0, 0, 100, 10))
    #expect(abs(Painted(list).area - 39.5 * 50.25 - 1000) < 0.5)
  }

  @Test("A shape split by clips is the whole shape")
  func clippedHalves() {
    let outline = Outline([(3.3, 8.1), (93.7, 40.2), (20.9, 95.5)])
    var list = DisplayList(width: 100, height: 100)
    for clip in [Frame(minX: 0, minY: 0, maxX: 47, maxY: 100), Frame(minX: 47, minY: 0, maxX: 100, maxY: 100)] {
      list.items.append(.pushClip(clip))
      list.fill(outline)
      list.items.append(.popClip)
    }
    let (whole, halves) = (Painted(.fill(outline)), Painted(list))
    for y in 0..<100 {
      for x in 0..<100 { #expect(abs(whole.coverage(x, y) - halves.coverage(x, y)) < 0.02) }
    }
  }
}
