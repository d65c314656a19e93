@testable import Pictures

/// A display list painted one px to the px, and what it takes to make one.
struct Painted {
  let width: Int
  let height: Int
  let pixels: [UInt32]

  init(_ list: DisplayList, scale: Double = 1) {
    width = Int((list.width * scale).rounded())
    height = Int((list.height * scale).rounded())
    pixels = Canvas.pixels(of: Scene(list, width: width, height: height, scale: scale), ground: 0x00FF_FFFF)
  }

  /// What black covers of a pixel painted on white, 0 … 1.
  func coverage(_ x: Int, _ y: Int) -> Double {
    1 - Double(pixels[y * width + x] & 0xFF) / 255
  }

  /// px² that black covers.
  var area: Double {
    pixels.reduce(0) { $0 + 1 - Double($1 & 0xFF) / 255 }
  }

  func colour(_ x: Int, _ y: Int) -> [UInt32] {
    let pixel = pixels[y * width + x]
    return [pixel & 0xFF, pixel >> 8 & 0xFF, pixel >> 16 & 0xFF]
  }
}

let black = Colour8(0, 0, 0)

extension DisplayList {
  static func fill(_ outlines: Outline..., side: Double = 100, opacity: Double = 1) -> DisplayList {
    var list = DisplayList(width: side, height: side)
    for outline in outlines { list.fill(outline, opacity: opacity) }
    return list
  }

  static func stroke(_ outline: Outline, _ stroke: Stroke, side: Double = 100, opacity: Double = 1)
    -> DisplayList
  {
    var list = DisplayList(width: side, height: side)
    list.outlines.append(outline)
    list.items.append(.stroke(outline: 0, black, opacity: opacity, stroke))
    return list
  }

  mutating func fill(_ outline: Outline, _ paint: Paint = .colour(black), opacity: Double = 1) {
    outlines.append(outline)
    items.append(.fill(outline: outlines.count - 1, paint, opacity: opacity))
  }
}

extension Outline {
  init(_ rings: [(Double, Double)]..., isClosed: Bool = true) {
    self.init()
    for ring in rings {
      for (index, point) in ring.enumerated() {
        verbs.append(index == 0 ? .move : .line)
        points += [point.0, point.1]
      }
      if isClosed { verbs.append(.close) }
    }
  }

  static func rectangle(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> Outline {
    Outline([(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)])
  }

  /// Four curves, off the circle by at most 0.03 % of the radius.
  static func circle(_ x: Double, _ y: Double, _ radius: Double) -> Outline {
    let arm = radius * 0.552_284_749_8
    var circle = Outline()
    circle.verbs = [.move, .cubic, .cubic, .cubic, .cubic, .close]
    circle.points = [x + radius, y]
    circle.points += [x + radius, y + arm, x + arm, y + radius, x, y + radius]
    circle.points += [x - arm, y + radius, x - radius, y + arm, x - radius, y]
    circle.points += [x - radius, y - arm, x - arm, y - radius, x, y - radius]
    circle.points += [x + arm, y - radius, x + radius, y - arm, x + radius, y]
    return circle
  }
}

/// Numbers that look random and are the same on every machine (Steele, Lea and Flood 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// 0 ..< 1.
  mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
