import Bytes
import Geometry
import Shapefiles

/// Numbers that look random and are the same everywhere: SplitMix64.
struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  /// In 0 ..< 1.
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}

typealias Point = (x: Double, y: Double)

enum Shapes {
  /// A polygon layer: features of parts of rings of points, which are closed here.
  static func layer(_ features: [[[[Point]]]]) -> Layer {
    var layer = Layer(.polygon)
    for parts in features {
      for rings in parts {
        for ring in rings {
          for (x, y) in ring + [ring[0]] { layer.addPoint(x, y) }
          layer.endRing()
        }
        layer.endPart()
      }
      layer.endFeature()
    }
    return layer
  }

  static func line(_ points: [Point]) -> Layer {
    var layer = Layer(.line)
    for (x, y) in points { layer.addPoint(x, y) }
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    return layer
  }

  /// Cells of a grid, each a feature, with wavy borders of so many edges that both neighbours share.
  static func wavyGrid(_ columns: Int, _ rows: Int, edges: Int, seed: Int = 1) -> Layer {
    var features: [[[[Point]]]] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let (left, right) = (Double(column), Double(column + 1))
        let (low, high) = (Double(row), Double(row + 1))
        let west = wave((left, low), (left, high), edges, seed)
        let north = wave((left, high), (right, high), edges, seed)
        let east = wave((right, low), (right, high), edges, seed)
        let south = wave((left, low), (right, low), edges, seed)
        let ring = west.dropLast() + north.dropLast() + east.reversed().dropLast() + south.reversed().dropLast()
        features.append([[Array(ring)]])
      }
    }
    return layer(features)
  }

  /// A line from one point to another that strays from the straight by less than a quarter of its length.
  static func wave(_ from: Point, _ to: Point, _ edges: Int, _ seed: Int) -> [Point] {
    var dice = Dice(seed &+ Int(from.x * 73 + from.y * 179 + to.x * 283 + to.y * 419))
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    return (0...edges).map { place in
      let along = Double(place) / Double(edges)
      let aside = place == 0 || place == edges ? 0 : (dice.next() - 0.5) * min(along, 1 - along) * 0.9
      return (from.x + along * dx - aside * dy, from.y + along * dy + aside * dx)
    }
  }

  /// The 1,266 communes of Île-de-France, degrees.
  static func communes() throws -> Layer {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try Shapefile.read("/" + root + "/GeoData/ile-de-france.shp").geometry
  }
}

/// What can be wrong with a simplified coverage, found without the code under test.
struct CoverageCheck {
  /// Areas of the features together.
  var sum = 0.0
  /// Area of their outline, where edges cancel only if two neighbours have both ends in common, bit for bit.
  var outline = 0.0
  var outlineRings = 0
  /// Pairs of edges that meet other than in a common end.
  var crossings = 0
  var smallestRing = Int.max
  var smallestArea = Double.infinity

  init(_ layer: Layer, crossings countCrossings: Bool = true) {
    let whole = layer.dissolved()
    outline = whole.area(of: 0)
    outlineRings = whole.ringCount
    for feature in 0..<layer.featureCount {
      sum += layer.area(of: feature)
      smallestArea = min(smallestArea, layer.area(of: feature))
    }
    for ring in 0..<layer.ringCount {
      let distinct = Set(layer.points(ofRing: ring).map { [layer.x($0), layer.y($0)] })
      smallestRing = min(smallestRing, distinct.count)
    }
    if countCrossings { crossings = Self.crossings(layer) }
  }

  /// By comparing all with all.
  static func crossings(_ layer: Layer) -> Int {
    struct Edge: Hashable {
      var a: [Double]
      var b: [Double]
    }
    var edges = Set<Edge>()
    for ring in 0..<layer.ringCount {
      for point in layer.points(ofRing: ring).dropLast() {
        let from = [layer.x(point), layer.y(point)]
        let to = [layer.x(point + 1), layer.y(point + 1)]
        edges.insert(from.lexicographicallyPrecedes(to) ? Edge(a: from, b: to) : Edge(a: to, b: from))
      }
    }
    let all = Array(edges)
    func side(_ edge: Edge, _ p: [Double]) -> Double {
      (edge.b[0] - edge.a[0]) * (p[1] - edge.a[1]) - (edge.b[1] - edge.a[1]) * (p[0] - edge.a[0])
    }
    var count = 0
    for (number, one) in all.enumerated() {
      for other in all[(number + 1)...] where Set([one.a, one.b, other.a, other.b]).count == 4 {
        if side(one, other.a) * side(one, other.b) <= 0, side(other, one.a) * side(other, one.b) <= 0,
          max(one.a[0], other.a[0]) <= min(one.b[0], other.b[0]),
          max(min(one.a[1], one.b[1]), min(other.a[1], other.b[1]))
            <= min(max(one.a[1], one.b[1]), max(other.a[1], other.b[1]))
        {
          count += 1
        }
      }
    }
    return count
  }
}
